"""The page's own dates: last reviewed, next review, updated, published.

Told apart from the dates of sources and references by their label and region. Only `today` from
the context is compared with; the clock is never read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from auditor.facts import calendar
from auditor.facts.context import Context
from auditor.model import Block, Document, Span

NAME = "dates"
NEEDS: tuple[str, ...] = ()

Role = Literal["last_reviewed", "next_review", "updated", "published"]
Status = Literal["ok", "overdue", "too old", "ambiguous", "future", "unreadable"]

_ROLES: tuple[tuple[Role, str], ...] = (
    ("next_review", r"next (?:review|reviewed|update|due|check)(?: (?:date|due|is due))*|review due(?: (?:date|by|on))?|due for review(?: (?:in|on|by))?|date of next review|for review(?: (?:in|by))?|review by|to be reviewed(?: (?:in|by|on))?|review date"),
    ("last_reviewed", r"(?:(?:page|content|leaflet|medically|clinically|fully|date|was) )*(?:last )?(?:reviewed|checked|verified)|date of (?:last )?review|last review(?: date)?|medical review"),
    ("updated", r"(?:(?:page|content|last|date|was) )*(?:updated|revised|modified|amended)|last (?:update|revision)|date of revision|revision date"),
    ("published", r"(?:(?:page|first|originally|date|was) )*(?:published|issued|produced|written|created)|(?:publication|issue|production) date|date of (?:publication|issue|preparation)"),
)  # fmt: skip
_LABEL = re.compile(
    r"(?:(?<![a-z])|(?<=[a-z])(?=[A-Z][a-z]))(?:"
    + "|".join(f"(?P<{role}>{pattern})" for role, pattern in _ROLES)
    + r")(?: (?:on|in|by|date))?[ \u00a0]*[:\-–]?[ \u00a0]*",
    re.IGNORECASE,
)
_OWN_BEFORE = re.compile(
    r"(?:^|[.:;,·|•–—()/]|\b(?:page|content|leaflet|information|article|is|was|and|this|last|it|the|we))[ \u00a0]*$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:page|leaflet|information|content|article)\b[^.]{0,30}\b(?:is|are) (?:now )?(?:due|overdue) for (?:a )?review\b|"
    r"\bcurrently (?:being|under) review(?:ed)?\b",
    re.IGNORECASE,
)
_META: Mapping[str, Role] = {
    "front:reviewed": "last_reviewed", "front:last_reviewed": "last_reviewed",
    "front:last-reviewed": "last_reviewed", "front:review_date": "next_review",
    "front:next_review": "next_review", "front:next-review": "next_review",
    "front:review_due": "next_review", "front:updated": "updated", "front:date": "published",
    "meta:article:modified_time": "updated", "meta:article:published_time": "published",
    "meta:dcterms.modified": "updated", "meta:last-modified": "updated",
}  # fmt: skip
_MOST = 400


@dataclass(frozen=True, slots=True)
class PageDate:
    """One date of the page: what it is, as written, as understood, and how it stands to today."""

    role: Role
    raw: str
    value: date | None
    precision: str
    readings: tuple[date, ...]
    status: Status
    span: Span | None


@dataclass(frozen=True, slots=True)
class Dates:
    """All dates of the page, and where it says itself that it is due for review."""

    dates: tuple[PageDate, ...]
    due: Span | None

    def of(self, role: Role) -> PageDate | None:
        """The first date with that role."""
        return next((one for one in self.dates if one.role == role), None)


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Dates:
    """Find and judge the dates; at most the first 400."""
    months = int(context.profile.limits.get("max_age_months", 36))
    found: list[PageDate] = []
    for role, span, raw in _labelled(document, context):
        understood = calendar.read(raw)
        found.append(_judged(role, raw, span, understood, context.today, months))
        if len(found) >= _MOST:
            break
    if not found:
        for key, role in _META.items():
            if raw := document.metadata.get(key, ""):
                understood = calendar.read(raw[:40])
                found.append(_judged(role, raw[:40], None, understood, context.today, months))
    return Dates(tuple(found), _due(document))


def _due(document: Document) -> Span | None:
    for block in document.blocks:
        if block.region in ("content", "boilerplate", "dateline"):
            match = _DUE.search(document.text, block.span.start, block.span.end)
            if match:
                return Span(*match.span())
    return None


def _labelled(document: Document, context: Context) -> Iterator[tuple[Role, Span, str]]:
    """Each label with the date after it, in its own block or at the start of the next one."""
    own = [
        block
        for block in document.blocks
        if block.region not in ("references", "advertisement", "interactive")
    ]
    for index, block in enumerate(own):
        following = own[index + 1] if index + 1 < len(own) else None
        for match in _LABEL.finditer(document.text, block.span.start, block.span.end):
            if not _is_own(document.text, block, match):
                continue
            role: Role = match.lastgroup  # type: ignore[assignment]  # the groups are the roles
            where = _date_at(document.text, match.end(), block.span.end)
            at_end = not document.text[match.end() : block.span.end].strip(" .:\u00a0")
            if where is None and at_end and following is not None:
                where = _date_at(document.text, following.span.start, following.span.end)
            if where is None:
                continue
            span = Span(*where)
            yield (
                _by_time(role, match, span.of(document.text), context),
                span,
                span.of(document.text),
            )


def _by_time(role: Role, label: re.Match[str], raw: str, context: Context) -> Role:
    """ "Review date" alone is the next review, unless its date has passed before the next exists."""
    bare = label.group().strip(" :\u00a0-–").lower() == "review date"
    if role == "next_review" and bare and context.profile.locale == "en-US":
        readings = calendar.read(raw).readings
        if readings and readings[0] <= context.today:
            return "last_reviewed"
    return role


def _is_own(text: str, block: Block, label: re.Match[str]) -> bool:
    """Whether the label speaks of this page: "NCI reviewed" speaks of another's."""
    if label.start() == block.span.start or text[label.start() - 1].islower():
        return True
    return bool(_OWN_BEFORE.search(text, block.span.start, label.start())) and bool(
        _OWN_BEFORE.search(text[block.span.start : label.start()])
    )


def _date_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = calendar.DATE.match(text, start, end)
    return match.span() if match else None


def _judged(
    role: Role,
    raw: str,
    span: Span | None,
    understood: calendar.Understood,
    today: date,
    months: int,
) -> PageDate:
    readings = understood.readings
    status: Status = "ok"
    if not readings:
        status = "unreadable"
    elif len(readings) > 1:
        status = "ambiguous"
    elif role == "next_review":
        status = "overdue" if readings[0] < today else "ok"
    elif readings[0] > today and understood.precision == "day":
        status = "future"
    elif role == "last_reviewed" and calendar.months_between(readings[0], today) > months:
        status = "too old"
    value = readings[0] if len(readings) == 1 else None
    return PageDate(role, raw, value, understood.precision, readings, status, span)
