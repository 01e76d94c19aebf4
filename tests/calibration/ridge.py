"""Ridge regression over a few standardised features and many sparse letter groups."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from auditor.difficulty import letter_groups


@dataclass
class Fitted:
    """A linear model in the units of its raw features."""

    intercept: float
    features: list[float]
    grams: dict[str, float]

    def json(self) -> dict[str, object]:
        """As the data file holds it: five figures each, letter groups that weigh something."""
        return {
            "intercept": round(self.intercept, 5),
            "features": [round(weight, 6) for weight in self.features],
            "grams": {
                group: round(weight, 4)
                for group, weight in sorted(self.grams.items())
                if abs(weight) >= 0.0005
            },
        }


def common_groups(texts: Iterable[Iterable[str]], least: int) -> list[str]:
    """The letter groups that stand in at least `least` of the texts (each a list of words)."""
    counts = Counter(
        group for words in texts for group in {g for word in words for g in letter_groups(word)}
    )
    return sorted(group for group, count in counts.items() if count >= least)


def group_matrix(texts: Sequence[Sequence[str]], groups: Sequence[str]) -> np.ndarray:
    """One row a text: what `difficulty.gram_sum` of its words, over the root of their number, is."""
    index = {group: column for column, group in enumerate(groups)}
    matrix = np.zeros((len(texts), len(groups)), dtype=np.float32)
    for row, words in enumerate(texts):
        for word in words:
            found = [index[group] for group in letter_groups(word) if group in index]
            for column in found:
                matrix[row, column] += 1 / sqrt(len(found) * len(words))
    return matrix


def fit(
    features: np.ndarray, ratings: np.ndarray, *, penalty: float, grams: np.ndarray | None = None,
    groups: Sequence[str] = (), gram_scale: float = 1.0,
) -> Fitted:  # fmt: skip
    """Least squares with a penalty on the standardised weights; grams count `gram_scale` times."""
    spread = features.std(0)
    spread[spread == 0] = 1.0
    columns = features / spread
    if grams is not None:
        columns = np.hstack([columns, grams * gram_scale])
    means, mean = columns.mean(0), ratings.mean()
    centred = columns - means
    rows, width = centred.shape
    if rows < width:
        inner = centred @ centred.T + penalty * np.eye(rows)
        weights = centred.T @ np.linalg.solve(inner, ratings - mean)
    else:
        inner = centred.T @ centred + penalty * np.eye(width)
        weights = np.linalg.solve(inner, centred.T @ (ratings - mean))
    size = features.shape[1]
    return Fitted(
        intercept=float(mean - means @ weights),
        features=[float(one) for one in weights[:size] / spread],
        grams=dict(zip(groups, (weights[size:] * gram_scale).tolist(), strict=True)),
    )
