"""The JSON API: what it takes, what it answers, and how it refuses."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.render import FORMATS

AUDITS = "/api/v1/audits"


def problem(answer: Any, status: int) -> str:
    """The sentence of a problem+json answer."""
    assert answer.status_code == status, answer.text
    assert answer.content_type == "application/problem+json"
    body = json.loads(answer.text)
    assert body["status"] == status
    assert body["detail"].endswith(".")
    return str(body["detail"])


def test_a_text_is_queued_and_its_address_told(site: Any) -> None:
    answer = site.client.post(AUDITS, json={"text": "Take one tablet.", "today": "2020-02-29"})
    assert answer.status_code == 202
    body = answer.json
    assert body["status"] == "queued"
    assert body["url"] == f"{AUDITS}/{body['id']}" == answer.headers["Location"]
    audit = site.service.get(body["id"])
    assert (audit.today, audit.profile, audit.media_type) == (
        "2020-02-29",
        "uk-patient",
        "text/plain",
    )


def test_a_done_audit_has_its_verdict_and_reports(site: Any) -> None:
    address = site.named("fail").replace("/audits", AUDITS)
    body = site.client.get(address).json
    assert (body["status"], body["verdict"], body["error"]) == ("done", "fail", "")
    assert set(body["reports"]) == set(FORMATS)
    assert site.client.get(body["page"]).status_code == 200
    for name, report in body["reports"].items():
        answer = site.client.get(report)
        assert answer.status_code == 200
        assert answer.mimetype == FORMATS[name].MEDIA_TYPE


def test_a_report_is_not_given_before_it_is_done(site: Any) -> None:
    site.hold = True
    address = site.named("fail").replace("/audits", AUDITS)
    assert site.client.get(address).json["reports"] == {}
    assert "not ready" in problem(site.client.get(f"{address}?format=json"), 409)
    assert "no such format" in problem(site.client.get(f"{address}?format=pdf"), 400)


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        ({"text": "a", "colour": "red"}, "colour", "We do not know the key ‘colour’"),
        ({}, "text", "Send one of ‘text’ and ‘address’."),
        ({"text": "A.", "address": "a.example"}, "text", "Send one of ‘text’ and ‘address’."),
        ({"text": ""}, "text", "empty"),
        ({"text": 5}, "text", "‘text’ cannot be used"),
        ({"text": "a", "today": "22/11/2026"}, "today", "a date such as 2026-11-22"),
        ({"text": "a", "today": 1700000000}, "today", "a date such as 2026-11-22"),
        ({"text": "a", "profile": "nobody"}, "profile", "use one of uk-patient, us-patient"),
        (["a"], "", "one JSON object"),
    ],
)
def test_a_body_that_cannot_be_used_names_the_key(
    site: Any, body: Any, field: str, words: str
) -> None:
    answer = site.client.post(AUDITS, json=body)
    assert words in problem(answer, 422)
    assert answer.json["errors"][0]["field"] == field


def test_a_refusal_never_repeats_what_was_sent(site: Any) -> None:
    answer = site.client.post(AUDITS, json={"text": "Mrs Secret", "today": "Mrs Secret"})
    assert "Mrs Secret" not in answer.text


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b'{"text": "\\ud800"}', b"[" * 100_000])
def test_what_is_not_json_is_said(site: Any, data: bytes) -> None:
    answer = site.client.post(AUDITS, data=data, content_type="application/json")
    assert "not JSON" in problem(answer, 422)


def test_other_content_is_refused(site: Any) -> None:
    problem(site.client.post(AUDITS, data="text", content_type="text/plain"), 415)
    problem(site.client.post(AUDITS, data={"text": "a"}), 415)


def test_a_text_without_words_or_of_unknown_kind_is_refused(site: Any) -> None:
    assert "empty" in problem(site.client.post(AUDITS, json={"text": " \n"}), 422)
    unknown = {"text": "a", "name": "a.exe"}
    assert "We cannot read .exe files" in problem(site.client.post(AUDITS, json=unknown), 422)


def test_a_file_can_be_sent(site: Any) -> None:
    fields = {"file": (io.BytesIO(b"# Knees"), "knees.md"), "today": "2026-11-22"}
    answer = site.client.post(AUDITS, data=fields)
    assert answer.status_code == 202
    assert site.service.get(answer.json["id"]).media_type == "text/markdown"


@pytest.mark.parametrize("extra", [{"colour": "red"}, {"today": "soon"}, {"profile": "nobody"}])
def test_fields_beside_a_file_are_held_to_the_same_rules(site: Any, extra: dict[str, str]) -> None:
    fields = {"file": (io.BytesIO(b"a"), "a.txt"), **extra}
    problem(site.client.post(AUDITS, data=fields, content_type="multipart/form-data"), 422)


def test_a_form_without_its_file_is_refused(site: Any) -> None:
    two = {"file": (io.BytesIO(b"a"), "a.txt"), "other": (io.BytesIO(b"a"), "a.txt")}
    for fields in ({"profile": "uk-patient"}, two):
        answer = site.client.post(AUDITS, data=fields, content_type="multipart/form-data")
        assert "under the key ‘file’" in problem(answer, 422)


def test_an_audit_can_be_deleted(site: Any) -> None:
    address = site.named("pass").replace("/audits", AUDITS)
    assert site.client.delete(address).status_code == 204
    problem(site.client.get(address), 404)
    problem(site.client.delete(address), 404)


def test_limits_are_told_in_words(small_site: Any) -> None:
    large = small_site.client.post(AUDITS, json={"text": "a" * 3000})
    assert "larger than 2 kB" in problem(large, 413)
    for _ in range(3):
        small_site.client.post(AUDITS, json={"text": "a"})
    answer = small_site.client.post(AUDITS, json={"text": "a"})
    assert "many texts" in problem(answer, 429)


def test_other_methods_are_refused(site: Any) -> None:
    answer = site.client.put(AUDITS)
    problem(answer, 405)
    assert "POST" in answer.headers["Allow"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
bodies = json_values | st.fixed_dictionaries(
    {"text": json_values},
    optional=dict.fromkeys(("name", "media_type", "profile", "today", "x"), json_values),
)


@settings(max_examples=60, deadline=None)
@given(body=bodies)
def test_no_body_breaks_the_api(web: Any, body: Any) -> None:
    web.hold = True
    data = json.dumps(body)
    answer = web.client.post(AUDITS, data=data, content_type="application/json")
    assert answer.status_code == 202 or problem(answer, 422)


def test_the_description_names_every_call_and_shape(site: Any) -> None:
    spec = site.client.get("/api/openapi.json").json
    assert spec["openapi"].startswith("3.1")
    assert {(path, method) for path, calls in spec["paths"].items() for method in calls} == {
        (AUDITS, "post"),
        (f"{AUDITS}/{{audit_id}}", "get"),
        (f"{AUDITS}/{{audit_id}}", "delete"),
        (f"{AUDITS}/{{audit_id}}/words-to-know", "get"),
    }
    shapes = spec["components"]["schemas"]
    refs = json.dumps(spec).split('"#/components/schemas/')[1:]
    assert {ref.partition('"')[0] for ref in refs} <= set(shapes)
    assert shapes["AuditIn"]["additionalProperties"] is False


def test_the_description_is_drawn_for_people(site: Any) -> None:
    page = site.text("/api/docs")
    assert "POST /api/v1/audits" in page
    assert "Submit a text" in page
    assert "https://" not in page


def test_the_class_of_a_text_is_kept_or_refused(site: Any) -> None:
    site.hold = True
    answer = site.client.post(AUDITS, json={"text": "A.", "document_class": "medicine"})
    assert site.service.get(answer.json["id"]).document_class == "medicine"
    answer = site.client.post(AUDITS, json={"text": "A.", "document_class": "leaflet"})
    assert "There is no such class; use one of consent, general" in problem(answer, 422)


def test_the_words_to_know_of_an_audit(site: Any) -> None:
    audit = site.named("fail").rpartition("/")[2]
    address = f"{AUDITS}/{audit}/words-to-know"
    assert site.client.get(address).json[0]["term"] == "anaemia"
    answer = site.client.get(f"{address}?format=text")
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("Words to know\n\nanaemia: Too few healthy red blood cells.\n")
    assert problem(site.client.get(f"{address}?format=docx"), 400)
    assert problem(site.client.get(f"{AUDITS}/nobody/words-to-know"), 404)
    site.hold = True
    waiting = site.audit().rpartition("/")[2]
    assert problem(site.client.get(f"{AUDITS}/{waiting}/words-to-know"), 409)
