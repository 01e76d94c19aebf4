"""A glossary for the end of a text: what it leaves unexplained, in order of first use.

One module is one format, found by its folder. It has `NAME`, `WORDS` (the name for people),
`MEDIA_TYPE`, `EXTENSION` and `render(entries) -> str`. What `csv` and `json` give can be read again
as an organisation's glossary.
"""

import re
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from auditor.folder import modules
from auditor.model import Report
from auditor.render.glossary.entry import TO_BE_WRITTEN, Entry
from auditor.render.words import one_line

__all__ = ["FORMATS", "TO_BE_WRITTEN", "Entry", "entries", "render"]

FORMATS: dict[str, ModuleType] = {
    module.NAME: module for module in modules(__name__, __path__, "WORDS")
}


def entries(report: Report) -> list[Entry]:
    """An entry for each term that the text does not explain; definitions are the organisation's
    where it has one, else ours, else still to be written.
    """
    rows = [
        row
        for row in report.measures.get("jargon", {}).get("terms", ())
        if row["status"] == "unexplained" and row["everyone"]
    ]
    return [_entry(row) for row in sorted(rows, key=_place)]


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    used = row["first_use"]
    return (used["part"], used["start"]["offset"]) if used else ("", 0)


def _entry(row: Mapping[str, Any]) -> Entry:
    term, definition = one_line(row["term"]), one_line(row["definition"])
    # Reports that were stored by an older version have neither `written` nor `glossary`.
    heading = _heading(term, one_line(row.get("written", term)))
    if not definition:
        return Entry(heading, TO_BE_WRITTEN, "")
    return Entry(heading, definition, "your glossary" if row.get("glossary") else "Auditor")


def render(report: Report, name: str) -> str:
    """The glossary of a report in the format called `name`, one of FORMATS."""
    text: str = FORMATS[name].render(entries(report))
    return text


def _heading(term: str, written: str) -> str:
    """The term as the reader meets it; where that is another name, both."""
    if _key(term) in _key(written):
        return term
    return f"{written} ({term})"


def _key(words: str) -> str:
    """What stays the same when case, hyphens, a plural, or British spelling change."""
    plain = re.sub(r"[^\w]+", "", words.lower()).removesuffix("s").removesuffix("e")
    return plain.replace("ae", "e").replace("oe", "e")
