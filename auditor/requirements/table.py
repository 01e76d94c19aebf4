"""Tables: header cells, what they head, captions, and tables that only lay out a page."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.names import content_name
from auditor.markup.page import Element
from auditor.markup.roles import NOTHING, explicit
from auditor.markup.shown import exposed, visible
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_CELLS = ("td", "th")
_HEADS = ("columnheader", "rowheader")
_TABLE_NUMBER = re.compile(r"Table \d+\b")
_WIDEST = 1000  # columns that a cell may span, as in HTML
_NO_DATA = frozenset(("table", "h1", "h2", "h3", "form", "nav", "main", "article"))
_LONG_CELL = 200  # code points on average: such cells hold parts of a page, not data


class Grid:
    """The cells of a table by row and column, with spans."""

    def __init__(self, table: Element) -> None:
        self.rows: list[list[Element]] = []
        self.places: dict[int, tuple[int, int, int, int]] = {}  # cell: row, column, height, width
        rows = [one for one in table.descendants(closed="table") if one.name == "tr"]
        taken: dict[tuple[int, int], bool] = {}
        for y, row in enumerate(rows):
            cells = [one for one in row.children if one.name in _CELLS]
            self.rows.append(cells)
            x = 0
            for cell in cells:
                while (y, x) in taken:
                    x += 1
                width = min(_span(cell, "colspan"), _WIDEST)
                height = min(_span(cell, "rowspan") or len(rows), len(rows) - y)
                width = max(1, width)
                for down in range(1, height):
                    for right in range(min(width, 50)):
                        taken[y + down, x + right] = True
                self.places[cell.index] = (y, x, height, width)
                x += width
        self.cells = [cell for row in self.rows for cell in row]
        self.named = {
            word
            for cell in self.cells
            for word in cell.attrs.get("headers", "").split()
            if word != cell.attrs.get("id")
        }
        self.last_row: dict[int, int] = {}  # column: the last row with a cell of data in it
        self.last_column: dict[int, int] = {}  # row: the last column with a cell of data in it
        for cell in self.cells:
            if _heads(cell) or cell.get("headers"):
                continue
            y, x, height, width = self.places[cell.index]
            for column in range(x, x + min(width, 50)):
                self.last_row[column] = max(self.last_row.get(column, -1), y)
            for line in range(y, y + height):
                self.last_column[line] = max(self.last_column.get(line, -1), x)

    @property
    def width(self) -> int:
        """The most cells in one row."""
        return max((len(row) for row in self.rows), default=0)


def _span(cell: Element, attribute: str) -> int:
    value = cell.get(attribute)
    return int(value[:4]) if value.isdecimal() else 1


def grid(table: Element) -> Grid:
    """The cells of a table, read once."""
    known = table.known.get("grid")
    if not isinstance(known, Grid):
        known = table.known["grid"] = Grid(table)
    return known


def is_data(table: Element) -> bool:
    """Whether a table holds data: more than one row and column, no table nor heading inside."""
    if explicit(table) in NOTHING or not exposed(table):
        return False
    cells = grid(table)
    if len(cells.rows) < 2 or cells.width < 2:
        return False
    headed = False
    for one in table.descendants():
        if one.name in _NO_DATA:
            return False
        headed |= one.name in ("th", "caption")
    if headed:
        return True
    total = sum(len(cell.text) for cell in cells.cells)
    return total <= _LONG_CELL * len(cells.cells)


def header_cells(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A table of data has a header cell with words in it."""
    if explicit(one) in NOTHING:
        return SKIPPED
    heads = [cell for cell in grid(one).cells if cell.name == "th" or explicit(cell) in _HEADS]
    if any(content_name(cell) for cell in heads):
        return FITS
    return Fault({"match": "table"}) if is_data(one) or _small(one) else SKIPPED


def _small(table: Element) -> bool:
    """One row of at least two short cells: too little to be a layout."""
    cells = grid(table)
    inside = any(
        one.name in ("table", "img", "form", "ul", "h1", "h2", "h3") for one in table.descendants()
    )
    return (
        len(cells.rows) == 1
        and cells.width >= 2
        and not inside
        and all(0 < len(cell.text) <= 40 for cell in cells.cells)
        and table.inside("table") is None
    )


def header_says(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A header cell is not empty; the one in the corner may be."""
    table = one.inside("table")
    if table is None or explicit(table) in NOTHING:
        return SKIPPED
    if content_name(one) or one.get("aria-label") or one.get("title"):
        return FITS
    row, column, _, _ = grid(table).places.get(one.index, (1, 1, 1, 1))
    return FITS if row == 0 and column == 0 else Fault()


def heads_something(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A header cell heads at least one other cell."""
    table = one.inside("table")
    if table is None:
        return UNSURE if one.attrs.get("role") else SKIPPED
    if explicit(table) in NOTHING or not exposed(table) or explicit(one) not in ("", *_HEADS):
        return SKIPPED
    if one.name != "th" and explicit(one) not in _HEADS:
        return SKIPPED
    cells = grid(table)
    if one.index not in cells.places:
        return SKIPPED
    if one.attrs.get("id") in cells.named:
        return FITS
    y, x, height, width = cells.places[one.index]
    scope = one.get("scope").lower() or explicit(one)
    down = scope not in ("row", "rowgroup", "rowheader")
    right = scope not in ("col", "colgroup", "columnheader")
    below = down and any(
        cells.last_row.get(column, -1) >= y + height for column in range(x, x + min(width, 50))
    )
    beside = right and any(
        cells.last_column.get(row, -1) >= x + width for row in range(y, y + height)
    )
    return wanted(below or beside)


def _heads(cell: Element) -> bool:
    said = explicit(cell)
    return said in _HEADS or (cell.name == "th" and said not in ("cell", "gridcell"))


def headers_known(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """`headers` names other cells of the same table."""
    table = one.inside("table")
    words = one.attrs.get("headers", "").split()
    if table is None or not words or explicit(table) in NOTHING:
        return SKIPPED
    if not exposed(table) and not visible(table):
        return SKIPPED
    known = {
        cell.attrs["id"] for cell in grid(table).cells if "id" in cell.attrs and cell is not one
    }
    missing = [word for word in words if word not in known]
    return wanted(not missing, id=", ".join(missing)[:60])


def captioned(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A table of data has a caption or another name."""
    if not is_data(one):
        return SKIPPED
    named = any(child.name == "caption" and child.text for child in one.children)
    figure = one.inside("figure")
    inside = figure is not None and any(child.name == "figcaption" for child in figure.children)
    label = one.get("aria-label") or one.get("aria-labelledby") or one.get("title")
    return wanted(named or inside or bool(label) or _captioned_beside(one), match="table")


def _captioned_beside(table: Element) -> bool:
    """Word processors have no captions in tables: one stands in a paragraph above or below."""
    beside = table.siblings[max(0, table.place - 1) : table.place + 2]
    return any(one.name == "figcaption" or _TABLE_NUMBER.match(one.text) for one in beside)


def layout_plain(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A table that only lays out a page has none of the marks of a table of data."""
    if explicit(one) not in NOTHING:
        return SKIPPED
    marks = [cell.name for cell in grid(one).cells if cell.name == "th"]
    marks += [child.name for child in one.children if child.name == "caption"]
    marks += ["summary"] if one.get("summary") else []
    marks += [
        "headers" for cell in grid(one).cells if "headers" in cell.attrs or "scope" in cell.attrs
    ]
    return wanted(not marks, mark=marks[0] if marks else "")


def scoped_right(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """`scope` stands on a header cell and says row, col, rowgroup or colgroup."""
    scope = one.get("scope").lower()
    if one.name not in _CELLS or (one.name == "td" and explicit(one) in _HEADS):
        return SKIPPED
    return wanted(
        one.name == "th" and scope in ("row", "col", "rowgroup", "colgroup"), value=scope[:20]
    )


REQUIREMENTS = {
    "table headers": header_cells,
    "words in header cells": header_says,
    "cells under headers": heads_something,
    "headers in the same table": headers_known,
    "a caption": captioned,
    "a plain layout table": layout_plain,
    "scope": scoped_right,
}
