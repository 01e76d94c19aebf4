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
from math import log, sqrt
from operator import mul
from typing import Any

_KNOTS = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5)
EASY_WORD = 0.25


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of one written form; `parts` holds the halves of a hyphenated one.

    `zipf` and `family` are on the Zipf scale, `difficulty` from 0 to 1, `gram` is the sentence
    model's figure for its letter groups. `letters` counts letters, `strokes` digits too.
    """

    norm: str
    syllables: int
    length: int
    letters: int
    strokes: int
    zipf: float
    family: float
    difficulty: float
    gram: float
    capital: bool
    capitals: bool
    is_number: bool
    mixed: bool
    parts: tuple[Word, ...]


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
    """From 0 (very easy) to 1 (very hard); kept inside these ends."""
    model = models()["word"]
    return min(1.0, max(0.0, model.of(features, gram_sum(word, model.grams))))


def phrase_features(words: Sequence[Word]) -> list[float]:
    """The features of a term of several words."""
    hard = sorted((word.difficulty for word in words), reverse=True)
    zipfs = sorted(word.zipf for word in words)
    families = sorted(word.family for word in words)
    size = len(words)
    return [
        hard[0], hard[-1], sum(hard) / size, hard[0] * hard[-1], words[-1].difficulty,
        zipfs[0], sum(zipfs) / size, families[0], sum(families) / size,
        sum(word.length for word in words), max(word.length for word in words),
        sum(word.syllables for word in words), float(any(word.capitals for word in words)),
        float(any(word.is_number for word in words)),
    ]  # fmt: skip


def phrase_difficulty(words: Sequence[Word]) -> float:
    """The difficulty of a term of several words, from 0 to 1; of one word, its own."""
    if len(words) == 1:
        return words[0].difficulty
    return min(1.0, max(0.0, models()["phrase"].of(phrase_features(words), 0.0)))


def sentence_features(words: Sequence[Word], text: str) -> list[float]:
    """The features of a sentence: of its words, hyphenated ones parted, and of its punctuation."""
    plain = [word for word in words if not word.is_number]
    count = len(words)
    if not plain:
        return [0.0] * SENTENCE_FEATURES
    size = len(plain)
    zipfs = sorted([word.zipf for word in plain])
    families = sorted([word.family for word in plain])
    hard = sorted([word.difficulty for word in plain], reverse=True)
    lengths = [word.length for word in plain]
    syllables = [word.syllables for word in plain]
    rare3 = sum([zipf < 3 for zipf in zipfs])
    rare4 = sum([zipf < 4 for zipf in zipfs])
    capitals = sum([word.capitals for word in words])
    mixed = sum([word.mixed for word in words])

    def top(values: Sequence[float], most: int) -> float:
        return sum(values[:most]) / min(most, size)

    return [
        zipfs[0], top(zipfs, 3), top(zipfs, 5), top(zipfs, 8), top(zipfs, 12), sum(zipfs) / size,
        hard[0], top(hard, 3), top(hard, 5), top(hard, 8), sum(hard) / size,
        sqrt(sum([one - EASY_WORD for one in hard if one > EASY_WORD])),
        top(families, 3), top(families, 5), top(families, 8), sum(families) / size,
        log(count), count / 10, sqrt(count),
        rare3, sqrt(rare3), sqrt(rare4), rare4 / size,
        sum(syllables) / size, sum([beats >= 3 for beats in syllables]) / size,
        sum([length >= 7 for length in lengths]) / size, sum(lengths) / size, max(lengths),
        capitals, sqrt(capitals), count - size, mixed, sqrt(mixed),
        text.count(","), text.count("("), text.count(":") + text.count(";"),
        float(text.endswith("?")),
    ]  # fmt: skip


SENTENCE_FEATURES = 37


def sentence_difficulty(words: Sequence[Word], text: str) -> float:
    """From 1 (easy) to 6 (hard); kept inside these ends. A sentence without a word is 1."""
    if all(word.is_number for word in words):
        return 1.0
    model = models()["sentence"]
    grams = sum([word.gram for word in words]) / sqrt(len(words))
    return min(6.0, max(1.0, model.of(sentence_features(words, text), grams)))
