"""The text of an OpenDocument file as paragraphs and what stands round them."""

from collections.abc import Mapping

from auditor.parse.docx_styles import number
from auditor.parse.sheet import Close, Open, Paragraph, Text, Void

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    f"{_OASIS}:{name}:1.0": prefix
    for name, prefix in (
        ("text", "text"), ("table", "table"), ("drawing", "draw"), ("style", "style"),
        ("xsl-fo-compatible", "fo"), ("office", "office"), ("svg-compatible", "svg"),
    )
} | {"http://www.w3.org/1999/xlink": "xlink"}  # fmt: skip
_SKIPPED = frozenset(
    "text:tracked-changes office:annotation text:note-citation office:forms text:bibliography-source "
    "text:table-of-content-source text:index-title-template".split()
)
_TABLES = {
    "table:table": "table", "table:table-row": "tr", "table:table-cell": "td",
}  # fmt: skip
_MOST_SPACES = 1000

Item = Paragraph | tuple[str, dict[str, str]]  # ("", {}) ends the innermost element


class OdtStory:
    """Takes the events of content.xml, or (`margins`) of the master pages in styles.xml."""

    def __init__(self, label: str, language: str, margins: bool = False) -> None:
        self.items: list[Item] = []
        self.notes: list[Item] = []
        self._label, self._language, self._margins = label, language, margins
        self._open: list[tuple[Paragraph, int]] = []  # paragraphs being read, with open elements
        self._path: list[str] = []
        self._skip = self._count = self._footnotes = 0
        self._lists: list[bool] = []
        self._header = 0
        self._ordered: dict[tuple[str, int], bool] = {}
        self._style = ""
        self._names: list[str] = []
        self._languages: dict[str, str] = {}
        self._picture: dict[str, str] | None = None
        self._contents = 0
        self._boxes: list[Item] = []  # of text boxes, until their paragraph ends

    def start(self, name: str, attrs: Mapping[str, str], at: int) -> None:
        """An element starts."""
        self._path.append(name)
        if self._skip or name in _SKIPPED:
            self._skip += 1
            return
        match name:
            case "text:p" | "text:h":
                if not self._margins or any(one in self._path for one in _MARGINS):
                    self._begin(name, attrs)
            case "text:list":
                if not self._lists:
                    self._names = []
                self._names.append(attrs.get("text:style-name") or (self._names or [""])[-1])
                level = len(self._lists) + 1
                self._lists.append(self._ordered.get((self._names[-1], level), False))
            case "table:table-header-rows":
                self._header += 1
            case "text:table-of-content":
                self._contents += 1
            case "text:note" if self._open:
                self._footnotes += 1
                self._add(
                    Void("a", {"href": f"#footnote-{self._footnotes}", "role": "doc-noteref"})
                )
            case "draw:frame":
                self._picture = {}
            case "draw:image" if self._picture is not None:
                self._picture["src"] = attrs.get("xlink:href", "").rpartition("/")[2]
            case _ if name in _TABLES:
                tag = "th" if self._header and name == "table:table-cell" else _TABLES[name]
                self._put((tag, {}))
            case _ if self._open:
                self._inside(name, attrs)
            case _:
                self._look(name, attrs)

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._path.pop()
        if self._skip:
            self._skip -= 1
            return
        match name:
            case "text:p" | "text:h":
                if self._open and (not self._margins or any(one in self._path for one in _MARGINS)):
                    self._finish()
            case "text:list" if self._lists:
                self._lists.pop()
                self._names.pop()
            case "table:table-header-rows":
                self._header -= 1
            case "text:table-of-content":
                self._contents -= 1
            case "text:a" | "text:span":
                self._close()
            case "draw:frame":
                self._end_picture()
            case _ if name in _TABLES:
                self._put(("", {}))

    def text(self, text: str, at: int) -> None:
        """Characters of a paragraph, or the words of a picture."""
        if self._skip or not self._path:
            return
        if self._path[-1] in ("svg:title", "svg:desc"):
            if self._picture is not None:
                known = self._picture.get("alt", "")
                self._picture["alt"] = f"{known} {text}".strip() if known != text else known
        elif self._open:
            self._add(Text(text, at))

    def _begin(self, name: str, attrs: Mapping[str, str]) -> None:
        note = "text:note-body" in self._path
        if note:
            part = f"footnote {self._footnotes} paragraph {len(self.notes) + 1}"
        else:
            self._count += 1
            part = f"{self._label} {self._count}"
        paragraph = Paragraph(part)
        style = attrs.get("text:style-name", "")
        if name == "text:h":
            level = max(1, min(6, number(attrs.get("text:outline-level", "1"), 1)))
            paragraph.kind, paragraph.node = f"heading.h{level}", f"h{level}"
        elif note:
            paragraph.attrs = {"role": "doc-footnote"}
        elif self._lists:
            paragraph.level, paragraph.ordered = len(self._lists) - 1, self._lists[-1]
        elif style in ("Title", "Caption", "Quotations"):
            kinds = {"Title": "heading.h1", "Caption": "caption", "Quotations": "quote"}
            paragraph.kind = kinds[style]
        if self._contents:
            paragraph.region, paragraph.reason = "navigation", "the table of contents"
        self._open.append((paragraph, 0))

    def _finish(self) -> None:
        paragraph, count = self._open.pop()
        paragraph.atoms.extend([Close()] * count)
        if paragraph.attrs.get("role") == "doc-footnote":
            self.notes.append(paragraph)
        elif self._open:  # a text box: it stands behind the paragraph that it hangs on
            self._boxes.append(paragraph)
        else:
            self.items += [paragraph, *self._boxes]
            self._boxes.clear()

    def _put(self, item: Item) -> None:
        (self._boxes if self._open else self.items).append(item)

    def _add(self, atom: Text | Open | Close | Void) -> None:
        self._open[-1][0].atoms.append(atom)

    def _inside(self, name: str, attrs: Mapping[str, str]) -> None:
        match name:
            case "text:s":
                self._add(
                    Text(" " * min(_MOST_SPACES, max(1, number(attrs.get("text:c", "1"), 1))))
                )
            case "text:tab":
                self._add(Text("\t"))
            case "text:line-break":
                self._add(Text("\n"))
            case "text:a":
                self._enter("a", {"href": attrs.get("xlink:href", "")})
            case "text:span":
                language = self._languages.get(attrs.get("text:style-name", ""), "")
                foreign = language.partition("-")[0] != self._language.partition("-")[0]
                self._enter("span", {"lang": language} if language and foreign else {})

    def _enter(self, name: str, attrs: Mapping[str, str]) -> None:
        self._add(Open(name, attrs))
        paragraph, count = self._open[-1]
        self._open[-1] = paragraph, count + 1

    def _close(self) -> None:
        if self._open and self._open[-1][1]:
            paragraph, count = self._open[-1]
            self._add(Close())
            self._open[-1] = paragraph, count - 1

    def _end_picture(self) -> None:
        picture, self._picture = self._picture, None
        if picture is not None and "src" in picture and self._open:
            self._add(Void("img", picture))

    def _look(self, name: str, attrs: Mapping[str, str]) -> None:
        """Styles that stand before the text: which lists count, which spans are foreign."""
        match name:
            case "text:list-style" | "style:style":
                self._style = attrs.get("style:name", "")
            case "text:list-level-style-number":
                level = number(attrs.get("text:level", "1"), 1)
                self._ordered[self._style, level] = True
            case "style:text-properties" if attrs.get("fo:language", "none") != "none":
                self._languages[self._style] = attrs["fo:language"]


_MARGINS = ("style:header", "style:footer", "style:header-left", "style:footer-left")
