"""`auditor worksheet`: an instrument filled in as far as the text goes."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import Run

TEXT = "# Rest\n\nRest your knee for two days. Call 999 if you cannot breathe.\n"


def test_it_is_text_json_and_csv(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    done = auditor("worksheet", "discern", "page.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "A person must judge" in done.stdout
    sheet = json.loads(auditor("worksheet", "discern", "page.md", "--format", "json").stdout)
    rows = list(csv.reader(
        auditor("worksheet", "discern", "page.md", "--format", "csv").stdout.splitlines()
    ))  # fmt: skip
    assert len(rows) - 1 == len(sheet["answers"])


def test_an_unknown_worksheet_is_named(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    done = auditor("worksheet", "nosuch", "page.md")
    assert done.returncode == 2 and "discern" in done.stderr
