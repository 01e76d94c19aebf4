"""Upkeep in the store: lost rows, old rows, and their numbers."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from auditor.errors import NotFound
from auditor.store import NewAudit, NewSite, Store, upkeep

NEW = NewAudit("id", b"words", "0" * 64, "a.txt", "text/plain", "adult", "", "2026-03-04")


def add(store: Store, *ids: str, now: float, site: NewSite | None = None) -> None:
    new = [replace(NEW, id=one, ordinal=n, sha256=one * 64) for n, one in enumerate(ids)]
    store.add(new, now=now, send_at=now, site=site)


def test_rows_whose_lease_has_passed_are_lost(store: Store) -> None:
    add(store, "a", "b", "c", now=0)
    store.claim("a", "w", now=0, until=10, max_attempts=3)
    store.claim("b", "w", now=0, until=99, max_attempts=3)
    assert store.requeue_lost(now=50, max_attempts=3) == 1
    assert [store.audit(one).status for one in "abc"] == ["queued", "running", "queued"]
    assert store.audit("a").lease_until is None


def test_rows_lost_in_their_last_attempt_have_failed(store: Store) -> None:
    add(store, "a", now=0)
    store.claim("a", "w", now=0, until=10, max_attempts=1)
    assert store.requeue_lost(now=50, max_attempts=1) == 0
    assert store.fail_lost("It stopped.", now=50, max_attempts=1) == 1
    record = store.audit("a")
    assert (record.status, record.error, record.finished) == ("failed", "It stopped.", 50)


def test_rows_are_due_the_oldest_first_and_a_page_at_a_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "PAGE", 2)
    for instant, one in ((3, "c"), (1, "a"), (2, "b")):
        add(store, one, now=instant)
    due = store.due(10)
    assert [row.id for row in due] == ["a", "b"]
    store.mark_sent((row, 20.0) for row in due)
    assert [row.id for row in store.due(10)] == ["c"]
    assert [(row.id, row.sends) for row in store.due(20)] == [("c", 0), ("a", 1)]


def test_marking_nothing_is_nothing(store: Store) -> None:
    store.mark_sent([])
    assert store.due(10) == []


def test_purge_deletes_what_is_old_and_nothing_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "PAGE", 2)
    add(store, "a", "b", "c", now=10, site=NewSite("old", "Old", "adult"))
    add(store, "d", now=20, site=NewSite("new", "New", "adult"))
    assert store.purge(15) == 3
    assert store.stats().counts == {"queued": 1, "running": 0, "done": 0, "failed": 0}
    assert store.site("new").total == 1
    with pytest.raises(NotFound):
        store.site("old")
    assert store.purge(15) == 0


def test_purge_deletes_bytes_that_no_audit_holds(store: Store) -> None:
    add(store, "a", "b", now=10)
    store.add([replace(NEW, id="again", sha256="a" * 64)], now=20, send_at=20)
    store.purge(15)
    with store.engine.connect() as connection:
        kept = connection.execute(text("SELECT sha256 FROM documents")).scalars().all()
    assert kept == ["a" * 64]


def test_stats_count_each_status(store: Store) -> None:
    assert store.stats().oldest_queued is None
    add(store, "a", now=5)
    add(store, "b", "c", now=3, site=NewSite("site", "Site", "adult"))
    store.claim("b", "w", now=6, until=10, max_attempts=3)
    stats = store.stats()
    assert stats.counts == {"queued": 2, "running": 1, "done": 0, "failed": 0}
    assert (stats.sites, stats.oldest_queued) == (1, 3)
