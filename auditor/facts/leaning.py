"""Explanations that stand on a hard word which the text does not explain itself are weak.

"Cardiomyopathy is a disease of the myocardium." A short one stands on any such word; a longer one on
the noun that it begins with, if there is another such word besides.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from auditor.facts.context import Context
from auditor.facts.definitions import Names, Status, strength, words_of
from auditor.facts.uses import Source
from auditor.model import Term

_HEAD_WORDS = 3  # words before the first comma; fewer are what the explanation stands on
_NAME_WORDS = 5  # so few may be no more than another name
_BRIEF = 11  # words; in so few words a hard one is what the explanation stands on
# Where the first noun ends: "a humanised antibody that …".
_HEAD_END = re.compile(
    r"[,.;:(]|\s(?:that|which|who|when|where|whose|used|made|given|to|for|in|with|from|on|at|by|and|or)\b"
)


_RELATIVE = re.compile(r"\s(?:that|which|who|when|where)\s")


class Judged(Protocol):
    """A term and how it is explained so far; see `explanations.Explained`."""

    term: Term
    status: Status
    quote: str
    source: Source
    spelled_out: bool


class Leaning:
    """What the text leaves unclear, to be looked for in its explanations."""

    def __init__(self, context: Context, found: Iterable[Judged]) -> None:
        found = list(found)
        self._forms = context.lexicon.forms
        self._known: dict[str, frozenset[str]] = {}
        self._clear = self._settled([one for one in found if one.status in _CLEAR])
        self._hard = {
            one.term.term.lower()
            for one in found
            if one.status in ("unexplained", "weak", "partial")
            and one.source in ("candidate", "abbreviation")
        }

    def status(self, one: Judged, text: str) -> Status:
        """How a term is explained, once it is known on what its explanation stands."""
        if one.status not in _CLEAR or not one.quote:
            return one.status
        quote = re.split(r"[,.;:]\s", one.quote)[0]
        if len(words_of(quote)) > _HEAD_WORDS:
            quote = re.split(r",\s(?:and|or)\s(?:an?|the)\s", one.quote)[0]
        unclear = self._unclear(quote, one)
        if not unclear:
            return one.status
        if len(words_of(quote)) >= _BRIEF:
            head = _HEAD_END.split(quote, maxsplit=1)[0]
            return "weak" if len(unclear) > 1 and self._unclear(head, one) else one.status
        head, clause = _RELATIVE.split(quote, maxsplit=1)[0], _RELATIVE.search(quote)
        if (
            clause
            and not self._unclear(head, one)
            and strength(head, Names((one.term.term,))) == "explained"
        ):
            return one.status  # "a brain infection that can happen with natalizumab"
        told = set(words_of(quote)) - {
            word for name in self._inside(quote) for word in words_of(name)
        }
        beside = f"({quote}" in text or f"or {quote}" in text
        return "unexplained" if beside and len(told) <= 3 and not one.spelled_out else "weak"

    def _unclear(self, said: str, one: Judged) -> set[str]:
        own = set(words_of(one.term.term))
        on = self._inside(said) - self._clear - {one.term.term}
        on |= self._hard & set(words_of(said))
        return {name for name in on if not set(words_of(name)) <= own}

    def _inside(self, said: str) -> frozenset[str]:
        if said not in self._known:
            self._known[said] = frozenset(
                form.term.term
                for span, form in self._forms.find_in(said)
                if form.term.explain == "everyone" and form.is_written(span.of(said))
            )
        return self._known[said]

    def _settled(self, told: list[Judged]) -> set[str]:
        """The terms that are clear: two that are only each other's other name are not."""
        waiting = {
            one.term.term: self._inside(one.quote) - {one.term.term}
            if len(words_of(one.quote)) <= _NAME_WORDS
            else frozenset()
            for one in told
        }
        clear = {name for name, needed in waiting.items() if not needed}
        while True:
            more = {
                name
                for name, needed in waiting.items()
                if name not in clear and not needed & waiting.keys() - clear
            }
            if not more:
                return clear
            clear |= more


_CLEAR = ("explained", "explained late")
