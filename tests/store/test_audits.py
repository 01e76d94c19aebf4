"""What is kept of a submission, and what is gone once it is deleted."""

import threading
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from auditor.errors import NotFound
from auditor.store import NewAudit, NewSite, Store

DATA = b"the draft \x00\xff of a leaflet"
NEW = NewAudit("first", DATA, "a" * 64, "a.txt", "text/plain", "adult", "leaflet", "2026-03-04")


def documents(store: Store) -> list[str]:
    with store.engine.connect() as connection:
        return list(connection.execute(text("SELECT sha256 FROM documents")).scalars())


def test_an_audit_comes_back_as_a_frozen_record(store: Store) -> None:
    store.add([NEW], now=10.5, send_at=11)
    record = store.audit("first")
    assert (record.status, record.document, record.name) == ("queued", "a" * 64, "a.txt")
    assert (record.created, record.today, record.document_class) == (10.5, "2026-03-04", "leaflet")
    assert (record.report, record.verdict, record.site_id) == (None, "", None)
    with pytest.raises(FrozenInstanceError):
        record.status = "done"  # type: ignore[misc]  # that it cannot is what is tested


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    store.add([NEW], now=1, send_at=1)
    store.add([replace(NEW, id="second")], now=2, send_at=2)
    assert documents(store) == ["a" * 64]


def test_a_site_is_added_whole_or_not_at_all(store: Store) -> None:
    store.add([NEW], now=1, send_at=1)
    other = replace(NEW, id="other", sha256="b" * 64)
    with pytest.raises(IntegrityError):
        store.add([other, NEW], now=2, send_at=2, site=NewSite("site", "Site", "adult"))
    assert documents(store) == ["a" * 64]
    with pytest.raises(NotFound):
        store.site("site")
    with pytest.raises(NotFound):
        store.audit("other")


def test_deleting_keeps_bytes_that_another_audit_holds(store: Store) -> None:
    store.add([NEW], now=1, send_at=1)
    store.add([replace(NEW, id="second")], now=2, send_at=2)
    store.delete("first")
    assert documents(store) == ["a" * 64]
    store.delete("second")
    assert documents(store) == []


def test_what_is_not_there_is_not_found(store: Store) -> None:
    for ask in (store.audit, store.delete, store.site):
        with pytest.raises(NotFound, match="it may have been deleted"):
            ask("nothing")


def test_deleted_text_is_gone_from_the_files_of_sqlite(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    store.migrate()
    store.add([replace(NEW, data=b"very private words " * 500)], now=1, send_at=1)
    assert any(b"very private words" in file.read_bytes() for file in tmp_path.iterdir())
    store.delete("first")
    assert not any(b"very private words" in file.read_bytes() for file in tmp_path.iterdir())
    store.close()


@pytest.mark.postgres
def test_bytes_that_are_submitted_again_while_they_are_deleted_stay(postgres_database: str) -> None:
    store = Store(postgres_database)
    store.migrate()
    store.add([NEW], now=1, send_at=1)
    with psycopg.connect(postgres_database) as other:
        # The two halves of a submission of the same bytes, with a deletion between them.
        other.execute("UPDATE documents SET created = 2")
        deleting = threading.Thread(target=store.delete, args=["first"])
        deleting.start()
        deleting.join(0.5)
        other.execute(
            "INSERT INTO audits (id, document, name, media_type, profile, document_class, today,"
            " status, stage, steps_done, steps_total, attempts, worker, send_at, sends, error,"
            " verdict, created, ordinal, review_date, review_status) VALUES"
            " ('second', %s, '', '', '', '', '', 'queued', '', 0, 0, 0, '', 0, 0, '', '', 2, 0,"
            " '', '')",
            ["a" * 64],
        )
        other.commit()
        deleting.join()
    assert documents(store) == ["a" * 64]
    with pytest.raises(NotFound):
        store.audit("first")
    store.close()
