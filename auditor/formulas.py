"""Readability formulas, each a small function from counts.

Sources and constants: the publications named with each; all grades are US grades. Raw values are
never clamped: a very easy text may have a negative grade.
"""

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are computed from, counted once over the sentences of one view."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0  # letters only
    characters: int = 0  # letters and digits
    polysyllables: int = 0  # words of three syllables or more
    complex_words: int = 0  # polysyllables without names and without -es, -ed, -ing endings


def flesch_reading_ease(c: Counts) -> float:
    """Flesch 1948: about 0 (very hard) to 100 (very easy); the only one that rises with ease."""
    return 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words


def flesch_kincaid(c: Counts) -> float:
    """Kincaid and others 1975, US grade."""
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59


def smog(c: Counts) -> float:
    """McLaughlin 1969, equation D (precise), US grade for full comprehension."""
    return 1.0430 * sqrt(30 * c.polysyllables / c.sentences) + 3.1291


def gunning_fog(c: Counts) -> float:
    """Gunning 1952, US grade."""
    return 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words)


def coleman_liau(c: Counts) -> float:
    """Coleman and Liau 1975, US grade."""
    return 0.0588 * 100 * c.letters / c.words - 0.296 * 100 * c.sentences / c.words - 15.8


def automated_readability_index(c: Counts) -> float:
    """Senter and Smith 1967, US grade."""
    return 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43


FORMULAS = {
    formula.__name__: formula
    for formula in (
        flesch_reading_ease,
        flesch_kincaid,
        smog,
        gunning_fog,
        coleman_liau,
        automated_readability_index,
    )
}
GRADES = tuple(name for name in FORMULAS if name != "flesch_reading_ease")


def reading_age(us_grade: float) -> float:
    """The UK reading age for a US grade: five years more. Never for a SMOG age."""
    return us_grade + 5
