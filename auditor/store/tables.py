"""The three tables. A change here needs a migration: a test compares the two.

Instants are `Double`, UTC seconds since 1970: the one type that SQLite and PostgreSQL compare
alike, without time zones.
"""

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("created", Double, nullable=False),
)

sites = Table(
    "sites",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("created", Double, nullable=False),
    Column("total", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "created"),
)

audits = Table(
    "audits",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("document", ForeignKey("documents.sha256"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("document_class", Text, nullable=False),
    # Blocks that a reader counted in (+) or left out (-), or that the site repeats (=): `+3=5-12`.
    Column("picked", Text, nullable=False, server_default=""),
    Column("today", String(10), nullable=False),
    Column("status", String(7), nullable=False),
    Column("stage", Text, nullable=False),
    Column("steps_done", Integer, nullable=False),
    Column("steps_total", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("lease_until", Double),
    Column("worker", Text, nullable=False),
    # When the sweep sends a queued row again, and how often it already has.
    Column("send_at", Double, nullable=False),
    Column("sends", Integer, nullable=False),
    Column("error", Text, nullable=False),
    Column("report", Text),
    Column("verdict", String(10), nullable=False),
    Column("created", Double, nullable=False),
    Column("started", Double),
    Column("finished", Double),
    Column("site_id", ForeignKey("sites.id")),
    Column("ordinal", Integer, nullable=False),
    # What one row of a site's table shows, so that thousands need no report to be read.
    Column("reading_age_low", Double),
    Column("reading_age_high", Double),
    Column("unexplained", Integer),
    Column("missing_statements", Integer),
    Column("review_date", Text, nullable=False),
    Column("review_status", Text, nullable=False),
    Index(None, "document"),
    Index(None, "status", "lease_until"),
    Index(None, "status", "send_at"),
    Index(None, "site_id", "ordinal"),
    Index(None, "created"),
)
