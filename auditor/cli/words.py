"""`auditor words`: every different word with its syllables, frequency and difficulty."""

import json
from dataclasses import asdict

import click

from auditor.cli.documents import one_document, one_input
from auditor.errors import DocumentError, UsageError
from auditor.listing import WordRow, line_rows, word_rows
from auditor.parse.decode import decode
from auditor.settings import settings


@click.command("words")
@click.argument("target", metavar="FILE|URL|-")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--lines", is_flag=True, help="Take each line as one word or term, in its order.")
def command(target: str, form: str, lines: bool) -> None:
    """Show each different word with its syllables, how common it is, and how hard.

    Frequency is on the Zipf scale: 7 for “the”, 3 for one use in a million words. Family is the
    most common word that it is made from. Difficulty runs from 0 (very easy) to 1 (very hard).

    \b
    Examples:
      auditor words leaflet.md
      cat draft.txt | auditor words - --format json
      auditor words --lines terms.txt
    """
    rows = _by_line(target) if lines else word_rows(one_document(target, settings()))
    if form == "json":
        said = [asdict(row) for row in rows]
        click.echo(json.dumps({"schema_version": 1, "words": said}, ensure_ascii=False, indent=2))
        return
    wide = max((len(row.word) for row in rows), default=4)
    click.echo(f"{'word':<{wide}}  uses  syllables  from              zipf  family  difficulty")
    click.echo("\n".join(_line(row, wide) for row in rows))


def _by_line(target: str) -> list[WordRow]:
    try:
        text, _ = decode(one_input(target, settings()).data)
    except DocumentError as error:
        raise UsageError(f"{target}: {error}") from error
    return line_rows(text.splitlines())


def _line(row: WordRow, wide: int) -> str:
    return (
        f"{row.word:<{wide}}  {row.uses:4}  {row.syllables:9}  {row.origin:16}  {row.zipf:4.1f}"
        f"  {row.family:6.1f}  {row.difficulty:10.2f}"
    )
