"""How hard people find a word and a sentence, by a model fitted to their ratings.

The features are plain figures: how common the words are and the words they are made from, their
length, syllables and letter groups. The weights are data (`difficulty.json`), fitted by
`tests/calibration/fit.py`; here is only arithmetic. A word is from 0 (very easy) to 1 (very hard),
as in CompLex (Shardlow and others 2020); a sentence from 1 (easy) to 6 (hard), as in MedReadMe
(Jiang and Xu 2024).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import sqrt
from operator import mul
from typing import Any

import numpy as np
import numpy.typing as npt

_KNOTS = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5)
EASY_WORD = 0.25
_FAR = 64.0  # more than any two features differ by


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: weights of the features, and of letter groups where it has any."""

    intercept: float
    features: tuple[float, ...]
    grams: Mapping[str, float]

    def of(self, features: Sequence[float], grams: float) -> float:
        """The model's figure."""
        return float(self.intercept + sum(map(mul, self.features, features)) + grams)


@lru_cache(maxsize=1)
def models() -> Mapping[str, Weights]:
    """The fitted models by name: `word`, `phrase` and `sentence`."""
    data: dict[str, Any] = json.loads(
        files("auditor").joinpath("difficulty.json").read_text("utf-8")
    )
    return {
        name: Weights(one["intercept"], tuple(one["features"]), one["grams"])
        for name, one in data.items()
    }


def letter_groups(word: str) -> Iterator[str]:
    """Groups of two to five letters, with the word's edges marked."""
    edged = f"^{word}$"
    for size in (2, 3, 4, 5):
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


def gram_sum(word: str, grams: Mapping[str, float]) -> float:
    """The mean-like sum of the weights of a word's letter groups: divided by their root."""
    found = [grams[group] for group in letter_groups(word) if group in grams]
    return sum(found) / sqrt(len(found)) if found else 0.0


def word_features(
    word: str,
    *,
    zipf: float,
    family: float,
    syllables: int,
    capital: bool,
    capitals: bool,
    spoken: bool,
    counted: bool,
) -> list[float]:
    """The features of one normal word.

    `capital` tells that it begins with one, `capitals` that it has several, `spoken` that the
    pronouncing dictionary has it, `counted` that the frequency list has it.
    """
    length = len(word)
    return [
        zipf,
        family,
        *(max(0.0, knot - zipf) for knot in _KNOTS),
        *(max(0.0, knot - family) for knot in _KNOTS),
        length,
        max(0, length - 5),
        max(0, length - 8),
        max(0, length - 12),
        syllables,
        max(0, syllables - 2),
        max(0, syllables - 4),
        float(capital),
        float(capitals),
        capital * zipf,
        capital * family,
        float(any(char.isdigit() for char in word)),
        float(spoken),
        float(counted),
        max(0.0, family - zipf),
    ]


def word_difficulty(word: str, features: Sequence[float]) -> float:
    """From 0 (very easy) to 1 (very hard); kept inside these ends.

    Nobody rated the little words of grammar: above Zipf 5.5 the model would only guess, so there
    its figure falls to 0, reached at 7.
    """
    model = models()["word"]
    told = min(1.0, max(0.0, model.of(features, gram_sum(word, model.grams))))
    return told * min(1.0, max(0.0, (7.0 - features[0]) / 1.5))


# What the phrase and sentence models need of each word, as the columns of a table of words.
COLUMNS = (
    "zipf", "family", "difficulty", "gram", "length", "syllables", "capitals", "number", "mixed",
)  # fmt: skip
Table = npt.NDArray[np.float64]


def phrase_features(words: Table) -> list[float]:
    """The features of a term of several words: one row a word, the columns of `COLUMNS`."""
    zipf, family, hard, _, length, syllables, capitals, number, _ = words.T
    return [
        hard.max(), hard.min(), hard.mean(), hard.max() * hard.min(), hard[-1], zipf.min(),
        zipf.mean(), family.min(), family.mean(), length.sum(), length.max(), syllables.sum(),
        capitals.max(), number.max(),
    ]  # fmt: skip


def phrase_difficulty(words: Table) -> float:
    """The difficulty of a term of several words, from 0 to 1; of one word, its own."""
    if len(words) == 1:
        return float(words[0, 2])
    return min(1.0, max(0.0, models()["phrase"].of(phrase_features(words), 0.0)))


def sentence_features(words: Table, sizes: npt.NDArray[np.int64]) -> Table:
    """One row a sentence. `words` are those of all sentences one after another, hyphenated ones
    parted, one row a word; `sizes` says how many each sentence has.

    Numbers have no difficulty of their own: means and rarest words are of the others.
    """
    which = np.repeat(np.arange(len(sizes)), sizes)
    columns = np.ascontiguousarray(words.T)
    is_word = columns[7] == 0
    plain, own = columns[:, is_word], which[is_word]
    count = np.bincount(own, minlength=len(sizes))
    starts = np.concatenate(([0], np.cumsum(count)[:-1]))
    size = np.maximum(count, 1)
    last = len(own)
    zipf, family, hard, _, length, syllables = plain[:6]

    def total(values: Table | npt.NDArray[np.bool_], by: npt.NDArray[np.int64] = own) -> Table:
        sums: Table = np.bincount(by, values, len(sizes)).astype(float, copy=False)
        return sums

    # Sentences stand in order: with their number before the value, one sort does for all.
    ranks = own * _FAR
    rarest = np.concatenate(([0.0], np.cumsum(np.sort(zipf + ranks) - ranks)))
    first = rarest[np.minimum(starts, last)]

    def mean_of_rarest(most: int) -> Table:
        taken = np.minimum(most, size)
        mean: Table = (rarest[np.minimum(starts + taken, last)] - first) / taken
        return mean

    longest = np.zeros(len(sizes))
    np.maximum.at(longest, own, length)
    capitals, mixed = total(columns[6], which), total(columns[8], which)
    everything = np.maximum(sizes, 1)
    return np.array([
        *(mean_of_rarest(most) for most in (1, 3, 5, 8, 12)), total(zipf) / size,
        total(hard) / size, np.sqrt(total(np.maximum(hard - EASY_WORD, 0.0))),
        total(family) / size,
        np.log(everything), everything / 10, np.sqrt(everything),
        total(syllables) / size, total(length) / size, longest,
        capitals, np.sqrt(capitals), sizes - count, mixed, np.sqrt(mixed),
    ]).T  # fmt: skip


def sentence_difficulty(words: Table, sizes: npt.NDArray[np.int64]) -> Table:
    """From 1 (easy) to 6 (hard) for each sentence; one without a word is 1."""
    if not len(sizes):
        return np.zeros(0)
    model = models()["sentence"]
    which = np.repeat(np.arange(len(sizes)), sizes)
    grams = np.bincount(which, words[:, 3], len(sizes)) / np.sqrt(np.maximum(sizes, 1))
    told = model.intercept + sentence_features(words, sizes) @ np.array(model.features) + grams
    has_words = np.bincount(which, words[:, 7] == 0, len(sizes)) > 0
    return np.where(has_words, np.minimum(np.maximum(told, 1.0), 6.0), 1.0)
