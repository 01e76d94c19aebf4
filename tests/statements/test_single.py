"""Single sentences: each makes the element that it is labelled with, or does not."""

from pathlib import Path

import yaml

from auditor.library import Library
from tests.statements.measure import alone

HERE = Path(__file__).parent
CASES = [
    (element, kind, text)
    for path in (HERE / "single.yaml", *sorted((HERE / "singles").glob("*.yaml")))
    for element, kinds in yaml.safe_load(path.read_text("utf-8")).items()
    for kind, texts in kinds.items()
    for text in texts
]
FLOOR, CLEAN = 0.97, 0.99


def test_sentences_that_make_an_element(library: Library) -> None:
    cases = [(element, text) for element, kind, text in CASES if kind == "made"]
    missed = [
        case for case in cases if alone(case[1], library)[case[0]] not in ("present", "buried")
    ]
    assert len(cases) >= 500
    assert 1 - len(missed) / len(cases) >= FLOOR, missed


def test_sentences_that_make_none(library: Library) -> None:
    cases = [(element, text) for element, kind, text in CASES if kind == "not_made"]
    wrong = [case for case in cases if alone(case[1], library)[case[0]] != "not found"]
    assert len(cases) >= 200
    assert 1 - len(wrong) / len(cases) >= CLEAN, wrong
