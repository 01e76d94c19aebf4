"""Whether "a" or "an" stands before a word: by how it is said, not by its first letter."""

import re
from functools import lru_cache

from auditor.pronunciations import pronunciations
from auditor.text import normal

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel
_LETTERS = re.compile(r"[A-Z]{2,}s?\b|[A-Z]\b")
_SPOKEN_A = re.compile(r"(?:eu|uni(?!n)|use|usu|uti|ewe|one\b|once|u[rk]i)")
_SPOKEN_AN = re.compile(r"(?:hour|honest|honou?r|heir)")
_NUMBER_AN = re.compile(r"8|11(?!\d)|18(?!\d)|11,|18,")


def article(words: str) -> str:
    """`a` or `an` for the first of some words."""
    if words[:1].isdigit():
        return "an" if _NUMBER_AN.match(words) else "a"
    if _LETTERS.match(words):
        return "an" if words[0] in _VOWEL_LETTERS else "a"
    first = re.match(r"[^\W\d_]+", words)
    if first is None:
        return "a"
    word = normal(first.group())
    said = _first_sounds().get(word)
    if said is not None:
        return "an" if said else "a"
    if _SPOKEN_AN.match(word):
        return "an"
    return "an" if word[0] in "aeiou" and not _SPOKEN_A.match(word) else "a"


@lru_cache(maxsize=1)
def _first_sounds() -> dict[str, bool]:
    """For each word of the dictionary, whether it begins with a vowel sound."""
    return {word: phones.partition(" ")[0][-1:].isdigit() for word, phones in pronunciations()}
