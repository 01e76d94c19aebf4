"""How much of a definition a text says, in the same words or in words like them.

"It spurs your bone marrow to make white cells" says most of what "a medicine that helps your bone
marrow make more white blood cells" says. Which words are alike is data (`likeness.npz`), made in
`tests/calibration` from the vectors of a sentence model; here is only arithmetic.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.classifier import CLASSES, tokens
from auditor.frequency import zipf

_COMMON = 6.5  # on the Zipf scale; a word as common as this tells nothing
_ROOT = 5  # letters; words that begin with the same so many are of one family
WHOLE = 255  # how likeness is written, of a word and itself


class Likeness:
    """For each word the words that are like it, and how much, from 0 to 1."""

    def __init__(
        self,
        words: list[str],
        counts: npt.NDArray[Any],
        others: npt.NDArray[Any],
        values: npt.NDArray[Any],
    ) -> None:
        """`counts` tells how many of `others`, rows of `words`, belong to each word in turn."""
        self.words = words
        self.rows = {word: row for row, word in enumerate(words)}
        self.ends = counts.cumsum()
        self.counts = counts
        self.others = others
        self.values = values

    def like(self, word: str) -> list[tuple[str, float]]:
        """The words like a word, itself among them."""
        row = self.rows.get(word)
        if row is None:
            return [(word, 1.0)]
        part = slice(self.ends[row] - self.counts[row], self.ends[row])
        return [
            (self.words[other], value / WHOLE)
            for other, value in zip(
                self.others[part].tolist(), self.values[part].tolist(), strict=True
            )
        ]


class Meaning:
    """What a definition says: each of its words with how much it tells, and the words like it."""

    def __init__(self, definition: str, names: Iterable[str]) -> None:
        """`names` are the ways to write the term; words of their family tell nothing of it."""
        known = likeness()
        own = {part for name in names for part in name.lower().replace("-", " ").split()}
        said = dict.fromkeys(tokens(definition, known.rows))
        self._weights: list[float] = []
        self._words: dict[str, list[tuple[int, float]]] = {}
        for word in said:
            weight = _COMMON - zipf(word)
            if weight <= 0 or word in CLASSES or _is_kin(word, own):
                continue
            place = len(self._weights)
            self._weights.append(weight)
            for other, value in known.like(word):
                if not _is_kin(other, own):
                    self._words.setdefault(other, []).append((place, value))
        self._sum = sum(self._weights)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self._weights)

    def said(self, words: Iterable[str]) -> dict[int, float]:
        """Which of its words are said, by their numbers, and how nearly, from 0 to 1."""
        found: dict[int, float] = {}
        held = self._words
        for word in words:
            if word in held:
                for place, value in held[word]:
                    if value > found.get(place, 0):
                        found[place] = value
        return found

    def share(self, *said: Mapping[int, float]) -> float:
        """How much of the meaning is said, from 0 to 1; of several texts the nearest word counts."""
        best: dict[int, float] = {}
        for one in said:
            for place, value in one.items():
                if value > best.get(place, 0):
                    best[place] = value
        return sum(self._weights[place] * value for place, value in best.items()) / self._sum


def _is_kin(word: str, own: Iterable[str]) -> bool:
    """Whether a word is of the family of one of the others."""
    return any(
        word.removesuffix("s") == other.removesuffix("s")
        or (len(word) >= _ROOT and word[:_ROOT] == other[:_ROOT])
        for other in own
    )


@lru_cache(maxsize=8_192)
def meaning(definition: str, names: tuple[str, ...]) -> Meaning:
    """The meaning of a definition, worked out once."""
    return Meaning(definition, names)


@lru_cache(maxsize=1)
def likeness() -> Likeness:
    """The table of words that are like each other, read once."""
    content = files("auditor").joinpath("likeness.npz").read_bytes()
    with np.load(BytesIO(content)) as data:
        return Likeness(
            str(data["words"]).splitlines(), data["counts"], data["others"], data["values"]
        )
