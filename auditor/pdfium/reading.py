"""Reads a PDF with pdfium, a C library: only ever in a process of its own (see `apart`)."""

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.errors import DocumentError
from auditor.pdfium.lines import in_order, joined, lines_of
from auditor.pdfium.pages import Line, Page, Pdf
from auditor.pdfium.tags import Tags, string

MOST_PAGES = 500
MOST_LETTERS = 2_000_000
MOST_LINES = 200_000
_DAMAGED = "the PDF is damaged and cannot be opened; make it again from its source"
_LOCKED = "the PDF is protected with a password; save a copy without one"
_TOO_MUCH = "the PDF holds more text than can be read; split it"


def read(data: bytes) -> Pdf:
    """The pages; raises DocumentError when the file cannot be opened, or holds too much."""
    file = _open(data)
    try:
        return Pdf(
            _pages(file),
            string(lambda buffer, size: pdfium.FPDFCatalog_GetLanguage(file.raw, buffer, size)),
            file.get_metadata_dict().get("Title", "").strip(),
            bool(pdfium.FPDFCatalog_IsTagged(file.raw)),
            sum(1 for _ in file.get_toc(max_depth=8)),
        )
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_DAMAGED) from error
    finally:
        file.close()


def _open(data: bytes) -> Any:
    try:
        file = pypdfium2.PdfDocument(data)
        count = len(file)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(_LOCKED if "password" in str(error).lower() else _DAMAGED) from error
    if not 0 < count <= MOST_PAGES:
        file.close()
        if not count:
            raise DocumentError(_DAMAGED)
        raise DocumentError(f"the PDF has {count:,} pages, and the most is {MOST_PAGES}; split it")
    return file


def _pages(file: Any) -> list[Page]:
    found: list[Page] = []
    letters = lines = 0
    for index in range(len(file)):
        page, more = _page(file[index])
        letters += sum(len(line.text) for line in page.lines)
        lines += len(page.lines)
        if more or letters > MOST_LETTERS or lines > MOST_LINES:
            raise DocumentError(_TOO_MUCH)
        found.append(page)
    return found


def _page(page: Any) -> tuple[Page, bool]:
    """A page, and whether it holds too much."""
    text = page.get_textpage()
    try:
        lines, more = lines_of(text.raw)
    finally:
        text.close()
    tags = Tags(page.raw)
    lines = joined(lines)
    ordered = _by_tags(lines, tags) if tags.by_mark else in_order(lines)
    is_picture = not ordered and _has_pictures(page)
    return Page(ordered, tags.by_mark, tags.figures, page.get_height(), is_picture), more


def _by_tags(lines: Sequence[Line], tags: Tags) -> list[Line]:
    """In the order of the tags; what has none stands before the text or behind it."""
    tagged = [line for line in lines if line.mark in tags.by_mark]
    top = max((line.top for line in tagged), default=0.0)
    order = sorted(tagged, key=lambda line: tags.by_mark[line.mark].order)
    rest = [line for line in lines if line.mark not in tags.by_mark]
    return [
        *(one for one in rest if one.bottom >= top), *order, *(one for one in rest if one.bottom < top),
    ]  # fmt: skip


def _has_pictures(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4))
