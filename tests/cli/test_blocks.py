"""`auditor blocks`: a line a block with its place, kind, region and reason; JSON; what people choose."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = (
    '<title>Knee</title><nav><a href="/">Home</a></nav>\n<h1>Sore knee</h1>\n<p>Rest it.</p>\n'
    '<div class="summary"><p>Advertisement</p></div>\n'
)


def test_a_line_a_block(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    done = auditor("blocks", "page.html")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 5
    assert lines[1].split() == ["1:37", "paragraph", "navigation", "(inside", "the", "page's",
                                "navigation):", "Home"]  # fmt: skip
    assert lines[3].split() == ["3:4", "paragraph", "content:", "Rest", "it."]


def test_json_says_the_same(auditor: Run) -> None:
    done = auditor("blocks", "-", "--format", "json", stdin="Sore knee\n\nRest it 😀 now.\n")
    found = json.loads(done.stdout)
    assert found["schema_version"] == 1
    assert found["document"]["media_type"] == "text/plain"
    assert [(b["kind"], b["region"], b["reason"]) for b in found["blocks"]] == [
        ("heading", "content", ""),
        ("paragraph", "content", ""),
    ]
    assert found["blocks"][1]["location"] == {
        "part": "",
        "start": {"line": 3, "column": 1, "offset": 11},
        "end": {"line": 3, "column": 15, "offset": 25},
    }


def test_the_configuration_chooses(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "auditor.toml").write_text(
        '[regions]\ncontent = ["div.summary"]\nignore = ["/^Rest/"]\n', "utf-8"
    )
    found = json.loads(auditor("blocks", "page.html", "--format", "json").stdout)["blocks"]
    assert [(block["text"], block["region"]) for block in found[2:]] == [
        ("Sore knee", "content"),
        ("Rest it.", "boilerplate"),
        ("Advertisement", "content"),
    ]
    report = json.loads(
        auditor("check", "page.html", "--languagetool", "off", "--format", "json").stdout
    )
    assert [block["region"] for block in report["blocks"][2:]] == [
        "content", "boilerplate", "content",
    ]  # fmt: skip


def test_wrong_selectors_and_files_are_told(auditor: Run, tmp_path: Path) -> None:
    config = tmp_path / "auditor.toml"
    for text, words in (
        ('[regions]\nignore = ["div > p"]\n', "auditor.toml:1: ‘div > p’ is no selector"),
        ('[regions]\nignore = ["/(/"]\n', "auditor.toml:1: ‘/(/’ is no pattern"),
        ('[regions]\nhide = ["p"]\n', "auditor.toml:2: ‘hide’ is no key here"),
        ('[regions]\nignore = "p"\n', "auditor.toml:2: ‘ignore’ must be a list of texts"),
    ):
        config.write_text(text, "utf-8")
        done = auditor("blocks", "-", stdin="Words.")
        assert (done.returncode, words in done.stderr) == (2, True), done.stderr
    config.unlink()
    assert auditor("blocks", "none.txt").returncode == 3
    assert auditor("blocks", "-", stdin="").returncode == 3
