"""Errors are pages with one plain sentence; nothing of a draft is logged or shown."""

import logging
from typing import Any

import pytest

from auditor.errors import StoreError, UsageError


@pytest.mark.parametrize(
    ("method", "address", "status", "words"),
    [
        ("get", "/nothing", 404, "There is no such page"),
        ("get", "/audits/nothing", 404, "There is no such page"),
        ("get", "/rules/nothing", 404, "There is no such page"),
        ("get", "/sources/nothing", 404, "There is no such page"),
        ("put", "/", 405, "That does not work here"),
    ],
)
def test_an_error_is_a_page_in_words(
    site: Any, method: str, address: str, status: int, words: str
) -> None:
    answer = getattr(site.client, method)(address)
    assert answer.status_code == status
    assert words in answer.text
    assert 'href="/">Go to the front page</a>' in answer.text
    assert "Traceback" not in answer.text


def raising(site: Any, monkeypatch: pytest.MonkeyPatch, error: Exception) -> Any:
    def get(_audit_id: str) -> None:
        raise error

    monkeypatch.setattr(site.service, "get", get)
    return site.client.get("/audits/any")


def test_a_store_that_is_down(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = raising(site, monkeypatch, StoreError("The store is busy; try again in a minute."))
    assert answer.status_code == 503
    assert "The store is busy; try again in a minute." in answer.text


def test_a_value_that_is_wrong(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = raising(site, monkeypatch, UsageError("this is no batch"))
    assert answer.status_code == 400
    assert "This is no batch." in answer.text


def test_our_own_mistake_shows_and_logs_nothing_of_the_draft(
    site: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = raising(site, monkeypatch, ValueError("Mrs Secret’s draft"))
    assert answer.status_code == 500
    assert "This is our mistake, not yours." in answer.text
    assert "Secret" not in answer.text + caplog.text
    assert "ValueError on GET audits.show" in caplog.text


def test_a_submission_is_not_logged(site: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        site.text(site.audit("Mrs Secret takes tablets."))
    assert "Secret" not in caplog.text


def test_too_many_texts_in_an_hour(small_site: Any) -> None:
    for _ in range(4):
        small_site.post("/audits", text="a", profile="uk-patient")
    answer = small_site.post("/audits", text="a", profile="uk-patient")
    assert answer.status_code == 429
    assert "Try again in an hour." in answer.text
    assert small_site.client.get("/").status_code == 200
