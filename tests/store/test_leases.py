"""A lease: one worker at a time, and nothing from one that has lost it."""

import threading

import pytest

from auditor.store import AuditRecord, Claim, NewAudit, Store

SUMMARY = {
    "reading_age_low": 9.0,
    "reading_age_high": 11.5,
    "unexplained": 2,
    "missing_statements": 1,
    "review_date": "2027-01-01",
    "review_status": "current",
}


@pytest.fixture
def queued(store: Store) -> Store:
    store.add(
        [NewAudit("id", b"words", "0" * 64, "a.txt", "text/plain", "adult", "", "2026-03-04")],
        now=100,
        send_at=100,
    )
    return store


def claim(store: Store, worker: str, now: float) -> Claim | None:
    return store.claim("id", worker, now=now, until=now + 10, max_attempts=3)


def held_by(store: Store, worker: str, now: float) -> AuditRecord:
    taken = claim(store, worker, now)
    assert taken is not None
    return taken.audit


def test_a_claim_brings_the_bytes_and_counts_the_attempt(queued: Store) -> None:
    taken = claim(queued, "one", 200)
    assert taken is not None
    assert taken.data == b"words"
    assert (taken.audit.attempts, taken.audit.worker) == (1, "one")
    assert (taken.audit.started, taken.audit.lease_until) == (200, 210)


def test_of_many_that_claim_at_once_one_gets_it(queued: Store) -> None:
    start = threading.Barrier(8)
    taken: list[Claim | None] = []

    def run(worker: str) -> None:
        start.wait()
        taken.append(claim(queued, worker, 200))

    threads = [threading.Thread(target=run, args=[str(n)]) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == 8
    assert sum(one is not None for one in taken) == 1


def test_nobody_takes_what_is_held_until_the_lease_has_passed(queued: Store) -> None:
    held_by(queued, "one", 200)
    assert claim(queued, "two", 209.9) is None
    assert held_by(queued, "two", 210.1).attempts == 2


def test_a_lease_that_is_renewed_does_not_pass(queued: Store) -> None:
    held = held_by(queued, "one", 200)
    assert queued.extend(held, 230)
    assert claim(queued, "two", 220) is None


def test_attempts_run_out(queued: Store) -> None:
    for attempt in range(3):
        assert held_by(queued, "one", 200 + 20 * attempt).attempts == attempt + 1
    assert claim(queued, "one", 300) is None


def test_one_that_lost_its_lease_changes_nothing(queued: Store) -> None:
    lost = held_by(queued, "one", 200)
    held_by(queued, "two", 300)
    before = queued.audit("id")
    assert not queued.extend(lost, 400)
    assert not queued.progress(lost, "{}", "reading", 1, 2)
    assert not queued.finish(lost, "{}", "pass", SUMMARY, now=301)
    assert not queued.give_back(lost, 301)
    assert not queued.fail(lost, "No.", now=301)
    assert queued.audit("id") == before


def test_an_earlier_attempt_of_the_same_worker_has_lost_its_lease(queued: Store) -> None:
    lost = held_by(queued, "one", 200)
    held_by(queued, "one", 300)
    assert not queued.finish(lost, "{}", "pass", SUMMARY, now=301)


def test_what_is_done_stays_done(queued: Store) -> None:
    held = held_by(queued, "one", 200)
    assert queued.progress(held, "{}", "reading", 1, 2)
    assert queued.finish(held, '{"a": 1}', "fail", SUMMARY, now=201)
    assert not queued.finish(held, "{}", "pass", SUMMARY, now=202)
    assert claim(queued, "two", 9999) is None
    done = queued.audit("id")
    assert (done.status, done.verdict, done.report) == ("done", "fail", '{"a": 1}')
    assert (done.finished, done.lease_until, done.stage) == (201, None, "")
    assert (done.steps_done, done.steps_total) == (2, 2)


def test_what_is_given_back_starts_anew(queued: Store) -> None:
    held = held_by(queued, "one", 200)
    queued.progress(held, "{}", "reading", 1, 2)
    assert queued.give_back(held, 250)
    record = queued.audit("id")
    assert (record.status, record.report, record.stage, record.steps_done) == (
        "queued",
        None,
        "",
        0,
    )
    assert [due.id for due in queued.due(249)] == []
    assert [due.id for due in queued.due(250)] == ["id"]


def test_what_has_failed_has_a_reason_and_no_report(queued: Store) -> None:
    held = held_by(queued, "one", 200)
    queued.progress(held, "{}", "reading", 1, 2)
    assert queued.fail(held, "The file is locked.", now=201)
    record = queued.audit("id")
    assert (record.status, record.error, record.report) == ("failed", "The file is locked.", None)
    assert record.finished == 201
