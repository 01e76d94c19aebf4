"""`auditor setup`: fetch once what audits need: pronouncing data and LanguageTool."""

import click

from auditor.settings import settings
from auditor.tools import languagetool_server, pronunciation


@click.command("setup")
def command() -> None:
    """Fetch once what audits need; after this no network is used.

    \b
    Example:
      auditor setup
    """
    current = settings()
    for title, part in (
        ("Pronouncing data for syllable counts", pronunciation),
        ("LanguageTool and its English rules (about 100 MB, a minute)", languagetool_server),
    ):
        if part.is_prepared(current):
            click.echo(f"  {title}: here already")
            continue
        click.echo(f"  {title} …", nl=False)
        part.prepare(current)
        click.echo(" done")
