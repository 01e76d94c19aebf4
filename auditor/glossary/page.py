"""A glossary as a page: a definition list, a table, or bold terms, in HTML, Markdown or plain text."""

from collections.abc import Iterator
from datetime import date

from auditor.errors import DocumentError, GlossaryError
from auditor.facts import entries
from auditor.facts.context import Context
from auditor.facts.entry import Entry
from auditor.glossary.row import Row, row
from auditor.model import Document, Profile
from auditor.parse import EXTENSIONS as READ
from auditor.parse import FORMATS, media_type_of, parse
from auditor.text import Lines

EXTENSIONS = tuple(READ)
MEDIA_TYPES = tuple(FORMATS)
EXPECTED = "write a definition list, a table, or bold terms below the heading ‘Glossary’"
_NOBODY = Profile("", "", "", "", "", (), {}, "never")


def rows(data: bytes, place: str, media_type: str) -> Iterator[Row]:
    """Every entry that a glossary on the page has."""
    name = place.partition("?")[0].partition("#")[0]
    try:
        document = parse(data, name, media_type_of(name, media_type))
    except DocumentError as error:
        raise GlossaryError(place, 0, str(error)) from error
    lines = {part: Lines(text) for part, text in document.parts.items()}
    for entry in entries.compute(document, Context(_NOBODY, date.min), {}):
        if not entry.glossary:
            continue
        part, source = document.to_source(entry.head)
        line = lines[part].point(source.start).line
        yield row(entry.head.of(document.text), _definition(document, entry), line)


def _definition(document: Document, entry: Entry) -> str:
    if entry.shape in ("list", "label"):
        return document.blocks[entry.last].span.of(document.text)
    return entry.gloss
