"""A lease on an audit, kept alive while it runs, and given up in the right way when it ends."""

import logging
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from auditor.errors import AuditorError, DocumentError, StoreError, UsageError
from auditor.model import Report
from auditor.sites import summary
from auditor.store import AuditRecord, Store, dump_report

log = logging.getLogger(__name__)

# The same bytes under the same rules fail in the same way: a second attempt helps nobody.
_HOPELESS = (DocumentError, UsageError)
_COUNTS = {2: "twice", 3: "three times"}


class AuditStopped(RuntimeError):
    """An audit stopped for a reason nobody foresaw; says where, and nothing of the draft."""


def stopped_words(attempts: int) -> str:
    """What a person is told of an audit that stopped unexpectedly `attempts` times."""
    times = "" if attempts == 1 else " " + _COUNTS.get(attempts, f"{attempts} times")
    return f"The audit stopped unexpectedly{times}; try again or send us the file name."


def pause(lease_seconds: float, times: int) -> float:
    """Seconds before an audit is sent again that was sent again `times` times already.

    Doubles each time, from a sixteenth of a lease to four leases: a long queue is not flooded
    with copies, and a lost message costs at most about the wait that it already had.
    """
    return lease_seconds * min(4.0, 2.0 ** (min(times, 6) - 4))


class Lease:
    """Holds one attempt of one audit, as a context manager.

    While it is open a thread renews the lease. What happens at the end:

    - `finish` was called: the audit is done, unless another worker took it over;
    - an AuditorError: the audit goes back into the queue, or has failed in the error's words;
    - any other exception: likewise, in our words, and AuditStopped is raised in its place, since
      its own words may quote the draft;
    - the process dies: the lease runs out and the sweep finds the audit.
    """

    def __init__(
        self,
        store: Store,
        audit: AuditRecord,
        *,
        seconds: float,
        max_attempts: int,
        clock: Callable[[], float],
    ) -> None:
        self._store, self._held, self._clock = store, audit, clock
        self._seconds, self._max_attempts = seconds, max_attempts
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="lease", daemon=True)

    def progress(self, report: Report, stage: str, steps_done: int, steps_total: int) -> None:
        """Keep a partial report and what is being done now; a store that refuses is no matter."""
        try:
            self._store.progress(self._held, dump_report(report), stage, steps_done, steps_total)
        except StoreError as error:
            log.warning("audit %s: progress not kept: %s", self._held.id, error)

    def finish(self, report: Report) -> bool:
        """Keep the final report; False if the lease was lost, and then nothing has changed."""
        return self._store.finish(
            self._held, dump_report(report), report.verdict, summary(report), now=self._clock()
        )

    def __enter__(self) -> Self:
        self._keeper.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._ended.set()
        self._keeper.join()
        if error is None:
            return False
        try:
            self._give_up(error)
        except StoreError as refusal:
            # The lease will run out. Without the context, which may quote the draft.
            raise StoreError(str(refusal)) from None
        attempt = f"audit {self._held.id}, attempt {self._held.attempts}"
        if isinstance(error, AuditorError):
            log.warning("%s: %s", attempt, error)
            return True
        if isinstance(error, Exception):
            raise AuditStopped(f"{attempt}: {type(error).__name__} {_place(trace)}") from None
        return False

    def _give_up(self, error: BaseException) -> None:
        now = self._clock()
        if isinstance(error, _HOPELESS) or self._held.attempts >= self._max_attempts:
            explained = isinstance(error, AuditorError)
            reason = str(error) if explained else stopped_words(self._held.attempts)
            self._store.fail(self._held, reason.replace("\x00", " "), now=now)
        else:
            again = now + pause(self._seconds, self._held.attempts)
            self._store.give_back(self._held, again)

    def _keep(self) -> None:
        while not self._ended.wait(self._seconds / 3):
            try:
                held = self._store.extend(self._held, self._clock() + self._seconds)
            except StoreError as error:
                log.warning("audit %s: lease not renewed: %s", self._held.id, error)
                continue
            if not held:
                log.warning("audit %s: lease lost to another worker", self._held.id)
                return


def _place(trace: TracebackType | None) -> str:
    """Where it happened, innermost last, as modules and lines: code only, no values."""
    places = []
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        places.append(f"{module}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "at " + " > ".join(places[-4:])
