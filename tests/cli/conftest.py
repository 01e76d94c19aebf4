import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.settings import settings
from auditor.tools import pronunciation
from auditor.tools.languagetool_server import Server

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def languagetool_url() -> Iterator[str]:
    with Server(settings()) as server:
        server.wait()
        yield server.url


@pytest.fixture
def auditor(tmp_path: Path) -> Run:
    """The real command, in a folder of its own."""
    pronunciation.prepare(settings())

    def run(
        *arguments: str, stdin: str | bytes = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [Path(sys.executable).with_name("auditor"), *arguments],
            cwd=tmp_path,
            input=stdin if isinstance(stdin, bytes) else stdin.encode(),
            capture_output=True,
            env={**os.environ, **(env or {})},
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
