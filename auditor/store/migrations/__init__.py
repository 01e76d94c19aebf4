"""The tables' history, one module a change in `versions`, run by Alembic.

A new change is a new module: the next number, `down_revision` naming the one before, and
`upgrade`. There is no way down: a newer database is never opened by an older program.
"""

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

# Any number will do, so long as nothing else in the database locks on it.
_ADVISORY_LOCK = 0x41554449
# Alembic keeps the running migration in module globals.
_ONE_THREAD = threading.Lock()


def upgrade(engine: Engine) -> None:
    """Bring the database of `engine` up to date, in one transaction; on PostgreSQL, one process at a time."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    with _ONE_THREAD, engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK}
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
