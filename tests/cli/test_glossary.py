"""An organisation's glossary on the command line and in auditor.toml."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., subprocess.CompletedProcess[str]]
OFF = ("--languagetool", "off")
WORDS = "term,definition\nwarm room,A quiet room on the ward where you can rest.\n"


def terms(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    found = json.loads(done.stdout)["measures"]["jargon"]["terms"]
    return {row["term"]: row for row in found}


def test_an_option_names_a_glossary(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text(WORDS, "utf-8")
    text = "Go to the warm room."
    done = auditor("check", "-", *OFF, "--format", "json", "--glossary", "words.csv", stdin=text)
    assert terms(done)["warm room"]["glossary"]


def test_the_configuration_names_one_and_says_that_there_are_tooltips(
    auditor: Run, tmp_path: Path
) -> None:
    (tmp_path / "words.csv").write_text(WORDS, "utf-8")
    (tmp_path / "auditor.toml").write_text('glossary = "words.csv"\ntooltips = true\n', "utf-8")
    (tmp_path / "pages").mkdir()
    done = auditor("check", "-", *OFF, "--format", "json", stdin="Go to the warm room.")
    assert terms(done)["warm room"]["status"] == "explained"


GLOSSARY = """\
- term: stoma
  definition: An opening in the belly that a surgeon makes.
- term: warm room
  definition: A room for all, which we utilise.
- term: helper cell
  definition: A cell that wakes a killer cell.
- term: killer cell
  definition: A cell that a helper cell wakes.
- term: warm rooms
  definition: Rooms where it is warm and there is some tea and where you and those who come with
    you can sit and read and rest for as long as you like.
- term: tube test
  definition: A test with an endoscope.
- term: immunomodulation
  definition: The intravesical upregulation of cytokine receptors.
"""


def test_a_glossary_is_read_as_an_editor_would(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text(GLOSSARY, "utf-8")
    (tmp_path / "doc.txt").write_text(
        "You may have a stoma. Killer cells wake. The surgeon uses a laparoscope.", "utf-8"
    )
    done = auditor("glossary", "check", "w.yml", "doc.txt")
    assert done.returncode == 1
    said = done.stdout.splitlines()
    assert "w.yml:3: in the definition of ‘warm room’: Use ‘use’ instead of ‘utilise’." in said
    assert (
        "w.yml:5: the definitions go in a circle: ‘helper cell’ → ‘killer cell’ → ‘helper cell’"
        in said
    )
    assert (
        "w.yml:9: ‘warm rooms’ is another form of ‘warm room’ on line 3; keep one of them" in said
    )
    assert "w.yml:9: the definition of ‘warm rooms’ has 31 words; keep it to 25" in said
    assert any(
        one.startswith("w.yml:12: in the definition of ‘tube test’: Explain") for one in said
    )
    assert any(
        one.startswith("w.yml:14: the definition of ‘immunomodulation’ is hard to read (")
        for one in said
    )
    assert "w.yml:3: no document uses ‘warm room’" in said
    assert not any("no document uses ‘stoma’" in one for one in said)
    assert any(
        one.startswith("w.yml: there is no entry for ‘laparoscop") and one.endswith("doc.txt leaves unexplained")
        for one in said
    )  # fmt: skip
    assert not any(one.startswith("w.yml:1:") for one in said)


def test_a_broken_glossary_is_not_checked(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "w.yml").write_text("stoma: An opening.\nbiopsy: A biopsy.\n", "utf-8")
    done = auditor("glossary", "check", "w.yml")
    assert done.returncode == 2
    assert done.stderr == (
        "auditor: w.yml:2: ‘biopsy’ is explained only by itself; say what it is\n"
    )


def test_a_site_of_the_service_takes_the_glossary_of_its_profile(
    auditor: Run, tmp_path: Path
) -> None:
    (tmp_path / "w.yml").write_text("stoma: An opening in the belly.\n", "utf-8")
    done = auditor("site", "w.yml", "--web", "--glossary", "w.yml")
    assert done.returncode == 2
    assert "name the glossary in the profile instead" in done.stderr


def test_build_writes_what_a_text_leaves_unexplained(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "term,definition\ncytokine,A note that cells send.\n", "utf-8"
    )
    done = auditor(
        "glossary", "build", "-", "--format", "text", "--glossary", "own.csv",
        stdin="Your oncologist sees cytokines and a DXQ.",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"Words to know\n\noncologist: .+\n\ncytokine: A note that cells send\.\n\nDXQ: To be written\.\n",
        done.stdout,
    )
    (tmp_path / "x.docx").write_text("x", "utf-8")
    done = auditor("glossary", "build", "x.docx")
    assert done.returncode == 3
    assert "x.docx: the file is damaged and cannot be opened" in done.stderr
