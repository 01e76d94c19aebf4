"""`auditor check` as CI uses it: formats, exit codes, bad input."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from auditor.settings import settings
from tests.parse.make_docx import docx, p
from tests.parse.pdf_cases import SCAN

Run = Callable[..., subprocess.CompletedProcess[str]]
SAMPLES = settings().sources_dir / "samples"
TODAY = ("--today", "2026-11-22")


@pytest.mark.languagetool
def test_a_good_leaflet_passes(auditor: Run, languagetool_url: str) -> None:
    done = auditor(
        "check", str(SAMPLES / "good-leaflet.md"), *TODAY, "--languagetool", languagetool_url
    )
    assert done.returncode == 0, done.stdout
    assert "Ready" in done.stdout


@pytest.mark.languagetool
def test_our_own_server_is_started_and_stopped(auditor: Run) -> None:
    done = auditor("check", str(SAMPLES / "good-leaflet.md"), *TODAY, "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert report["tool"]["engines"]["languagetool"]
    assert report["measures"]["plain_english"]["grammar"]["checked"] is True


def test_findings_are_lines_with_places_worst_first(auditor: Run) -> None:
    path = SAMPLES / "web-page.html"
    done = auditor("check", str(path), *TODAY, "--languagetool", "off")
    assert done.returncode == 1
    lines = [line for line in done.stdout.splitlines() if line.startswith(str(path) + ":")]
    assert any("error accessibility.image-alt" in line for line in lines)
    levels = [line.split(" ")[1] for line in lines if line.split(" ")[1:2] != ["Change"]]
    assert levels == sorted(levels, key=["error", "warning", "suggestion"].index)


def test_languagetool_off_is_incomplete_not_pass(auditor: Run) -> None:
    good = str(SAMPLES / "good-leaflet.md")
    done = auditor("check", good, *TODAY, "--languagetool", "off")
    assert done.returncode == 3
    assert "Not fully checked" in done.stdout


def test_languagetool_down_is_incomplete_and_says_why(auditor: Run) -> None:
    good = str(SAMPLES / "good-leaflet.md")
    done = auditor(
        "check", good, *TODAY, "--languagetool", "http://127.0.0.1:9", "--format", "json"
    )
    report = json.loads(done.stdout)
    assert (done.returncode, report["verdict"]) == (3, "incomplete")
    reasons = {one["reason"] for one in report["outcomes"] if one["status"] == "untested"}
    assert any("LanguageTool does not answer" in reason for reason in reasons)


def test_stdin_and_its_name(auditor: Run) -> None:
    done = auditor(
        "check", "-", "--stdin-filename", "draft.md", "--languagetool", "off", "--format", "json",
        stdin="# Tests\n\n### Blood\n\nWords.\n",
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["document"]["name"] == "draft.md"
    assert any(one["rule"] == "accessibility.heading-order" for one in report["findings"])


def test_several_files_are_a_collection(auditor: Run) -> None:
    done = auditor("check", str(SAMPLES), "--languagetool", "off", "--format", "json", *TODAY)
    collection = json.loads(done.stdout)
    assert collection["verdict"] == "fail"
    assert len(collection["reports"]) == 6


def test_files_are_written_and_the_terminal_gets_the_summary(auditor: Run, tmp_path: Path) -> None:
    done = auditor(
        "check", str(SAMPLES / "jargon.txt"), "--languagetool", "off",
        "--format", "sarif", "--output-file", "out/a.sarif",
        "--format", "junit", "--output-file", "out/a.xml",
    )  # fmt: skip
    sarif = json.loads((tmp_path / "out" / "a.sarif").read_text("utf-8"))
    assert sarif["runs"][0]["results"]
    assert ElementTree.parse(tmp_path / "out" / "a.xml").getroot().tag == "testsuites"
    assert "Change first" in done.stdout


def test_no_colour_in_a_pipe(auditor: Run) -> None:
    done = auditor("check", str(SAMPLES / "jargon.txt"), "--languagetool", "off")
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "nowhere.md"), "nowhere.md: there is no such file or folder"),
        (("check", "-", "--profile", "moon"), "there is no profile ‘moon’; use one of"),
        (("check", "-", "--today", "soon"), "‘soon’ is no date"),
        (("check", "-", "--config", "none.toml"), "there is no file none.toml"),
        (("check", "-", "--format", "poem"), "Invalid value for '--format'"),
        (("check", "."), "there are no documents in this folder"),
        (("rules", "show", "no.rule"), "there is no rule ‘no.rule’"),
        (("check", "-", "--output-file", "x.json"), "name a --format for each file"),
    ],
)
def test_wrong_options_are_one_sentence_and_exit_2(
    arguments: tuple[str, ...], words: str, auditor: Run
) -> None:
    done = auditor(*arguments, stdin="Words.")
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "there is no text in this file"),
        ("binary.txt", b"\x00\x01\x02\x03" * 200, "the file is not text"),
        ("big.txt", b"word " * 1_100_000, "the document is over 5,000,000 bytes"),
        ("wrong.pdf", b"%PDF-1.7", "the PDF is damaged"),
        ("wrong.exe", b"MZ", "we cannot read .exe files"),
    ],
)
def test_bad_files_are_incomplete_and_exit_3(
    name: str, data: bytes, words: str, auditor: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    done = auditor("check", name, "--languagetool", "off")
    assert done.returncode == 3
    assert words in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_one_bad_file_does_not_hide_the_others(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01" * 99)
    (tmp_path / "b.md").write_text("# Tests\n\n### Blood\n\nWords.\n", "utf-8")
    done = auditor("check", ".", "--languagetool", "off", "--format", "json")
    reports = json.loads(done.stdout)["reports"]
    assert [one["document"]["name"] for one in reports] == ["a.txt", "b.md"]
    assert done.returncode == 1


def test_a_windows_encoding_is_read_and_said(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("The café is open – come in.".encode("cp1252"))
    done = auditor("check", "a.txt", "--languagetool", "off", "--format", "json")
    report = json.loads(done.stdout)
    assert report["document"]["notes"] == ["The file is not UTF-8; it was read as cp1252."]
    assert report["blocks"][0]["text"] == "The café is open – come in."


def test_a_word_file_gets_comments(auditor: Run, tmp_path: Path) -> None:
    source, out = tmp_path / "leaflet.docx", tmp_path / "checked.docx"
    source.write_bytes(docx(p("Commence the tablets prior to breakfast.")))
    off = ("--languagetool", "off", "--quiet")
    done = auditor("check", str(source), "--comments", str(out), *TODAY, *off)
    assert done.returncode == 1, done.stderr
    with zipfile.ZipFile(out) as package:
        assert b"Commence" in package.read("word/document.xml")
        assert b"w:comment " in package.read("word/comments.xml")
    same = auditor("check", str(source), "--comments", str(source), *off)
    assert (same.returncode, "another file" in same.stderr) == (2, True)
    text = tmp_path / "t.txt"
    text.write_text("Rest.")
    assert auditor("check", str(text), "--comments", str(out), *off).returncode == 3


def test_fix_leaves_word_files_alone(auditor: Run, tmp_path: Path) -> None:
    source = tmp_path / "leaflet.docx"
    data = docx(p("Commence the tablets prior to breakfast."))
    source.write_bytes(data)
    done = auditor("check", str(tmp_path), "--fix", "--languagetool", "off", "--quiet")
    assert "leaflet.docx: not changed" in done.stderr
    assert source.read_bytes() == data


def test_what_cannot_be_read_says_why_once(auditor: Run, tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(SCAN)
    done = auditor("check", str(path), "--languagetool", "off")
    assert done.returncode == 3
    assert "Not checked\n    the whole document: the PDF holds pictures of pages" in done.stdout
