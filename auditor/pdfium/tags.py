"""The tags of a PDF's page: what each piece of marked content is, in the names of HTML."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

from auditor.pdfium.pages import Figure, Tag

_MOST = 50_000  # elements of one page
_DEEPEST = 100

_NAMES = {
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
    "H": "h2", "Title": "h1", "P": "p", "LI": "li", "LBody": "li", "Lbl": "label", "Caption": "figcaption",
    "BlockQuote": "blockquote", "Note": "p", "TOCI": "toc", "TOC": "toc", "TD": "td", "TH": "th",
    "L": "ul", "Table": "table", "TR": "tr", "FENote": "p",
}  # fmt: skip
_INLINE = frozenset(
    "Span Link Em Strong Sub Quote Reference Annot Code Formula Ruby Warichu Form".split()
)
_BOXES = ("NonStruct", "Private", "Div")  # say nothing about what is in them
_HOLDERS = ("li", "td", "th", "toc")  # hold paragraphs and are one block with them


class Tags:
    """The tags of one page; empty where it has none."""

    def __init__(self, page: Any) -> None:
        self.by_mark: dict[int, Tag] = {}
        self.figures: list[Figure] = []
        self._count = 0
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        try:
            for index in range(max(0, pdfium.FPDF_StructTree_CountChildren(tree))):
                self._walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), "", (), 0, None)
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _walk(
        self,
        element: Any,
        name: str,
        around: tuple[tuple[str, int], ...],
        depth: int,
        block: int | None,
    ) -> None:
        if not element or depth > _DEEPEST or self._count >= _MOST:
            return
        self._count += 1
        kind = string(lambda buffer, size: pdfium.FPDF_StructElement_GetType(element, buffer, size))
        number = self._count
        if kind == "Figure":
            alt = string(
                lambda buffer, size: pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
            )
            self.figures.append(Figure(number, alt or None))
        inside = bool(name) and (kind in _BOXES or (kind == "P" and name in _HOLDERS))
        if kind not in _INLINE and not inside:
            block, name = number, _NAMES.get(kind, "")
        own = _NAMES.get(kind, "")
        if own in ("table", "tr", "td", "th", "ul"):
            around = (*around, (own, number))
        for index in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                self._walk(child, name, around, depth + 1, block)
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mark >= 0:
                self.by_mark[mark] = Tag(block or number, name, around)


def string(call: Callable[[Any, int], int]) -> str:
    """A text that pdfium gives in UTF-16 of so many bytes."""
    size = int(call(None, 0))
    if size <= 2 or size > 200_000:
        return ""
    buffer = (ctypes.c_ushort * ((size + 1) // 2))()
    call(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
