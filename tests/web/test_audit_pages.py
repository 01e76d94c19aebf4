"""One address for an audit: at work, failed, done; and what a done one shows."""

import re
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest

from auditor.render import FORMATS
from auditor.store import Store, dump_report


def claimed(site: Any, address: str) -> tuple[Store, Any]:
    """The store, and the audit as a worker holds it."""
    store: Store = site.service._store
    claim = store.claim(address.rpartition("/")[2], "worker", now=1.0, until=9e9, max_attempts=3)
    assert claim is not None
    return store, claim.audit


def test_a_queued_audit_reloads_itself_without_a_script(site: Any) -> None:
    site.hold = True
    page = site.text(address := site.audit())
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "Your text is in the queue." in page
    assert 'http-equiv="refresh"' not in site.text(f"{address}?refresh=off")


def test_a_running_audit_shows_how_far_it_is_and_what_is_ready(
    site: Any, parts: ModuleType
) -> None:
    site.hold = True
    address = site.audit()
    store, audit = claimed(site, address)
    store.progress(audit, dump_report(parts.stored("partial")), "grammar", 3, 5)
    page = site.text(address)
    assert "3 of 5 done" in page
    assert "Now: grammar." in page
    assert "<strong>14 to 16</strong>" in page
    assert page.count("Still checking") == 2


def test_a_failed_audit_says_why_and_never_looks_ready(site: Any) -> None:
    site.hold = True
    address = site.audit()
    store, audit = claimed(site, address)
    store.fail(audit, "The PDF holds no text; run OCR first.", now=2.0)
    page = site.text(address)
    assert "The PDF holds no text; run OCR first." in page
    assert 'href="/?profile=uk-patient">Try again</a>' in page
    assert "Ready" not in page


def order(page: str, *headings: str) -> bool:
    places = [page.index(f">{heading}</h") for heading in headings]
    return places == sorted(places)


def test_a_result_says_the_verdict_first(site: Any) -> None:
    page = site.text(site.named("fail"))
    assert re.search(r"<h1>.*Change first.*Having an iron infusion", page, re.S)
    assert order(
        page,
        "Do these first",
        "The text",
        "Beside the source documents",
        "How we measured",
        "What was not checked",
    )


def test_what_was_not_checked_comes_first_when_it_decides(site: Any) -> None:
    page = site.text(site.named("incomplete"))
    assert re.search(r"<h1>.*Not fully checked", page, re.S)
    assert order(page, "What was not checked", "Do these first", "The text")
    assert "LanguageTool does not answer; start it and check again." in page
    assert "Some rules were not checked" in page


def test_a_ready_result_has_nothing_to_do_first(site: Any) -> None:
    page = site.text(site.named("pass"))
    assert re.search(r"<h1>.*Ready", page, re.S)
    assert "Do these first" not in page


def test_notes_and_marks_link_both_ways(site: Any) -> None:
    page = site.text(site.named("fail"))
    marks = set(re.findall(r'id="at-(\d+)" href="#note-(\d+)"', page))
    assert all(there == back for there, back in marks)
    numbers = {number for number, _ in marks}
    assert numbers == set(re.findall(r'href="#at-(\d+)"', page))
    assert numbers <= set(re.findall(r'id="note-(\d+)"', page))
    assert len(set(re.findall(r'id="note-(\d+)"', page))) == 20  # one finding of 21 is ignored


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 20),
        ("?panel=jargon", 6),
        ("?level=error", 4),
        ("?panel=statements&level=error", 2),
        ("?panel=reading&level=suggestion", 0),
        ("?panel=nonsense&level=42", 20),
    ],
)
def test_filters_are_addresses(site: Any, query: str, count: int) -> None:
    page = site.text(site.named("fail") + query)
    assert len(re.findall(r'id="note-\d+"', page)) == count


def test_a_number_stays_with_its_finding_under_any_filter(site: Any) -> None:
    address = site.named("fail")
    note = re.compile(r'id="note-(\d+)".*?Explain ‘extravasation’', re.S)
    narrow = re.findall(r'<li class="note.*?</li>', site.text(f"{address}?panel=jargon"), re.S)
    wide = re.findall(r'<li class="note.*?</li>', site.text(address), re.S)
    found = [{m[1] for each in notes if (m := note.search(each))} for notes in (narrow, wide)]
    assert found[0] == found[1] != set()


def test_what_was_left_out_is_shown_on_request(site: Any) -> None:
    address = site.named("fail")
    assert "Clinics and wards" not in site.text(address)
    assert "2 blocks left out: Menu of the site." in site.text(address)
    shown = site.text(f"{address}?left-out=1")
    assert "Clinics and wards" in shown
    assert "left out: Menu of the site" in shown


def test_an_ignored_finding_stands_apart_with_its_reason(site: Any) -> None:
    page = site.text(site.named("fail"))
    assert "1 finding ignored on purpose" in page
    assert "Everybody knows what a GP is" in page


def test_a_nasty_draft_is_only_text(site: Any) -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)> &amp; \u202etxt"
    page = site.text(site.audit(nasty))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;" in page
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_report_can_be_saved_in_every_format(site: Any, name: str) -> None:
    address = site.named("fail")
    answer = site.client.get(f"{address}/report.{name}")
    module = FORMATS[name]
    assert answer.status_code == 200
    assert answer.content_type == f"{module.MEDIA_TYPE}; charset=utf-8"
    file = f"iron-infusion-report.{module.EXTENSION.lstrip('.')}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    assert f"{address}/report.{name}" in site.text(address)


def test_a_report_is_not_given_before_it_is_done(site: Any) -> None:
    site.hold = True
    assert site.client.get(f"{site.audit()}/report.json").status_code == 409
    assert site.client.get(f"{site.named('fail')}/report.nonsense").status_code in (404, 409)


def test_a_deleted_audit_is_gone(site: Any) -> None:
    address = site.audit()
    answer = site.post(f"{address}/delete")
    assert answer.status_code == 303
    assert "The text and its report are gone." in site.text(answer.headers["Location"])
    assert site.client.get(address).status_code == 404


def test_a_page_on_its_own_names_no_other_address(site: Any) -> None:
    page = site.client.get(f"{site.named('fail')}/report.html").text
    assert not re.search(r'(?:src|href|action)="(?!#)', page)
    assert "url(" not in page
    assert "<script" not in page


def test_a_result_gives_the_words_that_it_does_not_explain(site: Any) -> None:
    address = site.named("fail")
    page = site.text(address)
    assert "<summary>Words to know</summary>" in page
    links = re.findall(r'href="([^"]+/words-to-know\.[^"]+)" download>([^<]+)<', page)
    assert {label for _, label in links} == {
        "CSV, for spreadsheets", "HTML", "JSON", "Markdown", "Plain text",
    }  # fmt: skip
    for link, _ in links:
        answer = site.client.get(link)
        assert answer.status_code == 200
        assert "anaemia" in answer.text
        assert "attachment" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
    assert site.client.get(f"{address}/words-to-know.docx").status_code == 404


def test_a_result_without_such_words_offers_none(site: Any, parts: ModuleType) -> None:
    site.hold = True
    address = site.audit()
    store, audit = claimed(site, address)
    report = parts.stored("pass")
    terms = [row for row in report.measures["jargon"]["terms"] if row["status"] == "explained"]
    measures = {**report.measures, "jargon": {**report.measures["jargon"], "terms": terms}}
    store.finish(audit, dump_report(replace(report, measures=measures)), "pass", {}, now=2.0)
    page = site.text(address)
    assert "infusion" in page
    assert "Words to know" not in page
