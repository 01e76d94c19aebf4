"""The labelled sentences: what the rules may not fall below (`measure.py` prints what is missed)."""

from collections import Counter

import pytest

from auditor.library import Library
from tests.plain_english.measure import Tally, clean, misses, planted, tally

# How many of a kind may be missed: as many as were when this was measured.
MISSES = {
    "all-caps": 0,
    "and-or": 0,
    "contraction": 0,
    "date": 0,
    "decimal": 0,
    "double-negative": 1,
    "exclamation": 0,
    "gendered": 1,
    "idiom": 0,
    "latin": 0,
    "long-sentence": 0,
    "medical": 1,
    "nominalisation": 0,
    "noun-string": 0,
    "percent-risk": 0,
    "shall": 0,
    "spelling-mix": 1,
    "stigma": 0,
    "wordy": 1,
}


@pytest.fixture(scope="module")
def development(library: Library) -> Tally:
    return tally("", library)


@pytest.mark.parametrize(("prefix", "least", "cleanest"), [("", 300, 400), ("held_out_", 120, 200)])
def test_there_are_enough_sentences(prefix: str, least: int, cleanest: int) -> None:
    rows = planted(f"{prefix}planted.tsv")
    assert len({one.text for one in rows}) >= least
    assert len(set(clean(f"{prefix}clean.txt"))) >= cleanest
    assert {one.kind for one in rows} == set(MISSES)
    assert all(one.marks in one.text for one in rows)


def test_nothing_stands_in_both_sets() -> None:
    own = {one.text for one in planted("planted.tsv")} | set(clean("clean.txt"))
    kept = {one.text for one in planted("held_out_planted.tsv")} | set(clean("held_out_clean.txt"))
    assert not own & kept


def test_planted_defects_are_found_on_exactly_the_words(development: Tally) -> None:
    assert development.found() >= 0.90, "\n".join(misses(development))


@pytest.mark.parametrize("kind", MISSES)
def test_each_kind_is_found(kind: str, development: Tally) -> None:
    missed = Counter(one.kind for one, _ in development.missed)
    assert missed[kind] <= MISSES[kind], "\n".join(misses(development))


def test_clean_sentences_are_left_in_peace(development: Tally) -> None:
    assert development.noise <= 0.02, "\n".join(misses(development))
