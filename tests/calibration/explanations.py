"""`python -m tests.calibration.explanations MODEL`: fit `auditor/explanations.npz`, as `statements` does,
and write `auditor/likeness.npz`.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from auditor import classifier, toolbox
from auditor.facts.stretch import PLACES, SIGNS
from auditor.settings import settings
from tests.calibration.likeness import write_likeness
from tests.calibration.linear import Example, Fitter, Vocabulary, write
from tests.jargon.measure import paragraphs
from tests.jargon.stretches import STATUSES, Stretch, files, from_paragraphs, labelled, rows

ROOT = Path(__file__).parents[2]
_PENALTY = 1 / 10
_FILE = Path(classifier.__file__).with_name("explanations.npz")


def main() -> None:
    """Fit, print and write."""
    library = toolbox.library(settings())
    vocabulary = Vocabulary(texts(), Path(sys.argv[1]))
    write_likeness(vocabulary)
    known = frozenset(vocabulary.words)
    sets = {name: list(labelled(name, library, known)) for name in files()}
    sets["paragraphs"] = list(from_paragraphs(library, known))
    owners = [name for name, some in sets.items() for _ in some]
    stretches = [*chain.from_iterable(sets.values())]
    examples = [Example(one.around.tokens(), frozenset({one.status})) for one in stretches]
    fitter = Fitter(STATUSES, examples, vocabulary.placed(PLACES, SIGNS), _PENALTY)
    for name, some in sets.items():
        chosen = np.array([owner != name for owner in owners])
        print(name, len(some), report(fitter.fit(chosen), some))
    model = fitter.fit(np.ones(len(examples), bool))
    write(model, _FILE)


def texts() -> Iterator[str]:
    """Words of our own: the stretches, the paragraphs and the lexicon."""
    yield from (row.text for name in files() for row in rows(name))
    yield from (one["text"] for one in paragraphs("development"))
    yield from (path.read_text("utf-8") for path in sorted(ROOT.glob("rules/jargon/**/*.yml")))


def report(model: classifier.Classifier, stretches: Sequence[Stretch]) -> str:
    """Precision and recall of `explained` at some odds."""
    odds = model.scores([one.around.tokens() for one in stretches])[:, 0]
    made = np.array([one.status == "explained" for one in stretches])
    return "  ".join(
        f"{least}: {(made & (odds > least)).sum() / max(1, (odds > least).sum()):.3f} {(odds[made] > least).mean():.3f}"
        for least in (-2, -1, 0, 1, 2, 3)
    )


if __name__ == "__main__":
    main()
