"""Audits in the store: adding them, reading one, deleting one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select

from auditor.errors import NotFound
from auditor.store.documents import Documents
from auditor.store.records import AuditRecord, NewAudit, NewSite
from auditor.store.tables import audits, documents, sites

AUDIT_COLUMNS = [audits.c[name] for name in AuditRecord.__dataclass_fields__]


class Audits(Documents):
    """What is submitted, read and deleted, one audit at a time."""

    def add(
        self, new: Sequence[NewAudit], *, now: float, send_at: float, site: NewSite | None = None
    ) -> None:
        """Keep documents, audits and their site in one transaction: all of them or none.

        `send_at` is the instant (UTC seconds) from which a sweep sends them again.
        """
        # In one order everywhere, so that two submissions cannot wait for each other's rows.
        by_hash = {audit.sha256: audit for audit in sorted(new, key=lambda audit: audit.sha256)}
        with self._writing() as connection:
            for audit in by_hash.values():
                self._keep_document(connection, audit, now)
            if site is not None:
                connection.execute(insert(sites).values(_site_row(site, len(new), now)))
            site_id = site.id if site else None
            connection.execute(
                insert(audits), [_audit_row(audit, now, send_at, site_id) for audit in new]
            )

    def audit(self, audit_id: str) -> AuditRecord:
        """The audit as it stands now; raises NotFound."""
        with self._reading() as connection:
            row = connection.execute(
                select(*AUDIT_COLUMNS).where(audits.c.id == audit_id)
            ).one_or_none()
        if row is None:
            raise NotFound("There is no such audit; it may have been deleted.")
        return audit_record(row)

    def data(self, audit_id: str) -> bytes:
        """The bytes that were submitted; raises NotFound."""
        held = select(documents.c.data).join(audits, audits.c.document == documents.c.sha256)
        with self._reading() as connection:
            data = connection.execute(held.where(audits.c.id == audit_id)).scalar_one_or_none()
        if data is None:
            raise NotFound("There is no such audit; it may have been deleted.")
        return bytes(data)

    def delete(self, audit_id: str) -> None:
        """Delete the audit, and its document unless another audit holds it; raises NotFound."""
        gone = delete(audits).where(audits.c.id == audit_id).returning(audits.c.document)
        with self._writing() as connection:
            document = connection.execute(gone).scalar_one_or_none()
        if document is None:
            raise NotFound("There is no such audit; it may have been deleted.")
        self._drop_orphans(document)


def audit_record(row: Row[Any]) -> AuditRecord:
    """The record of a row that holds AUDIT_COLUMNS, and perhaps more."""
    fields = row._mapping
    return AuditRecord(**{name: fields[name] for name in AuditRecord.__dataclass_fields__})


def _site_row(site: NewSite, total: int, now: float) -> dict[str, Any]:
    return {
        "id": site.id,
        "name": site.name,
        "profile": site.profile,
        "created": now,
        "total": total,
        "note": site.note,
    }


def _audit_row(audit: NewAudit, now: float, send_at: float, site_id: str | None) -> dict[str, Any]:
    return {
        "id": audit.id,
        "document": audit.sha256,
        "name": audit.name,
        "media_type": audit.media_type,
        "profile": audit.profile,
        "document_class": audit.document_class,
        "picked": audit.picked,
        "today": audit.today,
        "status": "queued",
        "stage": "",
        "steps_done": 0,
        "steps_total": 0,
        "attempts": 0,
        "worker": "",
        "send_at": send_at,
        "sends": 0,
        "error": "",
        "verdict": "",
        "created": now,
        "site_id": site_id,
        "ordinal": audit.ordinal,
        "review_date": "",
        "review_status": "",
    }
