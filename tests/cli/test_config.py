"""auditor.toml and broken rule files: file, line, and what was expected."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.settings import settings

Run = Callable[..., subprocess.CompletedProcess[str]]
OFF = ("--languagetool", "off")


def test_the_nearest_configuration_counts(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text(
        'fail_on = "never"\nprofile = "us-patient"\n\n[rules]\n"jargon" = "off"\n', "utf-8"
    )
    done = auditor("check", "-", *OFF, "--format", "json", stdin="You may have cytokines.")
    assert done.returncode == 0
    assert '"id": "us-patient"' in done.stdout
    assert "jargon." not in done.stdout


def test_options_win_over_the_configuration(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.auditor]\nfail_on = "never"\n', "utf-8")
    assert auditor("check", "-", *OFF, stdin="Words.").returncode == 0
    assert auditor("check", "-", *OFF, "--fail-on", "error", stdin="Words.").returncode == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('profil = "x"\n', "auditor.toml:1: ‘profil’ is no key here; use one of profile"),
        ('\nfail_on = "sometimes"\n', "auditor.toml:2: ‘fail_on’ is one of"),
        ("profile = 3\n", "auditor.toml:1: ‘profile’ must be text"),
        ("profile = \n", "auditor.toml:1: this is not TOML"),
        ('[rules]\n"no.rule" = "off"\n', "auditor.toml:1: no rule or pack is called ‘no.rule’"),
        (
            '[rules]\n"reading.level" = {maximum = 3}\n',
            "auditor.toml:1: ‘maximum’ cannot be set for reading.level; use level, metric, max",
        ),
    ],
)
def test_a_wrong_configuration_says_where(
    text: str, words: str, auditor: Run, tmp_path: Path
) -> None:
    (tmp_path / "auditor.toml").write_text(text, "utf-8")
    done = auditor("check", "-", *OFF, stdin="Words.")
    assert done.returncode == 2
    assert words in done.stderr


RULE = """extends: existence
title: No dragons
message: "Take out ‘{match}’."
category: plain-english
level: warning
tokens: [dragon]
sources: [{title: "House style"}]
pass: ["A cat."]
fail: ["A dragon."]
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tokens: [dragon]", "tokans: [dragon]", "dragons.yml:6: ‘tokans’ is no key here"),
        ("tokens: [dragon]", "tokens: 3", "dragons.yml:6: ‘tokens’"),
        ("tokens: [dragon]", 'tokens: ["dra(gon"]', "dragons.yml:1: the pattern"),
        ("extends: existence", "extends: magic", "dragons.yml:1: ‘magic’ is no kind of check"),
        ("level: warning", "level: loud", "dragons.yml:5: ‘level’ is suggestion, warning or error"),
        ("title: No dragons", "title: [", "dragons.yml:4: this is not valid YAML"),
        ("title: No dragons\n", "", "dragons.yml:1: the key ‘title’ is not there"),
        (
            "level: warning",
            "level: warning\nlevel: error",
            "dragons.yml:6: the key ‘level’ stands twice",
        ),
    ],
)
def test_a_broken_rule_says_file_line_and_what_was_expected(
    old: str, new: str, words: str, auditor: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(settings().rules_dir, folder)
    (folder / "plain-english" / "dragons.yml").write_text(RULE.replace(old, new), "utf-8")
    done = auditor("check", "-", *OFF, stdin="Words.", env={"AUDITOR_RULES_DIR": str(folder)})
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_good_rule_is_found_by_its_folder(auditor: Run, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(settings().rules_dir, folder)
    (folder / "plain-english" / "dragons.yml").write_text(RULE, "utf-8")
    done = auditor(
        "check", "-", *OFF, "--format", "line", stdin="Here is a dragon.",
        env={"AUDITOR_RULES_DIR": str(folder)},
    )  # fmt: skip
    assert "plain-english.dragons:Take out ‘dragon’." in done.stdout


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("- term: zorb\n  definition: A thing.\n  colour: red\n", "‘colour’ is no key here"),
        ("- term: zorb\n", "‘definition’ must be words"),
        ("- term: no\n  definition: A word.\n", "‘term’ must be words; quote numbers, yes and no"),
        (
            "- term: zorb\n  definition: A thing.\n- term: Zorb\n  definition: A thing.\n",
            "‘Zorb’ stands twice",
        ),
    ],
)
def test_a_broken_lexicon_says_where(entry: str, words: str, auditor: Run, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(settings().rules_dir, folder)
    (folder / "jargon" / "lexicon" / "zz.yml").write_text(entry, "utf-8")
    done = auditor("check", "-", *OFF, stdin="Words.", env={"AUDITOR_RULES_DIR": str(folder)})
    assert done.returncode == 2
    assert words in done.stderr and "zz.yml:" in done.stderr
