"""Pages and API over the real service: what is refused, how it is said, and what is never shown."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from auditor import toolbox
from auditor.composition import service as compose
from auditor.library import Library
from auditor.service import Service
from auditor.settings import Settings
from auditor.web import create_app

NASTY = "<script>alert(1)</script> & \"quoted\" 'words' </mark> commence now."
Make = Callable[..., tuple[FlaskClient, Service]]


@pytest.fixture
def make(tmp_path: Path, library: Library) -> Make:
    def made(**values: object) -> tuple[FlaskClient, Service]:
        settings = Settings.model_validate(
            {
                "data_dir": tmp_path,
                "languagetool_url": "off",
                "submissions_per_hour": 1000,
                **values,
            }
        )
        sent: list[str] = []
        service = compose(settings, lambda _task, audit_id: sent.append(audit_id), library)
        app = create_app(service, library, settings)
        return app.test_client(), service

    return made


def token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/").text)
    assert found
    return found.group(1)


def form(client: FlaskClient, **fields: object) -> dict[str, object]:
    return {"csrf_token": token(client), "profile": "uk-patient", "text": "", **fields}


def test_paste_to_result_and_everything_is_escaped(make: Make) -> None:
    client, service = make()
    answer = client.post("/audits", data=form(client, text=NASTY))
    assert answer.status_code == 303
    address = answer.headers["location"]
    assert "refresh" in client.get(address).text
    service.run(address.rpartition("/")[2], "test")
    page = client.get(address)
    assert page.status_code == 200
    assert "<script>alert(1)" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    assert "no-store" in page.headers["Cache-Control"]
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]


def test_a_form_without_its_token_is_refused(make: Make) -> None:
    client, _ = make()
    answer = client.post("/audits", data={"text": "Words.", "profile": "uk-patient"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "text"),
        ({"text": "   \n"}, "text"),
        ({"text": "Words.", "profile": "moon"}, "Choose"),
        ({"file": (io.BytesIO(b"%PDF-1.7"), "a.exe")}, "we cannot read .exe files"),
        ({"file": (io.BytesIO(b""), "a.txt")}, "empty"),
    ],
)
def test_what_cannot_be_audited_is_said_and_kept(
    fields: dict[str, object], words: str, make: Make
) -> None:
    client, service = make()
    answer = client.post("/audits", data=form(client, **fields), content_type="multipart/form-data")
    assert answer.status_code == 422
    assert words in answer.text
    assert "Traceback" not in answer.text
    assert service.stats().counts.get("queued", 0) == 0


def test_too_large_is_said_in_words(make: Make) -> None:
    client, _ = make(max_bytes=1000)
    answer = client.post("/api/v1/audits", json={"text": "word " * 20_000, "profile": "uk-patient"})
    assert answer.status_code == 413
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/audits/none", "/sites/none", "/rules/no.rule"])
def test_unknown_addresses_are_pages_of_ours(path: str, make: Make) -> None:
    client, _ = make()
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1" in answer.text and "Traceback" not in answer.text


def test_api_from_submission_to_every_format(make: Make) -> None:
    client, service = make()
    answer = client.post(
        "/api/v1/audits", json={"text": NASTY, "name": "a.md", "today": "2026-11-22"}
    )
    assert answer.status_code == 202
    audit_id = answer.get_json()["id"]
    early = client.get(f"/api/v1/audits/{audit_id}?format=json")
    assert early.status_code == 409
    assert early.content_type == "application/problem+json"
    service.run(audit_id, "test")
    done = client.get(f"/api/v1/audits/{audit_id}").get_json()
    assert done["status"] == "done"
    for name in done["reports"]:
        assert client.get(f"/api/v1/audits/{audit_id}?format={name}").status_code == 200
    report = client.get(f"/api/v1/audits/{audit_id}?format=json").get_json()
    assert (report["today"], report["document"]["name"]) == ("2026-11-22", "a.md")


@pytest.mark.parametrize(
    "body",
    [
        {"text": "Words.", "colour": "red"},
        {"text": 3},
        {"text": "Words.", "profile": "moon"},
        {"text": "Words.", "today": "soon"},
        {},
    ],
)
def test_api_says_what_is_wrong(body: dict[str, object], make: Make) -> None:
    client, _ = make()
    answer = client.post("/api/v1/audits", json=body)
    assert answer.status_code in (400, 422)
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["detail"]


def test_openapi_describes_the_api(make: Make) -> None:
    client, _ = make()
    paths = client.get("/api/openapi.json").get_json()["paths"]
    assert {"/api/v1/audits", "/api/v1/audits/{audit_id}"} <= set(paths)
    assert client.get("/api/docs").status_code == 200


def test_a_site_is_one_row_a_page_worst_first(make: Make) -> None:
    client, service = make()
    samples = toolbox.library(Settings()).samples
    files = [(io.BytesIO(one.data), one.name) for one in samples]
    answer = client.post(
        "/sites",
        data=form(client, name="Leaflets", files=files),
        content_type="multipart/form-data",
    )
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    site = service.site(address.rpartition("/")[2])
    for row in site.rows:
        service.run(row.id, "test")
    page = client.get(address).text
    assert all(one.name in page for one in samples)
    table = client.get(f"{address}.csv").text
    assert len(table.strip().splitlines()) == 1 + len(samples)
    assert client.get(f"{address}?sort=reading_age&order=desc").status_code == 200


def test_health_and_deleting(make: Make) -> None:
    client, service = make()
    assert client.get("/health").status_code == 200
    audit_id = client.post("/api/v1/audits", json={"text": NASTY}).get_json()["id"]
    service.run(audit_id, "test")
    answer = client.post(f"/audits/{audit_id}/delete", data={"csrf_token": token(client)})
    assert answer.status_code == 303
    assert client.get(f"/audits/{audit_id}").status_code == 404
