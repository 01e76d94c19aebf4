"""What goes into the store and what comes out: frozen values, never rows of a session."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Status = Literal["queued", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class NewAudit:
    """An audit to be added, with the bytes of its document; `today` is an ISO date."""

    id: str
    data: bytes
    sha256: str
    name: str
    media_type: str
    profile: str
    document_class: str
    today: str
    ordinal: int = 0
    picked: str = ""


@dataclass(frozen=True, slots=True)
class NewSite:
    """A site to be added with its audits; `note` says in words what was left out."""

    id: str
    name: str
    profile: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """One audit as it stands now.

    `document` is the SHA-256 of its bytes; `report` is the JSON text of a report (partial while
    `running`, see `load_report`), None before there is one; `verdict` is "" until `done`;
    `error` is one plain sentence when `failed`. Instants are UTC seconds.
    """

    id: str
    document: str
    name: str
    media_type: str
    profile: str
    document_class: str
    picked: str
    today: str
    status: Status
    stage: str
    steps_done: int
    steps_total: int
    attempts: int
    worker: str
    error: str
    report: str | None
    verdict: str
    created: float
    started: float | None
    finished: float | None
    lease_until: float | None
    site_id: str | None
    ordinal: int


@dataclass(frozen=True, slots=True)
class Claim:
    """An audit that one worker holds: the right to finish attempt `audit.attempts`."""

    audit: AuditRecord
    data: bytes


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One audit of a site, with the columns of its table; None: not known, or not checked.

    Reading ages are years; `review_date` is an ISO date or "".
    """

    id: str
    ordinal: int
    name: str
    status: Status
    verdict: str
    error: str
    reading_age_low: float | None
    reading_age_high: float | None
    unexplained: int | None
    missing_statements: int | None
    review_date: str
    review_status: str


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A site and its audits in the order in which they were submitted."""

    id: str
    name: str
    profile: str
    created: float
    total: int
    note: str
    rows: tuple[SiteRow, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A queued audit whose message seems lost; `sends` counts how often it was sent again."""

    id: str
    site_id: str | None
    ordinal: int
    sends: int


@dataclass(frozen=True, slots=True)
class Stats:
    """How many audits stand where; `oldest_queued` is the instant the longest wait began."""

    counts: Mapping[Status, int]
    sites: int
    oldest_queued: float | None
