"""Fits the model of `auditor/classifier.py`: words and their groups in a row, weighed for each label."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix, csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from auditor.classifier import CLASSES, Classifier, Numbers, different, flat, groups_of
from tests.calibration.vectors import vectors

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAST = 2  # how often a word or a group must stand in our texts to count
_COMMON = 200  # a word as frequent as this counts half as much by its vector
_NEIGHBOURS = 2.0  # how much a word's vector counts beside the word itself
_MOST = 127  # of a weight as it is written
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A text's tokens, its labels, and those of which nobody said whether it has them."""

    tokens: Sequence[str]
    labels: frozenset[str]
    unknown: frozenset[str] = frozenset()


class Vocabulary:
    """The words of our own texts, each with a vector: what models may know."""

    def __init__(self, texts: Iterable[str], folder: Path) -> None:
        """`folder` holds the model that gives the vectors."""
        found = chain.from_iterable(map(_WORD.findall, texts))
        counted = Counter(word.lower().replace("’", "'") for word in found)
        words = sorted(word for word, count in counted.items() if count >= _LEAST)
        self.words = [*CLASSES, *(word for word in words if word not in CLASSES)]
        often = np.array([counted[word] for word in self.words])
        self.vectors = vectors(self.words, folder)
        self.vectors *= _NEIGHBOURS / (1 + np.sqrt(often / _COMMON))[:, None]
        self.vectors[: len(CLASSES)] = 0

    def placed(self, places: Sequence[str], others: Sequence[str]) -> "Vocabulary":
        """The same words once for each place, with a vector of its own there, and others without."""
        other = copy(self)
        other.words = [f"{place}/{word}" for place in places for word in self.words]
        other.words += others
        width = len(places) * self.vectors.shape[1]
        other.vectors = np.vstack(
            [np.kron(np.eye(len(places)), self.vectors), np.zeros((len(others), width))]
        )
        return other


class Fitter:
    """Fits a model to examples, of which some may be left out."""

    def __init__(
        self,
        labels: Sequence[str],
        examples: Sequence[Example],
        vocabulary: Vocabulary,
        penalty: float,
    ) -> None:
        self._labels = labels
        self._penalty = penalty
        self._words = vocabulary.words
        self._vectors = vocabulary.vectors
        rows = {word: row for row, word in enumerate(self._words)}
        numbers, owners = flat([[rows[token] for token in one.tokens] for one in examples])
        self._stand = different(owners, numbers)
        holders, groups = groups_of(numbers, owners)[::-1]
        self._grouped = different(holders, groups)
        self._made = np.array([[label in one.labels for label in labels] for one in examples])
        self._known = np.array([[label not in one.unknown for label in labels] for one in examples])

    def fit(self, chosen: npt.NDArray[np.bool_]) -> Classifier:
        """The model of the chosen examples."""
        holders, groups = self._grouped
        found, counts = np.unique(groups[chosen[holders]], return_counts=True)
        groups = found[counts >= _LEAST]
        plain, smooth = self._design(groups)
        plain, smooth = plain[chosen], smooth[chosen]
        design = hstack([csr_matrix(smooth), plain]).tocsr()
        made, known = self._made[chosen], self._known[chosen]
        size = self._vectors.shape[1]
        weights = np.zeros((len(self._words) + len(groups), len(self._labels)))
        intercepts = np.zeros(len(self._labels))
        for column in range(len(self._labels)):
            rows = known[:, column]
            model = LogisticRegression(C=1 / self._penalty, class_weight="balanced", max_iter=3000)
            model.fit(design[rows], made[rows, column])
            weights[:, column] = model.coef_[0][size:]
            weights[: len(self._words), column] += self._vectors @ model.coef_[0][:size]
            intercepts[column] = model.intercept_[0]
        return Classifier(self._labels, self._words, groups, weights, intercepts)

    def _design(self, groups: Numbers) -> tuple[csr_matrix, Matrix]:
        """What stands in each text, by itself and by its words' vectors."""
        owners, numbers = self._stand
        count = len(self._made)
        share = np.bincount(owners, minlength=count) ** -0.5
        holders, found = self._grouped
        places = groups.searchsorted(found).clip(max=len(groups) - 1)
        held = groups[places] == found
        rows = np.concatenate([owners, holders[held]])
        columns = np.concatenate([numbers, len(self._words) + places[held]])
        shape = (count, len(self._words) + len(groups))
        plain = coo_matrix((share[rows], (rows, columns)), shape=shape).tocsr()
        return plain, plain[:, : len(self._words)] @ self._vectors


def write(model: Classifier, path: Path) -> None:
    """Write a model with its weights in one byte each."""
    scale = np.abs(model.weights).max() / _MOST
    small = np.round(model.weights / scale).astype(np.int8)
    used = np.abs(small).max(1) > 0
    used[: len(model.words)] = True
    np.savez_compressed(
        path,
        labels=np.array("\n".join(model.labels)),
        words=np.array("\n".join(model.words)),
        groups=model.groups[used[len(model.words) :]],
        weights=small[used],
        scale=np.float32(scale),
        intercepts=np.asarray(model.intercepts, np.float32),
    )
