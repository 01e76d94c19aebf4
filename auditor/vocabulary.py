"""Everything that is known of a single word, looked up once for each way it is written.

The figures stand in one table, a row for each written form, so that a text is counted by picking
rows. Hyphenated words are one word for the formulas; their parts have rows of their own, because
people judge a sentence by the words they know.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock

import numpy as np
import numpy.typing as npt

from auditor import frequency
from auditor.difficulty import COLUMNS as RATED
from auditor.difficulty import gram_sum, models, word_difficulty, word_features
from auditor.familiar import is_familiar
from auditor.spoken import spoken
from auditor.syllables import is_in_dictionary, syllables
from auditor.text import normal

# `complex` is Gunning's hard word, `unfamiliar` Dale and Chall's; the columns with `name` count a
# word that begins with a capital as a name, as it is anywhere but at the start of a sentence.
COUNTED = (
    "letters", "strokes", "polysyllables", "monosyllables", "long", "complex", "complex_name",
    "unfamiliar", "unfamiliar_name",
)  # fmt: skip
COLUMNS = (*RATED, *COUNTED)
AT = {name: index for index, name in enumerate(COLUMNS)}
_MOST = 60_000  # different written forms kept: a worker's memory stays flat
_LONGEST = 60  # letters; no English word is longer

Table = npt.NDArray[np.float64]


class Vocabulary:
    """A growing table of words; it starts afresh when it holds as many as it may."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._clear()

    def _clear(self) -> None:
        self._ids: dict[str, int] = {}
        self._table = np.zeros((1024, len(COLUMNS)))
        self._parts: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def rows(self, written: Sequence[str]) -> tuple[Table, list[tuple[int, int]], Table]:
        """For words as they are written: the row of each; where a word has parts, their places
        among the rows of the last value; and the rows of all words with hyphenated ones parted.

        The second value lists (place of the word, number of its parts).
        """
        with self._lock:
            ids = self._of(written)
            table = self._table[ids]
            parted = (
                [(place, self._parts[one]) for place, one in enumerate(ids) if one in self._parts]
                if self._parts
                else []
            )
            if not parted:
                return table, [], table
            pieces: list[int] = []
            at = 0
            for place, parts in parted:
                pieces += ids[at:place] + parts
                at = place + 1
            pieces += ids[at:]
            return table, [(place, len(parts)) for place, parts in parted], self._table[pieces]

    def _of(self, written: Sequence[str]) -> list[int]:
        known = self._ids
        try:
            return [known[word] for word in written]
        except KeyError:
            if len(known) + len(written) > self._most:
                self._clear()
            for word in written:
                self._add(word)
            return [self._ids[word] for word in written]

    def _add(self, written: str) -> int:
        if written in self._ids:
            return self._ids[written]
        pieces = _pieces(written)
        parts = [self._add(piece) for piece in pieces] if len(pieces) > 1 else []
        row = len(self._ids)
        if row == len(self._table):
            self._table = np.vstack([self._table, np.zeros_like(self._table)])
        self._ids[written] = row
        self._table[row] = _figures(written, pieces)
        if parts:
            self._parts[row] = parts
        return row


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The one of this process."""
    return Vocabulary()


def rated(words: Iterable[str]) -> Table:
    """The rows of words, hyphenated ones parted, with the columns that the models need."""
    return vocabulary().rows(list(words))[2][:, : len(RATED)]


_RARE = 3.6  # Zipf: about what a reader of 15,000 words knows (STANDARDS 6.2)


def rare_words(words: Sequence[str], most: int) -> list[str]:
    """The hardest of the rare words, hardest first, each once; at most `most`.

    In lower case, but for abbreviations.
    """
    table = vocabulary().rows(words)[0]
    hard = {
        word if row[AT["capitals"]] else word.lower(): float(row[AT["difficulty"]])
        for word, row in zip(words, table, strict=True)
        if row[AT["family"]] < _RARE and not row[AT["number"]] and len(word) > 1
    }
    return sorted(hard, key=lambda word: (-hard[word], word))[:most]


def _pieces(written: str) -> list[str]:
    return [piece for piece in written.replace("‐", "-").replace("‑", "-").split("-") if piece]


def _figures(written: str, pieces: Sequence[str]) -> list[float]:
    """The row of one written form."""
    norm = normal(written)[:_LONGEST]
    letters = sum(char.isalpha() for char in written)
    strokes = sum(char.isalnum() for char in written)
    beats = spoken(written[: 2 * _LONGEST]).count
    name = written[:1].isupper()
    hard = _is_complex(norm, beats)
    strange = bool(letters) and not is_familiar(norm)
    counted = [
        letters, strokes, beats >= 3, beats == 1, letters > 6, hard, hard and not name, strange,
        strange and not name,
    ]  # fmt: skip
    return [*_rated(written, norm, beats, letters, pieces), *map(float, counted)]


def _rated(written: str, norm: str, beats: int, letters: int, pieces: Sequence[str]) -> list[float]:
    if not letters:
        return [5.0, 5.0, 0.0, 0.0, len(norm), beats, 0.0, 1.0, 0.0]
    capitals = sum(char.isupper() for char in written) > 1
    zipf, family = frequency.zipf(norm), frequency.family(norm)
    if len(pieces) > 1 and not frequency.is_counted(norm):
        zipf = min(frequency.zipf(normal(piece)) for piece in pieces)
        family = min(frequency.family(normal(piece)) for piece in pieces)
    features = word_features(
        norm, zipf=zipf, family=family, syllables=beats,
        capital=written[:1].isupper() and not written.isupper(), capitals=capitals,
        spoken=is_in_dictionary(norm), counted=frequency.is_counted(norm),
    )  # fmt: skip
    return [
        zipf, family, word_difficulty(norm, features),
        gram_sum(norm, models()["sentence"].grams), len(norm), beats, float(capitals), 0.0,
        float(any(char.isdigit() for char in norm)),
    ]  # fmt: skip


def _is_complex(norm: str, beats: int) -> bool:
    """Gunning's hard word: three syllables or more, and not only by its ending or a hyphen."""
    if beats < 3:
        return False
    if "-" in norm:
        return any(syllables(piece) >= 3 for piece in norm.split("-") if piece)
    for ending in ("es", "ed", "ing"):
        if norm.endswith(ending) and beats == 3:
            base = norm.removesuffix(ending)
            return syllables(base) >= 3 or syllables(base + "e") >= 3
    return True
