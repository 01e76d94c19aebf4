"""A website over the real service and SQLite; audits run at once, unless a test holds them."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from auditor.service import Service
from auditor.web import create_app
from tests.web import parts as prepared_parts


@pytest.fixture(scope="session")
def parts() -> ModuleType:
    """What the websites of these tests are made of."""
    return prepared_parts


class Site:
    """The website of one test. `hold` keeps audits in the queue."""

    def __init__(self, parts: ModuleType, folder: Path, **more: object) -> None:
        self.hold = False
        self.service: Service = parts.service(folder, self._send, **more)
        self.app: Flask = create_app(self.service, parts.library(), parts.settings(folder, **more))
        self.client: FlaskClient = self.app.test_client()

    def _send(self, task: str, argument: str) -> None:
        if not self.hold:
            run = self.service.run if task == "run_audit" else self.service.run_batch
            run(argument, "test")

    def token(self) -> str:
        """The token that forms carry."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.text("/"))
        assert found is not None
        return found[1]

    def text(self, address: str) -> str:
        """The page at the address, which must be there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return answer.text

    def post(self, address: str, /, **fields: Any) -> Any:
        """Send a form as a browser does."""
        data = {"csrf_token": self.token(), **fields}
        return self.client.post(address, data=data, content_type="multipart/form-data")

    def audit(self, text: str = "Take one tablet.") -> str:
        """Submit a text by form; the address of its result."""
        answer = self.post("/audits", text=text, profile="uk-patient")
        assert answer.status_code == 303, answer.text
        return str(answer.headers["Location"])

    def named(self, name: str) -> str:
        """Submit a file of this name; the address of its result."""
        answer = self.client.post(
            "/api/v1/audits", json={"text": "Words.", "name": name, "media_type": "text/plain"}
        )
        assert answer.status_code == 202, answer.text
        return f"/audits/{answer.json['id']}"


@pytest.fixture
def site(parts: ModuleType, tmp_path: Path) -> Site:
    return Site(parts, tmp_path)


@pytest.fixture
def small_site(parts: ModuleType, tmp_path: Path) -> Site:
    """One that takes 2 kB, three files, and four submissions an hour."""
    return Site(parts, tmp_path, max_bytes=2000, max_site_pages=3, submissions_per_hour=4)


@pytest.fixture
def https(parts: ModuleType, tmp_path: Path) -> Site:
    return Site(parts, tmp_path, https=True)


@pytest.fixture(scope="session")
def web(parts: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """One website for many requests, without a limit that they could reach."""
    return Site(parts, tmp_path_factory.mktemp("web"), submissions_per_hour=100_000)


@pytest.fixture(scope="session")
def live(parts: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, str]]:
    """A website that a browser can visit, and its address."""
    site = Site(parts, tmp_path_factory.mktemp("live"), submissions_per_hour=100_000)
    server = make_server("127.0.0.1", 0, site.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site, f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
