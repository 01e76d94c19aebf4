"""`auditor serve` leaves no process behind, and says so when a port is taken."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.conftest import free_port, until
from tests.e2e.conftest import answers, start


@pytest.mark.languagetool
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_stopping_it_leaves_no_process_behind(end: signal.Signals, tmp_path: Path) -> None:
    port = free_port()
    process = start(tmp_path / "data", port)
    until(lambda: answers(f"http://127.0.0.1:{port}/health"), "the service to start")
    children = psutil.Process(process.pid).children(recursive=True)
    assert any("java" in child.name() for child in children)
    process.send_signal(end)
    assert process.wait(30) == 0
    until(lambda: not any(child.is_running() for child in children), "every child to end")


def test_a_taken_port_is_said(server: str) -> None:
    port = server.rpartition(":")[2]
    done = subprocess.run(
        [Path(sys.executable).with_name("auditor"), "serve", "--port", port],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert f"port {port} of 127.0.0.1 cannot be used" in done.stderr
