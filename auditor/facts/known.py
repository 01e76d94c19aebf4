"""The reading level once more, with the terms that the text explains counted as known.

Formulas see only letters and syllables: to them an explained "cytokine" is as hard as any. Here each
word of an explained term is counted as if it were the word "thing", wherever the term stands.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from auditor.facts import counts, reading
from auditor.facts.context import Context
from auditor.facts.counts import Counted
from auditor.facts.explanations import Explained
from auditor.facts.reading import Reading
from auditor.facts.sentences import Sentence
from auditor.model import Document
from auditor.text import words

NAME = "known"
NEEDS: tuple[str, ...] = ("sentences", "counts", "language", "reading", "explanations")

_STAND_IN = "thing"


@dataclass(frozen=True, slots=True)
class Known:
    """The reading level with explained terms as known words, and the sentences' mean difficulty,
    1 to 6, None without a sentence.
    """

    reading: Reading
    difficulty: float | None


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Known:
    """Count the sentences that hold an explained term again, and take the views anew."""
    counted: Counted = evidence["counts"]
    places = sorted(
        (mention.span.start, mention.span.end)
        for one in _explained(evidence["explanations"])
        for mention in one.mentions
    )
    changed = _changed(document.text, counted.sentences, places)
    if not changed:
        return Known(evidence["reading"], _mean(counted))
    again = counts.compute(document, context, {"sentences": tuple(changed.values())})
    table, difficulty = counted.table.copy(), counted.difficulty.copy()
    at = list(changed)
    table[at], difficulty[at] = again.table, again.difficulty
    fresh = replace(counted, table=table, difficulty=difficulty)
    return Known(
        reading.compute(document, context, {**evidence, "counts": fresh, "sentences": ()}),
        _mean(fresh),
    )


def _explained(terms: Sequence[Explained]) -> list[Explained]:
    return [one for one in terms if one.status == "explained"]


def _mean(counted: Counted) -> float | None:
    return float(np.mean(counted.difficulty)) if len(counted.difficulty) else None


def _changed(
    text: str, sentences: Sequence[Sentence], places: Sequence[tuple[int, int]]
) -> dict[int, Sentence]:
    """By their index, the sentences that hold a place, its words put in other ones."""
    starts = [one.span.start for one in sentences]
    inside: dict[int, list[tuple[int, int]]] = {}
    for start, end in places:
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= sentences[at].span.end:
            inside.setdefault(at, []).append((start, end))
    found: dict[int, Sentence] = {}
    for at, own in inside.items():
        sentence = sentences[at]
        spans = words(text, sentence.span.start, sentence.span.end)
        if len(spans) != len(sentence.words):
            continue
        said = tuple(
            _STAND_IN if any(low < span.end and span.start < high for low, high in own) else word
            for span, word in zip(spans, sentence.words, strict=True)
        )
        found[at] = sentence._replace(words=said)
    return found
