"""Labelled sentences: which required statements each makes (README.md tells the rules)."""

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from auditor.errors import DocumentError
from auditor.facts import damage, sentences
from auditor.facts.candidates import candidates
from auditor.library import Library
from tests.statements.measure import cases, read

HERE = Path(__file__).parent
_WORD = re.compile(r"\w+")


class Sentence(NamedTuple):
    """A sentence, the elements that it makes, and those of which nobody said whether it does."""

    text: str
    made: frozenset[str]
    weak: frozenset[str]
    unknown: frozenset[str]


def files(folder: str) -> list[str]:
    """The names of the files of `sentences/development` or `sentences/held_out`."""
    return sorted(path.stem for path in (HERE / "sentences" / folder).glob("*.tsv"))


def labelled(
    name: str, elements: frozenset[str], folder: str = "development"
) -> Iterator[Sentence]:
    """The sentences of a file, labelled for every element."""
    path = HERE / "sentences" / folder / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            labels = row["elements"].replace("-", "").split()
            weak = frozenset(one.removesuffix("w") for one in labels if one.endswith("w"))
            made = frozenset(labels).intersection(elements)
            # E01 is told from E02 already, so writers label the hint or leave it.
            unknown = frozenset({"E01"} if "E02" in made and "E01" not in made else ())
            yield Sentence(row["sentence"], made | weak - unknown, weak, unknown)


def single(elements: frozenset[str]) -> Iterator[Sentence]:
    """The sentences labelled for one element only."""
    for path in (HERE / "single.yaml", *sorted((HERE / "singles").glob("*.yaml"))):
        for element, kinds in yaml.safe_load(path.read_text("utf-8")).items():
            for kind, texts in kinds.items():
                made = frozenset({element} if kind == "made" else ())
                for text in texts:
                    yield Sentence(text, made, frozenset(), elements - {element})


def stretches(elements: frozenset[str], library: Library) -> Iterator[Sentence]:
    """The sentences of the labelled stretches of `development`; a label's words say which makes it."""
    for case in cases(HERE / "development"):
        if "elements" not in case:
            continue
        try:
            document, context = read(case, library)
        except DocumentError:
            continue
        lost = {"damage": damage.compute(document, context, {})}
        for one in candidates(document, sentences.compute(document, context, lost)):
            quotes = case.get("quotes", {})
            said = elements.intersection(case["elements"])
            made = {element for element in said if _same(one.text, quotes.get(element, ""))}
            weak = {element for element in made if case["elements"][element] == "weak"}
            yield Sentence(one.text, frozenset(made), frozenset(weak), said - made)


def examples(elements: frozenset[str], library: Library) -> Iterator[Sentence]:
    """The examples of the rules: what passes makes the element, what fails with a mark hints at it."""
    for rule in library.rules.values():
        if rule.extends != "required" or rule.params["element"] not in elements:
            continue
        own = frozenset({rule.params["element"]})
        for one in rule.passing:
            yield Sentence(one.text, own, frozenset(), elements - own)
        for one in rule.failing:
            weak = own if one.marks else frozenset[str]()
            yield Sentence(one.text, weak, weak, elements - own)


def definitions(library: Library) -> Iterator[Sentence]:
    """Every third definition of the lexicon: it makes no statement."""
    for term in library.lexicon.terms[::3]:
        yield Sentence(term.definition, frozenset(), frozenset(), frozenset())


def _same(text: str, quote: str) -> bool:
    """Whether a sentence holds the words that a label quotes, or is one of them."""
    said, quoted = (" ".join(_WORD.findall(html.unescape(one).lower())) for one in (text, quote))
    return bool(said and quoted) and (quoted in said or said in quoted)
