"""Where the blocks of Markdown stand in the file.

markdown-it says from which line to which a block goes. Its block rules, made to note where each
line's own text starts behind quote marks, list marks and indents, give the exact places.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock, heading, table
from markdown_it.token import Token
from markdown_it.utils import EnvType

from auditor.parse.builder import WHITE
from auditor.parse.passage import Passage

STARTS = "line starts"  # in env: line → offset of its own text, behind all block marks
DEEP = "too deep"  # in env: set when blocks are nested deeper than markdown-it follows

_LINE_END = re.compile(r"\r\n?|\n")
_CELL_END = re.compile(r"(?<!\\)\|")
_ESCAPED_BAR = re.compile(r"\\(?=\|)")


class PlacedBlocks(ParserBlock):
    """markdown-it's block parser, noting in `env` where the text of each line starts."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
        self.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803  # markdown-it's name
    ) -> list[Token] | None:
        """Read the blocks of `src` into `outTokens`."""
        if src:
            state = _PlacedState(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read the blocks of the lines `startLine`..`endLine`."""
        if state.level >= state.md.options["maxNesting"]:
            state.env[DEEP] = True
        super().tokenize(state, startLine, endLine)


class _PlacedState(StateBlock):
    def getLines(  # noqa: N802  # markdown-it's names
        self,
        begin: int,
        end: int,
        indent: int,
        keepLastLF: bool,  # noqa: N803
    ) -> str:
        lines = super().getLines(begin, end, indent, keepLastLF)
        for line, text in enumerate(lines.split("\n")[: end - begin], begin):
            self.env[STARTS][line] = self.eMarks[line] - len(text.lstrip(WHITE))
        return lines


def _heading(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    found = heading(state, first, last, silent)
    if found and not silent:
        marks = len(state.tokens[-1].markup)
        start = state.bMarks[first] + state.tShift[first] + marks
        state.env[STARTS][first] = start
    return found


def _table(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    found = table(state, first, last, silent)
    if found and not silent:
        for line in range(first, state.line):
            state.env[STARTS][line] = state.bMarks[line] + state.tShift[line]
    return found


class Lines:
    """The lines of a file as markdown-it counts them, and their places in it."""

    def __init__(self, source: str) -> None:
        first = 1 if source.startswith("\ufeff") else 0
        self.text = _LINE_END.sub("\n", source[first:])
        self._starts, self._sources = [0], [first]
        for match in _LINE_END.finditer(source):
            length = match.start() - self._sources[-1]
            self._starts.append(self._starts[-1] + length + 1)
            self._sources.append(match.end())

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines from `first` up to, not including, `last` start and end in the file."""
        start = self._sources[first]
        return start, max(start, self._source(self._end(last - 1)))

    def passage(self, token: Token, starts: dict[int, int]) -> Passage:
        """The content of a block token that is made of whole lines."""
        first = line = token.map[0] if token.map else 0
        line += token.type == "fence"
        pieces: list[tuple[int, int, int]] = []
        trimmed = WHITE
        if token.type == "inline" and token.content:
            trimmed = MD_TRIM_CHARS  # at its two ends only
            behind = range(line, len(self._starts))
            line = next((n for n in behind if self._own(n, starts).strip(trimmed)), line)
        at = 0
        for content in token.content.split("\n"):
            kept = content.lstrip(trimmed)
            if kept:
                own = self._own(line, starts).lstrip(trimmed)
                place = self._source(self._end(line) - len(own))
                pieces.append((at + len(content) - len(kept), len(kept), place))
            at += len(content) + 1
            line += 1
            trimmed = WHITE
        return Passage(token.content, pieces, self._sources[first])

    def cells(self, line: int, starts: dict[int, int]) -> list[Passage]:
        """The cells of a table's row."""
        row = self._own(line, starts).strip(MD_TRIM_CHARS)
        shift = self._end(line) - len(self._own(line, starts).lstrip(MD_TRIM_CHARS))
        edges = [0, *(match.end() for match in _CELL_END.finditer(row)), len(row) + 1]
        bounds = [(start, end - 1) for start, end in pairwise(edges)]
        if bounds and bounds[0][0] == bounds[0][1]:
            bounds.pop(0)
        if bounds and bounds[-1][0] == bounds[-1][1]:
            bounds.pop()
        return [self._cell(row[start:end], shift + start) for start, end in bounds]

    def _cell(self, content: str, at: int) -> Passage:
        """One cell: the backslash before a bar is left out."""
        at += len(content) - len(content.lstrip(MD_TRIM_CHARS))
        content = content.strip(MD_TRIM_CHARS)
        edges = [0, *(match.end() for match in _ESCAPED_BAR.finditer(content)), len(content) + 1]
        text, pieces = "", []
        for start, end in pairwise(edges):
            part = content[start : end - 1]
            if part:
                pieces.append((len(text), len(part), self._source(at + start)))
            text += part
        return Passage(text, pieces, self._source(at))

    def _own(self, line: int, starts: dict[int, int]) -> str:
        """The text of a line behind its block marks; empty for a line that was never read."""
        end = self._end(line)
        return self.text[starts.get(line, end) : end]

    def _end(self, line: int) -> int:
        following = self._starts[line + 1 : line + 2]
        return following[0] - 1 if following else len(self.text)

    def _source(self, offset: int) -> int:
        line = bisect_right(self._starts, offset) - 1
        return self._sources[line] + offset - self._starts[line]
