"""A service over a real store, with a clock that the test turns and a queue that is a list."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from auditor.errors import ToolError
from auditor.model import Report
from auditor.service import Job, Progress, Service, Submission
from auditor.store import Store

LEASE_SECONDS = 120.0


@dataclass
class Bench:
    """The service and all that surrounds it; `audit` is what a run does."""

    store: Store
    report: Report
    now: float = 1_772_620_000.0
    sent: list[tuple[str, str]] = field(default_factory=list)
    queue_is_down: bool = False
    jobs: list[Job] = field(default_factory=list)
    audit: Callable[[Job, Progress], Report] | None = None
    on_send: Callable[[str], object] = bool

    def __post_init__(self) -> None:
        self.service = self.new_service()

    def new_service(self) -> Service:
        """Another process, as it were, over the same store and queue."""
        return Service(
            self.store,
            self._send,
            self._run,
            lease_seconds=LEASE_SECONDS,
            max_attempts=3,
            retention_days=30,
            max_bytes=1000,
            clock=lambda: self.now,
        )

    def submit(self, data: bytes = b"words", **fields: object) -> str:
        """Submit a plain document; any field may be given."""
        plain = Submission(data, "leaflet.txt", "text/plain", "adult")
        return self.service.submit(replace(plain, **fields))  # type: ignore[arg-type]  # any field

    def _send(self, task: str, argument: str) -> None:
        if self.queue_is_down:
            raise ToolError("The queue cannot be reached; check the broker.")
        self.on_send(argument)
        self.sent.append((task, argument))

    def _run(self, job: Job, progress: Progress) -> Report:
        self.jobs.append(job)
        return self.audit(job, progress) if self.audit else self.report


@pytest.fixture
def bench(store: Store, make_report: Callable[..., Report]) -> Bench:
    return Bench(store, make_report())
