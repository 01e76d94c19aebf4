"""Running text: blocks begin with their first character, and white space folds as in browsers."""

import re
from typing import NamedTuple

from auditor.parse.builder import TRIMMED, Builder
from auditor.parse.landmarks import PAGE, Area
from auditor.parse.passage import Passage

_FOLDING = re.compile(r"(?P<white>[ \t\r\n\f\v]+)|[^ \t\r\n\f\v]+(?: [^ \t\r\n\f\v]+)*")
_KEEPING = re.compile(r"(?P<white>[ \t\r\n\f\v]+)|[^ \t\r\n\f\v]+")
_LINE_END = re.compile(r"\r\n?")
_PLAIN_WHITE = frozenset(" \t\r\n\f\v")


class Context(NamedTuple):
    """What the text at a place is: its block's kind and node, its area, how it is read."""

    kind: str = "paragraph"
    node: int | None = None
    area: Area = PAGE
    keeps_white: bool = False
    silent: bool = False


class Flow:
    """Writes text into a builder; `context` says what the text is."""

    def __init__(self, builder: Builder, part: str) -> None:
        self.context = Context()
        self._builder = builder
        self._part = part
        self._space: tuple[int, int, str] | None = None  # white space that waits for what follows
        self._spaced = False  # the text ends with white space
        self._broken = False  # nothing but white space since a line break

    @property
    def has_text(self) -> bool:
        """Whether a block is open; it has text then."""
        return self._builder.in_block

    def characters(self, passage: Passage, start: int, end: int) -> None:
        """The characters `start`..`end` of a passage, which stand for themselves."""
        _, _, _, keeping, silent = self.context
        if silent:
            return
        if not keeping:
            shown = passage.text[start:end]
            if shown.isprintable() and "  " not in shown:
                self._line(passage, start, end, shown)
                return
            if not self._builder.in_block and shown.isspace() and _PLAIN_WHITE.issuperset(shown):
                return  # between blocks
        for match in (_KEEPING if keeping else _FOLDING).finditer(passage.text, start, end):
            if match.lastindex is None:
                for first, last in passage.runs(match.start(), match.end()):
                    self._write(first, last, None)
                continue
            first, last = passage.at_end(match.start()), passage.at(match.end())
            if keeping:
                self._keep(first, last, _LINE_END.sub("\n", match.group()))
            else:
                self.white(first, last)

    def _line(self, passage: Passage, start: int, end: int, shown: str) -> None:
        """Characters in which white space is at most single spaces."""
        first, last = start, end
        if shown[0] == " ":
            first += 1
            self.white(passage.at_end(start), passage.at(first))
        if shown[-1] == " ":
            last -= 1
            if first >= last:
                return
        for run in passage.runs(first, last):
            self._write(*run, None)
        if last < end:
            self.white(passage.at_end(last), passage.at(end))

    def standing(self, start: int, end: int, text: str) -> None:
        """Text that stands for the file's `start`..`end`, such as an entity's."""
        if self.context.silent or not text:
            return
        if not self.context.keeps_white and _PLAIN_WHITE.issuperset(text):
            self.white(start, end)
        else:
            self._write(start, end, text)

    def white(self, start: int, end: int) -> None:
        """White space, which folds into one space between words."""
        if self._space is None and not self._spaced and self._builder.in_block:
            self._space = (start, end, " ")

    def _keep(self, start: int, end: int, white: str) -> None:
        """White space that is shown as it is."""
        if self.has_text:
            self.settle()
            self._space = (start, end, white)

    def line_break(self, start: int, end: int) -> None:
        """A `<br>`: a space, and the second in a row ends the block."""
        if self.context.silent:
            return
        if self.context.keeps_white:
            self._keep(start, end, "\n")
        elif self._broken:
            self.end()
        else:
            self.white(start, end)
            self._broken = self.has_text

    def settle(self) -> None:
        """Write the white space that waits, so that it stands outside what begins now."""
        if self._space is not None:
            self._builder.replaced(self._part, *self._space)
            self._space, self._spaced = None, True

    def end(self) -> None:
        """End the open block, if there is one."""
        if self._builder.in_block:
            self._builder.end()
        self._space, self._spaced, self._broken = None, False, False

    def _write(self, start: int, end: int, text: str | None) -> None:
        """Write `text`, or the characters of the file themselves."""
        builder, part = self._builder, self._part
        if not builder.in_block:
            shown = builder.parts[part][start:end] if text is None else text
            if not shown.strip(TRIMMED):
                return
            kind, node, area, _, _ = self.context
            builder.begin(kind, node, area.region, area.reason)
        elif self._space is not None:
            first, last, _ = self._space
            if last == start and text is None and builder.parts[part][first:last] == " ":
                start, self._space = first, None  # the space and what follows in one go
            else:
                self.settle()
        self._spaced = self._broken = False
        if text is None:
            builder.verbatim(part, start, end)
        else:
            builder.replaced(part, start, end, text)
