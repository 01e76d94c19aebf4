"""Three doors, one report: the same bytes under the same profile, by command line, form and API."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from auditor.settings import settings
from tests.conftest import until
from tests.e2e.conftest import done

SAMPLES = sorted(
    path for path in (settings().sources_dir / "samples").iterdir() if path.suffix != ".yml"
)
pytestmark = pytest.mark.languagetool


def by_api(server: str, path: Path) -> dict[str, Any]:
    answer = httpx.post(
        f"{server}/api/v1/audits",
        json={"text": path.read_text("utf-8"), "name": path.name, "profile": "uk-patient"},
        trust_env=False,
    )
    assert answer.status_code == 202, answer.text
    audit_id = answer.json()["id"]
    until(lambda: done(server, audit_id), path.name)
    return report(server, audit_id)


def report(server: str, audit_id: str) -> dict[str, Any]:
    url = f"{server}/api/v1/audits/{audit_id}?format=json"
    found: dict[str, Any] = httpx.get(url, trust_env=False, timeout=30).json()
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_same_report_by_every_door(
    path: Path, server: str, submit: Callable[[bytes, str, str], str]
) -> None:
    form = report(server, submit(path.read_bytes(), path.name, "uk-patient"))
    done_ = subprocess.run(
        [
            Path(sys.executable).with_name("auditor"), "check", path.name, "--format", "json",
            "--profile", "uk-patient", "--today", date.today().isoformat(),
        ],
        cwd=path.parent, capture_output=True, env={**os.environ}, check=False, timeout=120,
    )  # fmt: skip
    command = json.loads(done_.stdout)
    assert form == command
    assert by_api(server, path) == command
    assert command["measures"]["plain_english"]["grammar"]["checked"] is True


def test_samples_are_what_they_say(server: str, submit: Callable[[bytes, str, str], str]) -> None:
    reports = {
        path.stem: report(server, submit(path.read_bytes(), path.name, "uk-patient"))
        for path in SAMPLES
    }
    assert reports["good-leaflet"]["verdict"] == "pass"
    assert all(one["verdict"] == "fail" for key, one in reports.items() if key != "good-leaflet")

    def rules(name: str) -> set[str]:
        return {finding["rule"] for finding in reports[name]["findings"]}

    assert "jargon.share" in rules("jargon")
    assert {"statements.urgent-help", "statements.not-advice"} <= rules("no-disclaimers")
    assert "statements.overdue" in rules("overdue")
    assert "plain-english.lost-words" in rules("pasted-page")
    assert {"accessibility.image-alt", "statements.ambiguous-date"} <= rules("web-page")


def test_the_text_with_its_safe_changes(
    server: str, submit: Callable[[bytes, str, str], str], tmp_path: Path
) -> None:
    """The page offers what `auditor check --fix` does, byte for byte."""
    text = "\ufeff# Rest\r\n\r\nIn order to rest, lie down on a utilised bed.\r\n".encode()
    audit_id = submit(text, "rest.md", "uk-patient")
    page = httpx.get(f"{server}/audits/{audit_id}", trust_env=False).text
    assert "Your text with 2 safe changes made" in page
    answer = httpx.get(f"{server}/audits/{audit_id}/text", trust_env=False)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rest-changed.md"'
    (tmp_path / "rest.md").write_bytes(text)
    subprocess.run(
        [Path(sys.executable).with_name("auditor"), "check", "rest.md", "--fix"],
        cwd=tmp_path, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert answer.content == (tmp_path / "rest.md").read_bytes()
    assert answer.content.decode() == "\ufeff# Rest\r\n\r\nTo rest, lie down on a used bed.\r\n"
