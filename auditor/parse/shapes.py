"""What the lines of a plain text are, told by their shapes and by what stands next to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.parse.line_lists import is_line_list

_MARK = re.compile(
    r"[ \t\u00a0]*(?:(?P<sign>[•◦▪‣●○■□*·–—\-\uf0b7\uf0a7\uf0d8§➢➤►✓✔❖][ \t\u00a0]+|[•\uf0b7]|o\t)"
    r"|\(?\d{1,3}[.)][ \t\u00a0]+|(?P<letter>\(?(?:[a-zA-Z]|[ivx]{1,4})[.)][ \t\u00a0]+)|Q\d{1,2}\.[ \t]*)"
)
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_NO_TITLE = re.compile(r"[.!?] [A-Z]|\d{4}|→|©|@|…")
_WHITE = "\ufeff \t\u00a0\f\v"
_WRAP = range(45, 101)
_HEADING_WORDS = 12
_HEADING_LENGTH = 90
_TERM_WORDS = 6
_LABEL_WORDS = 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()


@dataclass(frozen=True, slots=True)
class Line:
    """One line with content: offsets of its text without the line end, and its shape.

    `bullet` is the offset behind its list mark, or -1; `letter` the mark when it is a letter.
    """

    start: int
    end: int
    text: str
    blank_before: bool
    bullet: int
    letter: str = ""

    @property
    def indent(self) -> int:
        """How many white characters stand before the text."""
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that make one block (a `row` makes one for each cell), and where its text starts."""

    kind: str
    lines: Sequence[Line]
    start: int
    first_row: bool = False


def lines_of(source: str) -> list[Line]:
    """The lines with content."""
    found: list[Line] = []
    blank = True
    breaks = 0
    for match in re.finditer(r"[^\r\n]+|\r\n|\n|\r", source):
        text = match.group()
        if text[0] in "\r\n":
            breaks += 1
            continue
        if not text.strip(_WHITE):
            blank = True
            continue
        mark = _MARK.match(text)
        marked = mark is not None and mark.end() < len(text)
        found.append(
            Line(
                match.start(),
                match.end(),
                text,
                blank or breaks > 1,
                match.start() + mark.end() if mark and marked else -1,
                (mark["letter"] or "").strip(" \t\u00a0(.)") if mark and marked else "",
            )
        )
        blank, breaks = False, 0
    return found


def groups(lines: list[Line]) -> Iterator[Group]:
    """The blocks in order. Takes a time that grows with the text."""
    if is_line_list([line.text.strip(_WHITE) for line in lines]):
        for line in lines:
            yield Group("paragraph", [line], line.start)
        return
    lines = _listed(lines)
    wrapped = _is_wrapped(lines)
    at = 0
    before: Line | None = None
    while at < len(lines):
        taken = _table(lines, at) or _pairs(lines, at)
        if taken:
            yield from taken
            at += sum(len(group.lines) for group in taken)
            before = lines[at - 1]
            continue
        end = at + 1
        while end < len(lines) and _joins(lines[at], lines[end - 1], lines[end], wrapped):
            end += 1
        first = lines[at]
        if first.bullet >= 0:
            yield Group("item", lines[at:end], first.bullet)
        else:
            heading = end - at == 1 and end < len(lines) and _is_heading(first, before)
            yield Group("heading" if heading else "paragraph", lines[at:end], first.start)
        before = lines[end - 1]
        at = end


def _listed(lines: list[Line]) -> list[Line]:
    """A letter is a list mark only in a row of them: "a." before "b."; "A. Smith" is a name."""
    marked = [index for index, line in enumerate(lines) if line.letter]
    found = list(lines)
    for place, index in enumerate(marked):
        own = lines[index].letter.lower()
        near = [lines[other].letter.lower() for other in marked[max(0, place - 1) : place + 2]]
        if not any(_follows(own, other) or _follows(other, own) for other in near):
            line = lines[index]
            found[index] = Line(line.start, line.end, line.text, line.blank_before, -1)
    return found


def _follows(one: str, other: str) -> bool:
    """Whether `other` comes next after `one`, as letters or as Roman numbers."""
    if len(one) == len(other) == 1 and one + other in _ALPHABET:
        return True
    return one in _ROMAN and other in _ROMAN and _ROMAN.index(other) == _ROMAN.index(one) + 1


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether the text was broken at a column: many full lines that end inside a sentence."""
    inside = sum(
        1
        for line, following in pairwise(lines)
        if len(line.text) in _WRAP
        and not following.blank_before
        and not _TERMINAL.search(line.text.rstrip())
    )
    longest = max(len(line.text) for line in lines)
    return longest <= _WRAP.stop + 20 and inside >= max(1, len(lines) // 8)


def _joins(first: Line, previous: Line, line: Line, wrapped: bool) -> bool:
    """Whether `line` goes on with the block that began with `first`."""
    if line.blank_before or line.bullet >= 0:
        return False
    if first.bullet >= 0 and line.indent > first.indent + 1:
        return True
    return wrapped and (line.text.lstrip()[:1].islower() or len(previous.text) in _WRAP)


def _cells(line: Line) -> int:
    return (
        sum(1 for cell in line.text.split("\t") if cell.strip(_WHITE)) if "\t" in line.text else 1
    )


def _table(lines: list[Line], at: int) -> list[Group]:
    """Two lines or more with tabs between their cells; blank lines between the rows do not matter."""
    end = at
    while end < len(lines) and lines[end].bullet < 0 and _cells(lines[end]) > 1:
        end += 1
    if end - at < 2:
        return []
    return [Group("row", [lines[i]], lines[i].start, i == at) for i in range(at, end)]


def _pairs(lines: list[Line], at: int) -> list[Group]:
    """Two pairs or more of a short line and a sentence below it, with no blank line inside a pair."""
    found: list[Group] = []
    here = at
    while here + 1 < len(lines) and _is_pair(lines[here], lines[here + 1]):
        if here > at and lines[here].blank_before:
            break
        found += [
            Group("term", [lines[here]], lines[here].start),
            Group("definition", [lines[here + 1]], lines[here + 1].start),
        ]
        here += 2
    alone = here == len(lines) or lines[here].blank_before
    return found if len(found) >= 4 and alone else []


def _is_pair(term: Line, definition: Line) -> bool:
    if definition.blank_before or term.bullet >= 0 or definition.bullet >= 0:
        return False
    name, text = term.text.strip(_WHITE), definition.text.strip(_WHITE)
    return (
        len(name.split()) <= _TERM_WORDS
        and not _TERMINAL.search(name)
        and len(text.split()) > 3
        and bool(_STOP.search(text))
    )


def _labels(before: Line, line: Line) -> bool:
    """Whether the line before is a label, such as "Phone:", of which `line` is the value."""
    ends = before.text.rstrip(_WHITE).endswith(":")
    return ends and (not line.blank_before or len(before.text.split()) <= _LABEL_WORDS)


def _is_heading(line: Line, before: Line | None) -> bool:
    """A short line of its own, without a stop, that starts like a title; not a label's value."""
    text = line.text.strip(_WHITE)
    words = text.split()
    if len(text) > _HEADING_LENGTH or len(words) > _HEADING_WORDS:
        return False
    if before is not None and _labels(before, line):
        return False
    if text.endswith("?"):
        return text[0].isupper()
    if _TERMINAL.search(text) or not (text[0].isupper() or text[0].isdigit()):
        return False
    return not _NO_TITLE.search(text)
