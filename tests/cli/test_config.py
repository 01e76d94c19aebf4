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
        ('\ntoday = "2026-13-45"\n', "auditor.toml:2: ‘2026-13-45’ is no date; write 2026-11-22"),
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


def test_path_patterns_say_what_a_text_is(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('[classes]\n"forms/*" = "consent"\n', "utf-8")
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "knee.md").write_text("# Your knee\n\nWords.\n", "utf-8")
    done = auditor("check", "forms/knee.md", *OFF, "--format", "json")
    assert '"document_class": "consent"' in done.stdout
    done = auditor("check", "forms/knee.md", *OFF, "--format", "json", "--class", "glossary")
    assert '"document_class": "glossary"' in done.stdout


def test_an_unknown_class_is_refused(auditor: Run, tmp_path: Path) -> None:
    done = auditor("check", "-", *OFF, "--class", "leaflet", stdin="Words.")
    assert done.returncode == 2
    assert "there is no class ‘leaflet’; use one of company, consent" in done.stderr
    (tmp_path / "auditor.toml").write_text('[classes]\n"*" = "leaflet"\n', "utf-8")
    done = auditor("check", "-", *OFF, stdin="Words.")
    assert done.returncode == 2
    assert "auditor.toml:2: there is no class ‘leaflet’" in done.stderr


def test_a_profile_of_three_lines(auditor: Run, tmp_path: Path) -> None:
    (tmp_path / "ours.yml").write_text(
        "extends: us-patient\nrules:\n  statements.urgent-help: suggestion\n", "utf-8"
    )
    done = auditor("check", "-", *OFF, "--profile", "ours.yml", "--format", "json", stdin="Words.")
    assert '"id": "ours"' in done.stdout
    assert '"locale": "en-US"' in done.stdout
    assert done.returncode == 3  # grammar is off; nothing fails, as it does under us-patient


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extends: nobody\n", "ours.yml:1: there is no profile ‘nobody’; use one of australia"),
        ("extends: uk-patient\ndocument_class: leaf\n", "ours.yml:2: there is no class ‘leaf’"),
        ("extends: uk-patient\ncountry: UK\n", "ours.yml:2: ‘country’ is one of GB, IE"),
        ("extends: uk-patient\nlevel: 3\n", "ours.yml:2: ‘level’ is no key here"),
        ("extends: ours\n", "ours.yml:1: there is no profile ‘ours’"),
    ],
)
def test_a_wrong_profile_is_refused(auditor: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "ours.yml").write_text(text, "utf-8")
    done = auditor("check", "-", *OFF, "--profile", "ours.yml", stdin="Words.")
    assert done.returncode == 2
    assert words in done.stderr


def test_a_profile_file_that_is_not_there(auditor: Run) -> None:
    done = auditor("check", "-", *OFF, "--profile", "none.yml", stdin="Words.")
    assert done.returncode == 2
    assert "there is no file none.yml" in done.stderr
