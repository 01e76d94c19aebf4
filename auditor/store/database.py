"""One database, SQLite or PostgreSQL: how it is opened, read, written, and how it refuses."""

import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from auditor.errors import StoreError
from auditor.store.migrations import upgrade

BUSY_SECONDS = 15
CONNECT_SECONDS = 5

_OURS = frozenset({"IntegrityError", "ProgrammingError", "DataError", "NotSupportedError"})
_FULL_POSTGRES = "53100"


class Database:
    """The engine, and one transaction at a time for reading or for writing.

    `url` is a SQLAlchemy address: `sqlite:///file` or `postgresql://…`.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(_address(url))
        # Taking the write lock at the start keeps SQLite from refusing half way through.
        self._writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        # Some of SQLite's own settings want no transaction at all.
        self._bare = self.engine.execution_options(begin=None)

    def migrate(self) -> None:
        """Bring the tables up to date; many processes may do so at once."""
        with _plain_errors(), self._alone():
            upgrade(self._writer)

    def close(self) -> None:
        """Close every connection; the next use opens new ones."""
        self.engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _plain_errors(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with _plain_errors(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """On SQLite, a lock beside the file: the switch to WAL does not wait for another's."""
        file = self.engine.url.database
        if self.engine.dialect.name != "sqlite" or not file:
            yield
            return
        with Path(f"{file}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            with self._bare.connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            yield

    def _overwrite(self) -> None:
        """Take deleted text out of SQLite's write-ahead log too, unless others are reading it."""
        if self.engine.dialect.name == "sqlite":
            with _plain_errors(), self._bare.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _address(url: str) -> URL:
    address = make_url(url)
    if address.get_backend_name() in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+psycopg")
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    return address


def _engine(address: URL) -> Engine:
    if address.get_backend_name() != "sqlite":
        return create_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_SECONDS},
        )
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own idea of transactions is off: it would begin too late.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # NORMAL may lose the last commits when the power fails; a submitted draft must not be lost.
    connection.execute("PRAGMA synchronous = FULL")
    # What a person deletes is overwritten, not just unlinked.
    connection.execute("PRAGMA secure_delete = ON")


def _begin_sqlite(connection: Connection) -> None:
    statement = connection.get_execution_options().get("begin", "BEGIN")
    if statement is not None:
        connection.exec_driver_sql(statement)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """What the database or the disk refuses becomes a StoreError; our own mistakes do not."""
    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        if type(error).__name__ in _OURS:
            raise
        raise StoreError(_sentence(error)) from error
    except PoolTimeout as error:
        raise StoreError("The store is busy; try again in a minute.") from error


def _sentence(error: DBAPIError) -> str:
    cause: Any = error.orig
    code = getattr(cause, "sqlite_errorname", "")
    if code == "SQLITE_FULL" or getattr(cause, "sqlstate", None) == _FULL_POSTGRES:
        return "The disk of the store is full; free some space and try again."
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "The store is busy; try again in a minute."
    if code.startswith("SQLITE_IOERR"):
        return "The disk of the store refused; check that it works and has free space."
    return "The store cannot be used just now; check the database and try again."
