"""Every scored sentence as one row of counts, and how hard people would find it.

The rows are numpy arrays, so that views, sections and "what if this sentence were gone" are sums of
rows and cost next to nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from auditor.difficulty import COLUMNS as RATED
from auditor.difficulty import sentence_difficulty
from auditor.facts.context import Context
from auditor.facts.sentences import Sentence
from auditor.formulas import FORMULAS, GRADES, Counts
from auditor.model import Document
from auditor.vocabulary import AT, vocabulary

NAME = "counts"
NEEDS: tuple[str, ...] = ("sentences",)

PROSE = ("paragraph", "quote", "definition", "item", "cell")
Floats = npt.NDArray[np.float64]
_COLUMNS = (
    "syllables", "letters", "strokes", "polysyllables", "complex_name", "monosyllables", "long",
    "unfamiliar_name",
)  # fmt: skip
_TAKE = [AT[name] for name in _COLUMNS]


@dataclass(frozen=True, slots=True)
class Counted:
    """The scored sentences: `sentences` and, in the same order, one row each.

    `table` has the columns of `formulas.Counts`; `difficulty` runs from 1 (easy) to 6 (hard);
    `complete` marks those that end with a stop, `whole` full sentences, `leads` lead-ins that end
    in a colon.
    """

    sentences: tuple[Sentence, ...]
    table: Floats
    difficulty: Floats
    complete: npt.NDArray[np.bool_]
    whole: npt.NDArray[np.bool_]
    leads: npt.NDArray[np.bool_]

    def counts(self, chosen: npt.NDArray[np.bool_] | slice = slice(None)) -> Counts:
        """The sum of the chosen rows."""
        return Counts(*self.table[chosen].sum(0).tolist())


def grades(rows: Floats) -> Floats:
    """The median of the five grades for each row of counts, a US grade; rows must hold words."""
    counts = Counts(*rows.T)
    found: Floats = np.sort(np.vstack([FORMULAS[name](counts) for name in GRADES]), axis=0)
    middle: Floats = found[len(GRADES) // 2]
    return middle


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Counted:
    """Count the words of every undamaged sentence of running text, lists and tables once."""
    everything: Sequence[Sentence] = evidence["sentences"]
    scored = tuple(
        one for one in everything if not one.damaged and one.kind.partition(".")[0] in PROSE
    )
    text = document.text
    forms: list[str] = []
    for sentence in scored:
        shouted = (
            len(sentence.words) > 3 and text[sentence.span.start : sentence.span.end].isupper()
        )
        forms += [word.lower() for word in sentence.words] if shouted else sentence.words
    sizes = np.array([len(sentence.words) for sentence in scored], dtype=np.int64)
    rows, parted, parts = vocabulary().rows(forms)
    return Counted(
        scored,
        _table(rows, sizes),
        sentence_difficulty(parts[:, : len(RATED)], part_sizes(sizes, parted)),
        np.array([one.complete for one in scored], dtype=bool),
        np.array([_is_whole(text, one) for one in scored], dtype=bool),
        np.array([text[one.span.end - 1] == ":" for one in scored], dtype=bool),
    )


def _is_whole(text: str, sentence: Sentence) -> bool:
    if not sentence.complete:
        return False
    return sentence.kind != "item" or (
        len(sentence.words) > 3 and not text[sentence.span.start].islower()
    )


def _table(rows: Floats, sizes: npt.NDArray[np.int64]) -> Floats:
    """One row a sentence. A first word with a capital is no name: its other figure is taken."""
    if not len(sizes):
        return np.zeros((0, 10))
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    sums = np.add.reduceat(rows[:, _TAKE], starts, axis=0)
    first = rows[starts]
    sums[:, 4] += first[:, AT["complex"]] - first[:, AT["complex_name"]]
    sums[:, 7] += first[:, AT["unfamiliar"]] - first[:, AT["unfamiliar_name"]]
    return np.column_stack((np.ones(len(sizes)), sizes, sums))


def part_sizes(
    sizes: npt.NDArray[np.int64], parted: Sequence[tuple[int, int]]
) -> npt.NDArray[np.int64]:
    """How many words each sentence has when hyphenated ones are parted."""
    if not parted:
        return sizes
    own = np.searchsorted(np.cumsum(sizes), [place for place, _ in parted], side="right")
    more = sizes.copy()
    np.add.at(more, own, [number - 1 for _, number in parted])
    return more
