"""`auditor check --fix` and `--diff`."""

from pathlib import Path

from tests.cli.conftest import Run

TEXT = "# Rest\n\nIn order to rest, lie down.\n"


def test_diff_shows_and_changes_nothing(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    done = auditor("check", "page.md", "--diff", "--languagetool", "off")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-2:] == [
        "-In order to rest, lie down.", "+To rest, lie down.",
    ]  # fmt: skip
    assert done.stderr == "1 safe change possible.\n"
    assert (tmp_path / "page.md").read_text() == TEXT


def test_fix_changes_the_file_and_checks_the_rest(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(TEXT)
    (tmp_path / "page.md").chmod(0o640)
    done = auditor("check", "page.md", "--fix", "--languagetool", "off", "--format", "line")
    assert (tmp_path / "page.md").read_text() == TEXT.replace("In order to", "To")
    assert (tmp_path / "page.md").stat().st_mode & 0o777 == 0o640
    assert done.stderr == "page.md: 1 safe change made.\n"
    assert "linking-phrases" not in done.stdout and "statements.urgent-help" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_standard_input_comes_back_changed(auditor: Run) -> None:
    done = auditor("check", "-", "--fix", "--languagetool", "off", stdin=TEXT)
    assert (done.returncode, done.stdout) == (0, TEXT.replace("In order to", "To"))


def test_an_address_cannot_be_changed(auditor: Run) -> None:
    done = auditor("check", "https://example.org/", "--fix", "--languagetool", "off")
    assert done.returncode == 2 and "save it to a file first" in done.stderr
