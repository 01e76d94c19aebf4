"""What counts as a line and a word, decided once; sentences are in `stops`. All offsets are code
points.
"""

import re
from bisect import bisect_left, bisect_right
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


# --- words --------------------------------------------------------------------------------

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|gov|edu|ie|eu|int|info|health)\b(?:/[^\s<>\"”]*)?",
    re.IGNORECASE,
)
_POINT_INSIDE = re.compile(r"\.(?=[^\W\d_])")


class Signs:
    """Where in a text there may be an address, and where dotted letters ("e.g.").

    Looked for once, and quickly, so that the many places without either cost nothing more. `None`
    ends of a stretch are the ends of the text.
    """

    def __init__(self, text: str) -> None:
        points = [match.start() for match in _POINT_INSIDE.finditer(text)]
        marks = [match.start() for match in re.finditer("@", text)] if "@" in text else []
        if "://" in text:
            marks += (match.start() for match in re.finditer("://", text))
        self._addresses = sorted([*points, *marks]) if marks else points
        self._dotted = [
            at
            for at in points
            if at and text[at - 1].isalpha() and not text[at - 2 : at - 1].isalnum()
        ]

    def address(self, start: int, end: int) -> bool:
        """Whether an address may stand in the stretch; never wrongly False."""
        return bool(self._addresses) and _any_within(self._addresses, start, end)

    def dotted(self, start: int, end: int) -> bool:
        """Whether dotted letters may stand in the stretch; never wrongly False."""
        return bool(self._dotted) and _any_within(self._dotted, start, end)


def _any_within(places: list[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


# Letters and digits; inside, a hyphen, an apostrophe or an accent, and a point or comma in figures.
WORD = re.compile(
    r"[^\W_]+(?:(?:['’\-‐‑\u00ad](?=[^\W_])|[\u0300-\u036f]+|(?<=\d)[.,](?=\d))[^\W_]*)*"
)
# The same, and dotted letters: "e.g.", "a.m.", "U.S.A".
_DOTTED_WORD = re.compile(r"(?:(?<![^\W_])[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?|" + WORD.pattern)


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]`: hyphens and apostrophes join, slashes and dashes part.

    Web and e-mail addresses are no words. A number with its unit (`250mg`) is one word.
    """
    end = len(text) if end is None else end
    signs = Signs(text[start:end])
    pattern = _DOTTED_WORD if signs.dotted(0, end - start) else WORD
    return [
        Span(*match.span())
        for low, high in _outside_addresses(text, start, end, signs.address(0, end - start))
        for match in pattern.finditer(text, low, high)
    ]


def word_forms(text: str, start: int, end: int, signs: Signs) -> list[str]:
    """The same words as they are written, without their places; `signs` are those of `text`."""
    pattern = _DOTTED_WORD if signs.dotted(start, end) else WORD
    if not signs.address(start, end):
        return pattern.findall(text, start, end)
    return [
        word
        for low, high in _outside_addresses(text, start, end, True)
        for word in pattern.findall(text, low, high)
    ]


def _outside_addresses(text: str, start: int, end: int, maybe: bool) -> Iterator[tuple[int, int]]:
    if maybe:
        for match in ADDRESS.finditer(text, start, end):
            yield start, match.start()
            start = match.end()
    yield start, end


def normal(word: str) -> str:
    """A word as it is looked up: lower case, straight apostrophe and hyphen, no soft hyphen."""
    return word.lower().translate(_NORMAL)


_NORMAL = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u00a0": " "})
