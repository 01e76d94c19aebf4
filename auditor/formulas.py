"""Readability formulas, each a small function from counts.

Sources and constants: the publications named with each. Raw values are never clamped: a very easy
text may have a negative grade. The arithmetic takes plain numbers and numpy arrays alike, so that
many variants of a text can be measured at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

# A plain number, or an array of them.
Number = Any


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are computed from, counted once over the sentences of one view."""

    sentences: Number = 0
    words: Number = 0
    syllables: Number = 0
    letters: Number = 0  # letters only
    characters: Number = 0  # letters and digits
    polysyllables: Number = 0  # words of three syllables or more
    complex_words: Number = 0  # polysyllables without names and without -es, -ed, -ing endings
    monosyllables: Number = 0  # words of one syllable
    long_words: Number = 0  # words of more than six letters
    unfamiliar: Number = 0  # words not on Dale and Chall's list, names and inflections aside


def flesch_reading_ease(c: Counts) -> Number:
    """Flesch 1948: about 0 (very hard) to 100 (very easy); rises with ease, unlike the grades."""
    return 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words


def flesch_kincaid(c: Counts) -> Number:
    """Kincaid and others 1975, US grade."""
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59


def smog(c: Counts) -> Number:
    """McLaughlin 1969, equation D (precise), US grade for full comprehension."""
    return 1.0430 * (30 * c.polysyllables / c.sentences) ** 0.5 + 3.1291


def smog_age(c: Counts) -> Number:
    """The British way to count SMOG: a reading age in years already, to which nothing is added."""
    return (30 * c.polysyllables / c.sentences) ** 0.5 + 8


def gunning_fog(c: Counts) -> Number:
    """Gunning 1952, US grade."""
    return 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words)


def coleman_liau(c: Counts) -> Number:
    """Coleman and Liau 1975, US grade; the letters' constant is 0.0588, not 0.058."""
    return 0.0588 * 100 * c.letters / c.words - 0.296 * 100 * c.sentences / c.words - 15.8


def automated_readability_index(c: Counts) -> Number:
    """Senter and Smith 1967, US grade; characters are letters and digits."""
    return 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43


def dale_chall(c: Counts) -> float:
    """Dale and Chall 1948, raw score; above 5 in 100 unfamiliar words 3.6365 is added."""
    share = 100 * c.unfamiliar / c.words
    return float(0.1579 * share + 0.0496 * c.words / c.sentences + (3.6365 if share > 5 else 0.0))


def new_dale_chall(c: Counts) -> Number:
    """Chall and Dale 1995, cloze score: about -6 (hard) to 64 (easy); see `new_dale_chall_level`."""
    return 64 - 95 * c.unfamiliar / c.words - 0.69 * c.words / c.sentences


_LEVELS = (
    (58, "1"), (54, "2"), (50, "3"), (45, "4"), (40, "5-6"), (34, "7-8"), (28, "9-10"),
    (22, "11-12"), (16, "13-15"),
)  # fmt: skip


def new_dale_chall_level(cloze: float) -> str:
    """The US grades that Chall and Dale's table 5-8 gives for a cloze score, such as "7-8"."""
    whole = int(cloze + 0.5) if cloze > 0 else int(cloze)
    return next((level for least, level in _LEVELS if whole >= least), "16+")


def forcast(c: Counts) -> Number:
    """Caylor and others 1973, US grade; counts no sentences, so it suits forms and lists."""
    return 20 - 15 * c.monosyllables / c.words


def linsear_write(c: Counts) -> float:
    """O'Hayre 1966, US grade: easy words count one, words of three syllables or more three."""
    score = (c.words + 2 * c.polysyllables) / c.sentences
    return float(score / 2 if score > 20 else (score - 2) / 2)


def lix(c: Counts) -> Number:
    """Björnsson 1968: below 25 very easy, 35 to 45 medium, above 55 very difficult."""
    return c.words / c.sentences + 100 * c.long_words / c.words


def rix(c: Counts) -> Number:
    """Anderson 1983: long words in a sentence, about 0.2 (very easy) to 7 (very hard)."""
    return c.long_words / c.sentences


FORMULAS: Mapping[str, Callable[[Counts], Number]] = {
    formula.__name__: formula
    for formula in (
        flesch_reading_ease,
        flesch_kincaid,
        smog,
        smog_age,
        gunning_fog,
        coleman_liau,
        automated_readability_index,
        dale_chall,
        new_dale_chall,
        forcast,
        linsear_write,
        lix,
        rix,
    )
}
# The five whose median is the grade: all are US grades, and no two share a word list.
GRADES = (
    "flesch_kincaid", "smog", "gunning_fog", "coleman_liau", "automated_readability_index",
)  # fmt: skip
# The standard error of one formula's grade. McLaughlin gives 1.5159 for SMOG; the authors of the
# other four give none that we could confirm, so theirs are taken to be no smaller.
STANDARD_ERROR = 1.5159


def grade(c: Counts) -> float:
    """The median of the five grades, a US grade."""
    return float(sorted([FORMULAS[name](c) for name in GRADES])[len(GRADES) // 2])


def reading_age(us_grade: float) -> float:
    """The UK reading age for a US grade: five years more. Never for a SMOG age."""
    return us_grade + 5
