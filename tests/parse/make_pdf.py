"""Writes PDF files object by object, with tags, bookmarks and pictures where asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

HEIGHT, WIDTH = 842, 595


@dataclass
class Page:
    """What is drawn: pieces of content and, where it is tagged, its elements as (name, marks)."""

    draws: list[str] = field(default_factory=list)
    tags: list["Tag"] = field(default_factory=list)
    marks: int = 0

    def text(self, x: float, y: float, text: str, size: float = 11, bold: bool = False) -> None:
        """A piece of text at a place, in points from the lower left."""
        raw = (
            text.encode("cp1252")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )
        font = "F2" if bold else "F1"
        self.draws.append(f"BT /{font} {size} Tf {x} {y} Td ({raw.decode('latin-1')}) Tj ET")

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 11) -> float:
        """Lines one below the other; the height of the next."""
        for line in lines:
            self.text(x, y, line, size)
            y -= 1.25 * size
        return y

    def tagged(self, name: str, x: float, y: float, text: str, size: float = 11) -> "Tag":
        """A piece of text inside an element."""
        number = self.marks
        self.marks += 1
        self.draws.append(f"/{name} <</MCID {number}>> BDC")
        self.text(x, y, text, size)
        self.draws.append("EMC")
        return Tag(name, [number])

    def figure(self, alt: str | None) -> "Tag":
        """A drawing inside an element."""
        number = self.marks
        self.marks += 1
        self.draws.append(f"/Figure <</MCID {number}>> BDC 60 450 50 50 re f EMC")
        return Tag("Figure", [number], alt)

    def picture(self) -> None:
        """A grey picture that fills the page."""
        self.draws.append(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")


@dataclass
class Tag:
    """An element of the structure: its name, and marks or elements inside it."""

    name: str
    inside: list["int | Tag"]
    alt: str | None = None


def pdf(*pages: Page, title: str = "", language: str = "", bookmarks: Sequence[str] = (),
        encrypt: str = "") -> bytes:  # fmt: skip
    """The file. `encrypt` is put where a file says how it is locked."""
    objects: list[str] = ["", ""]  # 1 is the catalog, 2 the pages

    def add(body: str) -> int:
        objects.append(body)
        return len(objects)

    fonts = [
        add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    numbers: list[int] = []
    for index, page in enumerate(pages):
        stream = "\n".join(page.draws)
        content = add(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
        numbers.append(
            add(
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {content} 0 R"
                f"/StructParents {index}"
                f"/Resources<</Font<</F1 {fonts[0]} 0 R/F2 {fonts[1]} 0 R>>>>>>"
            )
        )
    more = f"/Lang({language})" if language else ""
    if any(page.tags for page in pages):
        more += _tree(objects, pages, numbers)
    if bookmarks:
        more += _outline(objects, bookmarks, numbers[0])
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{more}>>"
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"
    info = add(f"<</Title({title})>>")
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    out += (
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info {info} 0 R{encrypt}>>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _tree(objects: list[str], pages: Sequence[Page], numbers: Sequence[int]) -> str:
    objects.append("")
    root = len(objects)
    parents: list[dict[int, int]] = [{} for _ in pages]

    def element(tag: Tag, parent: int, page: int) -> int:
        objects.append("")
        own = len(objects)
        kids = []
        for one in tag.inside:
            if isinstance(one, int):
                parents[page][one] = own
                kids.append(str(one))
            else:
                kids.append(f"{element(one, own, page)} 0 R")
        alt = f"/Alt({tag.alt})" if tag.alt is not None else ""
        objects[own - 1] = (
            f"<</Type/StructElem/S/{tag.name}/P {parent} 0 R/Pg {numbers[page]} 0 R{alt}"
            f"/K[{' '.join(kids)}]>>"
        )
        return own

    kids = [
        f"{element(tag, root, index)} 0 R" for index, page in enumerate(pages) for tag in page.tags
    ]
    nums = " ".join(
        f"{index}[{' '.join(f'{held[mark]} 0 R' for mark in sorted(held))}]"
        for index, held in enumerate(parents)
    )
    objects[root - 1] = f"<</Type/StructTreeRoot/K[{' '.join(kids)}]/ParentTree<</Nums[{nums}]>>>>"
    return f"/StructTreeRoot {root} 0 R/MarkInfo<</Marked true>>"


def _outline(objects: list[str], names: Sequence[str], page: int) -> str:
    objects.append("")
    root = len(objects)
    first = root + 1
    for index, name in enumerate(names):
        following = f"/Next {first + index + 1} 0 R" if index + 1 < len(names) else ""
        before = f"/Prev {first + index - 1} 0 R" if index else ""
        objects.append(
            f"<</Title({name})/Parent {root} 0 R{before}{following}/Dest[{page} 0 R/Fit]>>"
        )
    last = first + len(names) - 1
    objects[root - 1] = f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {len(names)}>>"
    return f"/Outlines {root} 0 R"
