"""Writes `auditor/likeness.npz`: for each word of our own texts the words that are like it."""

from pathlib import Path

import numpy as np

from auditor import likeness
from auditor.classifier import CLASSES
from tests.calibration.linear import Vocabulary

_LEAST = 0.4  # likeness, as the cosine between two words' vectors; less says little
_MOST = 24  # words like one
_FILE = Path(likeness.__file__).with_suffix(".npz")


def write_likeness(vocabulary: Vocabulary) -> None:
    """For each word the most alike first, itself among them."""
    words = vocabulary.words[len(CLASSES) :]
    vectors = vocabulary.vectors[len(CLASSES) :]
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    counts: list[int] = []
    others: list[int] = []
    values: list[int] = []
    for row in range(len(words)):
        alike = vectors @ vectors[row]
        nearest = alike.argsort(kind="stable")[::-1][:_MOST]
        nearest = nearest[alike[nearest] > _LEAST]
        counts.append(len(nearest))
        others += nearest.tolist()
        values += np.round(alike[nearest] * likeness.WHOLE).astype(int).tolist()
    np.savez_compressed(
        _FILE,
        words=np.array("\n".join(words)),
        counts=np.array(counts, np.uint8),
        others=np.array(others, np.uint16),
        values=np.array(values, np.uint8),
    )
