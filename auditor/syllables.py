"""How many syllables a word has: the CMU pronouncing dictionary first, then rules for the rest.

The rules serve what it lacks: British spellings, inflections, compounds, Greek and Latin medical
words and drug names. What is not said as a word at all, such as numbers and abbreviations, is in
`spoken`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

from auditor.combining import BEGINNINGS, ENDINGS
from auditor.frequency import zipf
from auditor.pronunciations import pronunciations
from auditor.spelling import other_spellings

Origin = Literal["dictionary", "other spelling", "inflection", "parts", "rule", "letters", "number"]


@dataclass(frozen=True, slots=True)
class Syllables:
    """A count and where it comes from."""

    count: int
    origin: Origin


# The dictionary is American, and in a few words the first pronunciation drops a syllable.
_OTHERWISE = {
    "aluminium": 5, "privilege": 3, "privileges": 4, "privileged": 3, "especially": 4,
    "caesarean": 4, "erythropoietin": 6, "familiarity": 6, "aches": 1, "ascites": 3,
    "simile": 3, "recipe": 3, "apostrophe": 4, "catastrophe": 4, "epitome": 4, "syncope": 3,
    "systole": 3, "diastole": 4, "anastomose": 4, "raphe": 2, "facsimile": 4, "pemetrexed": 4,
    "diabetes": 4, "pruritus": 3, "herpes": 2, "scabies": 2, "rabies": 2, "caries": 2, "lues": 2,
    "nares": 2, "fauces": 2, "meninges": 3, "troubling": 2, "juggling": 2, "simpler": 2,
    "wrestling": 2, "troubled": 2, "rhinorrhoea": 4, "roaccutane": 4, "pubes": 2, "stapes": 2,
}  # fmt: skip


@lru_cache(maxsize=1)
def _dictionary() -> dict[str, int]:
    """Syllables of the first pronunciation of each word: the phones that carry a stress digit."""
    return {
        word: phones.count("0") + phones.count("1") + phones.count("2")
        for word, phones in pronunciations()
    }


def is_in_dictionary(word: str) -> bool:
    """Whether the pronouncing dictionary has this very word."""
    return word in _dictionary()


def syllables(word: str) -> int:
    """The syllables of one normal word (see `text.normal`) that is said as a word."""
    return count(word).count


@lru_cache(maxsize=20_000)
def count(word: str) -> Syllables:
    """The same with where it comes from; at least one, and a hyphenated word is the sum."""
    if "-" in word:
        pieces = [count(piece) for piece in word.split("-") if piece]
        origin: Origin = pieces[0].origin if len(pieces) == 1 else "parts"
        return Syllables(sum(piece.count for piece in pieces) or 1, origin)
    known = _dictionary()
    if word in _OTHERWISE:
        return Syllables(_OTHERWISE[word], "dictionary")
    if word in known:
        return Syllables(known[word] or 1, "dictionary")
    if word.endswith(("'s", "s'")):
        base = word[:-2] if word.endswith("'s") else word[:-1]
        spoken = base.endswith(("s", "x", "z", "ch", "sh")) and word[-1] == "s"
        return Syllables(syllables(base) + spoken if base else 1, "inflection")
    if "'" in word:
        return Syllables(_clipped(word), "parts")
    plain = _unaccented(word)
    if plain != word and plain in known and not word.endswith("é"):
        return Syllables(known[plain], "dictionary")
    for other in other_spellings(word):
        if other in known:
            return Syllables(known[other], "other spelling")
    if found := _inflected(plain):
        return Syllables(found, "inflection")
    if found := _compound(plain) or _combined(plain):
        return Syllables(found, "parts")
    return Syllables(by_rule(plain) + (word.endswith("é") and plain != word), "rule")


def _unaccented(word: str) -> str:
    if word.isascii():
        return word
    # A diaeresis parts two vowels: an h between them is silent and keeps them apart.
    parted = re.sub(r"(?<=[aeo])([ïëö])", r"h\1", word)
    return "".join(char for char in normalize("NFD", parted) if not "\u0300" <= char <= "\u036f")


def _clipped(word: str) -> int:
    """A contraction that the dictionary lacks: "couldn't've" is "couldn't" and "'ve"."""
    head, _, tail = word.rpartition("'")
    base = syllables(head) if head else 0
    if tail in ("s", "d", "m", "t"):
        return max(1, base + (tail == "d" and head.endswith(("t", "d"))))
    if tail in ("ll", "ve", "re"):
        return max(1, base + (head[-1:] not in "aeiouy"))
    return max(1, base + by_rule(tail)) if tail else max(1, base)


_INFLECTIONS = (
    ("ies", ("y",)), ("es", ("e", "")), ("s", ("",)), ("ied", ("y",)), ("ed", ("e", "")),
    ("ing", ("e", "")), ("ly", ("",)), ("ness", ("",)), ("less", ("",)), ("ful", ("",)),
    ("able", ("e", "")), ("er", ("e", "")), ("ers", ("e", "")), ("est", ("e", "")),
    ("like", ("",)), ("ment", ("",)), ("ments", ("",)), ("wards", ("",)), ("ward", ("",)),
    ("ship", ("",)), ("hood", ("",)), ("ism", ("",)), ("isms", ("",)),
)  # fmt: skip
_PREFIXES = {
    "un": 1, "re": 1, "non": 1, "pre": 1, "mis": 1, "over": 2, "under": 2, "anti": 2, "inter": 2,
    "sub": 1, "multi": 2, "micro": 2, "super": 2, "semi": 2, "dis": 1, "out": 1, "co": 1,
}  # fmt: skip


def _inflected(word: str) -> int:
    """Syllables of a form whose base the dictionary has, or 0."""
    known = _dictionary()
    for ending, fills in _INFLECTIONS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: -len(ending)]
        bases = [stem + fill for fill in fills]
        if ending in ("ed", "ing", "er", "ers", "est") and stem[-1] == stem[-2]:
            bases.append(stem[:-1])
        for base in (*bases, *(other for one in bases for other in other_spellings(one))):
            if base in known:
                return known[base] + _added(ending, base)
    for prefix, beats in _PREFIXES.items():
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and rest in known:
            return beats + known[rest]
    return 0


def _added(ending: str, base: str) -> int:
    """What the ending adds; a syllabic l melts into it: "juggle", "juggling"."""
    if ending in ("ies", "ied", "s"):
        return 0
    if ending == "es":
        return int(base.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")))
    if ending == "ed":
        return int(base.endswith(("t", "d", "te", "de")))
    if ending in ("ing", "er", "est") and re.search(r"[^aeiourl]le$", base):
        return 0 if ending == "ing" else 1
    return 2 if ending in ("able", "ism", "isms") else 1


def _compound(word: str) -> int:
    """Syllables of two words written as one, "whiteboard", both at least four letters; or 0."""
    known = _dictionary()
    for at in range(4, len(word) - 3):
        if word[:at] in known and word[at:] in known and _is_plain(word[:at]):
            return known[word[:at]] + known[word[at:]]
    return 0


def _is_plain(word: str) -> bool:
    """Names fill the dictionary, and a piece of a drug name is soon one of them."""
    return zipf(word) >= 4.2


def _combined(word: str) -> int:
    """Syllables of a Greek or Latin compound: "osteo" and "myel" and "itis"; or 0."""
    for ending, beats in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _begun(word[: -len(ending)]) + beats
    for beginning, beats in BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= 4:
            return beats + count(word[len(beginning) :]).count
    return 0


def _begun(stem: str) -> int:
    """Syllables of what stands before an ending: combining forms, then the rest by rule."""
    if not stem:
        return 0
    for beginning, beats in BEGINNINGS:
        if stem.startswith(beginning):
            rest = stem[len(beginning) :]
            if not rest or len(rest) >= 2:
                return beats + (_begun(rest) if rest else 0)
    for beginning, beats in BEGINNINGS:
        # The last vowel of a combining form is lost before a vowel: "hepato", "hepat" in "itis".
        if beginning[-1] in "oaiey" and stem == beginning[:-1]:
            return beats - 1 if beats > 1 else 1
    if not re.search("[aeiouy]", stem):
        return 0
    return by_rule(stem + "x")


# Vowel pairs that Greek and Latin keep apart, and endings that are silent or are not.
_APART = re.compile(
    r"i[ao](?!us$|n(?:s|al|ally|ed|ing)?$)|ia|iu|eo(?!us)|eu(?=[sm]$)|ua(?!r)|uou?s$|oi(?=d)a|ya|yo|"
    r"ie(?=[nt]{2}|t)|ue(?=n)|oe(?=[lnt])(?<!h)|ei(?=c|n$|ty|tis)|ao|uu|io(?=[dlmpt])|yi|"
    r"oea|uo(?=x)|rea(?=t)|tea(?=[ts])|(?<=t)eal$|ye(?=[lr])|oa(?=[ct])|eah|(?<=[pbdr])io(?=n)|"
    r"oh?[iueö]h|ea$|aeu|oie|aya|(?<=ph)oe"
)
_SPOKEN_E = re.compile(r"[^aeiouylr]le$|[^aeiou]re$")
# An i or u that only softens or rounds the letter before it.
_TOGETHER = re.compile(r"(?:(?<!p)[tcsx]i|(?<![nr])gi|[qg]u)(?=[aeo])(?!ot|ap|a$|an?s?is$)|^que")
_SILENT_INSIDE = re.compile(r"(?<=[aeiouy][^aeiouy])e(?=ment|ness|less|ful|ly$)")


def by_rule(word: str) -> int:
    """Vowel groups, with the exceptions of medical English; at least one."""
    reduced = re.sub(r"(?<=[^aeiouytd])ed$", "d", word)
    reduced = _SILENT_INSIDE.sub("", reduced)
    found = len(re.findall(r"[aeiouy]+", reduced))
    silent = re.search(r"[^aeiouy]e$", reduced) and not _SPOKEN_E.search(reduced)
    if silent or (re.search(r"[^aeiouysxzcgh]es$", reduced) and len(reduced) > 4):
        found -= 1
    found += len(_APART.findall(_TOGETHER.sub("x", reduced)))
    if reduced.endswith(("ism", "isms", "asm", "thm")):
        found += 1
    return max(1, found)
