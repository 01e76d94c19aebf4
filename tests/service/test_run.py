"""Running: once, by one worker, whatever the queue and the workers do."""

import logging
import threading
import traceback
from typing import Any

import pytest

from auditor.errors import DocumentError, StoreError, ToolError, UsageError
from auditor.lease import AuditStopped, stopped_words
from auditor.store import load_report

LEASE_SECONDS = 120.0
DRAFT = "the private words of a draft"


def raising(error: BaseException) -> Any:
    def audit(_job: object, _progress: object) -> None:
        raise error

    return audit


def test_a_run_is_given_all_that_the_report_depends_on(bench: Any) -> None:
    audit_id = bench.submit(b"bytes", name="a.md", media_type="text/markdown", document_class="x")
    assert bench.service.run(audit_id, "w")
    (job,) = bench.jobs
    assert (job.id, job.data, job.name) == (audit_id, b"bytes", "a.md")
    assert (job.media_type, job.profile, job.document_class) == ("text/markdown", "adult", "x")


def test_the_report_is_kept(bench: Any) -> None:
    audit_id = bench.submit()
    bench.now += 5
    bench.service.run(audit_id, "w")
    record = bench.service.get(audit_id)
    assert (record.status, record.verdict, record.finished) == ("done", "pass", bench.now)
    assert load_report(record.report) == bench.report


def test_partial_reports_are_seen_as_they_come(bench: Any, make_report: Any) -> None:
    seen = []

    def audit(job: Any, progress: Any) -> Any:
        progress(make_report(verdict="incomplete"), "Checking grammar", 2, 5)
        seen.append(bench.new_service().get(job.id))
        return bench.report

    bench.audit = audit
    audit_id = bench.submit()
    bench.service.run(audit_id, "w")
    (partial,) = seen
    assert (partial.status, partial.stage) == ("running", "Checking grammar")
    assert (partial.steps_done, partial.steps_total, partial.verdict) == (2, 5, "")
    assert load_report(partial.report).verdict == "incomplete"
    done = bench.service.get(audit_id)
    assert (done.steps_done, done.steps_total, done.stage) == (5, 5, "")


def test_progress_that_cannot_be_kept_does_not_stop_the_audit(
    bench: Any, make_report: Any, monkeypatch: Any
) -> None:
    refused = []

    def refuse(*_: object) -> bool:
        refused.append(True)
        raise StoreError("The store is busy; try again in a minute.")

    monkeypatch.setattr(bench.store, "progress", refuse)
    bench.audit = lambda _job, progress: progress(make_report(), "Reading", 1, 2) or bench.report
    audit_id = bench.submit()
    assert bench.service.run(audit_id, "w")
    assert refused
    assert bench.service.get(audit_id).status == "done"


def test_delivered_twice_is_run_once(bench: Any) -> None:
    audit_id = bench.submit()
    assert bench.service.run(audit_id, "one")
    before = bench.service.get(audit_id)
    assert not bench.service.run(audit_id, "two")
    assert len(bench.jobs) == 1
    assert bench.service.get(audit_id) == before


def test_delivered_again_while_it_runs_is_harmless(bench: Any) -> None:
    second = []

    def audit(job: Any, _progress: object) -> Any:
        second.append(bench.new_service().run(job.id, "two"))
        return bench.report

    bench.audit = audit
    assert bench.service.run(bench.submit(), "one")
    assert second == [False]
    assert len(bench.jobs) == 1


def test_an_unknown_id_is_not_run(bench: Any) -> None:
    assert not bench.service.run("nothing", "w")


def test_a_worker_that_lost_its_lease_cannot_overwrite(bench: Any, make_report: Any) -> None:
    """The first worker sleeps through its lease; the second finishes; the first wakes up."""
    other = make_report(verdict="fail")
    audits = iter([None, other])

    def audit(job: Any, _progress: object) -> Any:
        mine = next(audits)
        if mine is not None:
            return mine
        bench.now += LEASE_SECONDS + 1
        assert bench.new_service().run(job.id, "two")
        return bench.report

    bench.audit = audit
    audit_id = bench.submit()
    assert not bench.service.run(audit_id, "one")
    record = bench.service.get(audit_id)
    assert (record.verdict, record.worker, record.attempts) == ("fail", "two", 2)


def test_an_error_of_one_that_lost_its_lease_changes_nothing(bench: Any) -> None:
    audits = iter([False, True])

    def audit(job: Any, _progress: object) -> Any:
        if next(audits):
            return bench.report
        bench.now += LEASE_SECONDS + 1
        bench.new_service().run(job.id, "two")
        raise ToolError("Too late.")

    bench.audit = audit
    audit_id = bench.submit()
    bench.service.run(audit_id, "one")
    assert bench.service.get(audit_id).status == "done"


def test_an_explained_error_is_tried_again_and_then_said(bench: Any) -> None:
    bench.audit = raising(ToolError("The checker is down; try again later."))
    audit_id = bench.submit()
    for attempt in (1, 2):
        assert bench.service.run(audit_id, "w")
        record = bench.service.get(audit_id)
        assert (record.status, record.attempts, record.error) == ("queued", attempt, "")
    assert bench.service.run(audit_id, "w")
    record = bench.service.get(audit_id)
    assert (record.status, record.attempts) == ("failed", 3)
    assert record.error == "The checker is down; try again later."
    assert not bench.service.run(audit_id, "w")


@pytest.mark.parametrize("error", [DocumentError("Locked."), UsageError("No such profile.")])
def test_what_would_fail_again_fails_at_once(bench: Any, error: Exception) -> None:
    bench.audit = raising(error)
    audit_id = bench.submit()
    assert bench.service.run(audit_id, "w")
    record = bench.service.get(audit_id)
    assert (record.status, record.attempts, record.error) == ("failed", 1, str(error))


def test_an_unforeseen_error_is_recorded_and_raised_without_its_words(bench: Any) -> None:
    bench.audit = raising(KeyError(DRAFT))
    audit_id = bench.submit()
    with pytest.raises(AuditStopped, match=rf"^audit {audit_id}, attempt 1: KeyError at ") as stop:
        bench.service.run(audit_id, "w")
    assert DRAFT not in "".join(traceback.format_exception(stop.value))
    assert bench.service.get(audit_id).status == "queued"


def test_after_three_unforeseen_errors_the_audit_has_failed(bench: Any) -> None:
    bench.audit = raising(KeyError(DRAFT))
    audit_id = bench.submit()
    for _ in range(3):
        with pytest.raises(AuditStopped):
            bench.service.run(audit_id, "w")
    record = bench.service.get(audit_id)
    assert record.status == "failed"
    assert record.error == (
        "The audit stopped unexpectedly three times; try again or send us the file name."
    )


def test_the_words_fit_the_number_of_attempts() -> None:
    assert stopped_words(1) == (
        "The audit stopped unexpectedly; try again or send us the file name."
    )
    assert "unexpectedly twice;" in stopped_words(2)
    assert "unexpectedly 7 times;" in stopped_words(7)


def test_a_worker_that_is_told_to_stop_gives_its_audit_back(bench: Any) -> None:
    bench.audit = raising(SystemExit(0))
    audit_id = bench.submit()
    with pytest.raises(SystemExit):
        bench.service.run(audit_id, "w")
    assert bench.service.get(audit_id).status == "queued"


def test_a_store_that_refuses_at_the_end_hides_the_words_of_the_draft(
    bench: Any, monkeypatch: Any
) -> None:
    def refuse(*_: object) -> bool:
        raise StoreError("The store is busy; try again in a minute.")

    monkeypatch.setattr(bench.store, "give_back", refuse)
    bench.audit = raising(KeyError(DRAFT))
    audit_id = bench.submit()
    with pytest.raises(StoreError) as caught:
        bench.service.run(audit_id, "w")
    assert DRAFT not in "".join(traceback.format_exception(caught.value))
    assert bench.service.get(audit_id).status == "running"


def test_the_lease_is_kept_alive_while_the_audit_runs(
    store: Any, make_report: Any, wait_until: Any
) -> None:
    """With a real clock and a lease of 0.3 s, an audit that outlives it keeps it."""
    from auditor.service import Service, Submission

    extended = threading.Event()

    def audit(job: Any, _progress: object) -> Any:
        first = store.audit(job.id).lease_until
        wait_until(lambda: store.audit(job.id).lease_until > first + 0.3, "the lease to be renewed")
        extended.set()
        return make_report()

    service = Service(
        store,
        lambda _task, _id: None,
        audit,
        lease_seconds=0.3,
        max_attempts=3,
        retention_days=1,
        max_bytes=100,
    )
    audit_id = service.submit(Submission(b"x", "a.txt", "text/plain", "adult"))
    assert service.run(audit_id, "w")
    assert extended.is_set()
    assert not [thread for thread in threading.enumerate() if thread.name == "lease"]


def test_logs_hold_no_words_of_the_draft(bench: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for error in (KeyError(DRAFT), ToolError("The checker is down.")):
        bench.audit = raising(error)
        audit_id = bench.submit(DRAFT.encode(), name=DRAFT)
        try:
            bench.service.run(audit_id, "w")
        except AuditStopped as stopped:
            logging.getLogger("test").exception("%s", stopped)
    assert audit_id in caplog.text
    assert DRAFT not in caplog.text
