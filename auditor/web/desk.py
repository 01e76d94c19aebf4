"""What every view works with: the service, the library and the settings of this app."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import abort, current_app

from auditor.contracts import USUAL, Contract
from auditor.library import Library
from auditor.model import Profile, Report
from auditor.service import Service
from auditor.settings import Settings
from auditor.store import AuditRecord, load_report

KEY = "auditor"
_USUAL_PROFILE = "uk-patient"
_LAST_PROFILES = ("gentle", "strict")
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that `create_app` was given."""

    service: Service
    library: Library
    settings: Settings

    @property
    def profiles(self) -> list[Profile]:
        """The profiles that a person can choose: the usual one first, those of no country last."""
        known = self.library.profiles.values()
        return sorted(
            known,
            key=lambda profile: (
                profile.id != _USUAL_PROFILE,
                profile.id in _LAST_PROFILES,
                profile.title,
            ),
        )

    @property
    def usual_profile(self) -> str:
        """The id of the profile that is chosen when nobody chooses."""
        profiles = self.profiles
        return profiles[0].id if profiles else ""

    @property
    def contracts(self) -> list[Contract]:
        """The classes of text that a person can choose, the usual one first."""
        known = self.library.contracts.values()
        return sorted(known, key=lambda one: (one.id != USUAL, one.title))

    @property
    def largest(self) -> str:
        """The largest document in words: `5 MB`."""
        size = self.settings.max_bytes
        return f"{size / _MEGABYTE:g} MB" if size >= _MEGABYTE else f"{size / 1000:g} kB"


def desk() -> Desk:
    """The desk of the app that answers this request."""
    found: Desk = current_app.extensions[KEY]
    return found


def report_of(audit: AuditRecord) -> Report | None:
    """The report of an audit, partial while it runs; None before there is one."""
    return load_report(audit.report) if audit.report else None


def done_report(audit: AuditRecord) -> Report | None:
    """The report of an audit that is done; None while there is none, or only a partial one."""
    return report_of(audit) if audit.status == "done" else None


def done(audit_id: str) -> tuple[AuditRecord, Report]:
    """An audit with its report; the answer is 409 while it is not done, 404 without one."""
    audit = desk().service.get(audit_id)
    report = done_report(audit)
    if report is None:
        abort(409)
    return audit, report


def instant(seconds: float) -> datetime:
    """An instant of the store as a date and time in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
