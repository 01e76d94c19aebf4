"""Syllables: the dictionary, and the rules for what it lacks."""

import pytest

from auditor.syllables import syllables

KNOWN = {
    "cat": 1, "water": 2, "hospital": 3, "immune": 2, "t-cell": 2, "leukaemia": 4, "anaemia": 4,
    "polycythaemia": 6, "thrombocythaemia": 6, "cytokines": 3, "immunotherapies": 6, "tumour": 2,
    "oesophagus": 4, "paediatric": 4, "haemorrhage": 3, "oedema": 3, "lymphocytes": 3,
    "pembrolizumab": 5, "nivolumab": 4, "imatinib": 4, "amoxicillin": 5, "talimogene": 4,
    "don't": 1, "body's": 2, "nurse's": 2, "mri": 3, "hpv": 3, "e.g.": 2,
    "7": 2, "21": 3, "100": 3, "250mg": 9, "1945": 5, "2.5": 3, "38c": 8,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), KNOWN.items())
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_every_word_has_at_least_one() -> None:
    assert all(syllables(word) >= 1 for word in ("x", "hmm", "'", "…", "b" * 50_000))
