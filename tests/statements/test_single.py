"""Single sentences: each makes the element that it is labelled with, or does not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor import toolbox
from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.settings import settings

HERE = Path(__file__).parent
CASES = [
    (element, kind, text)
    for path in (HERE / "single.yaml", *sorted((HERE / "singles").glob("*.yaml")))
    for element, kinds in yaml.safe_load(path.read_text("utf-8")).items()
    for kind, texts in kinds.items()
    for text in texts
]
FLOOR, CLEAN = 0.97, 0.99
PAGE = "The knee is a joint.\n\n{}\n\nRest it well."


@pytest.fixture(scope="module")
def library() -> Library:
    return toolbox.library(settings())


def status(library: Library, element: str, sentence: str) -> str:
    document = parse(PAGE.format(sentence).encode(), "page.txt", "text/plain")
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    evidence: dict[str, Any] = {}

    def get(name: str) -> Any:
        if name not in evidence:
            needed = {each: get(each) for each in FACTS[name].NEEDS}
            evidence[name] = FACTS[name].compute(document, context, needed)
        return evidence[name]

    return next(one.status for one in get("elements").values() if one.id == element)


def test_sentences_that_make_an_element(library: Library) -> None:
    cases = [(element, text) for element, kind, text in CASES if kind == "made"]
    missed = [case for case in cases if status(library, *case) not in ("present", "buried")]
    assert len(cases) >= 500
    assert 1 - len(missed) / len(cases) >= FLOOR, missed


def test_sentences_that_make_none(library: Library) -> None:
    cases = [(element, text) for element, kind, text in CASES if kind == "not_made"]
    wrong = [case for case in cases if status(library, *case) != "not found"]
    assert len(cases) >= 200
    assert 1 - len(wrong) / len(cases) >= CLEAN, wrong
