"""Thousands of phrases found in one pass over the words of a text.

A phrase is a sequence of normal words (`text.normal`, hyphens split): `T-cell`, `t cell` and
`T cell` are the same. At every word the longest phrase wins, and matches do not overlap.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from auditor.model import Span
from auditor.text import normal, words

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or one half of a hyphenated word: where it stands, and its normal form."""

    span: Span
    norm: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of a stretch of text, hyphenated ones split at their hyphens."""
    found: list[Token] = []
    for span in words(text, start, end):
        norm = normal(span.of(text))
        if "-" not in norm:
            found.append(Token(span, norm))
            continue
        at = span.start
        for piece in norm.split("-"):
            if piece:
                found.append(Token(Span(at, at + len(piece)), piece))
            at += len(piece) + 1
    return found


class Phrases(Generic[Value]):
    """A set of phrases, each with a value."""

    def __init__(self, phrases: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        self._longest: dict[str, int] = {}
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, value in pairs:
            key = tuple(token.norm for token in tokens(phrase))
            if not key:
                continue
            self._by_first.setdefault(key[0], {}).setdefault(key, value)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, text: str, found: Sequence[Token]) -> Iterator[tuple[Span, Value]]:
        """Every phrase among the tokens `found` of `text`, from left to right.

        Only white space and hyphens may stand between the words of a phrase.
        """
        index = 0
        while index < len(found):
            norm = found[index].norm
            candidates = self._by_first.get(norm)
            step = 1
            if candidates is not None:
                for length in range(min(self._longest[norm], len(found) - index), 0, -1):
                    key = tuple(token.norm for token in found[index : index + length])
                    if key in candidates and _joined(text, found, index, length):
                        yield (
                            Span(found[index].span.start, found[index + length - 1].span.end),
                            candidates[key],
                        )
                        step = length
                        break
            index += step


def _joined(text: str, found: Sequence[Token], index: int, length: int) -> bool:
    return all(
        not text[found[at].span.end : found[at + 1].span.start].strip(" \t\r\n\u00a0-‐‑\u2009")
        for at in range(index, index + length - 1)
    )
