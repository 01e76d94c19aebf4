"""Labelled stretches: whether the words round a marked term explain it (README.md tells the rules)."""

import csv
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.facts.stretch import Parts, masked
from auditor.stops import bounds
from auditor.text import Signs
from tests.jargon.measure import FOLDER, paragraphs

STATUSES = ("explained", "partial", "weak")
_MARKED = re.compile(r"\[\[(.+?)\]\]")


class Stretch(NamedTuple):
    """The words round a term, in the four places of `facts/stretch.py`, and how well they explain it."""

    parts: Parts
    status: str


def files() -> list[str]:
    """The names of the files of `stretches/development`."""
    return sorted(path.stem for path in (FOLDER / "stretches" / "development").glob("*.tsv"))


def labelled(name: str) -> Iterator[Stretch]:
    """The stretches of a file."""
    path = FOLDER / "stretches" / "development" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            term = _MARKED.search(row["text"])
            assert term is not None, row
            yield Stretch(
                parts(_MARKED.sub(r"\1", row["text"]), term[1], term.start()), row["status"]
            )


def from_paragraphs() -> Iterator[Stretch]:
    """What stands round the first use of the labelled terms of the development paragraphs."""
    for one in paragraphs("development"):
        if one["media_type"] != "text/plain":
            continue
        text = html.unescape(one["text"])
        for term, status in (one["terms"] or {}).items():
            found = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
            if found is None or status == "explained late":
                continue
            low = text.rfind("\n", 0, found.start()) + 1
            high = text.find("\n", found.end())
            block = text[low : high if high >= 0 else len(text)]
            yield Stretch(parts(block, found[0], found.start() - low), status)


def parts(block: str, term: str, at: int) -> Parts:
    """The stretch round a term, with the term masked where it is used again."""
    sentences = list(bounds(block, 0, len(block), Signs(block)))
    index = next(n for n, (low, high) in enumerate(sentences) if low <= at < high)
    earlier = block[slice(*sentences[index - 1])] if index else ""
    later = block[slice(*sentences[index + 1])] if index + 1 < len(sentences) else ""
    low, high = sentences[index]
    own = earlier, block[low:at], block[at + len(term) : high], later
    return masked(own, term)
