"""Real servers for the tests that need one, and a fresh database for each test that asks."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
import pytest
import redis
from playwright.sync_api import Browser, sync_playwright

from auditor import toolbox
from auditor.library import Library
from auditor.model import Report, ReportDocument, ReportProfile, ReportTool
from auditor.settings import settings
from auditor.store import Store
from auditor.tools import pronunciation

MakeReport = Callable[..., Report]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
).split()


@pytest.fixture(scope="session")
def library() -> Library:
    """The rules, the lexicon and all else that is shipped, read once for the whole run."""
    pronunciation.prepare(settings())
    return toolbox.library(settings())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for the whole run: two cannot be driven from one thread."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed: there is no `chromium` on PATH")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """The address of a Redis server of our own."""
    with redis_server(free_port()) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, naming its first database."""
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = shutil.which("postgres") or (binaries and binaries[-1] / "postgres")
    if not found:
        pytest.skip("PostgreSQL is not installed: no `postgres` on PATH or in /usr/lib/postgresql")
    programs = Path(found).parent
    # PostgreSQL refuses to run as root.
    user = "postgres" if os.getuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="auditor-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        data, port = folder / "data", free_port()
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "auditor", "-A", "trust", "-E", "UTF8", "-N"],
            user=user,
            cwd=folder,
            check=True,
            capture_output=True,
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -F".split()
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *options],
            user=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        url = f"postgresql://auditor@127.0.0.1:{port}/postgres"
        try:
            until(lambda: _answers(psycopg.connect, url, psycopg.Error), "PostgreSQL to start")
            yield url
        finally:
            server.terminate()
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """The address of an empty database of its own, on the PostgreSQL server."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield f"{postgres_url.rpartition('/')[0]}/{name}"
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: each test that asks runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store' / 'auditor.sqlite3'}"
    url: str = request.getfixturevalue("postgres_database")
    return url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A store with its tables."""
    store = Store(database_url)
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def make_report() -> MakeReport:
    """Make a report that says little; any field may be given."""

    def make(**fields: object) -> Report:
        given: dict[str, object] = {
            "schema_version": 1,
            "tool": ReportTool("auditor", "0", "0", {}),
            "today": "2026-03-04",
            "document": ReportDocument("leaflet.txt", "text/plain", "0" * 64, "en", 2, ""),
            "profile": ReportProfile("adult", "Adults", "error", "en-GB", ""),
            "verdict": "pass",
            "fixes": (),
            "measures": {},
            "outcomes": (),
            "findings": (),
            "benchmarks": (),
            "blocks": (),
        }
        return Report(**{**given, **fields})  # type: ignore[arg-type]  # any field, by name

    return make


@pytest.fixture
def wait_until() -> Callable[[Callable[[], object], str], None]:
    """Wait for something that other processes do."""
    return until


@pytest.fixture
def own_redis() -> Callable[[int], AbstractContextManager[str]]:
    """Start and stop a Redis server on a given port, for tests in which it goes away."""
    return redis_server


@contextmanager
def redis_server(port: int) -> Iterator[str]:
    program = shutil.which("redis-server")
    if not program:
        pytest.skip("Redis is not installed: there is no `redis-server` on PATH")
    with tempfile.TemporaryDirectory(prefix="auditor-redis-") as folder:
        options = f"--port {port} --bind 127.0.0.1 --save --appendonly no --dir {folder}"
        server = subprocess.Popen([program, *options.split()], stdout=subprocess.DEVNULL)
        url = f"redis://127.0.0.1:{port}/0"
        client = redis.Redis.from_url(url)
        try:
            until(lambda: _answers(client.ping, None, redis.ConnectionError), "Redis to start")
            yield url
        finally:
            client.close()
            server.kill()
            server.wait()


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def until(condition: Callable[[], object], what: str, seconds: float = 90) -> None:
    """Wait until `condition` holds; the limit only ends tests that would never end."""
    give_up = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up:
            pytest.fail(f"waited {seconds} s in vain for {what}")
        time.sleep(0.05)


def _answers(ask: Callable[..., object], url: str | None, refusal: type[Exception]) -> bool:
    try:
        answer = ask(url) if url else ask()
    except refusal:
        return False
    if isinstance(answer, psycopg.Connection):
        answer.close()
    return True
