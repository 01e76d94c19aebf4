"""The address field of the front page: a page is fetched, or a sentence says why not."""

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.web.conftest import Site

BODY = "<p>Ring the café.</p>".encode("cp1252")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/knee"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=windows-1252")
        self.send_header("Content-Length", str(len(BODY) if found else 0))
        self.end_headers()
        self.wfile.write(BODY if found else b"")

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched_and_kept_as_utf_8(host: str, parts: ModuleType, tmp_path: Path) -> None:
    site = Site(parts, tmp_path, allow_hosts=("127.0.0.1",))
    fields = {"profile": "uk-patient", "document_class": "consent"}
    answer = site.post("/audits", address=f"http://{host}/knee", **fields)
    assert answer.status_code == 303, answer.text
    audit_id = answer.location.rpartition("/")[2]
    audit = site.service.get(audit_id)
    assert (audit.name, audit.media_type) == (f"http://{host}/knee", "text/html")
    assert audit.document_class == "consent"
    assert site.service.data(audit_id).decode() == "<p>Ring the café.</p>"


def test_a_page_that_is_not_there(host: str, parts: ModuleType, tmp_path: Path) -> None:
    site = Site(parts, tmp_path, allow_hosts=("127.0.0.1",))
    answer = site.post("/audits", address=f"http://{host}/hip", profile="uk-patient")
    assert answer.status_code == 422
    assert "does not exist (status 404)" in answer.text and 'href="#address"' in answer.text
    assert f'value="http://{host}/hip"' in answer.text


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://169.254.169.254/", "ftp://a.example"]
)
def test_what_must_not_be_fetched(address: str, site: Any) -> None:
    answer = site.post("/audits", address=address, profile="uk-patient")
    assert answer.status_code == 422
    assert 'id="address-error"' in answer.text


def test_one_way_at_a_time(site: Any) -> None:
    file = (io.BytesIO(b"Rest."), "t.txt")
    answer = site.post("/audits", address="a.example", file=file, profile="uk-patient")
    assert answer.status_code == 422 and "Give one" in answer.text


def test_programs_send_addresses_too(host: str, parts: ModuleType, tmp_path: Path) -> None:
    site = Site(parts, tmp_path, allow_hosts=("127.0.0.1",))
    body = {"address": f"http://{host}/knee", "document_class": "consent"}
    answer = site.client.post("/api/v1/audits", json=body)
    assert answer.status_code == 202, answer.text
    audit = site.service.get(answer.json["id"])
    assert (audit.name, audit.document_class) == (f"http://{host}/knee", "consent")
    refused = site.client.post("/api/v1/audits", json={"address": f"http://{host}/hip"})
    assert refused.status_code == 422
    assert refused.json["errors"][0]["field"] == "address"
    assert "does not exist (status 404)" in refused.json["detail"]
    closed = Site(parts, tmp_path / "closed")
    private = closed.client.post("/api/v1/audits", json={"address": f"http://{host}/knee"})
    assert private.status_code == 422


def test_a_text_that_is_no_text(site: Site) -> None:
    answer = site.client.post(
        "/api/v1/audits", data=b'{"text": "a \\ud800 b"}', content_type="application/json"
    )
    assert answer.status_code in (400, 422), answer.text
