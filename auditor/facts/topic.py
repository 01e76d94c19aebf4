"""The one long word that a text cannot do without, and how much of the grade is due to it.

Shown beside the grade and never taken off it: WCAG 3.1.5 leaves out names and titles only.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from auditor.facts.context import Context
from auditor.facts.counts import Counted
from auditor.facts.reading import Reading
from auditor.formulas import grade
from auditor.model import Document
from auditor.syllables import syllables
from auditor.text import normal

NAME = "topic"
NEEDS: tuple[str, ...] = ("counts", "reading")

_LEAST_SYLLABLES = 4
_LEAST_LETTERS = 7
_LEAST_USES = 4
_STAND_IN = 2  # syllables of the word it is measured against
_STAND_IN_LETTERS = 6
_LEAST_GRADES = 0.3


@dataclass(frozen=True, slots=True)
class Topic:
    """The word, how often it is used, and the US grades that it adds."""

    word: str
    uses: int
    grades: float


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Topic | None:
    """The most used long word of the whole sentences, where it adds something; else None."""
    counted: Counted = evidence["counts"]
    reading: Reading = evidence["reading"]
    view = reading.views["running"]
    if view.grade is None:
        return None
    uses = Counter(
        [
            word
            for sentence in counted.sentences
            if sentence.complete
            for word in sentence.words
            if len(word) > _LEAST_LETTERS
        ]
    )
    families: Counter[str] = Counter()
    for written, number in uses.items():
        families[normal(written).removesuffix("s")] += number
    for word, number in families.most_common():
        if number < _LEAST_USES:
            return None
        beats = syllables(word)
        if beats < _LEAST_SYLLABLES:
            continue
        counts = view.counts
        fewer = number * (len(word) - _STAND_IN_LETTERS)
        without = replace(
            counts,
            syllables=counts.syllables - number * (beats - _STAND_IN),
            letters=counts.letters - fewer,
            characters=counts.characters - fewer,
            polysyllables=counts.polysyllables - number,
            complex_words=max(0.0, counts.complex_words - number),
        )
        grades = view.grade - grade(without)
        return Topic(word, number, grades) if grades >= _LEAST_GRADES else None
    return None
