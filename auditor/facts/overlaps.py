"""Spans that are looked up by what overlaps them, however many there are."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from auditor.model import Span

Value = TypeVar("Value")


class Overlaps(Generic[Value]):
    """Spans with a value each; they may overlap each other."""

    def __init__(self, pairs: Iterable[tuple[Span, Value]]) -> None:
        self._pairs = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [span.start for span, _ in self._pairs]
        self._reached = list(accumulate((span.end for span, _ in self._pairs), max))

    def at(self, span: Span) -> list[tuple[Span, Value]]:
        """The spans that share a code point with one, in order, with their values."""
        last = first = bisect_left(self._starts, span.end)
        while first and self._reached[first - 1] > span.start:
            first -= 1
        return [pair for pair in self._pairs[first:last] if pair[0].overlaps(span)]
