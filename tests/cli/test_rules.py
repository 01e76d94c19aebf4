"""`auditor rules`: test and export, and `--styles` on `auditor check`."""

from pathlib import Path

from auditor.styles import load_styles
from tests.cli.conftest import Run

RULE = """\
extends: existence
title: No jam
message: "Take ‘{match}’ out."
category: plain-english
level: error
tokens: [jam]
sources: [{title: "Our house style"}]
pass: ["A toast."]
fail: [{text: "A jam.", marks: jam}]
"""
STYLE = "extends: existence\nmessage: \"Take '%s' out.\"\nlevel: error\ntokens: [jam]\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_rules_of_ones_own_are_tried(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "mine" / "house" / "jam.yml", RULE)
    done = auditor("rules", "test", "mine")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0, "1 rules tried, 0 examples do not do what they say.",
    )  # fmt: skip


def test_an_example_that_lies_is_named(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "mine" / "house" / "jam.yml", RULE.replace("A toast.", "More jam."))
    done = auditor("rules", "test", "mine")
    assert done.returncode == 1
    assert "house.jam: this should pass but does not" in done.stdout


def test_a_broken_rule_is_one_line_and_exit_2(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "mine" / "house" / "jam.yml", RULE.replace("tokens:", "tocens:"))
    done = auditor("rules", "test", "mine")
    assert done.returncode == 2
    assert "jam.yml:6: ‘tocens’ is no key here" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_styles_count_in_the_gate(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "styles" / "House" / "Jam.yml", STYLE)
    _write(tmp_path / "styles" / "House" / "Own.yml", "extends: script\nmessage: m\nscript: x\n")
    _write(tmp_path / "page.md", "# Tea\n\nTake some jam.\n")
    done = auditor(
        "check", "page.md", "--styles", "styles", "--languagetool", "off", "--format", "line"
    )
    assert done.returncode == 1
    assert "page.md:3:11:House.Jam:Take 'jam' out." in done.stdout.splitlines()
    assert "Own.yml:1: " in done.stderr


def test_configuration_names_the_styles(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "styles" / "House" / "Jam.yml", STYLE)
    _write(tmp_path / "auditor.toml", 'styles = "styles"\n')
    _write(tmp_path / "page.md", "# Tea\n\nTake some jam.\n")
    done = auditor("check", "page.md", "--languagetool", "off", "--format", "line")
    assert "page.md:3:11:House.Jam:Take 'jam' out." in done.stdout.splitlines()


def test_styles_that_are_not_there(auditor: Run, tmp_path: Path) -> None:
    _write(tmp_path / "page.md", "# Tea\n")
    done = auditor("check", "page.md", "--styles", "nowhere", "--languagetool", "off")
    assert done.returncode == 2
    assert "nowhere" in done.stderr and len(done.stderr.splitlines()) == 1


def test_our_packs_as_styles(auditor: Run, tmp_path: Path) -> None:
    """What is written loads again as a style, and finds what the rule's own examples say."""
    done = auditor("rules", "export", "--vale", "vale")
    assert done.returncode == 0
    styles = load_styles(tmp_path / "vale")
    assert styles.notes == ()
    assert "plain-english.formal-verbs" in styles.rules
    assert "Left out: jargon.unexplained: Vale has no kind of check like" in done.stdout
