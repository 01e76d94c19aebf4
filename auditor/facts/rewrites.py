"""What to rewrite first: how much each sentence adds to the grade, and the shortest list that helps.

A sentence's share is the grade of the whole text less the grade without it. The list takes the
sentences with the largest shares, and as few as bring the grade to the target.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from auditor.facts.context import Context
from auditor.facts.counts import Counted, grades
from auditor.facts.reading import Reading
from auditor.facts.sentences import Sentence
from auditor.model import Document

NAME = "rewrites"
NEEDS: tuple[str, ...] = ("counts", "reading")

_MOST = 8  # a longer list is no help to a writer in a hurry
_MOST_ALL_THE_SAME = 5  # where no list reaches the target
_LEAST = 0.5  # grades that a list must save to be worth saying


@dataclass(frozen=True, slots=True)
class Rewrites:
    """The sentences to rewrite, hardest share first, and the US grade now and without them."""

    sentences: tuple[Sentence, ...]
    grade_now: float
    grade_then: float
    reaches: bool


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Rewrites | None:
    """The list; None where the text is too short to score or easy enough already."""
    reading: Reading = evidence["reading"]
    counted: Counted = evidence["counts"]
    now = reading.views["running"].grade
    aim = context.target_grade
    if now is None or aim is None or now <= aim:
        return None
    places = np.flatnonzero(counted.whole)
    rows = counted.table[places]
    total = rows.sum(0)
    order = np.argsort(grades(total - rows), kind="stable")[: min(_MOST, len(rows) // 3)]
    without = grades(total - np.cumsum(rows[order], axis=0))
    if not len(order):
        return None
    enough = np.flatnonzero(without <= aim)
    number = int(enough[0]) + 1 if len(enough) else min(len(order), _MOST_ALL_THE_SAME)
    then = float(without[number - 1])
    if now - then < _LEAST:
        return None
    chosen = tuple(counted.sentences[places[at]] for at in order[:number].tolist())
    return Rewrites(chosen, now, then, bool(len(enough)))
