"""The store: SQLAlchemy tables, their migrations, and one `Store` that returns frozen records.

Every instant in it is UTC, in seconds since 1970; every id is a random word that cannot be
guessed. `Store.migrate` brings a database up to date and is safe to call from many processes.
"""

from auditor.store.audits import Audits
from auditor.store.leases import Leases
from auditor.store.records import (
    AuditRecord,
    Claim,
    Due,
    NewAudit,
    NewSite,
    SiteRecord,
    SiteRow,
    Stats,
    Status,
)
from auditor.store.reports import dump_report, load_report
from auditor.store.sites import Sites
from auditor.store.upkeep import Upkeep

__all__ = [
    "AuditRecord",
    "Claim",
    "Due",
    "NewAudit",
    "NewSite",
    "SiteRecord",
    "SiteRow",
    "Stats",
    "Status",
    "Store",
    "dump_report",
    "load_report",
]


class Store(Audits, Leases, Sites, Upkeep):
    """Everything that is kept: documents, audits and sites, in one database.

    The methods stand in one module for each noun; any of them raises StoreError when the
    database or the disk refuses.
    """
