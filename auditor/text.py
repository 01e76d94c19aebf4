"""What counts as a line and a word, decided once; sentences are in `stops`. All offsets are code
points.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from auditor.model import Point, Span

# --- lines --------------------------------------------------------------------------------


class Lines:
    """Line starts of a text, so that a position costs a bisection; any line end counts."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
        self._mark = 1 if text.startswith("\ufeff") else 0

    def point(self, offset: int) -> Point:
        """The 1-based line and column of a 0-based offset; a byte order mark has no column."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return Point(line, max(1, column - self._mark) if line == 1 else column, offset)


def utf16_offsets(text: str) -> list[int] | None:
    """For every UTF-16 unit the code point it belongs to; None where the two are the same."""
    if text.isascii() or max(text) < "\U00010000":
        return None
    units: list[int] = []
    for index, char in enumerate(text):
        units.extend((index, index) if char > "\uffff" else (index,))
    units.append(len(text))
    return units


# --- words --------------------------------------------------------------------------------

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|gov|edu|ie|eu|int|info|health)\b(?:/[^\s<>\"”]*)?",
    re.IGNORECASE,
)
_ADDRESS_SIGN = re.compile(r"[^\W_](?:@|://|\.[^\W\d_]{2})")


def has_address(text: str, start: int, end: int) -> bool:
    """Whether a web or e-mail address may stand there; a quick look that is never wrongly False."""
    return _ADDRESS_SIGN.search(text, start, end) is not None


# Letters and digits; inside, a hyphen, an apostrophe or an accent, and a point or comma in figures.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’\-‐‑\u00ad](?=[^\W_])|(?<=\d)[.,](?=\d))*")
# The same, and dotted letters: "e.g.", "a.m.", "U.S.A".
_DOTTED_WORD = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|" + WORD.pattern)
_DOTTED_SIGN = re.compile(r"(?<![^\W_])[^\W\d_]\.[^\W\d_]\b")


def _pattern(text: str, start: int, end: int) -> re.Pattern[str]:
    return _DOTTED_WORD if _DOTTED_SIGN.search(text, start, end) else WORD


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]`: hyphens and apostrophes join, slashes and dashes part.

    Web and e-mail addresses are no words. A number with its unit (`250mg`) is one word.
    """
    end = len(text) if end is None else end
    pattern = _pattern(text, start, end)
    return [
        Span(*match.span())
        for low, high in _outside_addresses(text, start, end)
        for match in pattern.finditer(text, low, high)
    ]


def word_forms(text: str, start: int, end: int) -> list[str]:
    """The same words as they are written, without their places."""
    pattern = _pattern(text, start, end)
    if not has_address(text, start, end):
        return pattern.findall(text, start, end)
    return [
        word
        for low, high in _outside_addresses(text, start, end)
        for word in pattern.findall(text, low, high)
    ]


def _outside_addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if has_address(text, start, end):
        for match in ADDRESS.finditer(text, start, end):
            yield start, match.start()
            start = match.end()
    yield start, end


def normal(word: str) -> str:
    """A word as it is looked up: lower case, straight apostrophe and hyphen, no soft hyphen."""
    return word.lower().translate(_NORMAL)


_NORMAL = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u00a0": " "})
