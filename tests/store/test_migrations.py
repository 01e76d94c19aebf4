"""The migrations make exactly the tables that the code uses, however many start at once."""

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from auditor.store import Store
from auditor.store.tables import metadata

MIGRATE = "import sys; from auditor.store import Store; Store(sys.argv[1]).migrate()"


def test_migrations_equal_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_constraints_have_the_names_of_the_tables(store: Store) -> None:
    for table in metadata.tables.values():
        found = inspect(store.engine)
        assert found.get_pk_constraint(table.name)["name"] == f"pk_{table.name}"
        assert {key["name"] for key in found.get_foreign_keys(table.name)} == {
            key.name for key in table.foreign_key_constraints
        }


def test_a_second_migration_changes_nothing(store: Store) -> None:
    store.migrate()
    assert store.stats().sites == 0


def test_processes_that_start_at_once_migrate_once(database_url: str) -> None:
    commands = [[sys.executable, "-c", MIGRATE, database_url] for _ in range(4)]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for command in commands]
    errors = [process.communicate()[1] for process in started]
    assert errors == [b""] * 4
    assert Store(database_url).stats().counts["queued"] == 0


def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    Store(f"sqlite:///{tmp_path / 'a' / 'b' / 'auditor.sqlite3'}").migrate()
    assert (tmp_path / "a" / "b" / "auditor.sqlite3").is_file()
