"""`auditor site`: a folder, a list and a sitemap become one row a page, worst first."""

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli.site import command
from auditor.settings import settings
from auditor.submission import Submission

Run = Callable[..., subprocess.CompletedProcess[str]]
SAMPLES = settings().sources_dir / "samples"
OFF = ("--languagetool", "off", "--today", "2026-11-22")


def test_a_folder_as_csv(auditor: Run, tmp_path: Path) -> None:
    done = auditor("site", str(SAMPLES), "--output-file", "pages.csv", *OFF)
    assert done.returncode == 1
    with (tmp_path / "pages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6
    verdicts = [row["verdict"] for row in rows]
    assert verdicts == sorted(verdicts, key=["fail", "incomplete", "pass"].index)
    overdue = next(row for row in rows if row["document"].endswith("overdue.md"))
    assert (overdue["review_date"], overdue["review_status"]) == ("2022-05-10", "overdue")
    assert "5 change first" in done.stdout


def test_a_list_of_files(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "pages.lst").write_text(
        f"# two pages\n{SAMPLES / 'overdue.md'}\n\n{SAMPLES / 'jargon.txt'}\n", "utf-8"
    )
    done = auditor("site", "pages.lst", *OFF)
    assert "overdue.md" in done.stdout and "jargon.txt" in done.stdout


def test_more_pages_than_a_batch(auditor: Run, tmp_path: Path) -> None:
    for number in range(27):
        (tmp_path / f"{number}.md").write_text(f"# Page {number}\n\nRest your knee.\n", "utf-8")
    done = auditor("site", ".", "--output-file", "pages.csv", *OFF)
    with (tmp_path / "pages.csv").open(encoding="utf-8", newline="") as file:
        names = {Path(row["document"]).stem for row in csv.DictReader(file)}
    assert names == {str(number) for number in range(27)}, done.stderr


def test_loopback_addresses_are_refused_and_said(auditor: Run) -> None:
    done = auditor("site", "http://127.0.0.1:1/a.html", *OFF, "--output-file", "pages.csv")
    assert done.returncode == 3
    assert "1 not fully checked" in done.stdout


def test_pages_for_the_web_take_their_class_from_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "auditor.toml").write_text('[classes]\n"m/*" = "medicine"\n', "utf-8")
    for name, text in (
        ("m/a.md", "# A\n\nRest.\n"),
        ("m/b.md", "---\nclass: test\n---\n# B\n\nRest.\n"),
        ("n/c.md", "# C\n\nRest.\n"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    handed: dict[str, str] = {}

    class Service:
        def submit_site(self, _name: str, pages: list[Submission], *_rest: str) -> str:
            handed.update({Path(one.name).stem: one.document_class for one in pages})
            return "site"

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("auditor.composition.service", lambda *_: Service())
    done = CliRunner().invoke(command, [".", "--web"])
    assert done.exit_code == 0, done.output
    assert handed == {"a": "medicine", "b": "", "c": ""}
