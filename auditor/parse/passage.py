"""A stretch of text and where each of its characters stands in the file."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence


class Passage:
    """Text that a parser reads, made of pieces that stand in the file as they are.

    A piece is (offset in the text, length, offset in the file). What lies between pieces (a line
    end, an indent, a quote mark) has no place of its own: it maps to the gap in the file.
    """

    def __init__(self, text: str, pieces: Sequence[tuple[int, int, int]], origin: int = 0) -> None:
        self.text = text
        self._starts = [start for start, _, _ in pieces]
        self._lengths = [length for _, length, _ in pieces]
        self._sources = [source for _, _, source in pieces]
        self._origin = origin

    @classmethod
    def whole(cls, text: str) -> "Passage":
        """A file read as it is."""
        return _Whole(text, [(0, len(text), 0)])

    def at(self, offset: int) -> int:
        """Where the character at `offset` starts in the file."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._starts[index] + self._lengths[index]:
            return self._sources[index] + offset - self._starts[index]
        if index + 1 < len(self._starts):
            return self._sources[index + 1]
        return self._end(index)

    def at_end(self, offset: int) -> int:
        """Where the character before `offset` ends in the file."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return self._sources[0] if self._sources else self._origin
        within = min(offset - self._starts[index], self._lengths[index])
        return self._sources[index] + within

    def place(self, start: int, end: int) -> tuple[int, int]:
        """From where to where `start`..`end` stands in the file."""
        first, last = self.at(start), self.at_end(end)
        return (first, last) if first <= last else (last, first)  # the other way: a gap

    def runs(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """The stretches of the file that hold the characters `start`..`end`."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._starts) and self._starts[index] < end:
            first = max(start, self._starts[index])
            last = min(end, self._starts[index] + self._lengths[index])
            if first < last:
                shift = self._sources[index] - self._starts[index]
                yield first + shift, last + shift
            index += 1

    def _end(self, index: int) -> int:
        return self._sources[index] + self._lengths[index] if index >= 0 else self._origin


class _Whole(Passage):
    """A file read as it is: every place is its own."""

    def at(self, offset: int) -> int:
        return offset

    def at_end(self, offset: int) -> int:
        return offset

    def place(self, start: int, end: int) -> tuple[int, int]:
        return start, end

    def runs(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        return ((start, end),) if start < end else ()
