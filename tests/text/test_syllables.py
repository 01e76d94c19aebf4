"""Syllables against lists labelled by hand before the rules were written, part of them kept aside."""

from pathlib import Path

import pytest

from auditor.spoken import spoken
from auditor.syllables import is_in_dictionary, syllables

HERE = Path(__file__).parent
# The share that must be exactly right: of all words, and of those that the dictionary lacks.
FLOORS = {
    "syllables-general": (0.985, 0.9),
    "syllables-general-held-out": (0.97, 0.7),
    "syllables-medical": (0.985, 0.98),
    "syllables-medical-held-out": (0.975, 0.97),
    "syllables-spoken": (0.9, 0.88),
}


def labelled(name: str) -> list[tuple[str, set[int]]]:
    rows = [line.split("\t") for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines()]
    return [
        (row[0], {int(one) for one in row[1].split("|")})
        for row in rows
        if row[1] != "syllables"
    ]  # fmt: skip


@pytest.mark.parametrize("name", FLOORS)
def test_share_of_words_that_are_exactly_right(name: str) -> None:
    rows = labelled(name)
    wrong = [(word, right) for word, right in rows if spoken(word).count not in right]
    outside = [word for word, _ in rows if not is_in_dictionary(word.lower())]
    wrong_outside = [word for word, _ in wrong if not is_in_dictionary(word.lower())]
    whole, lacking = FLOORS[name]
    assert len(wrong) <= (1 - whole) * len(rows), wrong
    assert len(wrong_outside) <= (1 - lacking) * len(outside), wrong_outside


@pytest.mark.parametrize(
    ("written", "count", "origin"),
    [
        ("hospital", 3, "dictionary"), ("tumour", 2, "other spelling"),
        ("leukaemia", 4, "other spelling"), ("immunotherapies", 6, "inflection"),
        ("pembrolizumab", 5, "parts"), ("whiteboard", 2, "parts"), ("rehydrating", 4, "inflection"),
        ("NHS", 3, "letters"), ("COPD", 4, "letters"), ("mRNA", 4, "letters"), ("e.g.", 2, "letters"),
        ("1945", 5, "number"), ("250mg", 9, "number"), ("2.5", 3, "number"), ("1,250", 9, "number"),
        ("T-cell", 2, "parts"), ("β-blocker", 4, "parts"), ("body’s", 2, "dictionary"),
        ("who", 1, "dictionary"), ("WHO", 5, "letters"), ("AIDS", 1, "letters"), ("TILs", 3, "letters"),
    ],
)  # fmt: skip
def test_what_a_word_is_and_where_its_count_comes_from(
    written: str, count: int, origin: str
) -> None:
    found = spoken(written)
    assert found.count == count
    assert found.origin == origin


def test_every_word_has_at_least_one() -> None:
    odd = ("x", "hmm", "'", "…", "b" * 50_000, "a" * 50_000, "-", "'s", "’", "12-", "é", "ﬁ")
    assert all(spoken(word).count >= 1 for word in odd)
    assert all(syllables(word) >= 1 for word in ("x", "'", "b" * 500))
