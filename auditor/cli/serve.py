"""`auditor serve`: the web pages, a worker and LanguageTool, in one command."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import Any

import click
from flask import Flask
from waitress.server import create_server

from auditor import composition, toolbox
from auditor.errors import ToolError, UsageError
from auditor.queue import sender
from auditor.settings import Settings, settings
from auditor.tools.languagetool_server import Server
from auditor.web import create_app
from auditor.web.app import FILES_AT_ONCE

_STOP_SECONDS = 10
_THREADS = 8


@click.command("serve")
@click.option("--host", default="", help="Address to listen on; 127.0.0.1 unless set.")
@click.option("--port", default=0, type=click.IntRange(0, 65_535), help="Port; 8300 unless set.")
@click.option("--web-only", is_flag=True, help="The pages alone; workers run elsewhere.")
def command(host: str, port: int, web_only: bool) -> None:
    """Serve the web pages; Ctrl-C stops everything that was started.

    \b
    Examples:
      auditor serve
      auditor serve --port 9000
      AUDITOR_BROKER_URL=redis://localhost auditor serve --web-only
    """
    current = settings()
    host, port = host or current.host, port or current.port
    library = toolbox.library(current)
    service = composition.service(current, sender(current), library)
    app = create_app(service, library, current)
    server = listening(app, current, host, port)
    with ExitStack() as running:
        if not web_only:
            url = running.enter_context(_languagetool(current))
            running.enter_context(_worker(current, url))
        _on_terminate()
        shown = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host  # noqa: S104
        click.echo(f"Ready: http://{shown}:{port}  (Ctrl-C stops)")
        try:
            server.run()
        except (KeyboardInterrupt, SystemExit):
            click.echo("Stopping …")
        finally:
            server.close()


def listening(app: Flask, current: Settings, host: str, port: int) -> Any:
    """The server of the pages, listening; raises UsageError when the port cannot be used.

    A body over the limit is refused by its length, before a byte of it is kept.
    """
    most = current.max_bytes * FILES_AT_ONCE
    try:
        return create_server(
            app, host=host, port=port, threads=_THREADS, max_request_body_size=most
        )
    except OSError as error:
        raise UsageError(
            f"port {port} of {host} cannot be used: {error.strerror}; choose one with --port"
        ) from error


def _on_terminate() -> None:
    """SIGTERM ends the server the way Ctrl-C does, so that nothing is left behind."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)


@contextmanager
def _languagetool(current: Settings) -> Iterator[str]:
    """The address of LanguageTool; it starts while the pages are up already."""
    if current.languagetool_url:
        yield current.languagetool_url
        return
    server = Server(current)
    try:
        server.start()
    except ToolError as error:
        click.echo(f"auditor: {error}", err=True)
        yield "off"
        return
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def _worker(current: Settings, languagetool_url: str) -> Iterator[None]:
    """One Celery worker with its own process group, stopped gently and then firmly."""
    environment = {**current.environment(), "AUDITOR_LANGUAGETOOL_URL": languagetool_url}
    process = subprocess.Popen(  # our own interpreter and constant arguments
        [
            sys.executable, "-W", "ignore", "-m", "celery", "--quiet", "--app", "worker.app", "worker",
            "--concurrency", "1", "--loglevel", "ERROR", "--without-gossip", "--without-mingle",
        ],
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
