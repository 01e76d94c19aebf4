"""Reading level: formulas in three views of the text, and a band instead of a number.

The views differ in what a list is. `running`: whole sentences only, the headline. `items`: every
list item and lead-in is a sentence too. `joined`: a lead-in and its unfinished items are one
sentence. Formulas differ by several grades on the same text (STANDARDS 1.6), so the band runs from
the lowest to the highest median grade of the views, widened by the standard error of one formula,
1.5 grades, divided by the root of the five formulas whose median is taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from auditor.facts.context import Context
from auditor.facts.counts import PROSE, Counted
from auditor.facts.language import Language
from auditor.facts.sentences import Sentence
from auditor.formulas import FORMULAS, GRADES, STANDARD_ERROR, Counts, grade, reading_age
from auditor.model import Document
from auditor.text import Signs, word_forms

NAME = "reading"
NEEDS: tuple[str, ...] = ("sentences", "counts", "language")

LEAST_WORDS = 100
LEAST_SENTENCES = 10
FIRM_SENTENCES = 30
_HALF_BAND = STANDARD_ERROR / sqrt(len(GRADES))


@dataclass(frozen=True, slots=True)
class View:
    """One way to see the text: its counts and, if there is enough of it, its formulas."""

    counts: Counts
    formulas: Mapping[str, float]
    grade: float | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Blocks or sentences that were not counted, and why."""

    reason: str
    blocks: int
    words: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything known of the reading level; `band` is in US grades, None without enough text."""

    views: Mapping[str, View]
    band: tuple[float, float] | None
    reason: str
    left_out: tuple[LeftOut, ...]

    @property
    def ages(self) -> tuple[float, float] | None:
        """The band as UK reading ages in years."""
        return (reading_age(self.band[0]), reading_age(self.band[1])) if self.band else None

    @property
    def is_firm(self) -> bool:
        """Whether there are the 30 sentences that SMOG asks for; fewer give only an indication."""
        return bool(self.views) and self.views["running"].counts.sentences >= FIRM_SENTENCES


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Reading:
    """Take the three views and the band."""
    counted: Counted = evidence["counts"]
    language: Language = evidence["language"]
    left_out = tuple(_left_out(document, evidence["sentences"]))
    everything = counted.counts()
    long_or_complete = counted.complete | (counted.table[:, 1] > 1)
    joined = replace(everything, sentences=_groups(counted))
    counts = {
        "running": counted.counts(counted.whole),
        "items": counted.counts(long_or_complete),
        "joined": joined,
    }
    if not language.is_english:
        views = {name: View(one, {}, None) for name, one in counts.items()}
        return Reading(views, None, language.reason, left_out)
    views = {name: _view(one) for name, one in counts.items()}
    grades = [view.grade for view in views.values() if view.grade is not None]
    band = (min(grades) - _HALF_BAND, max(grades) + _HALF_BAND) if grades else None
    return Reading(views, band, "" if band else not_enough(counts.values()), left_out)


def not_enough(counts: Iterable[Counts]) -> str:
    """The sentence for a text that is too short to score."""
    most = max(counts, key=lambda one: float(one.words))
    return (
        f"not enough text: {most.words:,.0f} words in {most.sentences:,.0f} sentences; "
        f"we need {LEAST_WORDS} words and {LEAST_SENTENCES} sentences"
    )


def _view(counts: Counts) -> View:
    if counts.words < LEAST_WORDS or counts.sentences < LEAST_SENTENCES:
        return View(counts, {}, None)
    formulas = {name: float(formula(counts)) for name, formula in FORMULAS.items()}
    return View(counts, formulas, grade(counts))


def _groups(counted: Counted) -> float:
    """How many sentences there are when a lead-in takes the unfinished items below it."""
    if not counted.leads.any():
        return float(len(counted.sentences))
    total = 0
    open_lead = False
    for sentence, whole, lead in zip(
        counted.sentences, counted.whole.tolist(), counted.leads.tolist(), strict=True
    ):
        if open_lead and not whole and sentence.kind == "item":
            continue
        total += 1
        open_lead = lead
    return float(total)


def _left_out(document: Document, sentences: Sequence[Sentence]) -> Iterable[LeftOut]:
    tally: dict[str, tuple[int, int]] = {}

    def add(reason: str, count: int) -> None:
        blocks, total = tally.get(reason, (0, 0))
        tally[reason] = (blocks + 1, total + count)

    signs = Signs(document.text)
    for block in document.blocks:
        kind = block.kind.partition(".")[0]
        if block.region != "content" or kind not in PROSE:
            reason = block.reason or f"a {kind}"
            add(reason, len(word_forms(document.text, block.span.start, block.span.end, signs)))
    for sentence in sentences:
        if sentence.damaged:
            add("a sentence from which words seem to be lost", len(sentence.words))
    return (LeftOut(reason, *counts) for reason, counts in tally.items())
