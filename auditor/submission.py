"""What is handed in to be audited, and what one run of an audit is given of it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date

from auditor.errors import DocumentError, TooLarge
from auditor.parse.picked import NOTHING_PICKED, Picked
from auditor.store import AuditRecord, NewAudit

NAME_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Submission:
    """What a person hands in; `today` None means the day of the submission."""

    data: bytes
    name: str
    media_type: str
    profile: str
    document_class: str = ""
    today: date | None = None
    picked: Picked = NOTHING_PICKED


@dataclass(frozen=True, slots=True)
class Job:
    """What one run is given: all that the report depends on, so that a second run is the same."""

    id: str
    data: bytes
    name: str
    media_type: str
    profile: str
    document_class: str
    today: date
    picked: Picked


def new_audit(submission: Submission, profile: str, ordinal: int, today: date) -> NewAudit:
    """The audit to be added, under a new id; `today` counts if the submission names no day.

    Raises DocumentError for an empty document.
    """
    if not submission.data:
        raise DocumentError("The document is empty; choose another one.")
    return NewAudit(
        id=new_id(),
        data=submission.data,
        sha256=hashlib.sha256(submission.data).hexdigest(),
        name=one_line(submission.name) or "document",
        media_type=submission.media_type,
        profile=profile,
        document_class=submission.document_class,
        today=(submission.today or today).isoformat(),
        ordinal=ordinal,
        picked=str(submission.picked),
    )


def check_size(submission: Submission, most: int) -> None:
    """Raise TooLarge if the document has more than `most` bytes."""
    if len(submission.data) > most:
        raise TooLarge(
            f"The document has {len(submission.data)} bytes, and the most is {most}; "
            "send a smaller one."
        )


def job(audit: AuditRecord, data: bytes) -> Job:
    """What a run of this audit is given."""
    return Job(
        audit.id,
        data,
        audit.name,
        audit.media_type,
        audit.profile,
        audit.document_class,
        date.fromisoformat(audit.today),
        Picked.read(audit.picked),
    )


def new_id() -> str:
    """A random word that cannot be guessed: who knows it may see what it names."""
    return secrets.token_urlsafe(16)


def one_line(name: str) -> str:
    """A name as both databases and any page can show it: printable, one line, bounded."""
    shown = "".join(c if c.isprintable() else " " for c in name[: 4 * NAME_LENGTH])
    return " ".join(shown.split())[:NAME_LENGTH]
