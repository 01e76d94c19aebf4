"""The labelled paragraphs: what the code may not fall below (`measure.py` prints what is missed)."""

import pytest

from auditor import toolbox
from auditor.settings import settings
from tests.jargon.measure import Tally, paragraphs, tally


@pytest.fixture(scope="module")
def development() -> Tally:
    return tally("development", toolbox.library(settings()))


def test_there_are_enough_paragraphs() -> None:
    assert len(list(paragraphs("development"))) >= 200
    assert len({one["id"].rpartition("-")[0] for one in paragraphs("development")}) >= 8


@pytest.mark.parametrize("status", ["unexplained", "explained"])
def test_precision_and_recall(status: str, development: Tally) -> None:
    precision, recall = development.ratio(status)
    assert precision >= 0.9, status
    assert recall >= 0.9, status


def test_terms_are_found(development: Tally) -> None:
    assert development.found >= 0.95
