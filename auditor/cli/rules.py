"""`auditor rules`: what is checked, why, and after which standard."""

import json

import click

from auditor import toolbox
from auditor.errors import UsageError
from auditor.model import Rule
from auditor.settings import settings


@click.group("rules")
def COMMAND() -> None:  # noqa: N802
    """List the rules or explain one."""


@COMMAND.command("list")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def list_rules(form: str) -> None:
    """List every rule.

    \b
    Examples:
      auditor rules list
      auditor rules list --format json
    """
    rules = toolbox.library(settings()).rules.values()
    if form == "json":
        click.echo(json.dumps([_json(rule) for rule in rules], indent=2, ensure_ascii=False))
        return
    for rule in rules:
        click.echo(f"{rule.id:34} {rule.level:11} {rule.category:14} {rule.title}")


@COMMAND.command("show")
@click.argument("rule_id")
def show_rule(rule_id: str) -> None:
    """Explain one rule.

    \b
    Example:
      auditor rules show statements.urgent-help
    """
    rules = toolbox.library(settings()).rules
    if rule_id not in rules:
        raise UsageError(f"there is no rule ‘{rule_id}’; see `auditor rules list`")
    rule = rules[rule_id]
    click.echo(f"{rule.id}: {rule.title}\n\n{rule.why}\n")
    click.echo(f"Category: {rule.category}   Level: {rule.level}   Kind: {rule.extends}")
    click.echo(f"Message:  {rule.message}\n")
    for title, examples in (("Passes", rule.passing), ("Fails", rule.failing)):
        for example in examples:
            click.echo(f"{title}:   {example.text.strip()[:200]}")
    for source in rule.sources:
        click.echo(f"Source:   {source.title} {source.url}".rstrip())


def _json(rule: Rule) -> dict[str, object]:
    tags = list(rule.tags)
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "level": rule.level,
        "kind": rule.extends,
        "message": rule.message,
        "why": rule.why,
        "wcag": [tag for tag in tags if tag.startswith("wcag")],
        "act": [tag.removeprefix("act:") for tag in tags if tag.startswith("act:")],
        "sources": [{"title": one.title, "url": one.url} for one in rule.sources],
    }
