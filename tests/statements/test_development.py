"""The floors that the development set holds; what the held-out set gives stands in the history."""

import pytest

from tests.statements.measure import ELEMENTS, HERE, Result, measure


@pytest.fixture(scope="module")
def result() -> Result:
    return measure(HERE / "development")


def test_the_set_is_large_enough(result: Result) -> None:
    assert result.texts >= 750


def test_elements_over_all(result: Result) -> None:
    assert result.found.precision >= 0.98
    assert result.found.recall >= 0.98
    assert result.status.precision >= 0.97
    assert result.status.recall >= 0.97


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_element(result: Result, element: str) -> None:
    score = result.by_element[element]
    assert score.hits + score.misses >= 10
    assert score.precision >= 0.9
    assert score.recall >= 0.9


def test_dates(result: Result) -> None:
    for score in (result.dates, result.problems):
        assert score.precision >= 0.99
        assert score.recall >= 0.99
