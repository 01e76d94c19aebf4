"""Labelled stretches: whether the words round a marked term explain it (README.md tells the rules)."""

import csv
import re
from collections.abc import Container, Iterator
from typing import Any, NamedTuple

from auditor.facts import labels, shown
from auditor.facts.context import Context
from auditor.facts.page import Page
from auditor.facts.stretch import Around, Reader
from auditor.library import Library
from auditor.model import Document, Span
from tests.jargon.measure import FOLDER, TODAY, evidence, paragraphs, places

STATUSES = ("explained", "partial", "weak")
_MARKED = re.compile(r"\[\[(.+?)\]\]")


class Row(NamedTuple):
    """A text, a term in it with the place where it begins, and how well it is explained."""

    text: str
    term: str
    at: int
    status: str


class Stretch(NamedTuple):
    """What the code sees round a term, and how well it is explained."""

    around: Around
    status: str


def files(folder: str = "development") -> list[str]:
    """The names of the files of `stretches/development` or `stretches/held_out`."""
    return sorted(path.stem for path in (FOLDER / "stretches" / folder).glob("*.tsv"))


def rows(name: str, folder: str = "development") -> Iterator[Row]:
    """The stretches of a file as they are written."""
    path = FOLDER / "stretches" / folder / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            term = _MARKED.search(row["text"])
            assert term is not None, row
            yield Row(_MARKED.sub(r"\1", row["text"]), term[1], term.start(), row["status"])


def labelled(name: str, library: Library, known: Container[str]) -> Iterator[Stretch]:
    """The stretches of a development file, but for those whose term the code does not see."""
    for row in rows(name):
        marked = Span(row.at, row.at + len(row.term))
        told_from = evidence(row.text, "text/plain", library)
        yield from _stretches(*told_from, {marked: row.status}, library, known)


def from_paragraphs(library: Library, known: Container[str]) -> Iterator[Stretch]:
    """What stands round the first use of the labelled terms of the development paragraphs."""
    for one in paragraphs("development"):
        document, found = evidence(one["text"], one["media_type"], library)
        marked = {
            span: "unexplained" if status == "explained late" else status
            for label, status in (one["terms"] or {}).items()
            for span in places(document, label)
        }
        yield from _stretches(document, found, marked, library, known)


def _stretches(
    document: Document,
    found: dict[str, Any],
    marked: dict[Span, str],
    library: Library,
    known: Container[str],
) -> Iterator[Stretch]:
    """The stretches round marked terms that nothing but running text explains."""
    page = Page(document, found["sentences"], found["entries"], found["tips"], found["uses"])
    reader = Reader(page, found["uses"], known)
    context = Context(library.profiles["uk-patient"], TODAY, library.lexicon)
    for number, use in enumerate(found["uses"]):
        first = page.first_use(use.mentions)
        status = next((marked[span] for span in marked if _is_same(span, first.span)), None)
        around = reader.around(number, first) if status else None
        if around is None or status is None:
            continue
        apart = [*shown.found(page, use, first, context), *labels.found(page, use, first)]
        if not any(told == "explained" for told, _ in apart):
            yield Stretch(around, status)


def _is_same(one: Span, other: Span) -> bool:
    """Whether a term of the code is the marked one, or nearly so."""
    return one.overlaps(other) and abs(len(one) - len(other)) <= max(len(one), len(other)) / 2
