"""Sites in the store: one query draws a table of thousands of audits."""

from sqlalchemy import select

from auditor.errors import NotFound
from auditor.store.database import Database
from auditor.store.records import SiteRecord, SiteRow
from auditor.store.tables import audits, documents, sites

_COLUMNS = [audits.c[name] for name in SiteRow.__dataclass_fields__]


class Sites(Database):
    """What is asked about a site as a whole."""

    def site(self, site_id: str) -> SiteRecord:
        """The site and a light row for each of its audits; raises NotFound."""
        with self._reading() as connection:
            found = connection.execute(select(sites).where(sites.c.id == site_id)).one_or_none()
            if found is None:
                raise NotFound("There is no such site audit; it may have been deleted.")
            rows = connection.execute(
                select(*_COLUMNS).where(audits.c.site_id == site_id).order_by(audits.c.ordinal)
            ).all()
        return SiteRecord(**found._mapping, rows=tuple(SiteRow(**row._mapping) for row in rows))

    def page(self, site_id: str, ordinal: int) -> tuple[bytes, str, str]:
        """Bytes, name and media type of one page of the site; no bytes if it has been deleted."""
        wanted = (
            select(documents.c.data, audits.c.name, audits.c.media_type)
            .join(audits, audits.c.document == documents.c.sha256)
            .where(audits.c.site_id == site_id, audits.c.ordinal == ordinal)
        )
        with self._reading() as connection:
            found = connection.execute(wanted).one_or_none()
        return (bytes(found.data), found.name, found.media_type) if found else (b"", "", "")

    def pages_of(self, site_id: str) -> int:
        """How many pages the site had when it was submitted; 0 if it has been deleted."""
        wanted = select(sites.c.total).where(sites.c.id == site_id)
        with self._reading() as connection:
            return connection.execute(wanted).scalar_one_or_none() or 0

    def queued_in_site(self, site_id: str, start: int, stop: int) -> list[str]:
        """The ids of the site's queued audits with an ordinal in `start` to `stop`, in order."""
        wanted = (
            select(audits.c.id)
            .where(
                audits.c.site_id == site_id,
                audits.c.ordinal >= start,
                audits.c.ordinal < stop,
                audits.c.status == "queued",
            )
            .order_by(audits.c.ordinal)
        )
        with self._reading() as connection:
            return list(connection.execute(wanted).scalars())
