"""The meaning guard on versions labelled by hand, and its command."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.meaning import compare
from auditor.parse import parse
from tests.cli.conftest import Run, auditor  # noqa: F401  # the fixture

CASES = yaml.safe_load(Path(__file__).with_name("development.yml").read_text("utf-8"))


def _document(text: str, media_type: str = "text/plain"):  # type: ignore[no-untyped-def]
    return parse(text.encode(), "page", media_type)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["new"][:40])
def test_labelled_versions(case: dict[str, Any]) -> None:
    changes = compare(_document(case["old"]), _document(case["new"]))
    said = [
        f"{one.kind} {one.what}: {one.old} -> {one.new}".removesuffix(" -> ")
        for one in changes
        if one.what != "added"
    ]
    assert sorted(said) == sorted(case["changes"])


def test_links_of_a_page_count(auditor: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "old.html").write_text('<p>See <a href="/a">the page</a>.</p>')
    (tmp_path / "new.html").write_text('<p>See <a href="/b">the page</a>.</p>')
    done = auditor("compare", "old.html", "new.html", "--format", "json")
    changes = json.loads(done.stdout)["changes"]
    assert done.returncode == 1
    assert [(one["what"], one["old"]["text"], one["new"]["text"]) for one in changes] == [
        ("changed", "/a", "/b")
    ]
    assert changes[0]["old"]["place"] == {"part": "", "line": 1, "column": 21}


def test_the_command_says_what_and_where(auditor: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "old.md").write_text("# Dose\n\nTake 5 mg a day.\n")
    (tmp_path / "new.md").write_text("# Dose\n\nTake 50 mg a day.\n")
    done = auditor("compare", "old.md", "new.md")
    assert done.stdout.splitlines() == [
        "old.md:3:6: changed: dose: “5 mg” → “50 mg”",
        "0 lost, 1 changed, 0 added; look at each.",
    ]
    assert auditor("compare", "old.md", "old.md").returncode == 0
    missing = auditor("compare", "old.md", "gone.md")
    assert missing.returncode == 2 and "gone.md" in missing.stderr


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=300))
def test_a_text_is_its_own_equal(text: str) -> None:
    document = _document("Words. " + text)
    assert compare(document, document) == ()
