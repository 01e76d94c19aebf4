"""What the words round a term say of it, by the model fitted to labelled stretches of text.

A stretch is the sentence of a term, the one before and the one after it. Each word counts by where
it stands: before the term or after it in its own sentence, or in a sentence beside.
"""

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from auditor.classifier import TERM, classifier, tokens
from auditor.facts.definitions import Status
from auditor.facts.mentions import Mention
from auditor.facts.page import Page
from auditor.facts.uses import Use

PLACES = ("earlier", "before", "after", "later")
SURE, PARTIAL, UNLIKELY = 2.5, 2.5, -2.5  # log odds
_MOST = 1_000  # code points of a part; what is longer is no sentence
Parts = tuple[str, str, str, str]


class Odds(NamedTuple):
    """The log odds that the words round a term explain it, name only what kind of thing it is, or
    explain it with other hard words. `quote` is the sentence that explains it, if one does.
    """

    explained: float
    partial: float
    weak: float
    quote: str


def placed(parts: Parts, known: Container[str]) -> list[str]:
    """The tokens of a stretch round a term, each with its place."""
    earlier, before, after, later = parts
    found = (
        tokens(earlier, known)[1:-1],
        [*tokens(before, known)[:-1], TERM],
        [TERM, *tokens(after, known)[1:]],
        tokens(later, known)[1:-1],
    )
    return [f"{place}/{one}" for place, part in zip(PLACES, found, strict=True) for one in part]


def parts(page: Page, mention: Mention) -> Parts | None:
    """The stretch round a mention in running text, with the term masked where it is used again.

    Where an element says that a term is defined here, its form is believed and there is no stretch.
    """
    at = page.sentence_at(mention.span.start)
    if at < 0 or page.is_heading(mention) or page.sentences[at].damaged:
        return None
    if any(mention.span.overlaps(one) for one in page.tips.defined):
        return None
    sentence, text = page.sentences[at], page.text
    found = (
        _beside(page, at, at - 1),
        text[sentence.span.start : mention.span.start],
        text[mention.span.end : sentence.span.end],
        _beside(page, at, at + 1),
    )
    return masked(found, mention.span.of(text))


def masked(found: Parts, written: str) -> Parts:
    """The parts of a stretch with `TERM` where the term is used again, and none too long."""
    again = re.compile(rf"(?<!\w){re.escape(written)}s?(?!\w)", re.IGNORECASE)
    earlier, before, after, later = (again.sub(TERM, one[:_MOST]) for one in found)
    return earlier, before, after, later


def _beside(page: Page, at: int, other: int) -> str:
    """The words of a sentence beside another, in the same block."""
    if not 0 <= other < len(page.sentences):
        return ""
    beside = page.sentences[other]
    return beside.span.of(page.text) if beside.block == page.sentences[at].block else ""


def odds(page: Page, uses: Sequence[Use]) -> list[Odds | None]:
    """For each term the odds of the words round its first use; none where that is no sentence."""
    model = classifier("explanations")
    stretches = [parts(page, page.first_use(use.mentions)) for use in uses]
    read = [placed(one, model.known) for one in stretches if one is not None]
    columns = [model.labels[status] for status in ("explained", "partial", "weak")]
    rows = iter(model.scores(read).tolist())
    found: list[Odds | None] = []
    for one in stretches:
        if one is None:
            found.append(None)
            continue
        row = next(rows)
        explained, partial, weak = (row[column] for column in columns)
        quote = _quote(one) if explained > SURE else ""
        found.append(Odds(explained, partial, weak, quote))
    return found


def _quote(one: Parts) -> str:
    """Which of the sentences explains the term: the one without which it is explained least."""
    model = classifier("explanations")
    earlier, before, after, later = one
    without = [(earlier, "", "", later), ("", before, after, later), (earlier, before, after, "")]
    scores = model.scores([placed(each, model.known) for each in without])
    least = int(scores[:, model.labels["explained"]].argmin())
    return (before + after, earlier, later)[least]


def told(one: Odds | None) -> tuple[Status, str] | None:
    """What the odds alone say of a term."""
    if one and one.explained > SURE:
        return "explained", one.quote
    return ("partial", "") if one and one.partial > max(PARTIAL, one.weak) else None


def checked(one: Odds | None, given: Iterator[tuple[Status, str]]) -> Iterator[tuple[Status, str]]:
    """Explanations found by their form; those that the model holds for unlikely only by its kind."""
    for status, quote in given:
        if status != "explained" or one is None or one.explained > UNLIKELY:
            yield status, quote
        elif max(one.partial, one.weak) > 0:
            yield "partial" if one.partial > one.weak else "weak", quote
