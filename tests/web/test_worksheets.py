"""The worksheets of an audit: a page for each, linked from the result, and files of it."""

from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from auditor.settings import settings
from auditor.worksheet import load_worksheets
from tests.web.conftest import Site


@pytest.fixture
def with_sheets(parts: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    known = replace(parts.library(), worksheets=load_worksheets(settings().rules_dir))
    monkeypatch.setattr(parts, "library", lambda: known)
    return Site(parts, tmp_path)


def test_a_result_leads_to_its_worksheets(with_sheets: Any) -> None:
    address = with_sheets.named("fail")
    assert f'href="{address}/worksheets/discern"' in with_sheets.text(address)
    page = with_sheets.text(f"{address}/worksheets/discern")
    assert page.count("A person must judge") >= 8
    assert "a person must judge" in page
    for form, kind in (("csv", "text/csv"), ("json", "application/json"), ("txt", "text/plain")):
        answer = with_sheets.client.get(f"{address}/worksheets/discern.{form}")
        assert (answer.status_code, answer.mimetype) == (200, kind)
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_not_there_is_said(with_sheets: Any) -> None:
    address = with_sheets.named("fail")
    assert with_sheets.client.get(f"{address}/worksheets/none").status_code == 404
    assert with_sheets.client.get(f"{address}/worksheets/discern.exe").status_code == 404
    with_sheets.hold = True
    waiting = with_sheets.named("fail")
    assert with_sheets.client.get(f"{waiting}/worksheets/discern").status_code == 409
