"""How the databases are set up, and how their refusals sound."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError

from auditor.errors import StoreError
from auditor.store import NewAudit, Store

NEW = NewAudit("id", b"words", "0" * 64, "a.txt", "text/plain", "adult", "", "2026-03-04")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "auditor.sqlite3"


@pytest.fixture
def sqlite(file: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{file}")
    store.migrate()
    yield store
    store.close()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 15_000),
    ],
)
def test_sqlite_is_set_up_to_lose_nothing(sqlite: Store, setting: str, value: object) -> None:
    with sqlite.engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {setting}")).scalar_one() == value


def test_foreign_keys_are_kept(store: Store) -> None:
    store.add([NEW], now=1, send_at=1)
    with pytest.raises(IntegrityError), store.engine.begin() as connection:
        connection.execute(text("DELETE FROM documents"))


def test_our_own_mistakes_are_not_called_trouble_with_the_store(store: Store) -> None:
    store.add([NEW], now=1, send_at=1)
    with pytest.raises(IntegrityError) as caught:
        store.add([NEW], now=1, send_at=1)
    assert "words" not in str(caught.value)


def test_a_full_disk_is_said_in_words_and_leaves_nothing_behind(sqlite: Store) -> None:
    big = NewAudit("big", bytes(400_000), "1" * 64, "a.txt", "text/plain", "adult", "", "")
    _limit_pages(sqlite.engine, 60)
    with pytest.raises(StoreError, match=r"^The disk of the store is full; free some space"):
        sqlite.add([NEW, big], now=1, send_at=1)
    assert sqlite.stats().counts["queued"] == 0
    _limit_pages(sqlite.engine, 10_000)
    sqlite.add([NEW, big], now=1, send_at=1)
    assert sqlite.stats().counts["queued"] == 2


def test_a_disk_that_refuses_to_write_is_said_in_words(sqlite: Store, file: Path) -> None:
    # The limit on file sizes holds for a whole process, so it is another one that meets it.
    script = f"""
import resource, signal
from auditor.errors import StoreError
from auditor.store import NewAudit, Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
new = NewAudit("id", bytes(400_000), "0" * 64, "a.txt", "text/plain", "adult", "", "")
try:
    Store("sqlite:///{file}").add([new], now=1, send_at=1)
except StoreError as error:
    print(error)
"""
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert said.stdout.startswith("The disk of the store "), said.stderr
    assert sqlite.stats().counts["queued"] == 0


def test_a_locked_database_is_busy(sqlite: Store, file: Path) -> None:
    _on_connect(sqlite.engine, "PRAGMA busy_timeout = 10")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match=r"^The store is busy; try again in a minute\.$"):
        sqlite.add([NEW], now=1, send_at=1)
    other.execute("ROLLBACK")
    other.close()
    sqlite.add([NEW], now=1, send_at=1)


@pytest.mark.parametrize(
    "url",
    ["sqlite:///{file}", "postgresql://nobody@127.0.0.1:1/nothing", "postgres://127.0.0.1:1/x"],
)
def test_a_database_that_cannot_be_used_is_said_in_words(url: str, file: Path) -> None:
    file.write_bytes(b"this is no database at all, whatever its name says" * 20)
    with pytest.raises(StoreError, match=r"^The store cannot be used just now; check"):
        Store(url.format(file=file)).stats()


def _limit_pages(engine: Engine, pages: int) -> None:
    _on_connect(engine, f"PRAGMA max_page_count = {pages}")


def _on_connect(engine: Engine, statement: str) -> None:
    event.listen(engine, "connect", lambda connection, _: connection.execute(statement))
    engine.dispose()
