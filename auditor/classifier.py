"""What a text says, by a linear model fitted to labelled texts.

A text is its different words and their pairs and triples. Each of them weighs for or against each
label; the weights are data (`statements.npz`, `explanations.npz`), fitted in `tests/calibration`,
and here is only arithmetic. Numbers, addresses and names stand as what they are, not as themselves.
A word may carry where it stands, as in `after/helps`; it is then another word.
"""

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

# Every repetition that may fail is bounded, so that no text costs more than its length.
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[\w-]{1,63}(?:\.[a-z]{2,24}){1,6}\b(?:/\S*)?"
    r"|\d(?:[\d \-./]{0,40}\d)?|[^\W\d_]+(?:['-][^\W\d_]+)*|[?:;,–©®™()!&\ufffc]"
)
_SIGNS = str.maketrans({"’": "'", "—": "–"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMERGENCY = ("000", "111", "112", "911", "988", "999")
TERM = "\ufffc"  # stands for the term that a text is asked about
CLASSES = (
    "<none>", "^", "$", "<name>", "<rare>", "<mail>", "<web>", "<number>", "<year>", "<date>",
    "<phone>", *_EMERGENCY, *"?:;,–©®™()!&", TERM,
)  # fmt: skip
_SHIFT = 20  # bits of a word's number in the number of a pair or a triple
_LONGEST_NUMBER = 6  # digits; what has more is a telephone number


def tokens(text: str, known: Container[str]) -> list[str]:
    """The words and signs of a text in order, between `^` and `$`.

    What is not in `known` is `<name>` with a capital and `<rare>` without one.
    """
    found = ["^"]
    for token in _TOKEN.findall(text.translate(_SIGNS)):
        word = token.lower()
        if word in known:
            found.append(word)
        elif "-" in word and all(part in known for part in word.split("-")):
            found += word.split("-")
        else:
            found.append(_class(token))
    found.append("$")
    return found


def _class(token: str) -> str:
    """What stands for a token that is not known."""
    if "@" in token:
        return "<mail>"
    if token[0].isdigit() and not any(map(str.isalpha, token)):
        return _number(token)
    if "." in token:
        return "<web>"
    return "<name>" if token[0].isupper() else "<rare>"


def _number(token: str) -> str:
    if _YEAR.fullmatch(token):
        return "<year>"
    if "/" in token or token.count(".") == 2:
        return "<date>"
    return "<phone>" if sum(map(str.isdigit, token)) > _LONGEST_NUMBER else "<number>"


class Classifier:
    """A fitted model; `labels` name the columns of what `scores` gives."""

    def __init__(
        self,
        labels: Sequence[str],
        words: Sequence[str],
        groups: npt.NDArray[np.int64],
        weights: npt.NDArray[Any],
        intercepts: npt.NDArray[Any],
    ) -> None:
        """`weights` has a row for each of `words`, then one for each of `groups` (see `groups_of`)."""
        self.labels = {label: column for column, label in enumerate(labels)}
        self.words = {word: row for row, word in enumerate(words)}
        self.groups = dict(zip(groups.tolist(), range(len(words), len(weights)), strict=True))
        self.weights = weights
        self.intercepts = intercepts
        self.known = frozenset(word.rpartition("/")[2] for word in words)

    def scores(self, texts: Sequence[Sequence[str]]) -> npt.NDArray[Any]:
        """The log odds that each text (row; its `tokens`) has each label (column)."""
        if not texts:
            return np.zeros((0, len(self.labels)))
        rows: list[int] = []
        starts: list[int] = []
        lengths: list[int] = []
        for text in texts:
            numbers = [self.words[token] for token in text]
            different = set(numbers)
            starts.append(len(rows))
            lengths.append(len(different))
            rows += different
            rows += {self.groups[one] for one in groups_of(numbers) if one in self.groups}
        sums = np.add.reduceat(self.weights[rows], starts, axis=0)
        return np.asarray(sums / np.sqrt(lengths)[:, None] + self.intercepts)


def groups_of(numbers: Sequence[int]) -> list[int]:
    """The pairs and triples in a row of words, each as one number made of the words' own numbers."""
    pairs = [first << _SHIFT | second for first, second in pairwise(numbers)]
    return pairs + [pair << _SHIFT | third for pair, third in zip(pairs, numbers[2:], strict=False)]


@lru_cache(maxsize=2)
def classifier(name: str) -> Classifier:
    """A fitted model by name, read once: `statements` or `explanations`."""
    content = files("auditor").joinpath(f"{name}.npz").read_bytes()
    with np.load(BytesIO(content)) as data:
        return Classifier(
            str(data["labels"]).splitlines(),
            str(data["words"]).splitlines(),
            data["groups"],
            data["weights"].astype(np.float32) * data["scale"],
            data["intercepts"],
        )
