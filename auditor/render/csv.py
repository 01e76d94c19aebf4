"""For spreadsheets: one row for each finding, and one for each rule that was not checked."""

import csv
import io
from collections.abc import Iterator, Sequence

from auditor.model import Finding, Report
from auditor.render.words import one_line, place, unchecked

NAME = "csv"
MEDIA_TYPE = "text/csv"
EXTENSION = "csv"
COLUMNS = (
    "document",
    "line",
    "column",
    "level",
    "category",
    "rule",
    "message",
    "quote",
    "suggestion",
    "fingerprint",
    "part",
    "certain",
    "suppressed",
)
NOT_CHECKED = "not checked"

# A spreadsheet takes a cell that begins like this for a formula; so do some with wide signs.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_Cell = str | int


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """A header, then the rows in the reports' order; suppressed findings keep their reason."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for row in _rows(report):
            writer.writerow(safe(cell) for cell in (report.document.name, *row))
    return out.getvalue()


def _rows(report: Report) -> Iterator[tuple[_Cell, ...]]:
    for finding in report.findings:
        yield _row(finding)
    for gap in unchecked(report):
        # A list of findings alone would make a document that was not checked look clean.
        rules: list[tuple[str, str]] = [(o.category, o.rule) for o in gap.outcomes]
        for category, rule in rules or [("", "")]:
            yield (1, 1, NOT_CHECKED, category, rule, gap.reason, "", "", "", "", "", "")


def _row(finding: Finding) -> tuple[_Cell, ...]:
    return (
        *place(finding),
        finding.level,
        finding.category,
        finding.rule,
        finding.message,
        finding.quote,
        " | ".join(finding.expected),
        finding.fingerprint,
        finding.location.part if finding.location else "",
        "yes" if finding.certain else "no",
        "" if finding.suppressed is None else finding.suppressed or "yes",
    )


def safe(cell: _Cell) -> _Cell:
    """`cell` without control characters, and never a formula. Line breaks stay."""
    if isinstance(cell, int):
        return cell
    text = "\n".join(one_line(line) for line in cell.splitlines())
    return f"'{text}" if cell.startswith(_FORMULA) or text.startswith(_FORMULA) else text
