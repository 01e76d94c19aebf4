"""Thousands of phrases found in one pass over the words of a text.

A phrase is a sequence of normal words (`text.normal`, hyphens split): `T-cell`, `t cell` and
`T cell` are the same. At every word the longest phrase wins, and matches do not overlap.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from auditor.model import Span
from auditor.text import WORD, normal, words

Value = TypeVar("Value")
_BETWEEN = " \t\r\n\u00a0-‐‑\u2009"
# Where words are not plain: an address, or dotted letters.
_POINT_INSIDE = re.compile(r"[.@](?<=[^\W_].)[^\W_]|://(?<=[^\W_]://)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a stretch of text: their normal forms, and where each stands.

    Three plain lists of one length; hyphenated words are parted at their hyphens.
    """

    norms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.norms)

    def written(self, text: str) -> list[str]:
        """The words as they stand in the text."""
        return [text[low:high] for low, high in zip(self.starts, self.ends, strict=True)]

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another."""
        return Span(self.starts[first], self.ends[last])


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The words of a stretch of text, hyphenated ones split at their hyphens."""
    places = _places(text, start, len(text) if end is None else end)
    norms = [text[low:high].lower() for low, high in places]
    together = "".join(norms)
    if together.isascii() and together.isalpha():  # most blocks: nothing to part or to tidy
        return Tokens(norms, [low for low, _ in places], [high for _, high in places])
    norms.clear()
    starts: list[int] = []
    ends: list[int] = []
    for low, high in places:
        norm = text[low:high].lower()
        if not norm.isalpha() or not norm.isascii():
            norm = normal(norm)
            if "-" in norm:
                at = low
                for piece in norm.split("-"):
                    if piece:
                        norms.append(piece)
                        starts.append(at)
                        ends.append(at + len(piece))
                    at += len(piece) + 1
                continue
        norms.append(norm)
        starts.append(low)
        ends.append(high)
    return Tokens(norms, starts, ends)


def _places(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if _POINT_INSIDE.search(text, start, end):
        return [(span.start, span.end) for span in words(text, start, end)]
    return [match.span() for match in WORD.finditer(text, start, end)]


def _key(phrase: str) -> tuple[str, ...]:
    """The normal words of a phrase; of plain words without the cost of looking for others."""
    pieces = phrase.lower().split(" ")
    together = "".join(pieces)
    if together.isascii() and together.isalpha() and "" not in pieces:
        return tuple(pieces)
    return tuple(tokens(phrase).norms)


class Phrases(Generic[Value]):
    """A set of phrases, each with a value."""

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        self._longest: dict[str, int] = {}
        self._second: dict[str, set[str]] = {}  # the words that may follow the first
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, value in pairs:
            key = _key(phrase)
            if not key:
                continue
            self._by_first.setdefault(key[0], {}).setdefault(key, value)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
            if len(key) > 1:
                self._second.setdefault(key[0], set()).add(key[1])

    def __contains__(self, phrase: str) -> bool:
        key = _key(phrase)
        return bool(key) and key in self._by_first.get(key[0], {})

    def find_in(self, text: str) -> Iterator[tuple[Span, Value]]:
        """The same for a short text that has no tokens yet."""
        return self.find(text, tokens(text))

    def find(self, text: str, found: Tokens) -> Iterator[tuple[Span, Value]]:
        """Every phrase among the tokens `found` of `text`, from left to right.

        Only white space and hyphens may stand between the words of a phrase, or the apostrophe of
        an owner.
        """
        norms = found.norms
        by_first = self._by_first
        last, second = len(norms) - 1, self._second
        reached = 0
        for index, norm in enumerate(norms):
            candidates = by_first.get(norm)
            if candidates is None or index < reached:
                continue
            longest = 1
            if index < last and norms[index + 1] in second.get(norm, ()):
                longest = min(self._longest[norm], last + 1 - index)
            for length in range(longest, 0, -1):
                key = tuple(norms[index : index + length])
                if key in candidates and _joined(text, found, index, length):
                    yield found.span(index, index + length - 1), candidates[key]
                    reached = index + length
                    break


class Together(Generic[Value]):
    """Several sets of phrases, searched in one pass: each set's own matches, as `find` gives them."""

    def __init__(self, sets: Sequence[Phrases[Value]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[tuple[int, Value]]]] = {}
        self._longest: dict[str, int] = {}
        self._count = len(sets)
        for number, one in enumerate(sets):
            for first, phrases in one._by_first.items():
                held = self._by_first.setdefault(first, {})
                for key, value in phrases.items():
                    held.setdefault(key, []).append((number, value))
                    self._longest[first] = max(self._longest.get(first, 0), len(key))

    def find(self, text: str, found: Tokens) -> Iterator[tuple[int, Span, Value]]:
        """(number of the set, place, value), in the order of the places."""
        norms = found.norms
        by_first = self._by_first
        reached = [0] * self._count
        for index, norm in enumerate(norms):
            candidates = by_first.get(norm)
            if candidates is None:
                continue
            for length in range(min(self._longest[norm], len(norms) - index), 0, -1):
                holders = candidates.get(tuple(norms[index : index + length]))
                if holders is None or not _joined(text, found, index, length):
                    continue
                for number, value in holders:
                    if reached[number] <= index:
                        reached[number] = index + length
                        yield number, found.span(index, index + length - 1), value


def _joined(text: str, found: Tokens, index: int, length: int) -> bool:
    return all(
        not text[found.ends[at] : found.starts[at + 1]].strip(_BETWEEN) or _owns(text, found, at)
        for at in range(index, index + length - 1)
    )


def _owns(text: str, found: Tokens, at: int) -> bool:
    """Whether only the apostrophe of an owner stands between two words: "Graves' disease"."""
    between = text[found.ends[at] : found.starts[at + 1]]
    return between in ("' ", "’ ") and found.norms[at].endswith("s")
