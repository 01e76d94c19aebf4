"""The use-cases of the service: submit, run, get, delete, sweep, purge.

`submit` keeps everything in one transaction and only then sends an id; the table is the truth.
A message that is lost, sent twice, or sent to a worker that dies changes nothing that a person
sees: an audit is run by whoever holds its lease, and finished once.
"""

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from auditor.errors import ToolError, UsageError
from auditor.lease import AuditStopped, Lease, pause, stopped_words
from auditor.model import Report
from auditor.parse.picked import Picked
from auditor.site_blocks import repeated
from auditor.sites import batch_of, batches, beside, read_batch
from auditor.store import AuditRecord, Due, NewAudit, NewSite, SiteRecord, Stats, Store
from auditor.submission import Job, Submission, check_size, job, new_audit, new_id, one_line

__all__ = ["Audit", "Job", "Progress", "Send", "Service", "Submission"]

log = logging.getLogger(__name__)

DAY_SECONDS = 86_400
Send = Callable[[str, str], None]
Progress = Callable[[Report, str, int, int], None]
Audit = Callable[[Job, Progress], Report]


class Service:
    """The use-cases over one store, one queue (`send`: task name, id) and one audit function.

    `send` raises ToolError or OSError when the queue is down; `audit` knows nothing of the
    store and calls its second argument with a partial report, what it is doing now, and how
    many steps of how many are done. Every method may raise StoreError.
    """

    def __init__(
        self,
        store: Store,
        send: Send,
        audit: Audit,
        *,
        lease_seconds: float,
        max_attempts: int,
        retention_days: int,
        max_bytes: int,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._store, self._send, self._audit, self._clock = store, send, audit, clock
        self._lease_seconds, self._max_attempts = lease_seconds, max_attempts
        self._retention_days, self._max_bytes = retention_days, max_bytes
        self._beside: tuple[str, range, list[Picked]] = "", range(0), []

    def submit(self, submission: Submission) -> str:
        """Keep the document, queue its audit, and return the audit's id.

        Raises TooLarge or DocumentError for bytes that cannot be audited.
        """
        new = self._new_audit(submission, submission.profile)
        self._add([new], None)
        self._try_send("run_audit", new.id)
        return new.id

    def submit_site(
        self, name: str, submissions: Sequence[Submission], profile: str, note: str = ""
    ) -> str:
        """Queue an audit of each document under one profile; returns the site's id.

        All or none are kept. `note` says in words what was left out of the site.
        """
        if not submissions:
            raise UsageError("There is no page to audit; check the address and try again.")
        site = NewSite(new_id(), one_line(name), profile, note)
        new = [self._new_audit(s, profile, i) for i, s in enumerate(submissions)]
        self._add(new, site)
        for batch in batches(site.id, len(submissions)):
            if not self._try_send("run_audits", batch):
                break
        return site.id

    def run(self, audit_id: str, worker: str) -> bool:
        """Run the audit if it is free; True if this call held it until its attempt ended.

        False: it is done, failed, deleted, or in other hands. Raises AuditStopped when the audit
        stops for a reason that is not an AuditorError; by then that is on record.
        """
        now = self._clock()
        claim = self._store.claim(
            audit_id,
            worker,
            now=now,
            until=now + self._lease_seconds,
            max_attempts=self._max_attempts,
        )
        if claim is None:
            return False
        with Lease(
            self._store,
            claim.audit,
            seconds=self._lease_seconds,
            max_attempts=self._max_attempts,
            clock=self._clock,
        ) as lease:
            given = job(claim.audit, claim.data)
            if claim.audit.site_id is not None:
                given = replace(given, picked=self._repeated(claim.audit.site_id, claim.audit))
                self._store.pick(claim.audit, str(given.picked))
            return lease.finish(self._audit(given, lease.progress))
        return True

    def run_batch(self, batch: str, worker: str) -> int:
        """Run the queued audits of one batch of a site; returns how many this call held."""
        count = 0
        for audit_id in self._store.queued_in_site(*read_batch(batch)):
            try:
                count += self.run(audit_id, worker)
            except AuditStopped as error:
                # One audit that stops must not hold up the others of its batch.
                log.error("%s", error)
        return count

    def get(self, audit_id: str) -> AuditRecord:
        """The audit as it stands now; raises NotFound."""
        return self._store.audit(audit_id)

    def data(self, audit_id: str) -> bytes:
        """The bytes that were submitted; raises NotFound."""
        return self._store.data(audit_id)

    def site(self, site_id: str) -> SiteRecord:
        """The site with a light row for each audit; raises NotFound."""
        return self._store.site(site_id)

    def delete(self, audit_id: str) -> None:
        """Delete the audit, its report, and its document if no other audit has it; NotFound."""
        self._store.delete(audit_id)

    def sweep(self) -> int:
        """Find audits whose worker or whose message was lost; how many failed or were sent again.

        Harmless at any time, and from many processes at once.
        """
        now, attempts = self._clock(), self._max_attempts
        count = self._store.fail_lost(stopped_words(attempts), now=now, max_attempts=attempts)
        self._store.requeue_lost(now=now, max_attempts=attempts)
        while due := self._store.due(now):
            sent = self._send_again(due)
            self._store.mark_sent(
                (row, now + pause(self._lease_seconds, row.sends + 1)) for row in sent
            )
            count += len(sent)
            if len(sent) < len(due):
                break
        return count

    def purge(self) -> int:
        """Delete what is older than the retention allows; how many audits that was."""
        return self._store.purge(self._clock() - self._retention_days * DAY_SECONDS)

    def stats(self) -> Stats:
        """How many audits are queued, running, done and failed."""
        return self._store.stats()

    def _repeated(self, site_id: str, audit: AuditRecord) -> Picked:
        """What the pages beside a page have too. They are read once for a batch, one at a time."""
        numbers = beside(audit.ordinal, self._store.pages_of(site_id))
        if self._beside[:2] != (site_id, numbers):
            pages = (self._store.page(site_id, number) for number in numbers)
            self._beside = site_id, numbers, repeated(pages)
        return self._beside[2][numbers.index(audit.ordinal)]

    def _new_audit(self, submission: Submission, profile: str, ordinal: int = 0) -> NewAudit:
        check_size(submission, self._max_bytes)
        return new_audit(submission, profile, ordinal, date.fromtimestamp(self._clock()))

    def _add(self, new: Sequence[NewAudit], site: NewSite | None) -> None:
        now = self._clock()
        self._store.add(new, now=now, send_at=now + pause(self._lease_seconds, 0), site=site)

    def _send_again(self, due: Iterable[Due]) -> list[Due]:
        messages: dict[tuple[str, str], list[Due]] = {}
        for row in due:
            messages.setdefault(_message(row), []).append(row)
        sent: list[Due] = []
        for (task, argument), rows in messages.items():
            if not self._try_send(task, argument):
                break
            sent += rows
        return sent

    def _try_send(self, task: str, argument: str) -> bool:
        try:
            self._send(task, argument)
        except (ToolError, OSError):
            # No error for the person: the row stays queued and the sweep sends it again.
            log.warning("the queue refused %s %s; it will be sent again", task, argument)
            return False
        return True


def _message(row: Due) -> tuple[str, str]:
    if row.site_id is None:
        return "run_audit", row.id
    return "run_audits", batch_of(row.site_id, row.ordinal)
