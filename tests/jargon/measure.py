"""How well the code tells explained from unexplained terms, against labels made by hand.

    python -m tests.jargon.measure [--held-out] [--misses] [--each] [FILE ...]

Given names of files (`copd`), it takes only those. `--each` gives one line for every file.

Terms that the lexicon calls known to many are reported only where a profile turns that rule on; here
it is off, as in the profiles that we ship. A label is found when the code reports a term whose first use overlaps a place where the labelled
words stand. Precision of a status is the share of the terms that the code gives this status that
are labelled with it; a term that nobody labelled counts as wrong. `explained` counts only terms
that are labelled, because explained terms that are no labels are shown to nobody.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from auditor import toolbox
from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.facts.explanations import Explained
from auditor.gather import plan
from auditor.library import Library
from auditor.model import Document, Span
from auditor.parse import parse
from auditor.settings import settings

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parent
STATUSES = ("explained", "partial", "explained late", "weak", "unexplained")


@dataclass(slots=True)
class Tally:
    """Label and code status of every term; `None` where one side has no such term."""

    pairs: list[tuple[str, str, str | None, str | None]] = field(default_factory=list)

    def ratio(self, status: str) -> tuple[float, float]:
        """Precision and recall of a status."""
        both = sum(label == code == status for _, _, label, code in self.pairs)
        said = sum(
            code == status and (label is not None or status == "unexplained")
            for _, _, label, code in self.pairs
        )
        labelled = sum(label == status for _, _, label, _ in self.pairs)
        return both / max(1, said), both / max(1, labelled)

    def ratios(self) -> str:
        """Precision and recall of the two statuses that count, in one line."""
        return ", ".join(
            "{} {:.3f} / {:.3f}".format(status, *self.ratio(status))
            for status in ("unexplained", "explained")
        )

    @property
    def found(self) -> float:
        """The share of labels that the code takes for terms at all."""
        labels = [code for _, _, label, code in self.pairs if label is not None]
        return sum(code is not None for code in labels) / max(1, len(labels))

    @property
    def confusion(self) -> Counter[tuple[str | None, str | None]]:
        """How often the label was the first and the code said the second."""
        return Counter((label, code) for _, _, label, code in self.pairs)


def files(folder: str) -> list[str]:
    """The names of the files of `development` or `held_out`, without their ending."""
    return sorted(path.stem for path in (FOLDER / folder).glob("*.yaml"))


def paragraphs(folder: str, names: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """The labelled paragraphs of `development` or `held_out`, or only of the named files."""
    for name in names or files(folder):
        yield from yaml.safe_load((FOLDER / folder / f"{name}.yaml").read_text("utf-8"))


def evidence(text: str, media_type: str, library: Library) -> tuple[Document, dict[str, Any]]:
    """A text and what explanations are told from."""
    document = parse(text.encode(), "paragraph", media_type)
    context = Context(library.profiles["uk-patient"], TODAY, library.lexicon)
    found: dict[str, Any] = {}
    for step in plan((), FACTS["explanations"].NEEDS):
        found[step.name] = FACTS[step.name].compute(document, context, found)
    return document, found


def explained(text: str, media_type: str, library: Library) -> tuple[Document, list[Explained]]:
    """What the code says of a text."""
    document, found = evidence(text, media_type, library)
    context = Context(library.profiles["uk-patient"], TODAY, library.lexicon)
    return document, list(FACTS["explanations"].compute(document, context, found))


def places(document: Document, label: str) -> list[Span]:
    """Where the words of a label stand."""
    words = rf"(?<!\w){re.escape(label)}(?!\w)"
    return [Span(*match.span()) for match in re.finditer(words, document.text, re.IGNORECASE)]


def tally(folder: str, library: Library, names: Collection[str] = ()) -> Tally:
    """Compare labels and code over a folder, or over the named files of it."""
    result = Tally()
    for one in paragraphs(folder, names):
        document, terms = explained(one["text"], one["media_type"], library)
        _compare(result, one["id"], document, one["terms"] or {}, terms)
    return result


def _compare(
    result: Tally, name: str, document: Document, labels: dict[str, str], terms: list[Explained]
) -> None:
    left = [
        term
        for term in terms
        if term.first_use is not None
        and (term.term.explain == "everyone" or term.status != "unexplained")
    ]
    pairs: list[tuple[int, str, Explained]] = []
    for label in labels:
        spans = places(document, label)
        for term in left:
            if term.first_use and any(term.first_use.span.overlaps(place) for place in spans):
                distance = abs(len(term.first_use.span) - len(label))
                pairs.append((distance, label, term))
    taken: dict[str, Explained] = {}
    for _, label, term in sorted(pairs, key=lambda pair: pair[0]):
        if label not in taken and not any(term is other for other in taken.values()):
            taken[label] = term
    for _, label, term in sorted(pairs, key=lambda pair: pair[0]):
        taken.setdefault(label, term)
    for label, status in labels.items():
        code = taken[label].status if label in taken else None
        result.pairs.append((name, label, status, code))
    for term in left:
        if not any(term is other for other in taken.values()):
            part_of = next((label for _, label, other in pairs if other is term), None)
            if part_of is not None and labels[part_of] == term.status:
                continue  # a part of a labelled term, judged as the whole is labelled
            result.pairs.append((name, term.first_use.span.of(document.text), None, term.status))  # type: ignore[union-attr]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--held-out", action="store_true", help="the other texts: for final figures"
    )
    parser.add_argument("--misses", action="store_true", help="list what is wrong")
    parser.add_argument("--each", action="store_true", help="a line for every file")
    parser.add_argument("files", nargs="*", metavar="FILE", help="only these development files")
    options = parser.parse_args()
    if options.held_out and (options.misses or options.files):
        parser.error("the held-out texts give figures only")
    folder = "held_out" if options.held_out else "development"
    library = toolbox.library(settings())
    if options.each:
        for name in options.files or files(folder):
            print(f"{name:18} {tally(folder, library, [name]).ratios()}")
    result = tally(folder, library, options.files)
    if options.misses:
        for name, term, label, code in result.pairs:
            if label != code and (label is not None or code == "unexplained"):
                print(f"{name:22} {term:32} label {label!s:15} code {code}")
    print(f"labels found as terms: {result.found:.3f}")
    for status in ("unexplained", "explained"):
        precision, recall = result.ratio(status)
        print(f"{status:12} precision {precision:.3f} recall {recall:.3f}")
    print("label \\ code " + " ".join(f"{one[:11]:>12}" for one in (*STATUSES, "none")))
    for label in (*STATUSES, None):
        row = (result.confusion[label, code] for code in (*STATUSES, None))
        print(f"{label or 'not labelled':14}" + " ".join(f"{number:12}" for number in row))


if __name__ == "__main__":
    sys.exit(main())
