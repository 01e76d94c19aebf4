"""Upkeep of the store: lost audits found again, old ones deleted, all of them counted."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, func, select, update

from auditor.store.documents import Documents
from auditor.store.records import Due, Stats, Status
from auditor.store.tables import audits, sites

PAGE = 500


class Upkeep(Documents):
    """What the sweep, the purge and the health page ask."""

    def fail_lost(self, reason: str, *, now: float, max_attempts: int) -> int:
        """End the audits whose worker died in their last attempt; how many they were."""
        return self._lost(
            now,
            audits.c.attempts >= max_attempts,
            status="failed",
            error=reason,
            finished=now,
        )

    def requeue_lost(self, *, now: float, max_attempts: int) -> int:
        """Put the audits whose worker died back into the queue, due at once; how many."""
        return self._lost(
            now, audits.c.attempts < max_attempts, status="queued", send_at=now, sends=0
        )

    def due(self, now: float) -> list[Due]:
        """Up to PAGE queued audits whose time to be sent again has come, the oldest first."""
        wanted = (
            select(audits.c.id, audits.c.site_id, audits.c.ordinal, audits.c.sends)
            .where(audits.c.status == "queued", audits.c.send_at <= now)
            .order_by(audits.c.send_at)
            .limit(PAGE)
        )
        with self._reading() as connection:
            return [Due(**row._mapping) for row in connection.execute(wanted)]

    def mark_sent(self, sent: Iterable[tuple[Due, float]]) -> None:
        """Note that these were sent again, and when (UTC seconds) they are due next."""
        rows = [{"key": due.id, "count": due.sends + 1, "next": at} for due, at in sent]
        if not rows:
            return
        with self._writing() as connection:
            connection.execute(
                update(audits)
                .where(audits.c.id == bindparam("key"), audits.c.status == "queued")
                .values(sends=bindparam("count"), send_at=bindparam("next")),
                rows,
            )

    def purge(self, before: float) -> int:
        """Delete what was submitted before the instant `before`; how many audits that was."""
        count = 0
        while deleted := self._purge_page(before):
            count += deleted
        with self._writing() as connection:
            empty = ~exists().where(audits.c.site_id == sites.c.id)
            connection.execute(delete(sites).where(sites.c.created < before, empty))
        self._drop_orphans()
        return count

    def stats(self) -> Stats:
        """How many audits stand where, how many sites there are, and the longest wait."""
        counts: dict[Status, int] = {"queued": 0, "running": 0, "done": 0, "failed": 0}
        with self._reading() as connection:
            by_status = select(audits.c.status, func.count()).group_by(audits.c.status)
            counts.update({row[0]: row[1] for row in connection.execute(by_status)})
            oldest = select(func.min(audits.c.created)).where(audits.c.status == "queued")
            return Stats(
                counts,
                connection.execute(select(func.count()).select_from(sites)).scalar_one(),
                connection.execute(oldest).scalar_one(),
            )

    def _lost(self, now: float, also: ColumnElement[bool], **values: Any) -> int:
        lost = and_(audits.c.status == "running", audits.c.lease_until < now, also)
        change = (
            update(audits)
            .where(lost)
            .values(lease_until=None, report=None, stage="", steps_done=0, **values)
        )
        with self._writing() as connection:
            return connection.execute(change).rowcount

    def _purge_page(self, before: float) -> int:
        # Page by page, so that nobody waits long for the write lock.
        page = select(audits.c.id).where(audits.c.created < before).limit(PAGE)
        with self._writing() as connection:
            return connection.execute(
                delete(audits).where(audits.c.id.in_(page.scalar_subquery()))
            ).rowcount
