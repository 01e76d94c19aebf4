"""A glossary that a profile or a configuration names, and what is said of a wrong one."""

import shutil
from pathlib import Path

import pytest

from auditor.config import read_config
from auditor.errors import ConfigError, GlossaryError
from auditor.library import Library, load_library
from auditor.profiles import load_profile
from auditor.settings import settings

WORDS = "term,definition\nwarm room,A quiet room on the ward where you can rest.\n"


def test_a_profile_names_a_glossary(library: Library, tmp_path: Path) -> None:
    rules = shutil.copytree(settings().rules_dir, tmp_path / "rules")
    (rules / "words.csv").write_text(WORDS, "utf-8")
    profile = "extends: uk-patient\ntitle: Ours\nglossary: ../words.csv\ntooltips: true\n"
    (rules / "profiles" / "ours.yml").write_text(profile, "utf-8")
    (rules / "profiles" / "theirs.yml").write_text("extends: ours\ntooltips: false\n", "utf-8")
    found = load_library(rules, settings().sources_dir)
    ours, theirs = found.profiles["ours"], found.profiles["theirs"]
    assert (ours.tooltips, theirs.tooltips) == (True, False)
    for profile_ in (ours, theirs):
        assert "warm room" in found.lexicon_for(profile_).own
    assert found.lexicon_for(found.profiles["uk-patient"]).own == frozenset()
    before = found.version
    (rules / "words.csv").write_text(WORDS + "day room,A room with a view.\n", "utf-8")
    assert load_library(rules, settings().sources_dir).version != before


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("glossary: gone.csv\n", "bad.yml:1: ‘glossary’ must be the path of a file"),
        ("glossary: 3\n", "bad.yml:1: ‘glossary’ must be the path of a file"),
        ("title: x\ntooltips: maybe\n", "bad.yml:2: ‘tooltips’ is true or false"),
    ],
)
def test_a_wrong_glossary_in_a_profile(
    profile: str, words: str, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "bad.yml").write_text(profile, "utf-8")
    with pytest.raises(ConfigError) as error:
        load_profile(tmp_path / "bad.yml", library.rules, library.contracts, tmp_path)
    assert words in str(error.value)


def test_a_broken_glossary_in_a_profile(tmp_path: Path) -> None:
    rules = shutil.copytree(settings().rules_dir, tmp_path / "rules")
    (rules / "profiles" / "bad.csv").write_text("term\n", "utf-8")
    (rules / "profiles" / "bad.yml").write_text("extends: uk-patient\nglossary: bad.csv\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"bad\.csv:1: the first row must name"):
        load_library(rules, settings().sources_dir)


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ("tooltips = 1\n", "auditor.toml:1: ‘tooltips’ must be true or false"),
        ("glossary = true\n", "auditor.toml:1: ‘glossary’ must be text"),
    ],
)
def test_a_wrong_glossary_in_the_configuration(config: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text(config, "utf-8")
    with pytest.raises(ConfigError) as error:
        read_config(tmp_path / "auditor.toml")
    assert words in str(error.value)


def test_a_path_in_the_configuration_starts_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('glossary = "w.csv"\ntooltips = true\n', "utf-8")
    found = read_config(tmp_path / "auditor.toml")
    assert found.glossary == str(tmp_path / "w.csv")
    assert found.tooltips
    (tmp_path / "auditor.toml").write_text('glossary = "https://example.org/w"\n', "utf-8")
    assert read_config(tmp_path / "auditor.toml").glossary == "https://example.org/w"
