"""A site: how its audits are sent, a batch a message, and what one row of its table shows."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from auditor.errors import UsageError
from auditor.model import Report

BATCH = 25

_BATCH = re.compile(r"([\w-]{1,64}):(\d{1,9}):(\d{1,9})", re.ASCII)


def batches(site_id: str, total: int) -> list[str]:
    """The batches of a site of `total` audits, as texts for messages: ids and ordinals only."""
    return [batch_of(site_id, first) for first in range(0, total, BATCH)]


def batch_of(site_id: str, ordinal: int) -> str:
    """The batch that the audit with this ordinal (0-based) belongs to."""
    first = ordinal - ordinal % BATCH
    return f"{site_id}:{first}:{first + BATCH}"


def beside(ordinal: int, total: int) -> range:
    """The pages (ordinals) that a page is compared with to see what its site repeats.

    It is one of them, and they are the same for a whole batch; a short last one is filled up with
    pages from before it.
    """
    stop = min(total, ordinal - ordinal % BATCH + BATCH)
    return range(max(0, stop - BATCH), stop)


def read_batch(text: str) -> tuple[str, int, int]:
    """The site's id and the half-open range of ordinals; raises UsageError."""
    match = _BATCH.fullmatch(text)
    if match is None:
        raise UsageError("This is not a batch of a site; expected site:first:last.")
    return match[1], int(match[2]), int(match[3])


def summary(report: Report) -> dict[str, Any]:
    """The summary columns of a report; None where it does not say, as when not checked.

    Reading ages in years; counts of terms and of required elements; the date of the next
    review, or else of the last one, as an ISO date or "".
    """
    measures = report.measures
    band = measures.get("reading", {}).get("band") or {}
    age = band.get("reading_age", {})
    statements = measures.get("statements", {})
    review = _review(statements.get("dates", ()))
    return {
        "reading_age_low": age.get("low"),
        "reading_age_high": age.get("high"),
        "unexplained": measures.get("jargon", {}).get("unexplained"),
        "missing_statements": _missing(statements.get("elements")),
        "review_date": review.get("value") or "",
        "review_status": review.get("status") or "",
    }


def _missing(elements: Sequence[Mapping[str, Any]] | None) -> int | None:
    if elements is None:
        return None
    asked = [element for element in elements if element.get("asked") != "not asked"]
    return [element["status"] for element in asked].count("not found")


def _review(dates: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The date that a table of pages shows: one that could be read before one that could not."""
    for role in ("next_review", "last_reviewed"):
        said = [date for date in dates if date["role"] == role]
        if said:
            return next((date for date in said if date["value"]), said[0])
    return {}
