"""What counts as a line, a word and a sentence, decided once.

All offsets are code points. `sentences` is given the text of one block: a heading, an item or a
cell never joins its neighbour, because it is never in the same call.
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
_ATOM = r"(?:\d+(?:[.,]\d+)*[^\W_]*|[^\W_][^\W_\u0300-\u036f]*[\u0300-\u036f]*[^\W_]*)"
_DOTTED = r"(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
WORD = re.compile(rf"{_DOTTED}|{_ATOM}(?:['’\-‐‑]{_ATOM})*")


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]`: hyphens and apostrophes join, slashes and dashes part.

    Web and e-mail addresses are no words. A number with its unit (`250mg`) is one word.
    """
    end = len(text) if end is None else end
    if "." not in text and "@" not in text:
        return [Span(*match.span()) for match in WORD.finditer(text, start, end)]
    skips = [match.span() for match in ADDRESS.finditer(text, start, end)]
    if not skips:
        return [Span(*match.span()) for match in WORD.finditer(text, start, end)]
    found: list[Span] = []
    at = start
    for skip_start, skip_end in [*skips, (end, end)]:
        found += (Span(*match.span()) for match in WORD.finditer(text, at, skip_start))
        at = skip_end
    return found


def normal(word: str) -> str:
    """A word as it is looked up: lower case, straight apostrophe and hyphen, no soft hyphen."""
    return word.lower().translate(_NORMAL)


_NORMAL = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u00a0": " "})


# --- sentences ----------------------------------------------------------------------------

_STOP = re.compile(r"[.!?…]+[\"'”’)\]»*_]*(?=\s|$)|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")
_NEVER = frozenset(
    "e.g i.e eg ie dr mr mrs ms mx prof st fig figs vs v approx cf ca al vol ed eds pp "
    "dept est ext tel sr jr rev hon viz incl resp".split()
)
_BEFORE_DIGIT = frozenset(
    "no nos p pp fig figs vol ch sec art jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_SOMETIMES = frozenset(
    "a.m p.m u.s u.k u.s.a u.n e.u ph.d m.d b.sc m.sc etc mg ml mcg kg g cm mm km hr hrs min mins "
    "sec inc ltd co corp am pm".split()
)
_LETTER_NAMES = frozenset(
    "hepatitis vitamin vitamins type types group grade stage plan class table part point option "
    "appendix section step level phase scan category and or in with factor".split()
)
_OPENING = "\"'“‘([«*_"
_LAST_WORD = re.compile(r"[^\s(\[\"“‘/–—]+$")
_INNER_CAPITAL = re.compile(r"[a-z]{1,2}[A-Z]")
_ENUMERATION = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|Q\d{1,2})[.)]$")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one block, without the white space around them."""
    end = len(text) if end is None else end
    return list(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    addresses = [match.span() for match in ADDRESS.finditer(text, start, end)]
    begin = start
    for match in _STOP.finditer(text, start, end):
        at = match.end()
        if any(low < match.start() < high for low, high in addresses):
            continue
        if at < end and not _ends(text, begin, match, end):
            continue
        yield from _stripped(text, begin, at)
        begin = at
    yield from _stripped(text, begin, end)


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop at `match` ends a sentence that began at `begin`; more text follows."""
    if match.end() == match.start():
        return True
    stop = match.group()
    follow = text[match.end() : end].lstrip().lstrip(_OPENING).lstrip()
    if not follow:
        return True
    first = follow[0]
    lower = first.islower() and not _INNER_CAPITAL.match(follow)
    if lower and not (stop[0] in "!?" and len(stop) > 1 and stop[1] in "!?"):
        return False
    if not stop.startswith(".") or stop.startswith(".."):
        return True
    before = text[begin : match.start()]
    if _ENUMERATION.fullmatch(before + "."):
        return False
    found = _LAST_WORD.search(before)
    last = found.group() if found else ""
    word = last.lower().rstrip(".")
    if word in _NEVER:
        return False
    if word in _BEFORE_DIGIT and first.isdigit():
        return False
    if word in _SOMETIMES:
        return first.isupper()
    if len(last) == 1 and last.isupper() and first.isupper():
        previous = before[: -len(last)].split()
        return bool(previous) and previous[-1].lower().strip(_OPENING) in _LETTER_NAMES
    return True


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)
