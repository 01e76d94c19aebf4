"""What the words round a term say of it, by the model fitted to labelled stretches of text.

A stretch is the sentence of a term, the one before and the one after it. Each word counts by where
it stands: before the term or after it in its own sentence, or in a sentence beside; those next to
the term, and the first of the next sentence, count once more as such. How much of the term's
definition those words say counts too: who says what the lexicon says explains the term.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from auditor.classifier import TERM, classifier, tokens
from auditor.facts.definitions import Status
from auditor.facts.mentions import Mention
from auditor.facts.overlaps import Overlaps
from auditor.facts.page import Page
from auditor.facts.uses import Use
from auditor.likeness import Meaning, meaning
from auditor.model import Span, Term

PLACES = ("earlier", "before", "after", "later", "left", "right", "start")
SURE, PARTIAL, UNLIKELY = 1.0, 2.0, -2.5  # log odds
_NEAR = 6  # words
_OPENS = 4  # code points: "The "
_MOST = 1_000  # code points of a sentence; what is longer is none
_STEPS, _STEP = 12, 0.06  # of the share of a definition that is said
_VIEWS = ("earlier", "own", "later", "all")
_SAID = {view: tuple(f"said/{view}{step}" for step in range(_STEPS)) for view in _VIEWS}
_UNDEFINED = "said/<undefined>"
SIGNS = (_UNDEFINED, *chain.from_iterable(_SAID.values()))


class Part(NamedTuple):
    """Words near a term, and which words of its meaning they say."""

    words: list[str]
    said: Mapping[int, float] = {}


_NOTHING, _BARE = Part([]), Part([TERM])


class Around(NamedTuple):
    """The four parts round a term, and what the term means, if that is known."""

    earlier: Part
    before: Part
    after: Part
    later: Part
    meaning: Meaning | None

    def tokens(self) -> list[str]:
        """The words with their places, and the signs of what they say."""
        earlier, before, after, later = (part.words for part in self[:4])
        near = before[-_NEAR - 1 : -1], after[1 : _NEAR + 1], later[:_NEAR]
        found = [
            f"{place}/{one}"
            for place, words in zip(PLACES, (earlier, before, after, later, *near), strict=True)
            for one in words
        ]
        return found + self._said()

    def _said(self) -> list[str]:
        """The share of the meaning that each view says, in steps: more steps, more of it."""
        if not self.meaning:
            return [_UNDEFINED]
        earlier, before, after, later = (part.said for part in self[:4])
        found: list[str] = []
        for view, *said in (
            ("earlier", earlier),
            ("own", before, after),
            ("later", later),
            ("all", earlier, before, after, later),
        ):
            found += _SAID[view][: int(self.meaning.share(*said) / _STEP)]
        return found

    def without(self) -> dict[int, "Around"]:
        """The same without one of its sentences each, which is -1, 0 or 1 from the term's own."""
        less = {0: self._replace(before=_BARE, after=_BARE)}
        if self.earlier.words:
            less[-1] = self._replace(earlier=_NOTHING)
        if self.later.words:
            less[1] = self._replace(later=_NOTHING)
        return less


class Odds(NamedTuple):
    """The log odds that the words round a term explain it, name only what kind of thing it is, or
    explain it with other hard words. `quote` is the sentence that explains it, if one does.
    """

    explained: float
    partial: float
    weak: float
    quote: str

    @property
    def lesser(self) -> Status:
        """Which of the two that fall short of an explanation is likelier."""
        return "partial" if self.partial > self.weak else "weak"


class Reader:
    """Reads the words round the terms of a page, each sentence once."""

    def __init__(self, page: Page, uses: Sequence[Use], known: Container[str]) -> None:
        self._page = page
        self._known = known
        self._words: dict[int, list[str]] = {}
        self._meanings = [meaning_of(use.term) for use in uses]
        self._uses = uses
        self._places = Overlaps(
            (mention.span, number) for number, use in enumerate(uses) for mention in use.mentions
        )

    def around(self, number: int, mention: Mention) -> Around | None:
        """What stands round a mention of a term in running text; `number` is the term's own.

        Where an element says that a term is defined here, its form is believed and there is none.
        """
        page = self._page
        at = page.sentence_at(mention.span.start)
        if at < 0 or page.is_heading(mention) or page.sentences[at].damaged:
            return None
        if page.defined.at(mention.span):
            return None
        span = page.sentences[at].span
        start, end = mention.span.start, mention.span.end
        low, high = max(span.start, start - _MOST), min(span.end, end + _MOST)
        before = [*self._masked(number, low, start)[:-1], TERM]
        after = [TERM, *self._masked(number, end, high)[1:]]
        return Around(
            self._beside(number, at, at - 1),
            self._part(number, before),
            self._part(number, after),
            _NOTHING if self._is_of_other(number, at + 1) else self._beside(number, at, at + 1),
            self._meanings[number],
        )

    def _is_of_other(self, number: int, at: int) -> bool:
        """Whether a sentence begins with another term and does not use this one."""
        sentences = self._page.sentences
        if at >= len(sentences):
            return False
        span = sentences[at].span
        later = self._places.at(Span(span.start, span.end))
        if any(owner == number for _, owner in later):
            return False
        return bool(later) and later[0][0].start <= span.start + _OPENS

    def text_of(self, mention: Mention, place: int) -> str:
        """The sentence of a mention, or one beside it."""
        page = self._page
        return page.sentences[page.sentence_at(mention.span.start) + place].span.of(page.text)

    def _beside(self, number: int, at: int, other: int) -> Part:
        """A sentence beside another, in the same block."""
        sentences = self._page.sentences
        if not 0 <= other < len(sentences) or sentences[other].block != sentences[at].block:
            return _NOTHING
        span = sentences[other].span
        high = min(span.end, span.start + _MOST)
        return self._part(number, self._masked(number, span.start, high, other)[1:-1])

    def _part(self, number: int, words: list[str]) -> Part:
        own = self._meanings[number]
        return Part(words, own.said(words) if own else {})

    def _sentence(self, at: int) -> list[str]:
        if at not in self._words:
            span = self._page.sentences[at].span
            high = min(span.end, span.start + _MOST)
            self._words[at] = tokens(self._page.text[span.start : high], self._known)
        return self._words[at]

    def _masked(self, number: int, low: int, high: int, whole: int | None = None) -> list[str]:
        """The tokens of a stretch, with a sign where the term is used again.

        `whole` is the sentence that the stretch is, if it is one.
        """
        text = self._page.text
        pieces: list[str] = []
        reached = low
        for mention in self._uses[number].mentions:
            start, end = mention.span.start, mention.span.end
            if start >= reached and end <= high:
                pieces += text[reached:start], TERM
                reached = end
        if whole is not None and not pieces:
            return self._sentence(whole)
        return tokens("".join((*pieces, text[reached:high])), self._known)


def meaning_of(term: Term) -> Meaning | None:
    """What a term means, if that is known."""
    if not term.definition:
        return None
    return meaning(term.definition, (term.term, *term.variants, *term.abbreviations))


def odds(page: Page, uses: Sequence[Use]) -> list[Odds | None]:
    """For each term the odds of the words round its first use; none where that is no sentence."""
    model = classifier("explanations")
    reader = Reader(page, uses, model.known)
    firsts = [page.first_use(use.mentions) for use in uses]
    arounds = {
        number: around
        for number, first in enumerate(firsts)
        if (around := reader.around(number, first))
    }
    columns = [model.labels[status] for status in ("explained", "partial", "weak")]
    scores = model.scores([one.tokens() for one in arounds.values()])[:, columns].tolist()
    rows = dict(zip(arounds, scores, strict=True))
    telling = _telling({number: one for number, one in arounds.items() if rows[number][0] > SURE})
    quotes = {number: reader.text_of(firsts[number], part) for number, part in telling.items()}
    return [
        Odds._make((*rows[number], quotes.get(number, ""))) if number in rows else None
        for number in range(len(uses))
    ]


def _telling(explained: Mapping[int, Around]) -> dict[int, int]:
    """Which of its sentences explains a term: the one without which it is explained least."""
    model = classifier("explanations")
    column = model.labels["explained"]
    less = [
        (number, place, one)
        for number, around in explained.items()
        for place, one in around.without().items()
    ]
    scores = model.scores([one.tokens() for _, _, one in less])[:, column].tolist()
    best: dict[int, tuple[float, int]] = {}
    for (number, place, _), score in zip(less, scores, strict=True):
        best[number] = min(best.get(number, (score, place)), (score, place))
    return {number: place for number, (_, place) in best.items()}


def classed(one: Odds | None) -> tuple[Status, str] | None:
    """What the odds alone say of a term of which nothing else was found."""
    if one is None or max(one.partial, one.weak) < PARTIAL:
        return None
    return one.lesser, ""


def checked(one: Odds | None, given: Iterator[tuple[Status, str]]) -> Iterator[tuple[Status, str]]:
    """Explanations found by their form, where the model is not sure of one; those that it holds for
    unlikely count only by its kind.
    """
    if one and one.explained > SURE:
        formed = next((quote for status, quote in given if status == "explained"), "")
        yield "explained", formed or one.quote
        return
    for status, quote in given:
        if status != "explained" or one is None or one.explained > UNLIKELY:
            yield status, quote
        elif max(one.partial, one.weak) > 0:
            yield one.lesser, quote
