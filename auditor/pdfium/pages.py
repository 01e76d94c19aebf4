"""What pdfium reads of a PDF: lines with their boxes, tags and pictures, page by page.

Plain values, so that they pass between two processes. Boxes and heights are in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text on one height. `mark` is its marked content's number, -1 without one."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False
    mark: int = -1

    @property
    def size(self) -> float:
        """The line's height, in points."""
        return max(0.1, self.top - self.bottom)


@dataclass(frozen=True, slots=True)
class Tag:
    """What holds a piece of text: `order` counts elements as they are read, `name` is an HTML name
    ("label" for a list mark, "toc" for an entry of the contents, "" unknown), `around` the tables,
    rows, cells and lists round it, outermost first, as (name, number)."""

    order: int
    name: str
    around: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its alternative text, None without one, and its place in the order."""

    order: int
    alt: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines in reading order, their tags by mark, its pictures, its height.

    `is_picture`: it shows pictures and has no text.
    """

    lines: list[Line]
    tags: Mapping[int, Tag]
    figures: list[Figure]
    height: float
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Pdf:
    """A whole file; `bookmarks` is a number, `language` and `title` are "" where none is said."""

    pages: list[Page]
    language: str
    title: str
    is_tagged: bool
    bookmarks: int
