"""Plain text: blank lines and line shapes are all the structure there is.

Lines become headings, list items or paragraphs by their shape; hard-wrapped lines are joined; a
label and its date on the next line stay two blocks, as they came.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.builder import Builder
from auditor.parse.decode import decode

MEDIA_TYPES = ("text/plain",)
EXTENSIONS = (".txt", ".text")

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[•◦▪‣●○■□*·–—-][ \t\u00a0]+|•"
    r"|\(?(?:\d{1,3}|[a-hA-H]|[ivx]{1,4})[.)][ \t\u00a0]+|Q\d{1,2}\.[ \t]*)"
)
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_WRAP = range(45, 101)
_HEADING_WORDS = 12
_HEADING_LENGTH = 90


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with content: offsets of its text without the line end, and its shape."""

    start: int
    end: int
    text: str
    blank_before: bool
    bullet: int  # offset behind the bullet, or -1


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read plain text; raises DocumentError when there is none."""
    source, notes = decode(data)
    lines = list(_lines(source))
    if not lines:
        raise DocumentError("there is no text in this file; add the text and try again")
    builder = Builder({"": source})
    groups = _groups(lines)
    for index, group in enumerate(groups):
        follower = groups[index + 1] if index + 1 < len(groups) else None
        _add(builder, group, follower)
    return builder.document(name=name, media_type=media_type, data=data, notes=notes)


def _lines(source: str) -> list[_Line]:
    found: list[_Line] = []
    blank = True
    for match in re.finditer(r"[^\r\n]+|\r\n|\n|\r", source):
        text = match.group()
        if text[0] in "\r\n":
            continue
        if not text.strip("\ufeff \t\u00a0\f\v"):
            blank = True
            continue
        between = source[found[-1].end : match.start()] if found else ""
        breaks = len(re.findall(r"\r\n|\n|\r", between))
        bullet = _BULLET.match(text)
        found.append(
            _Line(
                match.start(),
                match.end(),
                text,
                blank or breaks > 1,
                match.start() + bullet.end() if bullet and bullet.end() < len(text) else -1,
            )
        )
        blank = False
    return found


def _groups(lines: list[_Line]) -> list[list[_Line]]:
    """Lines that belong to one block: hard-wrapped neighbours are joined."""
    wrapped = _is_wrapped(lines)
    groups: list[list[_Line]] = [[lines[0]]]
    for previous, line in pairwise(lines):
        joined = (
            not line.blank_before
            and line.bullet < 0
            and (
                _continues(previous, line, wrapped)
                or (groups[-1][0].bullet >= 0 and _indent(line) > _indent(groups[-1][0]) + 1)
            )
        )
        if joined:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_wrapped(lines: list[_Line]) -> bool:
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


def _continues(previous: _Line, line: _Line, wrapped: bool) -> bool:
    if not wrapped:
        return False
    text = line.text.lstrip()
    if text[:1].islower():
        return True
    return len(previous.text) in _WRAP


def _indent(line: _Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _add(builder: Builder, group: list[_Line], follower: list[_Line] | None) -> None:
    first, last = group[0], group[-1]
    if first.bullet >= 0:
        name, kind, start = "li", "item", first.bullet
    elif _is_heading(group, follower):
        name, kind, start = "h2", "heading", first.start
    else:
        name, kind, start = "p", "paragraph", first.start
    node = builder.open(name, {}, "", first.start)
    builder.begin(kind)
    builder.folded("", start, last.end)
    builder.end()
    builder.close(node, last.end)


def _is_heading(group: list[_Line], follower: list[_Line] | None) -> bool:
    """A short line of its own, without a stop, that starts like a title and has text below it."""
    if len(group) > 1 or follower is None:
        return False
    text = group[0].text.strip("\ufeff \t\u00a0")
    words = text.split()
    if len(text) > _HEADING_LENGTH or len(words) > _HEADING_WORDS:
        return False
    if text.endswith("?"):
        return text[0].isupper()
    if _TERMINAL.search(text) or not (text[0].isupper() or text[0].isdigit()):
        return False
    return not re.search(r"[.!?] [A-Z]|\d{4}|→|©|@|…", text)
