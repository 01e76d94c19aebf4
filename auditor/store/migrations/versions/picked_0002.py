"""Audits keep which blocks a reader counted in or left out."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("audits", sa.Column("picked", sa.Text, nullable=False, server_default=""))
