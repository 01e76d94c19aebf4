"""A real web server on this machine, and the names under which it is found."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from auditor.settings import Settings
from auditor.tools.fetch import Fetcher

Write = Callable[[bytes], object]
Serve = Callable[[Write, threading.Event], object]

HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site:
    """Answers what `page`, `redirect` and `raw` have told it to, and notes what it was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self._answers: dict[str, Serve] = {}
        self._stop = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.headers.append({name.lower(): value for name, value in self.headers.items()})
                self.close_connection = True
                # The other side may have had enough, which is what many tests are about.
                with suppress(OSError):
                    site._answers.get(self.path, _not_found)(self.wfile.write, site._stop)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: Any, client_address: Any) -> None:
                pass

        self._server = Server(("127.0.0.1", 0), Handler)
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        self._scheme = "https" if tls else "http"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str = "/", host: str = "leaflets.test") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def page(
        self,
        path: str,
        body: bytes | str = b"<p>Drink water.</p>",
        status: int = 200,
        headers: dict[str, str] = HTML,
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.raw(path, lambda write, _: write(self.head(status, headers, len(data)) + data))

    def redirect(self, path: str, to: str, status: int = 302) -> None:
        self.page(path, b"", status, {"Location": to})

    def raw(self, path: str, serve: Serve) -> None:
        """Let `serve(write, stop)` write the whole answer; `stop` is set when the test ends."""

        self._answers[path] = serve

    @staticmethod
    def head(status: int, headers: dict[str, str] = HTML, length: int | None = None) -> bytes:
        """The head of an answer as it goes over the wire."""
        sized = headers if length is None else {**headers, "Content-Length": str(length)}
        lines = [f"HTTP/1.1 {status} Answer", *(f"{name}: {sized[name]}" for name in sized)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def close(self) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()


def _not_found(write: Write, stop: threading.Event) -> None:
    write(Site.head(404, HTML, 0))


class Names:
    """What the resolver answers: per name, one list of addresses a question, the last for good."""

    def __init__(self) -> None:
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: list[str] = []

    def __setitem__(self, name: str, addresses: list[str]) -> None:
        self.answers[name] = [addresses]

    def next(self, name: str) -> list[str]:
        self.asked.append(name)
        if name not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        answers = self.answers[name]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """The resolver is outside: names in these tests never leave the machine."""
    known = Names()
    known.answers["leaflets.test"] = [["127.0.0.1"]]
    real = socket.getaddrinfo

    def resolve(host: str, port: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return [
                entry
                for address in known.next(host)
                for entry in real(address, port, type=socket.SOCK_STREAM)
            ]
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return known


@pytest.fixture
def open_site() -> Iterator[Callable[..., Site]]:
    """Opens sites, and closes them after the test."""
    with ExitStack() as opened:

        def make(tls: ssl.SSLContext | None = None) -> Site:
            made = Site(tls)
            opened.callback(made.close)
            return made

        yield make


@pytest.fixture
def site(open_site: Callable[..., Site]) -> Site:
    return open_site()


@pytest.fixture
def fetcher(names: Names) -> Callable[..., Fetcher]:
    """Makes a Fetcher that may visit the test server, with other settings as given."""

    def make(sleep: Callable[[float], None] | None = None, **settings: Any) -> Fetcher:
        given = Settings(**{"allow_hosts": ("leaflets.test",), "fetch_seconds": 10, **settings})
        return Fetcher(given, sleep) if sleep else Fetcher(given)

    return make
