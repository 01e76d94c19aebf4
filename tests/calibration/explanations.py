"""`python -m tests.calibration.explanations MODEL`: fit `auditor/explanations.npz`, as `statements` does."""

import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from auditor import classifier
from auditor.facts.stretch import PLACES, placed
from tests.calibration.linear import Example, Fitter, Vocabulary, write
from tests.jargon.stretches import STATUSES, Stretch, files, from_paragraphs, labelled

ROOT = Path(__file__).parents[2]
_FILE = Path(classifier.__file__).with_name("explanations.npz")


def main() -> None:
    """Fit, print and write."""
    sets = {name: list(labelled(name)) for name in files()}
    sets["paragraphs"] = list(from_paragraphs())
    owners = [name for name, some in sets.items() for _ in some]
    stretches = [*chain.from_iterable(sets.values())]
    paths = ROOT.glob("rules/jargon/**/*.yml")
    texts = [
        *(" ".join(one.parts) for one in stretches),
        *(one.read_text("utf-8") for one in paths),
    ]
    vocabulary = Vocabulary(texts, Path(sys.argv[1]))
    known = frozenset(vocabulary.words)
    examples = [Example(placed(one.parts, known), frozenset({one.status})) for one in stretches]
    fitter = Fitter(STATUSES, examples, vocabulary.placed(PLACES))
    for name, some in sets.items():
        chosen = np.array([owner != name for owner in owners])
        print(name, len(some), report(fitter.fit(chosen), some))
    model = fitter.fit(np.ones(len(examples), bool))
    write(model, _FILE)


def report(model: classifier.Classifier, stretches: Sequence[Stretch]) -> str:
    """Precision and recall of `explained` at some odds."""
    odds = model.scores([placed(one.parts, model.known) for one in stretches])[:, 0]
    made = np.array([one.status == "explained" for one in stretches])
    return "  ".join(
        f"{least}: {(made & (odds > least)).sum() / max(1, (odds > least).sum()):.3f} {(odds[made] > least).mean():.3f}"
        for least in (-2, -1, 0, 1, 2, 3)
    )


if __name__ == "__main__":
    main()
