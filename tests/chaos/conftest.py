"""A real worker as a process group of its own, over the real pipeline."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from auditor import toolbox
from auditor.composition import service as compose
from auditor.queue import sender
from auditor.service import Service
from auditor.settings import Settings


class Deployment:
    """One installation with short leases: its settings, its service, and its workers."""

    def __init__(self, folder: Path, **values: str) -> None:
        self.settings = Settings(
            data_dir=folder, languagetool_url="off", lease_seconds=2, sweep_seconds=0.5, **values
        )
        self.log = folder / "worker.log"
        self.environment = {
            **os.environ,
            "AUDITOR_DATA_DIR": str(folder),
            "AUDITOR_LANGUAGETOOL_URL": "off",
            "AUDITOR_LEASE_SECONDS": "2",
            "AUDITOR_SWEEP_SECONDS": "0.5",
            **{f"AUDITOR_{name.upper()}": value for name, value in values.items()},
        }
        self.service: Service = compose(
            self.settings, sender(self.settings), toolbox.library(self.settings)
        )

    @contextmanager
    def worker(self) -> Iterator["subprocess.Popen[bytes]"]:
        """A worker that is killed with everything it started, whatever happens."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-m", "celery", "--app", "worker.app", "worker",
                 "--concurrency", "2", "--loglevel", "INFO"],
                env=self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
            try:
                yield process
            finally:
                kill(process)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """SIGKILL for the worker and its children, in one blow."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def until(true: Callable[[], bool], what: str, seconds: float = 90) -> None:
    """Wait for something to become true; fails the test when it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.05)
    pytest.fail(f"waited {seconds:g} seconds for {what}")
