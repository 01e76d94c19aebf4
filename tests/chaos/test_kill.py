"""A worker killed at any instant loses nothing and does nothing twice."""

import sqlite3
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psycopg
import pytest

from auditor.service import Submission
from tests.chaos.conftest import Deployment, kill, until

MARKER = "zorblattique"
TEXT = f"The {MARKER} nurse will help you sit down. You can eat before the test.\n\n" * 400
SQLITE = """
CREATE TABLE finishes (id TEXT);
CREATE TRIGGER finished AFTER UPDATE OF status ON audits
WHEN NEW.status = 'done' AND OLD.status <> 'done'
BEGIN INSERT INTO finishes VALUES (NEW.id); END;
"""
POSTGRES = """
CREATE TABLE finishes (id TEXT);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN INSERT INTO finishes VALUES (NEW.id); RETURN NEW; END';
CREATE TRIGGER finished AFTER UPDATE OF status ON audits FOR EACH ROW
WHEN (NEW.status = 'done' AND OLD.status <> 'done') EXECUTE FUNCTION note();
"""


def survive(deployment: Deployment, finishes: Callable[[], list[str]]) -> None:
    """Kill the worker while 20 audits are queued and running; all finish exactly once."""
    ids = [
        deployment.service.submit(
            Submission(f"{TEXT}Page {n}.".encode(), f"{n}.txt", "text/plain", "uk-patient")
        )
        for n in range(20)
    ]
    with deployment.worker() as first:
        until(lambda: len(finishes()) >= 3, "three audits to finish")
        kill(first)
    done = len(finishes())
    assert done < 20, "the worker was killed too late to prove anything"
    with deployment.worker():
        until(
            lambda: all(deployment.service.get(one).status in ("done", "failed") for one in ids),
            "every audit to finish",
        )
    assert {deployment.service.get(one).status for one in ids} == {"done"}
    assert Counter(finishes()) == dict.fromkeys(ids, 1)


def test_embedded(tmp_path: Path) -> None:
    deployment = Deployment(tmp_path)
    database = tmp_path / "auditor.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.executescript(SQLITE)

    def finishes() -> list[str]:
        with sqlite3.connect(database, timeout=30) as connection:
            return [row[0] for row in connection.execute("SELECT id FROM finishes")]

    survive(deployment, finishes)
    assert MARKER not in deployment.log.read_text("utf-8", "replace")
    queue = [path for path in (tmp_path / "queue").rglob("*") if path.is_file()]
    assert all(MARKER.encode() not in path.read_bytes() for path in queue)


@pytest.mark.redis
@pytest.mark.postgres
def test_redis_and_postgresql(tmp_path: Path, redis_url: str, postgres_database: str) -> None:
    address = postgres_database.replace("postgresql://", "postgresql+psycopg://")
    deployment = Deployment(tmp_path, broker_url=redis_url, database_url=address)
    with psycopg.connect(postgres_database, autocommit=True) as connection:
        connection.execute(POSTGRES)

    def finishes() -> list[str]:
        with psycopg.connect(postgres_database) as connection:
            return [row[0] for row in connection.execute("SELECT id FROM finishes").fetchall()]

    survive(deployment, finishes)
    assert MARKER not in deployment.log.read_text("utf-8", "replace")


def _runs(deployment: Deployment, audit_id: str, attempt: int) -> bool:
    record = deployment.service.get(audit_id)
    return record.status == "running" and record.attempts == attempt


def test_a_document_that_kills_three_workers_fails_in_words(tmp_path: Path) -> None:
    deployment = Deployment(tmp_path)
    long = (TEXT * 40).encode()
    one = deployment.service.submit(Submission(long, "a.txt", "text/plain", "uk-patient"))
    for attempt in (1, 2, 3):
        with deployment.worker() as worker:
            until(partial(_runs, deployment, one, attempt), f"attempt {attempt} to run")
            kill(worker)
    with deployment.worker():
        until(lambda: deployment.service.get(one).status == "failed", "the audit to fail")
    assert deployment.service.get(one).error.startswith("The audit stopped")


def test_an_audit_that_can_never_work_fails_at_once_in_words(tmp_path: Path) -> None:
    deployment = Deployment(tmp_path)
    one = deployment.service.submit(Submission(b"Words.", "a.txt", "text/plain", "no-profile"))
    with deployment.worker():
        until(lambda: deployment.service.get(one).status == "failed", "the audit to fail")
    record = deployment.service.get(one)
    assert record.attempts == 1
    assert "there is no profile ‘no-profile’" in record.error
