"""The tokens of Markdown as the elements of the page that they stand for."""

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from auditor.parse.frontmatter import front_matter
from auditor.parse.inline import PLACE
from auditor.parse.lines import Lines
from auditor.parse.passage import Passage
from auditor.parse.walker import Walker

_MORE_CELLS = "A table row has more cells than its header, and those are not shown; remove them."


class Writer:
    """Hands tokens to a walker, in order and with their places in the file."""

    def __init__(self, walker: Walker, lines: Lines, starts: dict[int, int]) -> None:
        self.metadata: dict[str, str] = {}
        self._walker = walker
        self._lines = lines
        self._starts = starts
        self._notes: list[str] = []
        self._ends: list[int] = []  # where the open block elements end
        self._row: list[Passage] = []  # the cells to come of the row being read
        self._cell: Passage | None = None

    def finish(self) -> tuple[str, ...]:
        """Said behind the last token; what a person should know about the file."""
        return self._walker.finish() + tuple(dict.fromkeys(self._notes))

    def blocks(self, tokens: list[Token]) -> None:
        """Write the tokens of a file."""
        for token in tokens:
            match token.type:
                case "inline":
                    passage = self._cell or self._lines.passage(token, self._starts)
                    self._inline(token.children or [], passage)
                case "fence" | "code_block":
                    self._code(token)
                case "html_block":
                    passage = self._lines.passage(token, self._starts)
                    self._walker.feed(passage, 0, len(passage.text))
                case "front_matter":
                    self.metadata, notes = front_matter(token.content)
                    self._notes.extend(notes)
                case "th_open" | "td_open":
                    self._open_cell(token)
                case "footnote_reference_open":
                    name = f"footnote-{token.meta['label']}"
                    self._open("div", {"id": name, "role": "doc-footnote"}, token)
                case "footnote_reference_close":
                    self._close("div")
                case _ if not token.hidden:
                    self._element(token)

    def _element(self, token: Token) -> None:
        if token.nesting > 0:
            if token.type == "tr_open" and token.map:
                self._row = self._lines.cells(token.map[0], self._starts)
            self._open(token.tag, _attrs(token), token)
        elif token.nesting < 0:
            self._close(token.tag)
            self._cell = None
            if token.type == "tr_close" and any(cell.text for cell in self._row):
                self._notes.append(_MORE_CELLS)
        else:
            self._walker.start(token.tag, _attrs(token), *self._bounds(token))

    def _open(self, tag: str, attrs: dict[str, str], token: Token) -> None:
        start, end = self._bounds(token)
        self._walker.start(tag, attrs, start, start)
        self._ends.append(end)

    def _close(self, tag: str) -> None:
        end = self._ends.pop()
        self._walker.end(tag, end, end)
        self._walker.flow.white(end, end)  # where raw HTML has left no block to end

    def _open_cell(self, token: Token) -> None:
        place = self._ends[-1]  # of the row, where a row is too short
        cell = self._row.pop(0) if self._row else Passage("", [], place)
        start, end = cell.place(0, len(cell.text))
        self._walker.start(token.tag, _attrs(token), start, start)
        self._ends.append(end)
        self._cell = cell

    def _bounds(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, 1)
        return self._lines.bounds(first, max(last, first + 1))

    def _code(self, token: Token) -> None:
        start, end = self._bounds(token)
        language = unescapeAll(token.info).split()[:1]
        self._walker.start("pre", {}, start, start)
        self._walker.start(
            "code", {"class": f"language-{language[0]}"} if language else {}, start, start
        )
        passage = self._lines.passage(token, self._starts)
        self._walker.flow.characters(passage, 0, len(passage.text))
        self._walker.end("code", end, end)
        self._walker.end("pre", end, end)

    def _inline(self, tokens: list[Token], passage: Passage) -> None:
        for token in tokens:
            start, end = token.meta[PLACE]
            place = passage.place(start, end)
            match token.type:
                case "text" | "text_special":
                    if passage.text[start:end] == token.content:
                        self._walker.flow.characters(passage, start, end)
                    else:
                        self._walker.flow.standing(*place, token.content)
                case "softbreak":
                    self._walker.flow.characters(passage, start, end)
                case "code_inline":
                    self._inline_code(token, passage)
                case "html_inline":
                    self._walker.feed(passage, start, end)
                case "image":
                    attrs = _attrs(token) | {"alt": _label(token.children or [])}
                    self._walker.start("img", attrs, *place)
                case "footnote_ref":
                    attrs = {"href": f"#footnote-{token.meta['label']}", "role": "doc-noteref"}
                    self._walker.start("a", attrs, *place)
                    self._walker.end("a", *place)
                case _ if token.nesting < 0:
                    self._walker.end(token.tag, *place)
                case _:
                    self._walker.start(token.tag, _attrs(token), *place)

    def _inline_code(self, token: Token, passage: Passage) -> None:
        start, end = token.meta[PLACE]
        first, last = passage.place(start, end)
        self._walker.start("code", {}, first, first)
        marks = len(token.markup)
        padding = (end - start - 2 * marks - len(token.content)) // 2
        self._walker.flow.characters(passage, start + marks + padding, end - marks - padding)
        self._walker.end("code", last, last)


def _attrs(token: Token) -> dict[str, str]:
    return {key: str(value) for key, value in token.attrs.items()}


def _label(tokens: list[Token]) -> str:
    """What a picture's label says, without its marks."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "image":
            parts.append(_label(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)
