"""The lexicon that is kept: the same as the files say, and never an old one."""

from pathlib import Path

import pytest

from auditor import lexicon_file
from auditor.errors import RuleError
from auditor.lexicon_file import load_lexicon

ENTRY = (
    "- {term: zorb, definition: A thing., kind: body, variants: [zorbing], abbreviations: [ZB]}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "lexicon"
    (found / "known").mkdir(parents=True)
    (found / "zz.yml").write_text(ENTRY, "utf-8")
    (found / "known" / "short.yml").write_text("health: [NHS]\n", "utf-8")
    return found


def test_what_is_kept_is_what_was_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = load_lexicon(folder, tmp_path / "kept")
    monkeypatch.setattr(lexicon_file, "_read", lambda _: pytest.fail("read again"))
    assert load_lexicon(folder, tmp_path / "kept") == read
    assert [term.term for term in read.terms] == ["zorb"]


@pytest.mark.parametrize("name", ["zz.yml", "known/short.yml", "new.yml"])
def test_a_change_is_read_and_the_old_goes(folder: Path, tmp_path: Path, name: str) -> None:
    before = load_lexicon(folder, tmp_path)
    new = "health: [GP]\n" if "/" in name else ENTRY.replace("zorb", "blip").replace("ZB", "BL")
    (folder / name).write_text(new, "utf-8")
    after = load_lexicon(folder, tmp_path)
    assert after == load_lexicon(folder) != before
    assert len(list(tmp_path.glob("lexicon-*.json"))) == 1


@pytest.mark.parametrize("nonsense", [b"", b"[]", b"\xff", b'{"terms": [["zorb"]]}', b"{}"])
def test_nonsense_is_read_anew(folder: Path, tmp_path: Path, nonsense: bytes) -> None:
    read = load_lexicon(folder, tmp_path)
    (kept,) = tmp_path.glob("lexicon-*.json")
    whole = kept.read_bytes()
    kept.write_bytes(nonsense)
    assert load_lexicon(folder, tmp_path) == read
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_it_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    assert load_lexicon(folder, tmp_path / "file") == load_lexicon(folder)


def test_what_is_wrong_is_said_each_time(folder: Path, tmp_path: Path) -> None:
    (folder / "zz.yml").write_text("- {term: zorb}\n", "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError):
            load_lexicon(folder, tmp_path)
