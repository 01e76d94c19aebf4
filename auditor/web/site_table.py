"""The rows of a site as a table: filtered, sorted, cut into pages, or written as CSV."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.render.words import VERDICT_WORDS
from auditor.store import SiteRecord, SiteRow

PAGE = 100
STATES = {
    "failed": "Could not be read",
    "fail": VERDICT_WORDS["fail"],
    "incomplete": VERDICT_WORDS["incomplete"],
    "waiting": "Still checking",
    "pass": VERDICT_WORDS["pass"],
}
COLUMNS = {
    "verdict": "Verdict",
    "name": "Page",
    "reading-age": "Reading age",
    "unexplained": "Terms not explained",
    "statements": "Statements not found",
    "review": "Review date",
}
# Which way round a column is most useful at first.
_WORST_HIGH = ("reading-age", "unexplained", "statements")


@dataclass(frozen=True, slots=True)
class Table:
    """One view of a site's rows. `page` counts from 1; `orders` says where each header leads."""

    rows: Sequence[SiteRow]
    counts: Mapping[str, int]
    shown: int
    sort: str
    order: str
    state: str
    page: int
    pages: int

    def turned(self, column: str) -> str:
        """The order that the header of `column` leads to."""
        if column == self.sort:
            return "asc" if self.order == "desc" else "desc"
        return "desc" if column in _WORST_HIGH else "asc"


def state_of(row: SiteRow) -> str:
    """One of STATES."""
    if row.status == "done":
        return row.verdict
    return "failed" if row.status == "failed" else "waiting"


def table(site: SiteRecord, query: Mapping[str, str]) -> Table:
    """The rows that the query string asks for; what we do not know counts as not asked."""
    sort = query.get("sort", "")
    sort = sort if sort in COLUMNS else "verdict"
    order = query.get("order", "")
    if order not in ("asc", "desc"):
        order = "desc" if sort in _WORST_HIGH else "asc"
    state = query.get("verdict", "")
    state = state if state in STATES else ""
    chosen = [row for row in site.rows if not state or state_of(row) == state]
    ordered = _sorted(chosen, sort, reverse=order == "desc")
    pages = max(1, -(-len(ordered) // PAGE))
    wanted = query.get("page", "")
    page = min(max(int(wanted), 1), pages) if wanted.isdecimal() and len(wanted) < 9 else 1
    counts = Counter(state_of(row) for row in site.rows)
    rows = ordered[(page - 1) * PAGE : page * PAGE]
    return Table(rows, counts, len(ordered), sort, order, state, page, pages)


def _sorted(rows: Sequence[SiteRow], sort: str, *, reverse: bool) -> list[SiteRow]:
    """In order of the column, then worst first; rows that do not know stand last either way."""
    worst = sorted(rows, key=_worst)
    key = _KEYS[sort]
    known = [row for row in worst if key(row) is not None]
    return sorted(known, key=key, reverse=reverse) + [row for row in worst if key(row) is None]


def _worst(row: SiteRow) -> tuple[Any, ...]:
    return (
        list(STATES).index(state_of(row)),
        -(row.reading_age_high or 0),
        -(row.missing_statements or 0),
        -(row.unexplained or 0),
        row.ordinal,
    )


_KEYS: dict[str, Callable[[SiteRow], Any]] = {
    "verdict": lambda row: list(STATES).index(state_of(row)),
    "name": lambda row: row.name.casefold(),
    "reading-age": lambda row: row.reading_age_high,
    "unexplained": lambda row: row.unexplained,
    "statements": lambda row: row.missing_statements,
    "review": lambda row: row.review_date or None,
}


def as_csv(site: SiteRecord) -> str:
    """Every row, worst first, with a header; a cell never starts a formula in a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(
        ["Page", "Verdict", "Reading age from", "Reading age to", "Terms not explained",
         "Statements not found", "Review date", "Review status", "Reason", "Audit"]
    )  # fmt: skip
    for row in sorted(site.rows, key=_worst):
        cells = [
            row.name, STATES[state_of(row)], row.reading_age_low, row.reading_age_high,
            row.unexplained, row.missing_statements, row.review_date, row.review_status,
            row.error, row.id,
        ]  # fmt: skip
        writer.writerow([_cell(cell) for cell in cells])
    return file.getvalue()


def _cell(value: float | str | None) -> str:
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") and isinstance(value, str) else text
