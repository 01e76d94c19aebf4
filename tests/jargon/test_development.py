"""The labelled paragraphs: what the code may not fall below (`measure.py` prints what is missed)."""

import pytest

from auditor.library import Library
from tests.jargon.measure import Tally, paragraphs, tally


@pytest.fixture(scope="module")
def development(library: Library) -> Tally:
    return tally("development", library)


def test_there_are_enough_paragraphs() -> None:
    assert len(list(paragraphs("development"))) >= 400
    assert len({one["id"].rpartition("-")[0] for one in paragraphs("development")}) >= 28


@pytest.mark.parametrize(
    ("status", "least_precision", "least_recall"),
    [("unexplained", 0.92, 0.92), ("explained", 0.96, 0.91)],
)
def test_precision_and_recall(
    status: str, least_precision: float, least_recall: float, development: Tally
) -> None:
    precision, recall = development.ratio(status)
    assert precision >= least_precision
    assert recall >= least_recall


def test_terms_are_found(development: Tally) -> None:
    assert development.found >= 0.965
