"""What Word keeps beside the text: styles, numbering, relations and properties."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.parse.events import Elements, Texts, read
from auditor.parse.package import Package

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PREFIXES = {
    _WORD: "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
}
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(slots=True)
class Style:
    """A style, with what it takes from the one that it is based on once `Styles` is made."""

    name: str = ""
    based_on: str = ""
    outline: int = -1
    number: str = ""
    level: int = 0
    hidden: bool = False


class Styles:
    """The styles by id; `language` is that of the whole document, empty when not said."""

    def __init__(self, data: bytes | None) -> None:
        self._styles: dict[str, Style] = {}
        self.language = ""
        self._at: Style | None = None
        if data is not None:
            read(data, Elements(self._see), PREFIXES)
        for style in list(self._styles.values()):
            self._inherit(style, 0)

    def of(self, style_id: str) -> Style:
        """The style of that id, or one that says nothing."""
        return self._styles.get(style_id) or Style()

    def _see(self, name: str, attrs: Mapping[str, str], path: tuple[str, ...]) -> None:
        value = attrs.get("w:val", "")
        if name == "w:style":
            self._at = self._styles.setdefault(attrs.get("w:styleId", ""), Style())
        elif name == "w:lang" and "w:rPrDefault" in path:
            self.language = value
        elif self._at is None or "w:style" not in path:
            return
        elif name == "w:name":
            self._at.name = value.lower()
        elif name == "w:basedOn":
            self._at.based_on = value
        elif name == "w:outlineLvl":
            self._at.outline = number(value, -1)
        elif name == "w:numId":
            self._at.number = value
        elif name == "w:ilvl":
            self._at.level = number(value, 0)
        elif name == "w:vanish":
            self._at.hidden = is_on(attrs)

    def _inherit(self, style: Style, depth: int) -> None:
        parent = self._styles.get(style.based_on)
        if parent is None or depth > 20:
            return
        self._inherit(parent, depth + 1)
        style.outline = style.outline if style.outline >= 0 else parent.outline
        style.number = style.number or parent.number
        style.level = style.level or parent.level
        style.hidden = style.hidden or parent.hidden

    def heading(self, style: Style, outline: int) -> int:
        """1 to 6 for a heading, by the style's name or the outline level; 0 for none."""
        match = _HEADING.fullmatch(style.name)
        if match:
            return min(int(match[1]), 6)
        found = outline if outline >= 0 else style.outline
        return min(found + 1, 6) if 0 <= found <= 8 else 0


class Numbering:
    """Which lists count and which have bullets."""

    def __init__(self, data: bytes | None) -> None:
        self._formats: dict[tuple[str, int], str] = {}
        self._abstract: dict[str, str] = {}
        self._list = self._number = ""
        self._level = 0
        if data is not None:
            read(data, Elements(self._see), PREFIXES)

    def ordered(self, number_id: str, level: int) -> bool:
        """Whether the items of a list at a level are counted."""
        form = self._formats.get((self._abstract.get(number_id, ""), level), "bullet")
        return form not in ("bullet", "none")

    def _see(self, name: str, attrs: Mapping[str, str], path: tuple[str, ...]) -> None:
        if name == "w:abstractNum":
            self._list = attrs.get("w:abstractNumId", "")
        elif name == "w:lvl":
            self._level = number(attrs.get("w:ilvl", ""), 0)
        elif name == "w:numFmt" and "w:lvl" in path:
            self._formats[self._list, self._level] = attrs.get("w:val", "")
        elif name == "w:num":
            self._number = attrs.get("w:numId", "")
        elif name == "w:abstractNumId" and "w:num" in path:
            self._abstract[self._number] = attrs.get("w:val", "")


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """Relation id → (kind, target) of a part such as "word/document.xml"."""
    folder, _, name = part.rpartition("/")
    data = package.get(f"{folder}/_rels/{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def see(name: str, attrs: Mapping[str, str], path: tuple[str, ...]) -> None:
        if name == "Relationship":
            kind = attrs.get("Type", "").rpartition("/")[2]
            found[attrs.get("Id", "")] = kind, attrs.get("Target", "")

    if data is not None:
        read(data, Elements(see), PREFIXES)
    return found


def properties(data: bytes | None) -> dict[str, str]:
    """The document's own title, author and the like, by local name in small letters."""
    texts = Texts()
    if data is not None:
        read(data, texts, {})
    return {
        name.lower(): " ".join(text.split()) for name, text in texts.found.items() if text.strip()
    }


def is_on(attrs: Mapping[str, str]) -> bool:
    """Whether a switch such as `w:vanish` is on; without a value it is."""
    return attrs.get("w:val", "true").lower() not in ("0", "false", "off", "none")


def number(value: str, otherwise: int) -> int:
    """A whole number of an attribute."""
    return int(value) if re.fullmatch(r"-?[0-9]{1,9}", value) else otherwise
