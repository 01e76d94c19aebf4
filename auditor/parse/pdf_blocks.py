"""Lines of pages become paragraphs, headings and items, by tags where there are any, else by shape."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from auditor.model import Region
from auditor.pdfium.pages import Line, Page, Tag

MARK = re.compile(r"(?:[•◦▪‣●○■□·–—\-*\uf0b7\uf0a7§➢►✓✔❖]|\(?\d{1,2}[.)]|[a-z][.)])(?:\s+|$)")
_COUNTED = re.compile(r"\(?(?:\d|[a-z][.)])")
_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_NUMBER = re.compile(r"\W*(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.11  # of a page's height, at its top and at its bottom
_HEADING_WORDS = 14
_LARGER = 1.12  # a heading's height to that of the running text
_RAGGED = 0.15  # of a column's width: how uneven its right edge may be
_SPACED = 1.35  # a gap between paragraphs to that between lines


@dataclass(slots=True)
class Group:
    """Lines of one block. `level` is a heading's, 0 for none."""

    lines: list[Line]
    tag: Tag | None = None
    level: int = 0
    item: bool = False
    region: Region = "content"
    reason: str = ""
    around: tuple[tuple[str, int], ...] = field(default=())


def repeated(pages: Sequence[Page]) -> list[dict[Line, str]]:
    """For each page the lines in its margins that are furniture, with the reason."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_masked(line) for line in page.lines if _in_margin(line, page)})
    least = max(2, len(pages) // 2)
    found: list[dict[Line, str]] = []
    for page in pages:
        furniture: dict[Line, str] = {}
        for line in page.lines:
            if not _in_margin(line, page):
                continue
            if _NUMBER.fullmatch(line.text):
                furniture[line] = "the page's number"
            elif len(pages) > 1 and counts[_masked(line)] >= least:
                furniture[line] = "stands on most pages"
        found.append(furniture)
    return found


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.lower().split()))


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom > (1 - _MARGIN) * page.height or line.top < _MARGIN * page.height


class Shapes:
    """What running text and headings look like in the whole document."""

    def __init__(self, pages: Sequence[Page], furniture: Sequence[Mapping[Line, str]]) -> None:
        sizes: Counter[float] = Counter()
        bold: Counter[bool] = Counter()
        for page, left_out in zip(pages, furniture, strict=True):
            for line in page.lines:
                if line in left_out:
                    continue
                sizes[round(line.size * 2) / 2] += len(line.text)
                bold[line.bold] += len(line.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        self._usually_bold = bold[True] > bold[False]
        larger = sorted({s for s in sizes if s >= _LARGER * self.body}, reverse=True)
        self._levels = {size: min(index, 5) for index, size in enumerate(larger, 1)}
        self._lowest = min(len(self._levels) + 1, 6)

    def level(self, lines: Sequence[Line]) -> int:
        """The heading's level, 1 to 6; 0 for running text."""
        words = sum(len(line.text.split()) for line in lines)
        if words > _HEADING_WORDS or not any(char.isalpha() for char in lines[0].text):
            return 0
        level = self._levels.get(round(lines[0].size * 2) / 2, 0)
        if level:
            return level
        bold = all(line.bold for line in lines) and not self._usually_bold
        return self._lowest if bold and not re.search(r"[.:;,]$", lines[-1].text) else 0


def groups(page: Page, shapes: Shapes, furniture: Mapping[Line, str]) -> Iterator[Group]:
    """The blocks of a page in reading order."""
    group: list[Line] = []
    step, edges = _step(page.lines), _edges(page.lines)
    for line in page.lines:
        if group and not _joins(group, line, page, step, edges, furniture):
            yield _group(group, page, shapes, furniture)
            group = []
        group.append(line)
    if group:
        yield _group(group, page, shapes, furniture)


def _step(lines: Sequence[Line]) -> float:
    """How far one line of running text stands below the other, usually, to its height."""
    steps = [
        (before.bottom - after.bottom) / before.size
        for before, after in itertools.pairwise(lines)
        if 0 < before.bottom - after.bottom < 3 * before.size
    ]
    return sorted(steps)[len(steps) // 3] if steps else 1.2


def _joins(
    group: list[Line],
    line: Line,
    page: Page,
    step: float,
    edges: Mapping[tuple[int, int], float],
    furniture: Mapping[Line, str],
) -> bool:
    last = group[-1]
    if furniture.get(last) != furniture.get(line):
        return False
    tag, other = page.tags.get(last.mark), page.tags.get(line.mark)
    if tag or other:
        if tag and other and tag.name == "label" and other.name == "li":
            return tag.around == other.around
        return bool(tag and other and tag.order == other.order)
    down = last.bottom - line.bottom
    if MARK.match(line.text) or down <= 0 or down > _SPACED * max(step, 1.0) * last.size:
        return False
    if line.left > last.right or line.right < last.left:
        return False  # another cell or column
    alike = abs(last.size - line.size) <= 0.08 * last.size and last.bold == line.bold
    indented = (
        len(group) > 1 and line.left > last.left + 0.8 * last.size and _STOP.search(last.text)
    )
    return alike and not indented and not _ends_early(last, line, edges)


def _edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far to the right lines reach that start at the same place."""
    found: dict[tuple[int, int], float] = {}
    for line in lines:
        found[_edge(line)] = max(found.get(_edge(line), 0.0), line.right)
    return found


def _edge(line: Line) -> tuple[int, int]:
    """Lines of one column have this in common."""
    return round(line.left / 4), round(line.size)


def _ends_early(last: Line, line: Line, edges: Mapping[tuple[int, int], float]) -> bool:
    """Whether the next line's first word had room on this one, so that it was broken on purpose."""
    edge = edges.get(_edge(last), last.right)
    word = 0.5 * last.size * (len(line.text.partition(" ")[0]) + 1)
    return last.right + word + _RAGGED * (edge - last.left) < edge


def _group(lines: list[Line], page: Page, shapes: Shapes, furniture: Mapping[Line, str]) -> Group:
    tag = page.tags.get(lines[-1].mark) or page.tags.get(lines[0].mark)
    reason = furniture.get(lines[0], "")
    if not reason and tag is None and page.tags:
        reason = "no part of the text, by its tags"
    elif tag is not None and tag.name == "label":
        reason = "the mark of a list item that is empty"
    if reason:
        return Group(lines, region="boilerplate", reason=reason)
    if tag is not None and tag.name:
        level = int(tag.name[1]) if re.fullmatch("h[1-6]", tag.name) else 0
        group = Group(lines, tag, level, tag.name == "li", around=tag.around)
        if tag.name == "toc":
            group.region, group.reason = "navigation", "the table of contents"
        return group
    item = bool(MARK.match(lines[0].text)) and len(MARK.sub("", lines[0].text, count=1)) > 1
    return Group(lines, tag, 0 if item else shapes.level(lines), item)


def is_counted(text: str) -> bool:
    """Whether an item's mark counts."""
    return bool(_COUNTED.match(text))


def goes_on(before: Group, after: Group) -> bool:
    """Whether a paragraph at a page's end goes on at the top of the next page."""
    if before.level or after.level or after.item or before.around or after.around:
        return False
    return not _STOP.search(before.lines[-1].text) and after.lines[0].text[:1].islower()
