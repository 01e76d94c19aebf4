"""A glossary as a sheet (CSV): a row of column names, then one row a term.

Commas, semicolons or tabs part the columns; `|` parts several variants in one cell.
"""

import csv
from collections.abc import Iterator

from auditor.errors import GlossaryError
from auditor.glossary.row import Row, decoded, row

EXTENSIONS = (".csv", ".tsv")
MEDIA_TYPES = ("text/csv", "text/tab-separated-values", "application/csv")
EXPECTED = "the first row names the columns `term` and `definition`"
_COLUMNS = ("term", "definition", "variants", "abbreviations", "source")


def rows(data: bytes, place: str, _media_type: str) -> Iterator[Row]:
    """Every row below the column names; rows without a word are skipped."""
    text = decoded(data, place)
    head = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(
        text.splitlines(keepends=True), delimiter=max(",;\t", key=head.count), strict=True
    )
    names: list[str] = []
    line = 1
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                line = reader.line_num + 1
                continue
            if not names:
                names = _names(cells, place, line)
            elif len(cells) > len(names):
                raise GlossaryError(
                    place, line, f"the row has {len(cells)} cells for {len(names)} columns; "
                    "put quotes round a cell that holds a comma",
                )  # fmt: skip
            else:
                yield _row(dict(zip(names, cells, strict=False)), line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(place, line, f"this is not CSV: {error}; look at the quotes") from error


def _names(cells: list[str], place: str, line: int) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    wrong = next((name for name in names if name not in _COLUMNS), None)
    if "term" not in names or "definition" not in names or wrong is not None:
        said = f"‘{wrong}’ is no column; " if wrong is not None else ""
        raise GlossaryError(
            place, line, f"{said}the first row must name the columns term and definition, "
            "and may name variants, abbreviations and source",
        )  # fmt: skip
    if len(set(names)) < len(names):
        raise GlossaryError(place, line, "a column stands twice; take one out")
    return names


def _row(cells: dict[str, str], line: int) -> Row:
    return row(
        cells.get("term", ""), cells.get("definition", ""), line,
        _several(cells.get("variants", "")), _several(cells.get("abbreviations", "")),
    )  # fmt: skip


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in cell.split("|") if one.strip()))
