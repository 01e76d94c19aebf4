"""The lines of a PDF's page: pieces of text on one height, with their boxes, in reading order.

Boxes are in points from the page's lower left corner. pdfium gives characters in the order in which
the page draws them; lines, columns and gaps are told here by where they stand.
"""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from auditor.pdfium.pages import Line

MOST_CHARS = 100_000  # of one page
_GAP = 2.0  # of a line's height: a wider gap between words parts two columns or cells
_HYPHENS = (0x02, 0xAD, 0xFFFE)  # what pdfium makes of a hyphen at a line's end
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_COLUMN_LINES = 3
_COLUMN_LETTERS = 15
_CROSSING = 0.35  # the most of a page's lines that may run across both columns
_MOST_COLUMNS = 4


def lines_of(page: Any) -> tuple[list[Line], bool]:
    """The lines of a textpage of pdfium in drawing order, and whether there were too many letters."""
    count = pdfium.FPDFText_CountChars(page)
    found: list[Line] = []
    reader = _Reader(page)
    for index in range(min(count, MOST_CHARS)):
        line = reader.take(index)
        if line is not None:
            found.append(line)
    last = reader.line()
    return [*found, *([last] if last else [])], count > MOST_CHARS


class _Reader:
    """Puts characters together to lines."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._rect = pdfium.FS_RECTF()
        self._chars: list[str] = []
        self._space = False
        self._box = (0.0, 0.0, 0.0, 0.0)  # left, right, bottom, top
        self._bold = False
        self._mark = -1

    def take(self, index: int) -> Line | None:
        """The next character; returns the line that it ends."""
        code = pdfium.FPDFText_GetUnicode(self._page, index)
        if code in (0x0D, 0x0A):
            return self._restart()
        if code in (0x20, 0x09, 0xA0) or code == 0:
            self._space = bool(self._chars)
            return None
        if not pdfium.FPDFText_GetLooseCharBox(self._page, index, ctypes.byref(self._rect)):
            return None
        rect = self._rect
        left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
        done = None
        if self._chars and not self._follows(left, bottom, top):
            done = self._restart()
        mark = self._mark_of(index) if not self._chars or self._space else self._mark
        if self._chars and mark != self._mark and mark >= 0:
            done = self._restart()
        if not self._chars:
            self._box = (left, right, bottom, top)
            self._bold = self._is_bold(index)
            self._mark = mark
        elif self._space:
            self._chars.append(" ")
        self._space = False
        self._chars.append("-" if code in _HYPHENS else _char(code))
        at = self._box
        self._box = (min(at[0], left), max(at[1], right), min(at[2], bottom), max(at[3], top))
        return done

    def _is_bold(self, index: int) -> bool:
        """By the font's name; the weight that pdfium tells is a guess where it is not said."""
        size = pdfium.FPDFText_GetFontInfo(self._page, index, None, 0, None)
        if not 0 < size < 1000:
            return False
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFText_GetFontInfo(self._page, index, buffer, size, None)
        return bool(_BOLD.search(buffer.value))

    def _mark_of(self, index: int) -> int:
        thing = pdfium.FPDFText_GetTextObject(self._page, index)
        return int(pdfium.FPDFPageObj_GetMarkedContentID(thing)) if thing else -1

    def _follows(self, left: float, bottom: float, top: float) -> bool:
        """Whether a character goes on with the line: on its height, and not far to the right."""
        _, right, low, high = self._box
        height = max(0.1, min(high - low, top - bottom))
        level = min(high, top) - max(low, bottom) >= 0.4 * height
        return level and -height <= left - right <= _GAP * (high - low)

    def _restart(self) -> Line | None:
        done = self.line()
        self._chars, self._space = [], False
        return done

    def line(self) -> Line | None:
        """The line so far."""
        if not self._chars:
            return None
        left, right, bottom, top = self._box
        return Line("".join(self._chars), left, right, bottom, top, self._bold, self._mark)


def _char(code: int) -> str:
    char = chr(code) if code < 0x110000 else "\ufffd"
    return (
        "\ufffd" if 0xD800 <= code < 0xE000 or not (char.isprintable() or char.isspace()) else char
    )


def in_order(lines: Sequence[Line], depth: int = _MOST_COLUMNS) -> list[Line]:
    """Lines as a person reads them: column after column between lines that run across."""
    gutter = _gutter(lines) if depth and len(lines) >= 2 * _COLUMN_LINES else None
    if gutter is None:
        return [line for row in _rows(lines) for line in row]
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda one: -one.top):
        if line.left < gutter < line.right:
            found += [*in_order(left, depth - 1), *in_order(right, depth - 1), line]
            left, right = [], []
        else:
            (left if line.right <= gutter else right).append(line)
    return [*found, *in_order(left, depth - 1), *in_order(right, depth - 1)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a column starts that stands beside another one; None without columns."""
    starts = sorted(line.left for line in lines)
    tried = {round(one): one for one in starts[_COLUMN_LINES:]}
    best: tuple[int, float] | None = None
    for at in tried.values():
        edge = at - 3
        left = [line for line in lines if line.right <= edge]
        right = [line for line in lines if line.left >= edge]
        crossing = len(lines) - len(left) - len(right)
        if crossing <= _CROSSING * len(lines) and _is_column(left) and _is_column(right):
            low = max(min(one.bottom for one in left), min(one.bottom for one in right))
            high = min(max(one.top for one in left), max(one.top for one in right))
            beside = sum(low <= one.bottom and one.top <= high for one in right)
            if beside >= _COLUMN_LINES - 1 and (best is None or crossing < best[0]):
                best = crossing, edge
    return best[1] if best else None


def _is_column(lines: Sequence[Line]) -> bool:
    letters = sum(len(line.text) for line in lines)
    return len(lines) >= _COLUMN_LINES and letters >= _COLUMN_LETTERS * len(lines)


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of one height from left to right, the rows from top to bottom."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda one: (-one.top, one.left)):
        if row and min(row[0].top, line.top) - max(row[0].bottom, line.bottom) < 0.5 * line.size:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda one: one.left)


def joined(lines: Sequence[Line]) -> list[Line]:
    """Lines without the pieces that one height was drawn in: side by side with no gap between."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last
            and last.mark == line.mark
            and abs(last.bottom - line.bottom) < 0.3 * line.size
            and (-0.5 * line.size <= line.left - last.right <= 0.6 * line.size)
        ):
            space = " " if line.left - last.right > 0.15 * line.size else ""
            found[-1] = replace(
                last, text=last.text + space + line.text, right=line.right,
                bottom=min(last.bottom, line.bottom), top=max(last.top, line.top),
                bold=last.bold and line.bold,
            )  # fmt: skip
        else:
            found.append(line)
    return found
