"""`auditor profiles`: who a text can be checked for, and what it is held to."""

import click

from auditor import toolbox
from auditor.measures import target
from auditor.profiles import choose
from auditor.settings import settings


@click.group("profiles")
def command() -> None:
    """List the profiles or show one."""


@command.command("list")
def list_profiles() -> None:
    """List every profile.

    \b
    Example:
      auditor profiles list
    """
    for profile in toolbox.library(settings()).profiles.values():
        click.echo(f"{profile.id:16} {profile.title}: {profile.audience}")


@command.command("show")
@click.argument("profile_id")
def show_profile(profile_id: str) -> None:
    """Show one profile: targets, level that fails, and rules.

    \b
    Example:
      auditor profiles show uk-patient
    """
    profile = choose(toolbox.library(settings()).profiles, profile_id)
    click.echo(f"{profile.id}: {profile.title}\n{profile.audience}\n")
    aim = target(profile)
    if aim:
        click.echo(f"Reading age {aim['reading_age']:g} or lower (US grade {aim['us_grade']:g})")
    click.echo(f"Spelling {profile.locale}; fails on: {profile.fail_on}\n")
    for rule in profile.rules:
        click.echo(f"  {rule.id:34} {rule.level}")
    for source in profile.sources:
        click.echo(f"Source: {source.title} {source.url}".rstrip())
