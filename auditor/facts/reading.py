"""Reading level: counts and formulas in three views of the text, and a band instead of a number.

The views differ in what a list is. `running`: whole sentences only, the headline. `items`: every
list item and lead-in is a sentence too. `joined`: a lead-in and its unfinished items are one
sentence. Formulas differ by several grades on the same text (STANDARDS 1.6), so the band runs from
the lowest to the highest median grade of the views, widened by the standard error that McLaughlin
gives for SMOG, 1.5 grades, divided among the five formulas whose median is taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import median
from typing import Any

from auditor.facts.context import Context
from auditor.facts.sentences import Sentence
from auditor.formulas import FORMULAS, GRADES, Counts, reading_age
from auditor.model import Document, Span
from auditor.syllables import syllables
from auditor.text import normal, words

NAME = "reading"
NEEDS: tuple[str, ...] = ("sentences",)

LEAST_WORDS = 100
LEAST_SENTENCES = 10
STANDARD_ERROR = 1.5159 / sqrt(len(GRADES))
_PROSE = ("paragraph", "quote", "definition", "item", "cell")


@dataclass(frozen=True, slots=True)
class View:
    """One way to see the text: its counts and, if there is enough of it, its formulas."""

    counts: Counts
    formulas: Mapping[str, float]

    @property
    def grade(self) -> float | None:
        """The median of the grade formulas, a US grade."""
        return median(self.formulas[name] for name in GRADES) if self.formulas else None


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


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Reading:
    """Count the three views and take the band."""
    all_sentences: Sequence[Sentence] = evidence["sentences"]
    scored = [
        sentence
        for sentence in all_sentences
        if not sentence.damaged and any(sentence.kind.startswith(kind) for kind in _PROSE)
    ]
    counter = _Counter(document.text)
    views = {
        "running": counter.view([s.words] for s in scored if _is_whole(document, s)),
        "items": counter.view([s.words] for s in scored if len(s.words) > 1 or s.complete),
        "joined": counter.view(_joined(document, scored)),
    }
    grades = [view.grade for view in views.values() if view.grade is not None]
    band = (min(grades) - STANDARD_ERROR, max(grades) + STANDARD_ERROR) if grades else None
    most = max(views.values(), key=lambda view: view.counts.words).counts
    reason = (
        ""
        if band
        else f"not enough text: {most.words} words in {most.sentences} sentences; "
        f"we need {LEAST_WORDS} words and {LEAST_SENTENCES} sentences"
    )
    return Reading(views, band, reason, tuple(_left_out(document, all_sentences)))


def _is_whole(document: Document, sentence: Sentence) -> bool:
    if not sentence.complete:
        return False
    return sentence.kind != "item" or (
        len(sentence.words) > 3 and not document.text[sentence.span.start].islower()
    )


def _joined(document: Document, scored: Sequence[Sentence]) -> Iterable[list[tuple[Span, ...]]]:
    """Each sentence as its pieces: a lead-in with a colon takes the unfinished items below it."""
    lead: list[tuple[Span, ...]] = []
    for sentence in scored:
        fragment = sentence.kind == "item" and not _is_whole(document, sentence)
        if lead and fragment:
            lead.append(sentence.words)
            continue
        if lead:
            yield lead
            lead = []
        if document.text[sentence.span.end - 1] == ":":
            lead = [sentence.words]
        else:
            yield [sentence.words]
    if lead:
        yield lead


class _Counter:
    """Counts words once each, however many views they stand in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Span, tuple[int, int, int, bool]] = {}

    def view(self, sentences: Iterable[list[tuple[Span, ...]]]) -> View:
        count = total = spoken = letters = characters = poly = hard = 0
        for pieces in sentences:
            count += 1
            first = True
            for piece in pieces:
                for span in piece:
                    beats, alphabetic, strokes, is_complex = self._word(span, first)
                    first = False
                    total += 1
                    spoken += beats
                    letters += alphabetic
                    characters += strokes
                    poly += beats >= 3
                    hard += is_complex
        counts = Counts(count, total, spoken, letters, characters, poly, hard)
        if total < LEAST_WORDS or count < LEAST_SENTENCES:
            return View(counts, {})
        return View(counts, {name: formula(counts) for name, formula in FORMULAS.items()})

    def _word(self, span: Span, first: bool) -> tuple[int, int, int, bool]:
        known = self._known.get(span)
        if known is None:
            word = span.of(self._text)
            norm = normal(word)
            beats = syllables(norm)
            letters = sum(char.isalpha() for char in word)
            strokes = sum(char.isalnum() for char in word)
            known = (beats, letters, strokes, _is_complex(word, norm, beats, first))
            self._known[span] = known
        return known


def _is_complex(word: str, norm: str, beats: int, first: bool) -> bool:
    """Gunning's hard word: not a name, and not three syllables only by its ending or a hyphen."""
    if beats < 3 or (word[0].isupper() and not first):
        return False
    if "-" in norm:
        return any(syllables(piece) >= 3 for piece in norm.split("-") if piece)
    for ending in ("es", "ed", "ing"):
        if norm.endswith(ending) and beats == 3:
            base = norm.removesuffix(ending)
            return syllables(base) >= 3 or syllables(base + "e") >= 3
    return True


def _left_out(document: Document, sentences: Sequence[Sentence]) -> Iterable[LeftOut]:
    tally: dict[str, tuple[int, int]] = {}

    def add(reason: str, count: int) -> None:
        blocks, total = tally.get(reason, (0, 0))
        tally[reason] = (blocks + 1, total + count)

    for block in document.blocks:
        if block.region != "content" or not any(block.is_a(kind) for kind in _PROSE):
            reason = block.reason or f"a {block.kind.partition('.')[0]}"
            add(reason, len(words(document.text, block.span.start, block.span.end)))
    for sentence in sentences:
        if sentence.damaged:
            add("a sentence from which words seem to be lost", len(sentence.words))
    return (LeftOut(reason, *counts) for reason, counts in tally.items())


def as_json(view: View) -> dict[str, Any]:
    """The view as plain JSON values, rounded to two decimals."""
    counts = view.counts
    return {
        **asdict(counts),
        "words_per_sentence": round(counts.words / counts.sentences, 2)
        if counts.sentences
        else None,
        "formulas": {name: round(value, 2) for name, value in view.formulas.items()},
    }
