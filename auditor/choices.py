"""Words and patterns that each stand for a value, found in one pass.

Plain words are found as phrases, however many there are; what has signs of a pattern is matched as
one. A pattern must be `exact`; a phrase that is not is found with a hyphen for a space as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from auditor.model import Span
from auditor.patterns import PatternSet, pattern
from auditor.phrases import Phrases, Tokens

Value = TypeVar("Value")
_LITERAL = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*")


class Choices(Generic[Value]):
    """Literals and patterns after Vale's meaning, each with a value."""

    def __init__(
        self,
        pairs: Iterable[tuple[str, Value]],
        *,
        ignorecase: bool,
        nonword: bool = False,
        exceptions: Sequence[str] = (),
    ) -> None:
        """Raises ValueError when a pattern is not valid.

        `exceptions` are patterns; a match that holds one of them as a word is none.
        """
        literal: list[tuple[str, tuple[str, Value]]] = []
        patterns: list[tuple[str, Value]] = []
        for key, value in pairs:
            if _LITERAL.fullmatch(key) and not nonword:
                literal.append((key, (key if not ignorecase else key.lower(), value)))
            else:
                patterns.append((key, value))
        self._ignorecase = ignorecase
        self._phrases = Phrases(literal)
        edge = "" if nonword else r"\b"
        self._patterns = PatternSet((f"{edge}(?:{key}){edge}" for key, _ in patterns), ignorecase)
        self._values = [value for _, value in patterns]
        inside = "|".join(exceptions)
        self._harmless = pattern(rf"\b(?:{inside})\b", ignorecase=False) if inside else None

    def find(self, text: str, span: Span, tokens: Tokens) -> Iterator[tuple[Span, Value]]:
        """Matches in the stretch `span` of `text`, whose words are `tokens`, literals first. May
        raise PatternTimeout.
        """
        for place, value in self._matches(text, span, tokens):
            if self._harmless is None or not self._harmless.search(place.of(text)):
                yield place, value

    def _matches(self, text: str, span: Span, tokens: Tokens) -> Iterator[tuple[Span, Value]]:
        for place, (key, value) in self._phrases.find(text, tokens):
            words = place.of(text)
            if key == (words.lower() if self._ignorecase else words):
                yield place, value
        if self._values:
            for start, end, number in self._patterns.find(span.of(text)):
                yield Span(start, end).shift(span.start), self._values[number]
