"""`python -m tests.calibration.statements MODEL`: fit `auditor/statements.npz`, and print how well it does.

MODEL is a folder with a sentence-transformers model as `model.onnx` and `tokenizer.json`
(all-MiniLM-L6-v2 was used). It gives each word of our own texts a vector, so that a word weighs
like its neighbours even where few labelled sentences hold it; only sums are written. Needs the
extra `calibration`. First each file of sentences is left out in turn: those figures are of
sentences that no weight has seen. Then all are used, and those weights are written. Same input,
same output.
"""

import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from auditor import classifier, toolbox
from auditor.facts.finder import SURE, weakness
from auditor.settings import settings
from tests.calibration.linear import Example, Fitter, Vocabulary, write
from tests.statements.measure import ELEMENTS
from tests.statements.sentences import (
    Sentence,
    definitions,
    examples,
    files,
    labelled,
    single,
    stretches,
)

ROOT = Path(__file__).parents[2]
_LEAST_WEAK = 10  # examples; with fewer, a statement is never said to be weak by the model
_PENALTY = 1 / 30
_FILE = Path(classifier.__file__).with_name("statements.npz")


def texts(sentences: Sequence[Sentence]) -> list[str]:
    """Words of our own: the sentences themselves, the lexicon and the paragraphs about its terms."""
    paths = chain(ROOT.glob("rules/jargon/**/*.yml"), ROOT.glob("tests/jargon/development/*.yaml"))
    return [*(one.text for one in sentences), *(path.read_text("utf-8") for path in paths)]


def example(one: Sentence, known: frozenset[str]) -> Example:
    """A sentence with its labels: what it makes, and what of that only weakly."""
    others = (weakness(element) for element in ELEMENTS if element not in one.made)
    weak = map(weakness, one.weak)
    return Example(
        classifier.tokens(one.text, known), one.made.union(weak), one.unknown.union(others)
    )


def main() -> None:
    """Fit, print and write."""
    elements = frozenset(ELEMENTS)
    sets = {name: list(labelled(name, elements)) for name in files("development")}
    library = toolbox.library(settings())
    other = [
        *single(elements),
        *stretches(elements, library),
        *examples(elements, library),
        *definitions(library),
    ]
    owners = [*(name for name, some in sets.items() for _ in some), *("" for _ in other)]
    sentences = [*chain.from_iterable(sets.values()), *other]
    weak = [
        weakness(element)
        for element in ELEMENTS
        if sum(element in one.weak for one in sentences) >= _LEAST_WEAK
    ]
    vocabulary = Vocabulary(texts(sentences), Path(sys.argv[1]))
    known = frozenset(vocabulary.words)
    given = [example(one, known) for one in sentences]
    labels = [*ELEMENTS, *weak]
    fitter = Fitter(labels, given, vocabulary, _PENALTY)
    for name, some in sets.items():
        chosen = np.array([owner != name for owner in owners])
        print(name, report(fitter.fit(chosen), some))
    model = fitter.fit(np.ones(len(given), bool))
    print("held out", report(model, list(labelled("mixed", elements, "held_out"))))
    write(model, _FILE)


def report(model: classifier.Classifier, sentences: Sequence[Sentence]) -> str:
    """Precision and recall of the sentences' labels."""
    found = (
        model.scores([classifier.tokens(one.text, model.known) for one in sentences])[
            :, : len(ELEMENTS)
        ]
        > SURE
    )
    made = np.array([[label in one.made for label in ELEMENTS] for one in sentences])
    known = np.array([[label not in one.unknown for label in ELEMENTS] for one in sentences])
    right = (found & made & known).sum()
    return f"{right / (found & known).sum():.3f} {right / (made & known).sum():.3f}"


if __name__ == "__main__":
    main()
