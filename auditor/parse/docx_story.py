"""One story of a Word file (body, footnotes, a header) as paragraphs and what stands round them.

Tracked changes count as accepted, hidden text is left out, and each character knows its byte.
"""

import re
from collections.abc import Callable, Mapping

from auditor.parse.docx_draft import Draft, Item, Opening, Run
from auditor.parse.docx_styles import Numbering, Styles, is_on, number
from auditor.parse.sheet import Close, Open, Text, Void

_SKIPPED = frozenset(
    "w:del w:moveFrom mc:Fallback w:delText w:rt w:sectPr w:pPrChange w:rPrChange w:tblPrChange "
    "w:trPrChange w:tcPrChange w:sectPrChange w:numberingChange w:tblGridChange".split()
)
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:ptab": "\t", "w:noBreakHyphen": "\u2011"}
_LINK = re.compile(r"\s*HYPERLINK\s+(?P<local>\\l\s+)?\"?(?P<target>[^\"\s]*)", re.IGNORECASE)
_QUOTES = ("quote", "intense quote", "block text")


class Story:
    """Takes the events of one part; `items` are its paragraphs and openings in reading order.

    `name` makes the part names: "paragraph" gives "paragraph 1", "paragraph 2" …
    """

    def __init__(
        self,
        name: Callable[[int], str],
        styles: Styles,
        numbering: Numbering,
        links: Mapping[str, tuple[str, str]],
    ) -> None:
        self.items: list[Item] = []
        self.runs: list[Run] = []
        self.hidden = False  # whether hidden text was left out
        self.headers: list[str] = []
        self._name, self._styles, self._numbering, self._links = name, styles, numbering, links
        self._count = self._boxes = 0
        self._drafts: list[Draft] = []
        self._path: list[str] = []
        self._skip = 0
        self._run: list[Run] = []
        self._fields: list[list[str]] = []  # instructions of the open fields; [text, state]
        self._picture: dict[str, str] | None = None
        self._rows: list[bool] = []
        self._cells: list[Opening] = []

    # --- events ---

    def start(self, name: str, attrs: Mapping[str, str], at: int) -> None:
        """An element starts."""
        self._path.append(name)
        if self._skip or (name in _SKIPPED and not self._is_mark(name)):
            if name in ("w:headerReference", "w:footerReference"):
                self.headers.append(attrs.get("r:id", ""))
            self._skip += 1
            return
        match name:
            case "w:p":
                self._start_paragraph()
            case "w:tbl":
                self._put(Opening("table"))
            case "w:tr":
                self._rows.append(False)
                self._put(Opening("tr"))
            case "w:tc":
                header = bool(self._rows and self._rows[-1])
                self._cells.append(Opening("th" if header else "td"))
                self._put(self._cells[-1])
            case "w:tblHeader" if self._rows:
                self._rows[-1] = is_on(attrs)
            case "w:gridSpan" if self._cells and attrs.get("w:val", "1") != "1":
                self._cells[-1].attrs["colspan"] = attrs["w:val"]
            case "w:footnote" | "w:endnote":
                if attrs.get("w:type", "normal") != "normal":
                    self._skip += 1
            case "w:r":
                self._run.append(Run(at))
                self.runs.append(self._run[-1])
            case "w:rPr" if self._run and self._path[-2] == "w:r":
                self._run[-1].properties = (at, -1)
            case _ if self._drafts:
                self._inside(name, attrs)

    def _is_mark(self, name: str) -> bool:
        """Whether a `w:del` is the mark of a deleted paragraph end and not a deleted stretch."""
        return name == "w:del" and self._path[-2:-1] == ["w:rPr"]

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._path.pop()
        if self._skip:
            self._skip -= 1
            return
        match name:
            case "w:p":
                self._end_paragraph()
            case "w:tbl" | "w:tc":
                self._put(Opening(""))
                if name == "w:tc" and self._cells:
                    self._cells.pop()
            case "w:tr":
                self._put(Opening(""))
                if self._rows:
                    self._rows.pop()
            case "w:r" if self._run:
                self._run.pop().end = at
            case "w:rPr" if self._run and self._path[-1] == "w:r":
                self._run[-1].properties = (self._run[-1].properties[0], at)
            case "w:hyperlink" | "w:fldSimple":
                self._close()
            case "w:drawing" | "w:pict":
                self._end_picture()

    def text(self, text: str, at: int) -> None:
        """Characters of a run, of a field's instruction, or of nothing that is read."""
        if self._skip or not self._drafts or not self._path:
            return
        inside = self._path[-1]
        if inside == "w:instrText" and self._fields:
            self._fields[-1][0] += text[:2000]
        elif inside in ("w:t", "m:t"):
            self._write(text, at)

    # --- paragraphs ---

    @property
    def _draft(self) -> Draft:
        return self._drafts[-1]

    def _put(self, item: Item) -> None:
        (self._draft.boxes if self._drafts else self.items).append(item)

    def _start_paragraph(self) -> None:
        if self._drafts:
            self._boxes += 1
            part, anchor = f"text box paragraph {self._boxes}", self._drafts[0].part
        else:
            self._count += 1
            part = anchor = self._name(self._count)
        self._drafts.append(Draft(part, anchor=anchor))

    def _end_paragraph(self) -> None:
        draft = self._drafts.pop()
        boxes, draft.boxes = draft.boxes, []
        draft.atoms.extend([Close()] * draft.open)
        self._settle(draft)
        for item in (draft, *boxes):
            self._put(item)

    def _settle(self, draft: Draft) -> None:
        style = draft.style
        level = self._styles.heading(style, draft.outline)
        if level:
            draft.kind, draft.node = f"heading.h{level}", f"h{level}"
            return
        if style.name in ("title", "caption", *_QUOTES):
            draft.kind = {"title": "heading.h1", "caption": "caption"}.get(style.name, "quote")
            draft.node = {"caption": "figcaption", "title": "p"}.get(style.name, "blockquote")
        elif style.name.startswith("toc "):
            draft.region, draft.reason = "navigation", "the table of contents"
        elif (draft.number or style.number) not in ("", "0"):
            draft.level = max(0, draft.level, style.level)
            draft.ordered = self._numbering.ordered(draft.number or style.number, draft.level)

    def _inside(self, name: str, attrs: Mapping[str, str]) -> None:
        value = attrs.get("w:val", "")
        draft, parent = self._draft, self._path[-2]
        if parent == "w:rPr":
            self._look(name, attrs, draft)
        elif parent in ("w:pPr", "w:numPr"):
            match name:
                case "w:pStyle":
                    draft.style = self._styles.of(value)
                case "w:numId":
                    draft.number = value
                case "w:ilvl":
                    draft.level = number(value, 0)
                case "w:outlineLvl":
                    draft.outline = number(value, -1)
        elif name in _SIGNS and parent == "w:r":
            self._write(_SIGNS[name], -1)
        else:
            self._embedded(name, attrs)

    def _look(self, name: str, attrs: Mapping[str, str], draft: Draft) -> None:
        """Properties of a run, or (in `w:pPr`) of the paragraph's end."""
        if self._path[-3:-2] == ["w:pPr"]:
            draft.joins = draft.joins or name == "w:del"
        elif self._run:
            run = self._run[-1]
            if name == "w:vanish":
                run.hidden = is_on(attrs)
            elif name == "w:rStyle":
                run.hidden = run.hidden or self._styles.of(attrs.get("w:val", "")).hidden
            elif name == "w:lang":
                run.language = attrs.get("w:val", "")

    def _embedded(self, name: str, attrs: Mapping[str, str]) -> None:
        match name:
            case "w:hyperlink":
                target = self._links.get(attrs.get("r:id", ""), ("", ""))[1]
                anchor = attrs.get("w:anchor", "")
                self._open("a", {"href": target + (f"#{anchor}" if anchor else "")})
            case "w:fldSimple":
                self._open(*_field(attrs.get("w:instr", "")))
            case "w:fldChar":
                self._field(attrs.get("w:fldCharType", ""))
            case "w:footnoteReference" | "w:endnoteReference":
                kind = name[2:].removesuffix("Reference")
                target = f"#{kind}-{attrs.get('w:id', '')}"
                self._draft.atoms.append(Void("a", {"href": target, "role": "doc-noteref"}))
            case "wp:docPr":
                self._picture = dict(attrs)
            case "v:shape":
                self._picture = {"descr": attrs["alt"]} if "alt" in attrs else {}
            case "pic:pic" | "v:imagedata" | "c:chart" if self._picture is not None:
                self._picture["shown"] = "1"
            case "a:blip" if self._picture is not None:
                self._picture["src"] = self._links.get(attrs.get("r:embed", ""), ("", ""))[1]
            case "adec:decorative" if self._picture is not None and attrs.get("val") != "0":
                self._picture["descr"] = ""

    def _end_picture(self) -> None:
        picture, self._picture = self._picture, None
        if not picture or "shown" not in picture or not self._drafts:
            return
        attrs = {"src": picture.get("src", "").rpartition("/")[2]}
        if "descr" in picture:
            attrs["alt"] = picture["descr"]
        self._draft.atoms.append(Void("img", attrs))

    def _field(self, state: str) -> None:
        if state == "begin":
            self._fields.append(["", state])
        elif state == "separate" and self._fields:
            self._fields[-1][1] = state
            self._open(*_field(self._fields[-1][0]))
        elif state == "end" and self._fields and self._fields.pop()[1] == "separate":
            self._close()

    def _open(self, name: str, attrs: Mapping[str, str]) -> None:
        self._draft.atoms.append(Open(name, attrs))
        self._draft.open += 1

    def _close(self) -> None:
        if self._drafts and self._draft.open:
            self._draft.atoms.append(Close())
            self._draft.open -= 1

    def _write(self, text: str, at: int) -> None:
        run = self._run[-1] if self._run else None
        if run is not None and run.hidden:
            self.hidden = True
            return
        index = len(self.runs) - 1 if run is not None and run is self.runs[-1] else -1
        foreign = _is_foreign(run.language if run else "", self._styles.language)
        piece = Text(text, at, index)
        if foreign and run is not None:
            self._draft.atoms += [Open("span", {"lang": run.language}), piece, Close()]
        else:
            self._draft.atoms.append(piece)


def _field(instruction: str) -> tuple[str, dict[str, str]]:
    match = _LINK.match(instruction)
    if match is None:
        return "span", {}
    return "a", {"href": ("#" if match["local"] else "") + match["target"]}


def _is_foreign(language: str, usual: str) -> bool:
    own = language.partition("-")[0].lower()
    return bool(own and usual) and own != usual.partition("-")[0].lower()
