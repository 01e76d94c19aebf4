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
from typing import Any

import numpy as np
import numpy.typing as npt

# Every repetition that may fail is bounded, so that no text costs more than its length.
_WORD = r"\d(?:[\d \-./]{0,40}\d)?|[^\W\d_]+(?:['-][^\W\d_]+)*|[?:;,–©®™()!&\ufffc]"
_ADDRESS = (
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[\w-]{1,63}(?:\.[a-z]{2,24}){1,6}\b(?:/\S*)?"
)
_WORDS = re.compile(_WORD)
_WORDS_AND_ADDRESSES = re.compile(f"{_ADDRESS}|{_WORD}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EMERGENCY = ("000", "111", "112", "911", "988", "999")
TERM = "\ufffc"  # stands for the term that a text is asked about
CLASSES = (
    "<none>", "^", "$", "<name>", "<rare>", "<mail>", "<web>", "<number>", "<year>", "<date>",
    "<phone>", *_EMERGENCY, *"?:;,–©®™()!&", TERM,
)  # fmt: skip
_SHIFT = 20  # bits of a word's number in the number of a pair or a triple
Numbers = npt.NDArray[np.int64]
_LONGEST_NUMBER = 6  # digits; what has more is a telephone number


def tokens(text: str, known: Container[str]) -> list[str]:
    """The words and signs of a text in order, between `^` and `$`.

    What is not in `known` is `<name>` with a capital and `<rare>` without one.
    """
    found = ["^"]
    text = text.replace("’", "'").replace("—", "–")
    # Few texts hold an address, and looking for addresses takes as long again.
    addressed = "@" in text or "." in text[:-1]
    for token in (_WORDS_AND_ADDRESSES if addressed else _WORDS).findall(text):
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
        groups: Numbers,
        weights: npt.NDArray[Any],
        intercepts: npt.NDArray[Any],
    ) -> None:
        """`weights` has a row for each of `words`, then one for each of `groups`.

        `groups` are numbers as `groups_of` makes them, in rising order.
        """
        self.labels = {label: column for column, label in enumerate(labels)}
        self.words = {word: row for row, word in enumerate(words)}
        self.groups = groups
        self.weights = weights
        self.intercepts = intercepts
        self.known = frozenset(word.rpartition("/")[2] for word in words)

    def scores(self, texts: Sequence[Sequence[str]]) -> npt.NDArray[Any]:
        """The log odds that each text (row; its `tokens`, at least one) has each label (column)."""
        if not texts:
            return np.zeros((0, len(self.labels)))
        numbers, owners = flat([[self.words[token] for token in text] for text in texts])
        groups, holders = groups_of(numbers, owners)
        places = self.groups.searchsorted(groups).clip(max=len(self.groups) - 1)
        held = self.groups[places] == groups
        rows = np.concatenate([numbers, len(self.words) + places[held]])
        owners, rows = different(np.concatenate([owners, holders[held]]), rows)
        sums = np.add.reduceat(
            self.weights[rows], owners.searchsorted(np.arange(len(texts))), axis=0
        )
        lengths = np.bincount(owners[rows < len(self.words)])
        return np.asarray(sums / np.sqrt(lengths)[:, None] + self.intercepts)


def flat(texts: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """The words' numbers of all texts in one row, and for each the text that it stands in."""
    numbers = np.array([number for text in texts for number in text], np.int64)
    return numbers, np.arange(len(texts)).repeat([len(text) for text in texts])


def groups_of(numbers: Numbers, owners: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs and the triples in a row of words, each as one number made of the words' own.

    `owners` tells the text of each word; the second array tells that of each group.
    """
    pairs = numbers[:-1] << _SHIFT | numbers[1:]
    triples = pairs[:-1] << _SHIFT | numbers[2:]
    paired, tripled = owners[:-1] == owners[1:], owners[:-2] == owners[2:]
    return (
        np.concatenate([pairs[paired], triples[tripled]]),
        np.concatenate([owners[:-1][paired], owners[:-2][tripled]]),
    )


def different(owners: Numbers, values: Numbers) -> tuple[Numbers, Numbers]:
    """The different values of each text, in order; `values` are not negative."""
    order = np.lexsort((values, owners))
    owners, values = owners[order], values[order]
    fresh = np.ones(len(values), bool)
    fresh[1:] = (np.diff(owners) != 0) | (np.diff(values) != 0)
    return owners[fresh], values[fresh]


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
