"""Audits keep which blocks count or do not, whatever they look like."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("audits", sa.Column("picked", sa.Text, nullable=False, server_default=""))
