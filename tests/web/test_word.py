"""Files of every kind by form and by API, really audited; a Word file comes back with comments."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from auditor import pipeline
from auditor.library import Library
from auditor.model import Report
from auditor.pipeline import Tools
from auditor.service import Progress, Service
from auditor.settings import Settings
from auditor.store import Store
from auditor.submission import Job
from auditor.web import create_app
from tests.parse.make_docx import FILES, docx, p

LEAFLET = docx(p("Commence the tablets prior to breakfast. Ring us."))


@pytest.fixture
def client(tmp_path: Path, library: Library) -> Iterator[FlaskClient]:
    store = Store(f"sqlite:///{tmp_path / 'web.sqlite3'}")
    store.migrate()

    def audit(job: Job, progress: Progress) -> Report:
        return pipeline.run(
            job.data, job.name, job.media_type, profile=library.profiles[job.profile],
            library=library, tools=Tools(), today=job.today,
        )  # fmt: skip

    service = Service(
        store, lambda _task, audit_id: service.run(audit_id, "test") and None, audit,
        lease_seconds=60, max_attempts=1, retention_days=30, max_bytes=100_000,
    )  # fmt: skip
    current = Settings.model_validate(
        {"data_dir": tmp_path, "secret_key": "for tests only", "max_bytes": 100_000}
    )
    yield create_app(service, library, current).test_client()


def send(client: FlaskClient, data: bytes, name: str) -> str:
    """Submit a file by form; the address of its result."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/").text)
    assert token is not None
    fields = {"csrf_token": token[1], "profile": "uk-patient", "file": (io.BytesIO(data), name)}
    answer = client.post("/audits", data=fields, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_a_word_file_comes_back_with_comments(client: FlaskClient) -> None:
    address = send(client, LEAFLET, "Knee leaflet.docx")
    page = client.get(address).text
    assert "Commence" in page and "Your Word file with comments" in page
    back = client.get(f"{address}/comments.docx")
    named = 'attachment; filename="knee-leaflet-comments.docx"'
    assert (back.status_code, back.headers["Content-Disposition"]) == (200, named)
    with zipfile.ZipFile(io.BytesIO(back.data)) as package:
        assert b"Commence" in package.read("word/document.xml")
        assert b"commence" in package.read("word/comments.xml").lower()


def test_other_files_have_no_word_file(client: FlaskClient) -> None:
    address = send(client, b"Commence the tablets.", "t.txt")
    assert "Word file with comments" not in client.get(address).text
    assert client.get(f"{address}/comments.docx").status_code == 404


def test_a_broken_word_file_is_said_to_be(client: FlaskClient) -> None:
    page = client.get(send(client, LEAFLET[:500], "t.docx")).text
    assert "damaged" in page and "Your Word file with comments" not in page


def test_word_by_api(client: FlaskClient) -> None:
    file = (io.BytesIO(FILES["lists"][0]), "lists.docx")
    kind = "multipart/form-data"
    answer = client.post("/api/v1/audits", data={"file": file}, content_type=kind)
    assert answer.status_code == 202, answer.text
    report = client.get(f"{answer.get_json()['url']}?format=json").get_json()
    assert report["blocks"][1]["kind"] == "item"
    assert report["blocks"][1]["location"]["part"] == "paragraph 2"
