"""Sentence splitting against cases labelled by hand before the rules were written."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditor.stops import sentences

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    "case",
    [*cases("sentences-development"), *cases("sentences-held-out")],
    ids=lambda case: case["text"][:50],
)
def test_sentences(case: dict[str, Any]) -> None:
    found = [span.of(case["text"]) for span in sentences(case["text"])]
    assert found == case["sentences"], case["reason"]


@given(st.text(alphabet="aA1. !?…\n\"”)('[]°😀,:-", max_size=60))
def test_sentences_never_overlap_and_lose_only_white_space(text: str) -> None:
    at = 0
    for start, end in ((span.start, span.end) for span in sentences(text)):
        assert text[at:start].strip() == "" and start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("text", ["a " * 50_000, "." * 50_000, "A. " * 20_000, "“(" * 20_000])
def test_length_costs_time_in_proportion(text: str) -> None:
    assert sum(len(span) for span in sentences(text)) <= len(text)
