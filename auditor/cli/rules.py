"""`auditor rules`: what is checked, why, and after which standard."""

import json
from pathlib import Path

import click

from auditor import toolbox
from auditor.errors import UsageError
from auditor.model import Rule
from auditor.pipeline import Tools
from auditor.proof import failures
from auditor.rules import load_rules
from auditor.settings import settings
from auditor.styles.export import export
from auditor.wcag import LEVEL, NAME, level_of

SCHEMA_VERSION = 1
_OUTSIDE = ("grammar", "axe")
_ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"


@click.group("rules")
def command() -> None:
    """List, explain, test or export the rules."""


@command.command("list")
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
        listed = {"schema_version": SCHEMA_VERSION, "rules": [_json(rule) for rule in rules]}
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    for rule in rules:
        click.echo(f"{rule.id:34} {rule.level:11} {rule.category:14} {rule.title}")


@command.command("show")
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
    click.echo(f"Message:  {rule.message}")
    for one in rule.wcag:
        click.echo(f"WCAG 2.2: {one} {NAME[one]} (level {LEVEL[one]})")
    for one in rule.act:
        click.echo(f"ACT rule: {one} {_ACT.format(one)}")
    click.echo()
    told = (
        ("Passes", rule.passing), ("Fails", rule.failing), ("Unsure", rule.unsure),
        ("Not about", rule.inapplicable),
    )  # fmt: skip
    for title, examples in told:
        for example in examples:
            click.echo(f"{title + ':':10} {example.text.strip()[:200]}")
    for source in rule.sources:
        click.echo(f"Source:   {source.title} {source.url}".rstrip())


@command.command("test")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def test_rules(folder: Path | None) -> None:
    """Try every rule on its own examples.

    FOLDER holds rules of yours, in folders that are packs; without one, our own rules are tried.
    Rules that need LanguageTool or a browser are left out here.

    \b
    Examples:
      auditor rules test
      auditor rules test our-rules/
    """
    library = toolbox.library(settings())
    rules = load_rules(folder) if folder else library.rules
    if not rules:
        raise UsageError(f"{folder}: there are no rules; a rule is a file such as pack/name.yml")
    tried = [rule for rule in rules.values() if rule.extends not in _OUTSIDE]
    failed = [said for rule in tried for said in failures(rule, library, Tools())]
    for said in failed:
        click.echo(said)
    if len(tried) < len(rules):
        click.echo(
            f"Not tried, because they need LanguageTool or a browser: {len(rules) - len(tried)}."
        )
    click.echo(f"{len(tried)} rules tried, {len(failed)} examples do not do what they say.")
    if failed:
        raise SystemExit(1)


@command.command("export")
@click.option(
    "--vale", "folder", required=True, metavar="DIR", type=click.Path(path_type=Path),
    help="Write styles for Vale into this folder.",
)  # fmt: skip
def export_rules(folder: Path) -> None:
    """Write our packs as styles that Vale can use.

    Kinds of check that Vale does not have are left out, and named.

    \b
    Example:
      auditor rules export --vale vale/
      vale --config vale/.vale.ini leaflet.md
    """
    try:
        done = export(toolbox.library(settings()).rules.values(), folder)
    except OSError as error:
        raise UsageError(f"--vale: {folder} cannot be written: {error.strerror}") from error
    click.echo(f"{len(done.written)} rules written to {folder}; use {folder / '.vale.ini'}.")
    for rule_id, reason in done.left_out.items():
        click.echo(f"Left out: {rule_id}: {reason}.")


def _json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": rule.title,
        "category": rule.category,
        "level": rule.level,
        "kind": rule.extends,
        "message": rule.message,
        "why": rule.why,
        "wcag": list(rule.wcag),
        "wcag_level": level_of(rule.wcag),
        "act": list(rule.act),
        "sources": [{"title": one.title, "url": one.url} for one in rule.sources],
    }
