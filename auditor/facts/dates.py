"""The page's own dates: last reviewed, next review, updated, published, and what is wrong with them.

Told apart from the dates of sources and references by their label and region. Only `today` from
the context is compared with; the clock is never read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from auditor.facts import calendar
from auditor.facts.context import Context
from auditor.facts.date_labels import Role
from auditor.facts.date_places import DatedText, Placed
from auditor.facts.date_sources import given
from auditor.model import Document, Span

NAME = "dates"
NEEDS: tuple[str, ...] = ()

Status = Literal["ok", "overdue", "due soon", "too old", "ambiguous", "future", "unreadable"]
Problem = Literal[
    "overdue", "due soon", "too old", "ambiguous", "future", "unreadable",
    "disagree", "next before last",
]  # fmt: skip
_DUE = re.compile(
    r"\b(?:page|leaflet|booklet|sheet|guide|information|content|article|it)\b[^.|]{0,30}?\b(?:is|are|was)"
    r" (?:now |currently |over)?(?:due|overdue|due) for (?:a |an |its )?(?:review|update|revision)\b(?! (?:in|on|by)\b)|"
    r"\b(?:is|are) (?:now )?(?:past|beyond) (?:its|their|the) review date\b|"
    r"\b(?:is|are) (?:currently |now )?(?:being reviewed|under review)\b",
    re.IGNORECASE,
)
_MOST = 400
_DUE_DAYS, _MAX_MONTHS = 90, 36


@dataclass(frozen=True, slots=True)
class PageDate:
    """One date of the page: what it is, as written, as understood, and how it stands to today.

    `value` is the first day of a month or year, and the last one of a next review. `source` is
    where it stands in the file when it is not part of the text.
    """

    role: Role
    raw: str
    value: date | None
    precision: str
    readings: tuple[date, ...]
    status: Status
    span: Span | None
    source: tuple[str, Span] | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with the dates, and the dates that it is wrong with."""

    problem: Problem
    dates: tuple[PageDate, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """All dates of the page, what is wrong with them, where it says itself that it is due, and the
    day that they were held to.
    """

    dates: tuple[PageDate, ...]
    troubles: tuple[Trouble, ...]
    due: Span | None
    today: date = date.min

    def of(self, *roles: Role) -> PageDate | None:
        """The first date with one of the roles, those named first before the others."""
        return next((one for role in roles for one in self.dates if one.role == role), None)


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Dates:
    """Find and judge the dates; at most the first 400."""
    found: list[Placed] = [Placed(role, raw, None, source) for role, raw, source in given(document)]
    found += DatedText(document, context).dates()
    found = found[:_MOST]
    shown = {calendar.shows_day_first(one.raw) for one in found} - {None}
    day_first = shown.pop() if len(shown) == 1 else None
    limits = context.profile.limits
    dates = [_judged(one, _read(one.raw, day_first), context.today, limits) for one in found]
    dates = _aged(dates, context.today, int(limits.get("max_age_months", _MAX_MONTHS)))
    return Dates(tuple(dates), tuple(_troubles(dates)), _due(document), context.today)


def _read(raw: str, day_first: bool | None) -> calendar.Understood:
    match = calendar.DATE.fullmatch(raw) or calendar.DATE.match(raw)
    if match is None or (match.end() < len(raw) and raw[match.end()].isalnum()):
        return calendar.Understood((), "day")
    return calendar.read(match.group(), day_first)


def _judged(
    one: Placed, understood: calendar.Understood, today: date, limits: Mapping[str, Any]
) -> PageDate:
    readings = understood.end() if one.role == "next_review" else understood.readings
    soon = today + timedelta(days=int(limits.get("due_within_days", _DUE_DAYS)))
    status: Status = "ok"
    if not readings:
        status = "unreadable"
    elif len(readings) > 1:
        status = "ambiguous"
    elif one.role == "next_review":
        status = "overdue" if readings[0] < today else "due soon" if readings[0] <= soon else "ok"
    elif readings[0] > today:
        status = "future"
    value = readings[0] if len(readings) == 1 else None
    return PageDate(
        one.role, one.raw, value, understood.precision, readings, status, one.span, one.source
    )


def _aged(dates: list[PageDate], today: date, months: int) -> list[PageDate]:
    """The latest review or update is too old when no next one is promised."""
    looked = [d for d in dates if d.role in ("last_reviewed", "updated") and d.value]
    if not looked or any(d.role == "next_review" for d in dates):
        return dates
    latest = max(looked, key=_day)
    if calendar.months_later(_day(latest), months) >= today:
        return dates
    return [replace(one, status="too old") if one is latest else one for one in dates]


def _troubles(dates: list[PageDate]) -> Iterator[Trouble]:
    for one in dates:
        if one.status != "ok":
            yield Trouble(one.status, (one,))
    for role in ("last_reviewed", "next_review", "updated", "published"):
        same = [one for one in dates if one.role == role and one.value]
        if role == "published":
            same = [one for one in same if one.span is not None or one.source is not None]
        for earlier, later in pairwise(same):
            if not _agree(earlier, later):
                yield Trouble("disagree", (earlier, later))
                break
    following = next((d for d in dates if d.role == "next_review" and d.value), None)
    behind = [d for d in dates if d.role != "next_review" and d.value]
    latest = max(behind, key=_day, default=None)
    if following and latest and _day(following) < _day(latest):
        yield Trouble("next before last", (latest, following))


def _day(one: PageDate) -> date:
    return one.value or date.min


def _agree(one: PageDate, other: PageDate) -> bool:
    """Whether two dates are the same as far as both go; a day's difference is a time zone's."""
    if one.value is None or other.value is None:
        return True
    precisions = {one.precision, other.precision}
    if "year" in precisions:
        return one.value.year == other.value.year
    if "month" in precisions:
        return (one.value.year, one.value.month) == (other.value.year, other.value.month)
    return abs((one.value - other.value).days) <= ("T" in one.raw or "T" in other.raw)


def _due(document: Document) -> Span | None:
    """Where the page says itself that its review is due."""
    if "review" not in document.text:
        return None
    for block in document.blocks:
        if block.region in ("content", "boilerplate", "dateline"):
            match = _DUE.search(document.text, block.span.start, block.span.end)
            if match:
                return Span(*match.span())
    return None
