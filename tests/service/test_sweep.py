"""The sweep: whatever got lost is found, and nothing is flooded."""

from typing import Any

import pytest

from auditor.errors import NotFound
from auditor.lease import pause

LEASE_SECONDS = 120.0
DAY_SECONDS = 86_400


def test_a_fresh_submission_is_not_sent_twice(bench: Any) -> None:
    bench.submit()
    assert bench.service.sweep() == 0
    assert len(bench.sent) == 1


def test_a_lost_message_is_sent_again(bench: Any) -> None:
    audit_id = bench.submit()
    bench.sent.clear()
    bench.now += LEASE_SECONDS
    assert bench.service.sweep() == 1
    assert bench.sent == [("run_audit", audit_id)]


def test_the_wait_doubles_so_that_a_long_queue_is_not_flooded(bench: Any) -> None:
    bench.submit()
    sweeps = 0
    while bench.now < 1_772_620_000.0 + 10 * LEASE_SECONDS:
        bench.now += 1
        sweeps += bench.service.sweep()
    assert len(bench.sent) == 1 + sweeps
    assert 6 <= sweeps <= 8


def test_a_pause_is_never_more_than_four_leases() -> None:
    assert [pause(16, times) for times in range(9)] == [1, 2, 4, 8, 16, 32, 64, 64, 64]
    assert pause(16, 10_000) == 64


def test_two_sweeps_at_once_do_no_harm(bench: Any) -> None:
    audit_id = bench.submit()
    bench.now += LEASE_SECONDS
    bench.service.sweep()
    bench.new_service().sweep()
    for _task, argument in bench.sent:
        bench.service.run(argument, "w")
    assert len(bench.jobs) == 1
    assert bench.service.get(audit_id).status == "done"


def test_an_audit_whose_worker_died_is_sent_again(bench: Any) -> None:
    audit_id = bench.submit()
    bench.store.claim(audit_id, "dead", now=bench.now, until=bench.now + 120, max_attempts=3)
    bench.sent.clear()
    bench.now += LEASE_SECONDS - 1
    assert bench.service.sweep() == 0
    bench.now += 2
    assert bench.service.sweep() == 1
    assert bench.sent == [("run_audit", audit_id)]
    assert bench.service.run(audit_id, "alive")
    assert bench.service.get(audit_id).attempts == 2


def test_an_audit_whose_worker_died_three_times_has_failed(bench: Any) -> None:
    audit_id = bench.submit()
    for _ in range(3):
        assert bench.store.claim(
            audit_id, "dead", now=bench.now, until=bench.now + 120, max_attempts=3
        )
        bench.now += LEASE_SECONDS + 1
        assert bench.service.sweep() == 1
    record = bench.service.get(audit_id)
    assert (record.status, record.attempts) == ("failed", 3)
    assert record.error == (
        "The audit stopped unexpectedly three times; try again or send us the file name."
    )
    assert bench.service.sweep() == 0


def test_while_the_queue_is_down_nothing_counts_as_sent(bench: Any) -> None:
    ids = {bench.submit() for _ in range(3)}
    bench.sent.clear()
    bench.now += LEASE_SECONDS
    bench.queue_is_down = True
    assert bench.service.sweep() == 0
    bench.queue_is_down = False
    assert bench.service.sweep() == 3
    assert {argument for _task, argument in bench.sent} == ids


def test_what_is_done_or_failed_is_left_alone(bench: Any) -> None:
    bench.service.run(bench.submit(), "w")
    bench.now += 100 * LEASE_SECONDS
    assert bench.service.sweep() == 0


def test_purge_keeps_to_the_retention(bench: Any) -> None:
    old = bench.submit()
    bench.now += 29 * DAY_SECONDS
    new = bench.submit()
    assert bench.service.purge() == 0
    bench.now += DAY_SECONDS + 1
    assert bench.service.purge() == 1
    assert bench.service.get(new).status == "queued"
    with pytest.raises(NotFound):
        bench.service.get(old)


def test_stats_say_what_waits(bench: Any) -> None:
    bench.service.run(bench.submit(), "w")
    bench.submit()
    stats = bench.service.stats()
    assert (stats.counts["queued"], stats.counts["done"]) == (1, 1)
    assert stats.oldest_queued == bench.now
