"""How common a word is, on the Zipf scale: 7 for "the", 3 for one use in a million words.

The counts are wordfreq's large English list (Apache-2.0; data CC BY-SA 4.0), read as one dictionary:
its own look-up tokenises again and sees only one spelling.
"""

from collections.abc import Iterator
from functools import lru_cache

from auditor.spelling import other_spellings

_MOST, _STEPS = 9.0, 100  # the list says how many hundredths below this a word is
UNSEEN = 0.6  # below the rarest word of the list, at 1.0
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("ily", "y"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
    ("est", ""), ("ness", ""), ("iness", "y"), ("ment", ""), ("ments", ""), ("ation", "e"),
    ("ation", ""), ("ations", "e"), ("ion", "e"), ("ion", ""), ("ions", "e"), ("ions", ""),
    ("able", "e"), ("able", ""), ("ful", ""), ("less", ""), ("al", ""), ("al", "e"),
    ("ally", ""), ("ic", "y"), ("ity", ""), ("ity", "e"), ("ish", ""), ("or", "e"), ("or", ""),
    ("ive", "e"), ("ive", ""), ("ist", ""), ("ism", ""), ("ous", ""), ("en", ""), ("ship", ""),
    ("hood", ""), ("ward", ""), ("wards", ""), ("'s", ""),
)  # fmt: skip
_BEGINNINGS = (
    "un", "re", "non", "in", "im", "dis", "pre", "mis", "over", "under", "anti", "inter", "sub",
    "multi", "micro", "co", "bio", "immuno", "super", "semi", "auto", "trans", "out", "fore",
    "neuro", "cardio",
)  # fmt: skip
_INFLECTED = 0.5  # an inflected form that nobody counted is rarer than its base
_PREFIXED = 0.3


@lru_cache(maxsize=1)
def _zipfs() -> dict[str, float]:
    from wordfreq import get_frequency_list

    found: dict[str, float] = {}
    for step, words in enumerate(get_frequency_list("en", "large")):  # the most common first
        found.update(dict.fromkeys(words, _MOST - step / _STEPS))
    return found


def is_counted(word: str) -> bool:
    """Whether the list has this very word."""
    return word in _zipfs()


def zipf(word: str) -> float:
    """The Zipf frequency of a normal word, that of its more common spelling; at least `UNSEEN`."""
    known = _zipfs()
    best = max((known.get(one, 0.0) for one in (word, *other_spellings(word))), default=0.0)
    if best:
        return best
    bases = (known.get(base, 0.0) - _INFLECTED for base in _bases(word, 10))
    return max(UNSEEN, *bases, UNSEEN)


def family(word: str) -> float:
    """The Zipf frequency of the most common word that this one is made from, or its own."""
    known = _zipfs()
    best = max((known.get(base, 0.0) for base in _bases(word, len(_ENDINGS))), default=0.0)
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= 4:
            best = max(best, known.get(word[len(beginning) :], 0.0) - _PREFIXED)
    return max(best, zipf(word))


def _bases(word: str, endings: int) -> Iterator[str]:
    """What may be left of a word without one of the first `endings` endings."""
    for ending, fill in _ENDINGS[:endings]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            yield stem + fill
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
