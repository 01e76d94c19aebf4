"""`auditor blocks`: what the auditor saw in a document, a line a block, and why some is left out."""

import json
from pathlib import Path
from typing import Any

import click

from auditor.cli.session import configured
from auditor.errors import DocumentError
from auditor.inputs import Input, is_address, read, standard_input
from auditor.measures import Places
from auditor.model import Document, Location
from auditor.parse import media_type_of, parse
from auditor.settings import Settings, settings
from auditor.tools.fetch import DOCUMENT_TYPES, Fetcher

_SHOWN = 60  # characters of a block on the terminal


@click.command("blocks")
@click.argument("target", metavar="FILE|URL|-")
@click.option("--format", "form", type=click.Choice(["line", "json"]), default="line")
@click.option("--stdin-filename", default="-", metavar="NAME", help="What `-` is called.")
@click.option("--config", default="", metavar="FILE", help="Use this auditor.toml.")
def command(target: str, form: str, stdin_filename: str, config: str) -> None:
    """Show what a document is made of: place, kind, region and reason of every block.

    Only content is scored; the rest may still hold a required statement.

    \b
    Examples:
      auditor blocks page.html
      auditor blocks https://example.org/knee --format json
      cat pasted.txt | auditor blocks -
    """
    found = _input(target, stdin_filename, settings())
    if found.error:
        raise DocumentError(found.error)
    document = parse(found.data, found.name, media_type_of(found.name, found.media_type))
    document = configured(config).choice.applied(document)
    if form == "json":
        click.echo(json.dumps(_json(document), indent=2, ensure_ascii=False))
    else:
        for line in _lines(document):
            click.echo(line)


def _input(target: str, stdin_filename: str, current: Settings) -> Input:
    if is_address(target):
        with Fetcher(current) as fetcher:
            page = fetcher.get(target, DOCUMENT_TYPES)
        return Input(page.url, page.as_utf8, page.media_type)
    if target != "-":
        return read(Path(target), current.max_bytes)
    return standard_input(stdin_filename, current.max_bytes)


def _lines(document: Document) -> list[str]:
    places = Places(document)
    lines = []
    for block in document.blocks:
        location = places.at(block.span)
        text = " ".join(block.span.of(document.text).split())
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        region = f"{block.region} ({block.reason})" if block.reason else block.region
        place = _place(location)
        lines.append(f"{place:<9} {block.kind:<12} {region}: {shown}")
    return lines


def _place(location: Location) -> str:
    """`12:1` in a file of lines; `paragraph 12, character 1` in one of parts."""
    line, column = location.start.line, location.start.column
    if not location.part:
        return f"{line}:{column}"
    within = f"line {line}, " if location.part.startswith("page") else ""
    return f"{location.part}, {within}character {column}"


def _json(document: Document) -> dict[str, Any]:
    places = Places(document)
    return {
        "schema_version": 1,
        "document": {
            "name": document.name,
            "media_type": document.media_type,
            "sha256": document.sha256,
            "language": document.language,
            "title": document.metadata.get("title", ""),
            "notes": list(document.notes),
        },
        "blocks": [
            {
                "kind": block.kind,
                "region": block.region,
                "reason": block.reason,
                "text": block.span.of(document.text),
                "location": places.json(block.span),
            }
            for block in document.blocks
        ],
    }
