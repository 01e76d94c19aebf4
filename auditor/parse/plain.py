"""Plain text: blank lines and line shapes are all the structure there is.

Lines become headings, list items, terms with definitions, table cells or paragraphs by their shape;
hard-wrapped lines are joined; a label and its value on the next line stay two blocks, as they came.
"""

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.builder import Builder
from auditor.parse.decode import decode
from auditor.parse.shapes import Line, groups, lines_of

MEDIA_TYPES = ("text/plain",)
EXTENSIONS = (".txt", ".text")

_NODES = {
    "item": "li", "heading": "h2", "term": "dt", "definition": "dd", "cell.header": "th", "cell": "td",
}  # fmt: skip


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read plain text; raises DocumentError when there is none."""
    source, notes = decode(data)
    lines = lines_of(source)
    if not lines:
        raise DocumentError("there is no text in this file; add the text and try again")
    builder = Builder({"": source})
    for group in groups(lines):
        if group.kind == "row":
            _add_row(builder, group.lines[0], group.first_row)
        else:
            _add(builder, group.kind, group.start, group.lines[-1].end)
    return builder.document(name=name, media_type=media_type, data=data, notes=notes)


def _add(builder: Builder, kind: str, start: int, end: int) -> None:
    node = builder.open(_NODES.get(kind, "p"), {}, "", start)
    builder.begin(kind)
    builder.folded("", start, end)
    builder.end()
    builder.close(node, end)


def _add_row(builder: Builder, line: Line, first: bool) -> None:
    """A line of cells with tabs between; the first line of a table names its columns."""
    row = builder.open("tr", {}, "", line.start)
    at = line.start
    for cell in line.text.split("\t"):
        if cell.strip():
            _add(builder, "cell.header" if first else "cell", at, at + len(cell))
        at += len(cell) + 1
    builder.close(row, line.end)
