"""The reading level of each section: the sentences below one heading."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from auditor.facts.context import Context
from auditor.facts.counts import Counted, grades
from auditor.facts.language import Language
from auditor.model import Document, Span

NAME = "sections"
NEEDS: tuple[str, ...] = ("counts", "language")

# A section is short: with fewer words or sentences its grade would be a matter of chance.
LEAST_WORDS = 60
LEAST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading (None before the first), its size, its US grade or None, and the
    mean difficulty of its sentences, from 1 to 6.
    """

    heading: Span | None
    sentences: int
    words: int
    grade: float | None
    difficulty: float


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Section, ...]:
    """The sections that hold scored sentences; none where there are fewer than two."""
    counted: Counted = evidence["counts"]
    language: Language = evidence["language"]
    headings = [
        (index, block.span)
        for index, block in enumerate(document.blocks)
        if block.region == "content" and block.is_a("heading")
    ]
    if not headings or not counted.sentences or not language.is_english:
        return ()
    at = [index for index, _ in headings]
    blocks = [sentence.block for sentence in counted.sentences]
    own = np.searchsorted(at, blocks, side="right")
    many = np.bincount(own, minlength=len(at) + 1)
    words = np.bincount(own, weights=counted.table[:, 1], minlength=len(at) + 1)
    hard = np.bincount(own, weights=counted.difficulty, minlength=len(at) + 1)
    rows = np.zeros((len(at) + 1, counted.table.shape[1]))
    np.add.at(rows, own[counted.whole], counted.table[counted.whole])
    enough = (rows[:, 1] >= LEAST_WORDS) & (rows[:, 0] >= LEAST_SENTENCES)
    graded = dict(zip(np.flatnonzero(enough).tolist(), grades(rows[enough]).tolist(), strict=True))
    found = [
        Section(
            headings[number - 1][1] if number else None,
            int(many[number]),
            int(words[number]),
            graded.get(number),
            float(hard[number] / many[number]),
        )
        for number in np.flatnonzero(many).tolist()
    ]
    return tuple(found) if len(found) > 1 else ()
