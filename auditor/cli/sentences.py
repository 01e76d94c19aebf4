"""`auditor sentences`: every sentence with what was counted in it."""

import json
from dataclasses import asdict
from datetime import date

import click

from auditor import toolbox
from auditor.cli.documents import one_document
from auditor.cli.session import DEFAULT_PROFILE
from auditor.facts.context import Context
from auditor.listing import SentenceRow, sentence_rows
from auditor.measures import Places
from auditor.settings import settings


@click.command("sentences")
@click.argument("target", metavar="FILE|URL|-")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--hardest", type=click.IntRange(1), help="Only this many, the hardest first.")
def command(target: str, form: str, hardest: int | None) -> None:
    """Show each sentence with its words, syllables and difficulty, and whether it was scored.

    Difficulty runs from 1 (easy) to 6 (hard), as people rated sentences. What was not scored says
    why.

    \b
    Examples:
      auditor sentences leaflet.md
      auditor sentences leaflet.md --hardest 10
      cat draft.txt | auditor sentences - --format json
    """
    current = settings()
    profile = toolbox.library(current).profiles[DEFAULT_PROFILE]
    document = one_document(target, current)
    rows = sentence_rows(document, Context(profile, date.min))
    if hardest:
        rows = sorted(rows, key=lambda row: -row.difficulty)[:hardest]
    if form == "json":
        places = Places(document)
        said = [
            {**asdict(row), "scored": not row.reason, "location": places.json(row.span)}
            for row in rows
        ]
        for one in said:
            del one["span"]
        head = {"name": document.name, "media_type": document.media_type, "sha256": document.sha256}
        click.echo(
            json.dumps({"schema_version": 1, "document": head, "sentences": said},
                       ensure_ascii=False, indent=2)
        )  # fmt: skip
        return
    click.echo("difficulty  words  syllables  sentence")
    click.echo("\n".join(map(_line, rows)))


def _line(row: SentenceRow) -> str:
    text = " ".join(row.text.split())
    why = f"  [not scored: {row.reason}]" if row.reason else ""
    return f"{row.difficulty:10.1f}  {row.words:5}  {row.syllables:9}  {text}{why}"
