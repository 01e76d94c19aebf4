"""`auditor classes`: what each kind of text must say."""

import click

from auditor import toolbox
from auditor.contracts import contracted, known_class
from auditor.profiles import choose
from auditor.settings import settings


@click.group("classes")
def command() -> None:
    """List the classes of text or show what one must say."""


@command.command("list")
def list_classes() -> None:
    """List every class of text.

    \b
    Example:
      auditor classes list
    """
    for contract in toolbox.library(settings()).contracts.values():
        click.echo(f"{contract.id:16} {contract.title}: {contract.note}")


@command.command("show")
@click.argument("name")
@click.option("--profile", default="uk-patient", help="Held to this profile.")
def show_class(name: str, profile: str) -> None:
    """Show which statements a class of text must make, and who asks for them.

    \b
    Example:
      auditor classes show medicine --profile us-patient
    """
    library = toolbox.library(settings())
    contract = library.contracts[known_class(library.contracts, name)]
    held = contracted(choose(library.profiles, profile), contract)
    click.echo(f"{contract.id}: {contract.title}\n{contract.note}\n")
    rules = [rule for rule in held.rules if rule.extends == "required"]
    for rule in sorted(rules, key=lambda rule: str(rule.params["element"])):
        asked = rule.params["asked"]
        level = "" if asked == "not asked" else f", {rule.level}"
        by = f"  ({rule.params['asked_by']})" if rule.params["asked_by"] else ""
        click.echo(f"  {rule.params['element']} {rule.params['name']:38} {asked}{level}{by}")
