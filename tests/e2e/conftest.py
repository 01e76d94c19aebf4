"""The whole service as people start it, and a real headless browser."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from auditor.settings import settings
from auditor.tools import languagetool_server, pronunciation
from tests.conftest import free_port, until


def start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """`auditor serve` on data of its own; what was fetched once is lent to it."""
    current = settings()
    pronunciation.prepare(current)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("nltk_data", languagetool_server.home(current).name):
        (folder / name).symlink_to(current.data_dir / name)
    environment = {
        **os.environ,
        "AUDITOR_DATA_DIR": str(folder),
        "AUDITOR_SUBMISSIONS_PER_HOUR": "10000",
    }
    with (folder / "serve.log").open("wb") as log:
        return subprocess.Popen(
            [Path(sys.executable).with_name("auditor"), "serve", "--port", str(port)],
            env=environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip


def answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running service."""
    folder, port = tmp_path_factory.mktemp("serve") / "data", free_port()
    process = start(folder, port)
    url = f"http://127.0.0.1:{port}"
    try:
        until(lambda: answers(f"{url}/health"), "the service to start")
        yield url
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


Submit = Callable[[bytes, str, str], str]


@pytest.fixture(scope="session")
def submit(server: str) -> Submit:
    """Send a file through the web form and wait; returns the audit's id."""
    known: dict[tuple[bytes, str, str], str] = {}

    def send(data: bytes, name: str, profile: str) -> str:
        key = (data, name, profile)
        if key not in known:
            with httpx.Client(base_url=server, trust_env=False, timeout=30) as client:
                form = client.get("/").text
                token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form)
                assert token
                answer = client.post(
                    "/audits",
                    data={"csrf_token": token.group(1), "profile": profile, "text": ""},
                    files={"file": (name, data)},
                )
                assert answer.status_code == 303, answer.text
                known[key] = answer.headers["location"].rpartition("/")[2]
        until(lambda: done(server, known[key]), f"{name} to be audited")
        return known[key]

    return send


def done(server: str, audit_id: str) -> bool:
    answer = httpx.get(f"{server}/api/v1/audits/{audit_id}", trust_env=False, timeout=30).json()
    assert answer["status"] != "failed", answer["error"]
    return answer["status"] == "done"
