"""`auditor compare`: what a new version of a text lost or changed that readers depend on."""

import json
import sys
from typing import Any

import click

from auditor.cli.documents import one_document
from auditor.meaning import Change, compare
from auditor.model import Document, Span
from auditor.settings import settings
from auditor.text import Lines

_MOST = 100  # characters of a sentence on the terminal
_NAMES = {
    "figure": "number", "dose": "dose", "time": "time", "date": "date", "phone": "number to call",
    "link": "link", "negation": "not, never, without", "warning": "warning",
}  # fmt: skip


@click.command("compare")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(old: str, new: str, form: str) -> None:
    """Say what NEW lost or changed of OLD: numbers, doses, units, times, dates, numbers to call,
    links, negations and warnings.

    \b
    Examples:
      auditor compare leaflet-2024.md leaflet.md
      auditor compare old.html new.html --format json
      git show HEAD:leaflet.md | auditor compare - leaflet.md

    Exit codes: 0 nothing lost or changed, 1 something is, 2 a file cannot be read.
    """
    current = settings()
    first, second = one_document(old, current), one_document(new, current)
    changes = compare(first, second)
    if form == "json":
        click.echo(json.dumps(_json(first, second, changes), indent=2, ensure_ascii=False))
    else:
        for change in changes:
            click.echo(_line(first, second, change))
        click.echo(_summary(changes))
    sys.exit(any(change.what != "added" for change in changes))


def _summary(changes: tuple[Change, ...]) -> str:
    told = [sum(one.what == what for one in changes) for what in ("lost", "changed", "added")]
    if not changes:
        return "Nothing that we look for was lost, changed or added."
    return f"{told[0]} lost, {told[1]} changed, {told[2]} added; look at each."


def _line(old: Document, new: Document, change: Change) -> str:
    document, span = (old, change.old_span) if change.old_span else (new, change.new_span)
    place = _place(document, span)
    where = f"{document.name}:{place['line']}:{place['column']}" if place else document.name
    words = " → ".join(f"“{_short(one)}”" for one in (change.old, change.new) if one)
    return f"{where}: {change.what}: {_NAMES[change.kind]}: {words}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST else words[: _MOST - 1] + "…"


def _json(old: Document, new: Document, changes: tuple[Change, ...]) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "old": old.name,
        "new": new.name,
        "changes": [
            {
                "kind": one.kind,
                "what": one.what,
                "old": {"text": one.old, "place": _place(old, one.old_span)},
                "new": {"text": one.new, "place": _place(new, one.new_span)},
            }
            for one in changes
        ],
    }


def _place(document: Document, span: Span | None) -> dict[str, Any] | None:
    """Part, line and column of the start; lines and columns count from 1."""
    if span is None:
        return None
    part, source = document.to_source(span)
    point = Lines(document.parts[part]).point(source.start)
    return {"part": part, "line": point.line, "column": point.column}
