"""Leases: the right of one worker to run one attempt of an audit until an instant.

Everything that a worker writes is guarded by its name and attempt, so that a worker that lost
its lease changes nothing. Each method says whether the lease still held.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, or_, select, update

from auditor.store.audits import AUDIT_COLUMNS, audit_record
from auditor.store.database import Database
from auditor.store.records import AuditRecord, Claim
from auditor.store.tables import audits, documents


class Leases(Database):
    """What a worker does with an audit, from claim to end."""

    def claim(
        self, audit_id: str, worker: str, *, now: float, until: float, max_attempts: int
    ) -> Claim | None:
        """Take the audit if it is queued, or running with a lease that has passed.

        None: it is done, failed, deleted, in other hands, or out of attempts.
        """
        free = or_(
            audits.c.status == "queued",
            and_(audits.c.status == "running", audits.c.lease_until < now),
        )
        take = (
            update(audits)
            .where(audits.c.id == audit_id, free, audits.c.attempts < max_attempts)
            .values(
                status="running",
                worker=worker,
                attempts=audits.c.attempts + 1,
                lease_until=until,
                started=now,
                stage="",
                steps_done=0,
                steps_total=0,
                report=None,
            )
            .returning(*AUDIT_COLUMNS)
        )
        with self._writing() as connection:
            row = connection.execute(take).one_or_none()
            if row is None:
                return None
            audit = audit_record(row)
            data = connection.execute(
                select(documents.c.data).where(documents.c.sha256 == audit.document)
            ).scalar_one()
        return Claim(audit, data)

    def extend(self, held: AuditRecord, until: float) -> bool:
        """A sign of life: the lease now runs until `until` (UTC seconds)."""
        return self._write(held, lease_until=until)

    def progress(
        self, held: AuditRecord, report: str, stage: str, steps_done: int, steps_total: int
    ) -> bool:
        """Keep a partial report, and what is being done now."""
        return self._write(
            held, report=report, stage=stage, steps_done=steps_done, steps_total=steps_total
        )

    def pick(self, held: AuditRecord, picked: str) -> bool:
        """Keep which blocks the site repeats, for whoever audits the page alone later."""
        return self._write(held, picked=picked)

    def finish(
        self,
        held: AuditRecord,
        report: str,
        verdict: str,
        summary: Mapping[str, Any],
        *,
        now: float,
    ) -> bool:
        """Keep the final report, its verdict and its summary columns: the audit is done."""
        return self._write(
            held,
            status="done",
            report=report,
            verdict=verdict,
            finished=now,
            lease_until=None,
            stage="",
            steps_done=audits.c.steps_total,
            **summary,
        )

    def give_back(self, held: AuditRecord, send_at: float) -> bool:
        """Put the audit back into the queue, to be sent again from `send_at` (UTC seconds)."""
        return self._write(
            held,
            status="queued",
            report=None,
            lease_until=None,
            stage="",
            steps_done=0,
            steps_total=0,
            send_at=send_at,
        )

    def fail(self, held: AuditRecord, reason: str, *, now: float) -> bool:
        """End the audit without a report; `reason` is one plain sentence for the person."""
        return self._write(
            held,
            status="failed",
            report=None,
            error=reason,
            finished=now,
            lease_until=None,
            stage="",
        )

    def _write(self, held: AuditRecord, **values: Any) -> bool:
        guarded = (
            update(audits)
            .where(
                audits.c.id == held.id,
                audits.c.status == "running",
                audits.c.worker == held.worker,
                audits.c.attempts == held.attempts,
            )
            .values(**values)
        )
        with self._writing() as connection:
            return connection.execute(guarded).rowcount == 1
