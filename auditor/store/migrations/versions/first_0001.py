"""Documents, sites and audits."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("created", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_documents"),
    )
    op.create_table(
        "sites",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("created", sa.Double, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sites"),
    )
    op.create_index("ix_sites_created", "sites", ["created"])
    op.create_table(
        "audits",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("document_class", sa.Text, nullable=False),
        sa.Column("today", sa.String(10), nullable=False),
        sa.Column("status", sa.String(7), nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("steps_done", sa.Integer, nullable=False),
        sa.Column("steps_total", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("lease_until", sa.Double),
        sa.Column("worker", sa.Text, nullable=False),
        sa.Column("send_at", sa.Double, nullable=False),
        sa.Column("sends", sa.Integer, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("report", sa.Text),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("created", sa.Double, nullable=False),
        sa.Column("started", sa.Double),
        sa.Column("finished", sa.Double),
        sa.Column("site_id", sa.String(32)),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("reading_age_low", sa.Double),
        sa.Column("reading_age_high", sa.Double),
        sa.Column("unexplained", sa.Integer),
        sa.Column("missing_statements", sa.Integer),
        sa.Column("review_date", sa.Text, nullable=False),
        sa.Column("review_status", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
        sa.ForeignKeyConstraint(["document"], ["documents.sha256"], name="fk_audits_document"),
        sa.ForeignKeyConstraint(["site_id"], ["sites.id"], name="fk_audits_site_id"),
    )
    op.create_index("ix_audits_document", "audits", ["document"])
    op.create_index("ix_audits_status_lease_until", "audits", ["status", "lease_until"])
    op.create_index("ix_audits_status_send_at", "audits", ["status", "send_at"])
    op.create_index("ix_audits_site_id_ordinal", "audits", ["site_id", "ordinal"])
    op.create_index("ix_audits_created", "audits", ["created"])
