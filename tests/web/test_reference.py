"""The pages that explain, and the health check."""

from typing import Any

import pytest

from auditor.errors import StoreError


def test_a_source_document_shows_its_figures_and_owner(site: Any) -> None:
    page = site.text("/sources/institute")
    assert "12.5 years" in page
    assert "not measured" in page
    assert "Measured 22 November 2026 with version 0.1.0." in page
    assert "belongs to its publisher" in page


def test_every_rule_is_listed_and_has_a_page(site: Any, parts: Any) -> None:
    page = site.text("/rules")
    for rule in parts.rules().values():
        assert f'href="/rules/{rule.id}"' in page
        assert rule.title in site.text(f"/rules/{rule.id}")


def test_a_rule_shows_why_and_examples_as_text(site: Any) -> None:
    page = site.text("/rules/plain-english.wordy")
    assert "Readers get lost without it." in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; be taken." in page
    assert 'href="https://example.org/guide"' in page


def test_profiles_stand_side_by_side(site: Any) -> None:
    page = site.text("/profiles")
    for words in (
        "UK patients",
        "US patients",
        "11 or lower, must change",
        "Should change or worse",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/help", "auditor check leaflets/ --format sarif"),
        ("/about", "We delete both after 30 days."),
        ("/about", "WCAG 2.2"),
        ("/about", "5f1c"),
    ],
)
def test_help_and_about(site: Any, address: str, words: str) -> None:
    assert words in site.text(address)


def test_privacy_is_a_part_of_about(site: Any) -> None:
    assert site.client.get("/privacy").headers["Location"] == "/about#privacy"
    assert 'id="privacy"' in site.text("/about")


def test_health(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    site.audit()
    answer = site.client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (200, "ok")
    assert answer.json["audits"]["done"] == 1

    def down() -> None:
        raise StoreError("The store is busy; try again in a minute.")

    monkeypatch.setattr(site.service, "stats", down)
    answer = site.client.get("/health")
    assert (answer.status_code, answer.json["status"]) == (503, "down")
