"""Documents in the store: bytes kept once by their SHA-256, for as long as an audit holds them."""

from typing import Any

from sqlalchemy import Connection, Table, delete, exists
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from auditor.store.database import Database
from auditor.store.records import NewAudit
from auditor.store.tables import audits, documents


class Documents(Database):
    """Keeping the bytes of a new audit, and letting go of those that no audit holds."""

    def _keep_document(self, connection: Connection, audit: NewAudit, now: float) -> None:
        """Insert the bytes, or touch the row that already holds them.

        Touching locks the row until the audit that needs it is there, so that nobody deletes it.
        """
        row = {
            "sha256": audit.sha256,
            "data": audit.data,
            "media_type": audit.media_type,
            "created": now,
        }
        new = _insert(connection, documents).values(row)
        connection.execute(
            new.on_conflict_do_update(index_elements=["sha256"], set_={"created": now})
        )

    def _drop_orphans(self, sha256: str | None = None) -> None:
        """Delete the bytes that no audit holds: of one document, or (None) of all.

        In a transaction of its own: when the same bytes are submitted at this very moment the
        database refuses, and they stay for the audit that now holds them.
        """
        unused = delete(documents).where(~exists().where(audits.c.document == documents.c.sha256))
        if sha256 is not None:
            unused = unused.where(documents.c.sha256 == sha256)
        try:
            with self._writing() as connection:
                connection.execute(unused)
        except IntegrityError:
            return
        finally:
            self._overwrite()


def _insert(connection: Connection, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT, in the words of the database at hand."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table)
