"""Vale's vocabularies: words that are right, and words that are not to be used."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.errors import RuleError
from auditor.patterns import pattern

_FOLDERS = ("config/vocabularies", "Vocab")  # where Vale 3 and Vale 2 keep them


class Vocab(NamedTuple):
    """Both lists, each entry a word or a pattern, and the file that rejects."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    path: Path = Path()


def load_vocab(styles: Path, names: Iterable[str] | None = None) -> Vocab:
    """The vocabularies called `names` (None: all) below the styles' folder. Raises RuleError."""
    accepted: list[str] = []
    rejected: list[str] = []
    path = styles
    for folder in _found(styles, names):
        accepted += _entries(folder / "accept.txt")
        words = _entries(folder / "reject.txt")
        rejected += words
        path = folder / "reject.txt" if words else path
    return Vocab(tuple(dict.fromkeys(accepted)), tuple(dict.fromkeys(rejected)), path)


def _found(styles: Path, names: Iterable[str] | None) -> Iterator[Path]:
    homes = [styles / home for home in _FOLDERS if (styles / home).is_dir()]
    if names is None:
        for home in homes:
            yield from sorted(one for one in home.iterdir() if one.is_dir())
        return
    for name in names:
        here = [home / name for home in homes if (home / name).is_dir()]
        if not here:
            raise RuleError(
                styles, 0, f"there is no vocabulary ‘{name}’ in {' or '.join(_FOLDERS)} below"
            )
        yield here[0]


def _entries(path: Path) -> list[str]:
    """One entry a line, without comments; a pattern that is not valid is named with its line."""
    if not path.is_file():
        return []
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(path, 0, "the file cannot be read as UTF-8; save it as UTF-8") from error
    found = []
    for number, line in enumerate(lines, 1):
        entry = line.strip()
        if not entry or entry.startswith("# "):
            continue
        try:
            pattern(entry)
        except ValueError as error:
            raise RuleError(path, number, str(error)) from error
        found.append(entry)
    return found
