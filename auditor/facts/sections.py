"""The reading level of each section: the sentences below one heading."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from auditor.facts.context import Context
from auditor.facts.counts import Counted
from auditor.facts.language import Language
from auditor.formulas import grade
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
    own = np.array([bisect_right(at, sentence.block) for sentence in counted.sentences])
    found = []
    for number in np.unique(own).tolist():
        chosen = (own == number) & counted.whole
        counts = counted.counts(chosen)
        enough = counts.words >= LEAST_WORDS and counts.sentences >= LEAST_SENTENCES
        found.append(
            Section(
                headings[number - 1][1] if number else None,
                int((own == number).sum()),
                int(counted.table[own == number, 1].sum()),
                grade(counts) if enough else None,
                float(counted.difficulty[own == number].mean()),
            )
        )
    return tuple(found) if len(found) > 1 else ()
