"""Builds a `Document` while a parser walks its source: positions are carried, never searched for.

A parser says what it sees in source order: `open` and `close` for elements, `begin` and `end` for
blocks, `verbatim` for characters that are kept as they are, `replaced` for characters that stand
for others (an entity, folded white space, an escaped star). Blocks are separated in the text by a
blank line, which every consumer may take as a paragraph break.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping

from auditor.model import Block, Document, Node, Region, Segments, Span

SEPARATOR = "\n\n"
WHITE = " \t\r\n\f\v"
TRIMMED = WHITE + "\u00a0\ufeff"
_FOLDED = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")  # a single space stays as it is


class Builder:
    """Collects text, segments, blocks and nodes of one document."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        self.parts = dict(parts)
        self._chunks: list[str] = []
        self._length = 0
        # The segments in columns: where each starts in the text, its part, and its place there.
        self._starts: list[int] = []
        self._of: list[str] = []
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        self._same: list[bool] = []
        self._blocks: list[Block] = []
        self._nodes: list[tuple[str, Mapping[str, str], int | None, str, int, int]] = []
        self._node_ends: list[tuple[int, int]] = []  # of the element in its part, and of its text
        self._stack: list[int] = []
        self._block: tuple[str, int | None, Region, str] | None = None
        self.in_block = False  # whether a block is open
        self._written = -1  # where the open block's text starts; -1 while it has none
        self._reached: dict[str, int] = {}  # part → where its last kept character ends

    # --- elements ---

    def open(self, name: str, attrs: Mapping[str, str], part: str, start: int) -> int:
        """Start an element at source offset `start`; returns its index."""
        parent = self._stack[-1] if self._stack else None
        at = self._length
        if self._written < 0 and self._blocks:
            at += len(SEPARATOR)  # what is kept next stands behind a blank line
        index = len(self._nodes)
        self._nodes.append((name, dict(attrs), parent, part, start, at))
        self._node_ends.append((start, at))
        self._stack.append(index)
        return index

    def close(self, index: int, end: int) -> None:
        """End the element `index`, and whatever is still open inside it, at source offset `end`."""
        ends = (end, self._length)
        while self._stack:
            top = self._stack.pop()
            self._node_ends[top] = ends
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
        if self.in_block:
            self.end()
        self._block = (kind, node if node is not None else self.current, region, reason)
        self.in_block = True

    def verbatim(self, part: str, start: int, end: int) -> None:
        """Keep source characters `start`..`end` exactly."""
        text = self.parts[part][start:end]
        if self._written < 0:
            kept = text.lstrip(TRIMMED)
            start, text = start + len(text) - len(kept), kept
        if text:
            self._put(part, text, start, end, True)

    def replaced(self, part: str, start: int, end: int, text: str) -> None:
        """Put `text` where the source has `start`..`end`."""
        if self._written < 0:
            text = text.lstrip(TRIMMED)
        if text:
            self._put(part, text, start, end, self.parts[part][start:end] == text)

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

    def _ends_with_space(self) -> bool:
        return self._written < 0 or self._chunks[-1][-1] in WHITE

    def end(self) -> Block | None:
        """End the open block; an empty one leaves no trace. Returns the block made."""
        if self._block is None:
            return None
        kind, node, region, reason = self._block
        self._block, self.in_block = None, False
        at, self._written = self._written, -1
        if at < 0:
            return None  # nothing was put into it
        if self._chunks[-1][-1] in TRIMMED:
            self._trim()
        block = Block(kind, Span(at, self._length), node, region, reason)
        self._blocks.append(block)
        return block

    def _put(self, part: str, text: str, start: int, end: int, same: bool) -> None:
        if self._written < 0:
            if self._blocks:
                self._separate(part, start)
            self._written = self._length
        if (
            same
            and self._same
            and self._same[-1]
            and self._lasts[-1] == start
            and self._of[-1] == part
        ):
            self._lasts[-1] = end
        else:
            self._starts.append(self._length)
            self._of.append(part)
            self._firsts.append(start)
            self._lasts.append(end)
            self._same.append(same)
        self._chunks.append(text)
        self._length += len(text)
        self._reached[part] = end

    def _separate(self, part: str, first: int) -> None:
        """Put a blank line before what starts at `first`; it stands for all that lies between."""
        self._starts.append(self._length)
        self._of.append(part)
        self._firsts.append(min(self._reached.get(part, 0), first))
        self._lasts.append(first)
        self._same.append(False)
        self._chunks.append(SEPARATOR)
        self._length += len(SEPARATOR)

    def _trim(self) -> None:
        """Take back the white space at the end of the text; the block keeps its first character."""
        while (text := self._chunks[-1])[-1] in TRIMMED:
            kept = text.rstrip(TRIMMED)
            self._length -= len(text) - len(kept)
            part = self._of[-1]
            if self._starts[-1] >= self._length:
                for column in (self._starts, self._of, self._firsts, self._lasts, self._same):
                    column.pop()
                earlier = zip(reversed(self._of), reversed(self._lasts), strict=True)
                self._reached[part] = next((last for of, last in earlier if of == part), 0)
            elif self._same[-1]:
                self._lasts[-1] -= len(text) - len(kept)
                self._reached[part] = self._lasts[-1]
            if kept:
                self._chunks[-1] = kept
            else:
                self._chunks.pop()

    # --- the result ---

    def elements(self, *names: str) -> list[tuple[str, Mapping[str, str], int, int]]:
        """Name, attributes, and source from where to where, of the elements of these names."""
        wanted = [at for at, node in enumerate(self._nodes) if node[0] in names]
        return [(*self._nodes[at][:2], self._nodes[at][4], self._node_ends[at][0]) for at in wanted]

    def made(self) -> Iterator[tuple[str, str]]:
        """The kind and the text of each block that has ended, in order."""
        text = "".join(self._chunks)
        return ((block.kind, block.span.of(text)) for block in self._blocks)

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
        segments = Segments(
            tuple(self._starts),
            tuple(self._of),
            tuple(self._firsts),
            tuple(self._lasts),
            tuple(self._same),
            self._length,
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
            nodes=tuple(self._closed(len(text))),
            metadata=dict(metadata or {}),
            notes=notes,
        )

    def _closed(self, limit: int) -> Iterator[Node]:
        """The frozen nodes; spans that hold no text are clipped to the text's length."""
        for (name, attrs, parent, part, start, at), (end, stop) in zip(
            self._nodes, self._node_ends, strict=True
        ):
            first = at if at < limit else limit
            last = stop if stop < limit else limit
            span = Span(first, last if last > first else first)
            yield Node(name, attrs, span, parent, part, Span(start, end if end > start else start))
