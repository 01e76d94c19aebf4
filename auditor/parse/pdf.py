"""PDF files: pages become parts, lines become paragraphs, by tags or by where they stand."""

import re
from collections.abc import Sequence

from auditor.errors import DocumentError
from auditor.frequency import zipf
from auditor.model import Document
from auditor.parse.pdf_blocks import MARK, Group, Shapes, goes_on, groups, is_counted, repeated
from auditor.parse.sheet import Atom, Gap, Paragraph, Sheet, Text, Void
from auditor.pdfium.apart import read
from auditor.pdfium.pages import Figure, Page

MEDIA_TYPES = ("application/pdf",)
EXTENSIONS = (".pdf",)

_COMMON = 3.0  # Zipf
_SCAN = (
    "the PDF holds pictures of pages and no text; run text recognition over it, "
    "or give the file that it was made from"
)
_EMPTY = "there is no text in this file; add the text and try again"


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read a PDF; raises DocumentError when it has no text or cannot be opened.

    Parts are "page 1", "page 2" …, each the page's lines in reading order. `metadata`: "lang",
    "title", "pdf:tagged" ("yes" or "no"), "pdf:bookmarks" and "pdf:pages" (numbers).
    """
    file = read(data)
    pictures = [number for number, page in enumerate(file.pages, 1) if page.is_picture]
    if not any(page.lines for page in file.pages):
        raise DocumentError(_SCAN if pictures else _EMPTY)
    writer = Sheet(file.language, file.title)
    _write(writer, file.pages)
    known = {"lang": file.language, "title": file.title}
    metadata = {key: value for key, value in known.items() if value} | {
        "pdf:tagged": "yes" if file.is_tagged else "no",
        "pdf:bookmarks": str(file.bookmarks),
        "pdf:pages": str(len(file.pages)),
    }
    return writer.document(
        name=name, media_type=media_type, data=data, language=file.language, metadata=metadata,
        notes=_notes(pictures),
    )  # fmt: skip


def _notes(pictures: Sequence[int]) -> tuple[str, ...]:
    if not pictures:
        return ()
    which = ", ".join(str(number) for number in pictures[:10])
    said = f"Page {which} is a picture" if len(pictures) == 1 else f"Pages {which} are pictures"
    return (f"{said} without text and could not be read.",)


def _write(writer: Sheet, pages: Sequence[Page]) -> None:
    """Hand over the text page by page, and what stands round it on the pages at the end."""
    known = repeated(pages)
    shapes = Shapes(pages, known)
    held: tuple[Paragraph, Group] | None = None
    around: tuple[tuple[str, int], ...] = ()
    furniture: list[Paragraph] = []
    for number, (page, repeats) in enumerate(zip(pages, known, strict=True), 1):
        part, at = f"page {number}", 0
        found = sorted(groups(page, shapes, repeats), key=lambda group: group.region != "content")
        writer.part(part, "".join(f"{line.text}\n" for group in found for line in group.lines))
        left = list(page.figures)
        for index, group in enumerate(found):
            paragraph = _paragraph(group, part, at)
            at += sum(len(line.text) + 1 for line in group.lines)
            if group.region != "content":
                furniture.append(paragraph)
                continue
            if held is not None:
                if not index and goes_on(held[1], group):
                    held[0].joins = True
                    held[0].atoms.append(Text("\n"))
                writer.write(held[0])
            while left and group.tag and left[0].order < group.tag.order:
                writer.write(_picture(left.pop(0), part, paragraph.at))
            around = _move(writer, around, _tables(group, number))
            held = paragraph, group
        if left and held is not None:
            writer.write(held[0])
            held = None
        for figure in left:
            writer.write(_picture(figure, part, held[0].at if held else 0))
    if held is not None:
        writer.write(held[0])
    _move(writer, around, ())
    for paragraph in furniture:
        writer.write(paragraph)


def _tables(group: Group, page: int) -> tuple[tuple[str, int], ...]:
    """The tables, rows and cells round a block; numbers of different pages are different."""
    return tuple((name, page * 1_000_000 + n) for name, n in group.around if name != "ul")


def _move(
    writer: Sheet, old: tuple[tuple[str, int], ...], new: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    """Close the elements that ended and open those that began."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    for _ in old[same:]:
        writer.close()
    for name, _ in new[same:]:
        writer.open(name, {})
    return new


def _picture(figure: Figure, part: str, at: int) -> Paragraph:
    alt = {} if figure.alt is None else {"alt": figure.alt}
    return Paragraph(part, node="figure", atoms=[Void("img", alt)], at=at)


def _paragraph(group: Group, part: str, at: int) -> Paragraph:
    atoms: list[Atom] = []
    marked = group.item and MARK.match(group.lines[0].text)
    for index, line in enumerate(group.lines):
        text = line.text
        following = group.lines[index + 1].text if index + 1 < len(group.lines) else None
        skipped = marked.end() if marked and index == 0 else 0
        if skipped:
            atoms.append(Gap(skipped))
        end = "" if following is None else "\n"
        if following is not None and _is_broken(text, following):
            atoms += [Text(text[skipped:-1]), Gap(2)]
        elif following is not None and _is_hyphened(text, following):
            atoms += [Text(text[skipped:]), Gap(1)]
        else:
            atoms.append(Text(text[skipped:] + end))
    paragraph = Paragraph(part, atoms=atoms, region=group.region, reason=group.reason, at=at)
    name = group.tag.name if group.tag else ""
    if group.level:
        paragraph.kind, paragraph.node = f"heading.h{group.level}", f"h{group.level}"
    elif group.item:
        lists = sum(one == "ul" for one, _ in group.around)
        paragraph.level = max(0, lists - 1)
        paragraph.ordered = is_counted(group.lines[0].text) and bool(marked)
    elif name in ("figcaption", "blockquote"):
        paragraph.kind = "caption" if name == "figcaption" else "quote"
        paragraph.node = name
    return paragraph


def _is_hyphened(line: str, following: str) -> bool:
    return bool(re.search(r"\w-$", line)) and following[:1].isalnum()


def _is_broken(line: str, following: str) -> bool:
    """Whether a hyphen at a line's end parts a word that is written without one."""
    match = re.search(r"([A-Za-z]+)-$", line)
    rest = re.match(r"[a-z]+", following)
    if not match or not rest:
        return False
    pieces, whole = (match[1].lower(), rest[0]), zipf((match[1] + rest[0]).lower())
    return whole >= _COMMON or min(zipf(piece) for piece in pieces) < _COMMON
