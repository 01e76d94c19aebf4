"""The front page and its form: what is taken, what is refused, and in which words."""

import io
from typing import Any

import pytest


def file(data: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(data), name


def test_a_pasted_text_is_kept_as_it_was_typed(site: Any) -> None:
    site.hold = True
    address = site.audit("First line\r\nSecond – line")
    audit = site.service.get(address.rpartition("/")[2])
    assert (audit.name, audit.media_type, audit.profile) == (
        "Pasted text",
        "text/plain",
        "uk-patient",
    )
    assert "Second – line" not in site.text(address)  # nothing is shown before it is checked
    site.service.run(audit.id, "test")
    assert "First line\nSecond – line" in site.text(address)


def test_a_file_is_read_by_its_ending(site: Any) -> None:
    site.hold = True
    answer = site.post("/audits", file=file(b"# Knees", "drafts/knees.md"), profile="us-patient")
    assert answer.status_code == 303
    audit = site.service.get(answer.headers["Location"].rpartition("/")[2])
    assert (audit.name, audit.media_type, audit.profile) == (
        "knees.md",
        "text/markdown",
        "us-patient",
    )


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({}, "text", "Paste your text, choose a file or give an address."),
        ({"text": " \n "}, "text", "Paste your text, choose a file or give an address."),
        ({"text": "a", "file": (b"a", "a.txt")}, "text", "Give one"),
        ({"file": (b"a", "a.exe")}, "file", "we cannot read .exe files"),
        ({"file": (b"", "a.txt")}, "file", "a.txt is empty."),
        ({"text": "a", "profile": "nobody"}, "profile", "Choose who the text is for."),
    ],
)
def test_what_cannot_be_used_comes_back_with_words(
    site: Any, fields: dict[str, Any], field: str, words: str
) -> None:
    sent = {"profile": "uk-patient", **fields}
    if isinstance(sent.get("file"), tuple):
        sent["file"] = file(*sent["file"])
    answer = site.post("/audits", **sent)
    assert answer.status_code == 422
    assert words in answer.text
    assert f'<a href="#{field}">' in answer.text
    assert f'id="{field}"' in answer.text
    assert "<title>Error: " in answer.text


def test_what_was_typed_is_kept_and_escaped(site: Any) -> None:
    answer = site.post("/audits", text="\n</textarea><b>kept", profile="nobody")
    assert "<textarea" in answer.text
    assert ">\n\n&lt;/textarea&gt;&lt;b&gt;kept</textarea>" in answer.text


def test_a_lost_file_is_said(site: Any) -> None:
    lost = "a browser does not keep it"
    with_file = site.post("/audits", file=file(b"a", "a.exe"), profile="uk-patient")
    without = site.post("/audits", profile="uk-patient")
    assert lost in with_file.text
    assert lost not in without.text


def test_a_text_beyond_the_limit_is_told_the_limit(small_site: Any) -> None:
    answer = small_site.post("/audits", text="a" * 3000, profile="uk-patient")
    assert answer.status_code == 413
    assert "larger than 2 kB" in answer.text


def test_a_form_without_its_token_is_refused(site: Any) -> None:
    answer = site.client.post("/audits", data={"text": "a", "profile": "uk-patient"})
    assert answer.status_code == 400
    assert "This form is too old to be sent." in answer.text


def test_the_profile_of_the_last_version_is_chosen(site: Any) -> None:
    assert 'value="us-patient" checked' in site.text("/?profile=us-patient")
    assert 'value="uk-patient" checked' in site.text("/")


def test_a_sample_is_one_click_away(site: Any) -> None:
    answer = site.post("/samples/jargon")
    assert answer.status_code == 303
    assert "Change first" in site.text(answer.headers["Location"])
    assert site.post("/samples/nothing").status_code == 404


def test_a_refused_form_can_be_reloaded(site: Any) -> None:
    assert site.client.get("/audits").headers["Location"] == "/"
    assert site.client.get("/sites").headers["Location"] == "/sites/new"


def test_the_source_documents_stand_with_their_figures(site: Any) -> None:
    page = site.text("/")
    assert 'href="/sources/institute"' in page
    assert "not measured" in page


def test_the_writer_says_what_the_text_is(site: Any) -> None:
    site.hold = True
    answer = site.post("/audits", text="A.", profile="uk-patient", document_class="consent")
    audit = site.service.get(answer.headers["Location"].rpartition("/")[2])
    assert audit.document_class == "consent"
    refused = site.post("/audits", text="A.", profile="uk-patient", document_class="leaflet")
    assert refused.status_code == 422
    assert "Choose what the text is from the list." in refused.text


def test_the_pages_of_profiles_and_classes_show_all(site: Any) -> None:
    profiles, classes = site.text("/profiles"), site.text("/classes?profile=us-patient")
    library = site.app.extensions["auditor"].library
    assert all(one.title in profiles for one in library.profiles.values())
    assert all(one.title in classes for one in library.contracts.values())
