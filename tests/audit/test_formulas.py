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
        (10, 1, 10, 112.085, None),
        (4, 1, 5, 97.025, None),
        (16, 1, 23, 68.98, None),
        (16, 1, 24, 63.70, None),
    ],
)
def test_flesch(words: int, count: int, spoken: int, ease: float, grade: float | None) -> None:
    counts = Counts(sentences=count, words=words, syllables=spoken)
    assert formulas.flesch_reading_ease(counts) == pytest.approx(ease, abs=0.01)
    if grade is not None:
        assert formulas.flesch_kincaid(counts) == pytest.approx(grade, abs=0.01)


def test_smog_of_64_polysyllables_in_30_sentences() -> None:
    assert formulas.smog(Counts(sentences=30, polysyllables=64)) == pytest.approx(11.47, abs=0.01)


def test_coleman_liau_of_its_own_abstract() -> None:
    counts = Counts(sentences=5, words=119, letters=639)
    assert formulas.coleman_liau(counts) == pytest.approx(14.53, abs=0.01)


def test_fog_of_the_cat_in_the_hat() -> None:
    assert formulas.gunning_fog(Counts(sentences=1, words=7)) == pytest.approx(2.8)


def test_smog_of_the_british_is_an_age_already() -> None:
    counts = Counts(sentences=30, polysyllables=64)
    assert formulas.smog_age(counts) == 16
    assert formulas.smog(Counts(sentences=3, polysyllables=11)) == pytest.approx(14.07, abs=0.01)
    assert formulas.smog(Counts(sentences=15, polysyllables=12)) == pytest.approx(8.24, abs=0.01)


@pytest.mark.parametrize(
    ("words", "count", "unfamiliar", "low", "high"),
    [(131, 9, 20, 6.75, 6.77), (111, 6, 17, 6.95, 6.98)],
)
def test_dale_chall_1948(words: int, count: int, unfamiliar: int, low: float, high: float) -> None:
    found = formulas.dale_chall(Counts(sentences=count, words=words, unfamiliar=unfamiliar))
    assert low <= found <= high


def test_dale_chall_adds_only_above_five_in_a_hundred() -> None:
    few = Counts(sentences=1, words=6, unfamiliar=0)
    assert formulas.dale_chall(few) == pytest.approx(0.30, abs=0.01)


@pytest.mark.parametrize(
    ("words", "count", "unfamiliar", "cloze", "level"),
    [
        (100, 10, 20, 38.1, "7-8"),
        (100, 8, 3, 52.5, "3"),
        (100, 5, 35, 16.95, "13-15"),
        (100, 2, 37, -5.65, "16+"),
        (100, 27, 11, 50.99, "3"),
    ],
)
def test_new_dale_chall(words: int, count: int, unfamiliar: int, cloze: float, level: str) -> None:
    found = formulas.new_dale_chall(Counts(sentences=count, words=words, unfamiliar=unfamiliar))
    assert found == pytest.approx(cloze, abs=0.03)
    assert formulas.new_dale_chall_level(found) == level


def test_the_ten_levels_have_the_ends_of_the_table() -> None:
    ends = {58: "1", 57: "2", 54: "2", 53: "3", 49: "4", 44: "5-6", 39: "7-8", 33: "9-10",
            27: "11-12", 21: "13-15", 15: "16+", -9: "16+"}  # fmt: skip
    assert {cloze: formulas.new_dale_chall_level(cloze) for cloze in ends} == ends


def test_lix_rix_forcast_and_linsear() -> None:
    assert formulas.lix(Counts(sentences=5, words=100, long_words=20)) == pytest.approx(40.0)
    assert formulas.rix(Counts(sentences=5, long_words=20)) == pytest.approx(4.0)
    assert formulas.forcast(Counts(words=150, monosyllables=100)) == pytest.approx(10.0)
    assert formulas.linsear_write(Counts(sentences=5, words=100, polysyllables=20)) == 14.0
    assert formulas.linsear_write(Counts(sentences=8, words=100, polysyllables=10)) == 6.5


def test_the_automated_readability_index_of_the_published_passage() -> None:
    counts = Counts(sentences=3, words=82, characters=404)
    assert formulas.automated_readability_index(counts) == pytest.approx(15.44, abs=0.01)
