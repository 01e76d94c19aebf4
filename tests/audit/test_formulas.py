"""The published vectors of the formulas (STANDARDS 1.4): counts in, published value out."""

import pytest

from auditor import formulas
from auditor.formulas import Counts


@pytest.mark.parametrize(
    ("words", "count", "spoken", "ease", "grade"),
    [
        (6, 1, 6, 116.145, -1.45),
        (7, 1, 8, 103.04, 0.63),
        (13, 1, 24, 37.46, 11.26),
        (82, 3, 130, 44.97, 13.78),
    ],
)
def test_flesch(words: int, count: int, spoken: int, ease: float, grade: float) -> None:
    counts = Counts(sentences=count, words=words, syllables=spoken)
    assert formulas.flesch_reading_ease(counts) == pytest.approx(ease, abs=0.01)
    assert formulas.flesch_kincaid(counts) == pytest.approx(grade, abs=0.01)


def test_smog_of_64_polysyllables_in_30_sentences() -> None:
    assert formulas.smog(Counts(sentences=30, polysyllables=64)) == pytest.approx(11.47, abs=0.01)


def test_coleman_liau_of_its_own_abstract() -> None:
    counts = Counts(sentences=5, words=119, letters=639)
    assert formulas.coleman_liau(counts) == pytest.approx(14.53, abs=0.01)


def test_fog_of_the_cat_in_the_hat() -> None:
    assert formulas.gunning_fog(Counts(sentences=1, words=7)) == pytest.approx(2.8)
