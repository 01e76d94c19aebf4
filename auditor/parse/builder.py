"""Builds a `Document` while a parser walks its source: positions are carried, never searched for.

A parser says what it sees in source order: `open` and `close` for elements, `begin` and `end` for
blocks, `verbatim` for characters that are kept as they are, `replaced` for characters that stand
for others (an entity, folded white space, an escaped star). Blocks are separated in the text by a
blank line, which every consumer may take as a paragraph break.
"""

import hashlib
import re
from collections.abc import Mapping

from auditor.model import Block, Document, Node, Region, Segment, Span

SEPARATOR = "\n\n"
WHITE = " \t\r\n\f\v"
TRIMMED = WHITE + "\u00a0\ufeff"
_FOLDED = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # a single space stays as it is

_Piece = tuple[str, str, int, int, bool]  # part, text, source start and end, verbatim


class Builder:
    """Collects text, segments, blocks and nodes of one document."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.parts = dict(parts)
        self._chunks: list[str] = []
        self._length = 0
        self._segments: list[tuple[int, str, int, int, bool]] = []  # text start, then as a piece
        self._blocks: list[Block] = []
        self._nodes: list[_OpenNode] = []
        self._stack: list[int] = []
        self._block: tuple[str, int | None, Region, str] | None = None
        self.in_block = False  # whether a block is open
        self._pending: list[_Piece] = []
        self._waiting = 0
        self._reached: dict[str, int] = {}

    # --- elements ---

    def open(self, name: str, attrs: Mapping[str, str], part: str, start: int) -> int:
        """Start an element at source offset `start`; returns its index."""
        parent = self._stack[-1] if self._stack else None
        self._nodes.append(_OpenNode(name, dict(attrs), parent, part, start, self._mark()))
        self._stack.append(len(self._nodes) - 1)
        return len(self._nodes) - 1

    def close(self, index: int, end: int) -> None:
        """End the element `index`, and whatever is still open inside it, at source offset `end`."""
        while self._stack:
            top = self._stack.pop()
            node = self._nodes[top]
            node.end, node.text_end = end, self._mark_end()
            if top == index:
                return

    def void(self, name: str, attrs: Mapping[str, str], part: str, start: int, end: int) -> int:
        """An element without content, such as `img`."""
        index = self.open(name, attrs, part, start)
        self.close(index, end)
        return index

    @property
    def current(self) -> int | None:
        """Index of the innermost open element."""
        return self._stack[-1] if self._stack else None

    def _mark(self) -> int:
        """Where the next kept character will stand in the text."""
        return self._length + (len(SEPARATOR) if self._blocks else 0) + self._waiting

    def _mark_end(self) -> int:
        """Where the last kept character ends in the text."""
        return self._mark() if self._pending else self._length

    # --- blocks and their text ---

    def begin(
        self,
        kind: str,
        node: int | None = None,
        region: Region = "content",
        reason: str = "",
    ) -> None:
        """Start a block; ends the one before, if it is still open.

        `reason` says in words why the region is not content.
        """
        self.end()
        self._block = (kind, node if node is not None else self.current, region, reason)
        self.in_block = True

    def verbatim(self, part: str, start: int, end: int) -> None:
        """Keep source characters `start`..`end` exactly."""
        text = self.parts[part][start:end]
        if not self._pending:
            kept = text.lstrip(TRIMMED)
            start, text = start + len(text) - len(kept), kept
        if text:
            self._add(part, text, start, end, True)

    def replaced(self, part: str, start: int, end: int, text: str) -> None:
        """Put `text` where the source has `start`..`end`."""
        if not self._pending:
            text = text.lstrip(TRIMMED)
        if text:
            self._add(part, text, start, end, self.parts[part][start:end] == text)

    def folded(self, part: str, start: int, end: int) -> None:
        """Keep source `start`..`end`, with every run of white space as one space.

        NBSP is not folded: it is a character of the text.
        """
        source = self.parts[part]
        at = start
        for match in _FOLDED.finditer(source, start, end):
            if match.start() > at:
                self.verbatim(part, at, match.start())
            if not self._ends_with_space():
                self.replaced(part, match.start(), match.end(), " ")
            at = match.end()
        if at < end:
            if source[at] in WHITE and self._ends_with_space():
                at += 1  # a single space behind white space that is already there
            self.verbatim(part, at, end)

    def _add(self, part: str, text: str, start: int, end: int, same: bool) -> None:
        self._pending.append((part, text, start, end, same))
        self._waiting += len(text)

    def _ends_with_space(self) -> bool:
        return not self._pending or self._pending[-1][1][-1] in WHITE

    def end(self) -> Block | None:
        """End the open block; an empty one leaves no trace. Returns the block made."""
        if self._block is None:
            return None
        kind, node, region, reason = self._block
        self._block, self.in_block = None, False
        pending, self._pending, self._waiting = _trimmed_end(self._pending), [], 0
        if not pending:
            return None
        if self._blocks:
            part, _, first, _, _ = pending[0]
            before = min(self._reached.get(part, 0), first)
            self._put(part, SEPARATOR, before, first, False)
        at = self._length
        for piece in pending:
            self._put(*piece)
        block = Block(kind, Span(at, self._length), node, region, reason)
        self._blocks.append(block)
        return block

    def _put(self, part: str, text: str, start: int, end: int, same: bool) -> None:
        last = self._segments[-1] if self._segments else None
        if same and last and last[4] and last[3] == start and last[1] == part:
            self._segments[-1] = (last[0], part, last[2], end, True)
        else:
            self._segments.append((self._length, part, start, end, same))
        self._chunks.append(text)
        self._length += len(text)
        self._reached[part] = end

    # --- the result ---

    def elements(self, *names: str) -> list[tuple[str, Mapping[str, str], int, int]]:
        """Name, attributes, and source from where to where, of the elements of these names."""
        return [(n.name, n.attrs, n.start, n.end) for n in self._nodes if n.name in names]

    def made(self) -> list[tuple[str, str]]:
        """The kind and the text of each block that has ended, in order."""
        text = "".join(self._chunks)
        return [(block.kind, block.span.of(text)) for block in self._blocks]

    def document(
        self,
        *,
        name: str,
        media_type: str,
        data: bytes,
        language: str = "",
        metadata: Mapping[str, str] | None = None,
        notes: tuple[str, ...] = (),
    ) -> Document:
        """The finished document; raises ValueError if an invariant does not hold."""
        self.end()
        if self._stack:
            self.close(self._stack[0], len(next(iter(self.parts.values()))))
        text = "".join(self._chunks)
        nodes = tuple(node.closed(len(text)) for node in self._nodes)
        ends = [*(one[0] for one in self._segments[1:]), len(text)]
        segments = tuple(
            Segment(Span(at, stop), part, Span(start, end), same)
            for (at, part, start, end, same), stop in zip(self._segments, ends, strict=False)
        )
        return Document(
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            language=language,
            parts=self.parts,
            text=text,
            segments=segments,
            blocks=tuple(self._blocks),
            nodes=nodes,
            metadata=dict(metadata or {}),
            notes=notes,
        )


class _OpenNode:
    """A node whose end is not known yet."""

    __slots__ = ("attrs", "end", "name", "parent", "part", "start", "text_end", "text_start")

    def __init__(
        self,
        name: str,
        attrs: dict[str, str],
        parent: int | None,
        part: str,
        start: int,
        text_start: int,
    ) -> None:
        self.name, self.attrs, self.parent, self.part = name, attrs, parent, part
        self.start, self.end = start, start
        self.text_start, self.text_end = text_start, text_start

    def closed(self, limit: int) -> Node:
        """The frozen node; spans that hold no text are clipped to the text's length."""
        at, stop = self.text_start, self.text_end
        if at > limit:
            at = limit
        if stop > limit:
            stop = limit
        span = Span(at, stop if stop > at else at)
        source = Span(self.start, self.end if self.end > self.start else self.start)
        return Node(self.name, self.attrs, span, self.parent, self.part, source)


def _trimmed_end(pending: list[_Piece]) -> list[_Piece]:
    """The pieces without white space at the end of the block."""
    while pending:
        part, text, start, end, same = pending[-1]
        kept = text.rstrip(TRIMMED)
        if len(kept) == len(text):
            break
        pending.pop()
        if kept:
            cut = len(text) - len(kept) if same else 0
            pending.append((part, kept, start, end - cut, same))
    return pending
