"""Handing in: everything is kept first, and only then sent."""

from datetime import date
from typing import Any

import pytest

from auditor.errors import DocumentError, NotFound, StoreError, TooLarge


def test_a_submission_is_queued_and_its_id_is_sent(bench: Any) -> None:
    audit_id = bench.submit()
    assert bench.service.get(audit_id).status == "queued"
    assert bench.sent == [("run_audit", audit_id)]


def test_it_is_kept_before_it_is_sent(bench: Any) -> None:
    seen = []
    bench.on_send = lambda audit_id: seen.append(bench.service.get(audit_id).status)
    bench.submit()
    assert seen == ["queued"]


def test_a_queue_that_is_down_is_no_error_for_the_person(bench: Any) -> None:
    bench.queue_is_down = True
    audit_id = bench.submit()
    assert bench.service.get(audit_id).status == "queued"
    bench.queue_is_down = False
    bench.now += 60
    assert bench.service.sweep() == 1
    assert bench.sent == [("run_audit", audit_id)]


def test_nothing_is_sent_that_could_not_be_kept(bench: Any, monkeypatch: Any) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("The disk of the store is full; free some space and try again.")

    monkeypatch.setattr(bench.store, "add", refuse)
    with pytest.raises(StoreError):
        bench.submit()
    assert bench.sent == []


def test_ids_cannot_be_guessed(bench: Any) -> None:
    ids = {bench.submit() for _ in range(5)}
    assert len(ids) == 5
    assert {len(one) for one in ids} == {22}


def test_today_is_the_day_of_the_submission_even_if_the_run_is_later(bench: Any) -> None:
    audit_id = bench.submit()
    given = date.fromtimestamp(bench.now)
    bench.now += 3 * 86_400
    bench.service.run(audit_id, "w")
    assert bench.jobs[0].today == given
    assert bench.service.get(audit_id).today == given.isoformat()


def test_a_given_day_is_kept(bench: Any) -> None:
    bench.service.run(bench.submit(today=date(2020, 2, 29)), "w")
    assert bench.jobs[0].today == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x00b\nc.txt", "a b c.txt"),
        ("  ", "document"),
        ("\udcff.txt", ".txt"),
        ("ö" * 900, "ö" * 500),
    ],
)
def test_any_name_can_be_kept(bench: Any, name: str, shown: str) -> None:
    assert bench.service.get(bench.submit(name=name)).name == shown


def test_too_many_bytes_are_refused(bench: Any) -> None:
    bench.submit(b"x" * 1000)
    with pytest.raises(TooLarge, match=r"has 1001 bytes, and the most is 1000; send a smaller"):
        bench.submit(b"x" * 1001)


def test_no_bytes_are_refused(bench: Any) -> None:
    with pytest.raises(DocumentError, match="The document is empty"):
        bench.submit(b"")


def test_deleted_is_not_found(bench: Any) -> None:
    audit_id = bench.submit()
    bench.service.delete(audit_id)
    with pytest.raises(NotFound):
        bench.service.get(audit_id)
    assert not bench.service.run(audit_id, "w")
