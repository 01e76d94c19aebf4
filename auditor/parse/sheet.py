"""Paragraphs of a document without markup of its own become blocks and nodes.

Each paragraph is a part of the file ("paragraph 12"), so that a place is a paragraph and a
character in it; a parser that knows pages sets the parts itself with `part`. Structure is handed over in reading order: `open` and `close` for tables and the
like, `write` for paragraphs; lists are made of the paragraphs that say that they are items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditor.model import Document, Region
from auditor.parse.builder import Builder


@dataclass(frozen=True, slots=True)
class Text:
    """Characters; `at` is where they stand in the file's part, in bytes, -1 if nowhere."""

    text: str
    at: int = -1
    run: int = -1


@dataclass(frozen=True, slots=True)
class Gap:
    """So many characters of the part that are left out, such as a hyphen at a line's end."""

    length: int


@dataclass(frozen=True, slots=True)
class Open:
    """An element inside the paragraph starts: a link, a stretch in another language."""

    name: str
    attrs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Close:
    """The innermost element inside the paragraph ends."""


@dataclass(frozen=True, slots=True)
class Void:
    """An element without text, such as a picture."""

    name: str
    attrs: Mapping[str, str]


Atom = Text | Gap | Open | Close | Void


@dataclass(slots=True)
class Paragraph:
    """One paragraph: what it is, what is in it, and where it stands.

    `kind` is "" for one that takes the kind of what is round it (a cell). `level` is -1 outside
    lists, else how deep; `ordered` whether the list counts. `joins` tells that the next paragraph
    goes on with this one. `at` is where it starts in its part.
    """

    part: str
    kind: str = ""
    node: str = "p"
    attrs: dict[str, str] = field(default_factory=dict)
    atoms: list[Atom] = field(default_factory=list)
    level: int = -1
    ordered: bool = False
    region: Region = "content"
    reason: str = ""
    joins: bool = False
    at: int = 0

    @property
    def text(self) -> str:
        """The characters, as the part holds them."""
        return "".join(atom.text for atom in self.atoms if isinstance(atom, Text))


class Sheet:
    """Writes paragraphs in reading order."""

    def __init__(self, language: str, title: str) -> None:
        self._builder = Builder({})
        self._pending: list[tuple[str, Mapping[str, str]]] = []
        self._opened: list[tuple[str, int, str]] = []  # name, node, part
        self._reached = ("", 0)  # the part last written to, and how far
        self._joining: tuple[int, str] | None = None  # an open paragraph's node and first part
        self.open("html", {"lang": language} if language else {})
        if title.strip():
            self.open("head", {})
            self.write(
                Paragraph("title", "title", "title", {}, [Text(" ".join(title.split()))], -1, False,
                          "boilerplate", "page title")
            )  # fmt: skip
            self.close()
        self.open("body", {})

    def part(self, name: str, text: str) -> None:
        """A part of the file that holds several paragraphs, such as a page."""
        self._builder.parts[name] = text

    def open(self, name: str, attrs: Mapping[str, str]) -> None:
        """An element round paragraphs starts; it is made when the first of them comes."""
        self._end_lists(0)
        self._pending.append((name, attrs))

    def close(self) -> None:
        """The innermost element that is no list ends."""
        self._end_joined()
        if self._pending:
            self._pending.pop()
            return
        self._end_lists(0)
        self._pop()

    def write(self, paragraph: Paragraph) -> None:
        """Add a paragraph; one with neither text nor elements only keeps its part."""
        part = paragraph.part
        self._builder.parts.setdefault(part, paragraph.text)
        if not paragraph.atoms:
            return
        self._settle(part)
        if self._joining is None:
            self._end_lists(paragraph.level + 1, paragraph.ordered)
            while paragraph.level >= 0 and self._depth() <= min(paragraph.level, 8):
                self._push("ol" if paragraph.ordered else "ul", {}, part)
            node = "li" if paragraph.level >= 0 and paragraph.node == "p" else paragraph.node
            self._joining = self._builder.open(node, paragraph.attrs, part, paragraph.at), part
            kind = paragraph.kind or ("item" if paragraph.level >= 0 else self._around())
            self._builder.begin(kind, None, paragraph.region, paragraph.reason)
        self._reached = part, self._fill(part, paragraph.at, paragraph.atoms)
        if not paragraph.joins:
            self._end_joined()

    def _end_joined(self) -> None:
        if self._joining is not None:
            self._builder.end()
            node, part = self._joining
            self._builder.close(node, self._end_of(part))
            self._joining = None

    def _end_of(self, part: str) -> int:
        """Where an element that started in `part` ends: behind what was last written, if there."""
        return self._reached[1] if self._reached[0] == part else len(self._builder.parts[part])

    def _fill(self, part: str, at: int, atoms: Sequence[Atom]) -> int:
        inner: list[int] = []
        for atom in atoms:
            match atom:
                case Text(text):
                    self._builder.folded(part, at, at + len(text))
                    at += len(text)
                case Gap(length):
                    at += length
                case Open(name, attrs):
                    inner.append(self._builder.open(name, attrs, part, at))
                case Close():
                    if inner:
                        self._builder.close(inner.pop(), at)
                case Void(name, attrs):
                    self._builder.void(name, attrs, part, at, at)
        while inner:
            self._builder.close(inner.pop(), at)
        return at

    def _around(self) -> str:
        for name, _, _ in reversed(self._opened):
            if name in ("td", "th", "caption"):
                return {"td": "cell", "th": "cell.header"}.get(name, name)
        return "paragraph"

    def _settle(self, part: str) -> None:
        pending, self._pending = self._pending, []
        for name, attrs in pending:
            self._push(name, attrs, part)

    def _push(self, name: str, attrs: Mapping[str, str], part: str) -> None:
        self._opened.append(
            (name, self._builder.open(name, attrs, part, self._start_of(part)), part)
        )

    def _pop(self) -> None:
        _, node, part = self._opened.pop()
        self._builder.close(node, self._end_of(part))

    def _start_of(self, part: str) -> int:
        return self._reached[1] if self._reached[0] == part else 0

    def _depth(self) -> int:
        """How many lists are open, innermost."""
        count = 0
        for name, _, _ in reversed(self._opened):
            if name not in ("ul", "ol"):
                break
            count += 1
        return count

    def _end_lists(self, keep: int, ordered: bool | None = None) -> None:
        self._end_joined()
        while self._depth() > keep:
            self._pop()
        kind = "ol" if ordered else "ul"
        if ordered is not None and keep and self._depth() == keep and self._opened[-1][0] != kind:
            self._pop()

    def document(
        self,
        *,
        name: str,
        media_type: str,
        data: bytes,
        language: str,
        metadata: Mapping[str, str],
        notes: tuple[str, ...],
    ) -> Document:
        """The finished document."""
        while self._pending or self._opened:
            self.close()
        if not self._builder.parts:
            self._builder.parts["paragraph 1"] = ""
        return self._builder.document(
            name=name,
            media_type=media_type,
            data=data,
            language=language,
            metadata=metadata,
            notes=notes,
        )
