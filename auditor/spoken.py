"""What is written but not said as a word: numbers, units, abbreviations, Greek letters.

SMOG counts numerals and abbreviations as they are said aloud (STANDARDS 1.2).
"""

import re

from auditor.syllables import Syllables, count
from auditor.text import normal

_ONES = (1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # nought to nineteen, spoken
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_LONG_LETTER = "w"  # "double u"; every other letter is one syllable
_GREEK = {
    "α": 2, "β": 2, "γ": 2, "δ": 2, "ε": 3, "ζ": 2, "η": 2, "θ": 2, "ι": 3, "κ": 2, "λ": 2, "μ": 1,
    "µ": 1, "ν": 1, "ξ": 1, "ο": 3, "π": 1, "ρ": 1, "σ": 2, "ς": 2, "τ": 1, "υ": 3, "φ": 1, "χ": 1,
    "ψ": 1, "ω": 3,
}  # fmt: skip
_UNITS = {
    "mg": 3, "ml": 4, "mcg": 3, "μg": 3, "µg": 3, "kg": 3, "g": 1, "cm": 4, "mm": 4, "km": 4, "l": 2,
    "am": 2, "pm": 2, "x": 1, "c": 3, "f": 4, "kcal": 5, "mmol": 3, "iu": 2, "hr": 1, "hrs": 1,
    "min": 2, "mins": 2, "dl": 4, "kj": 4, "lb": 1, "lbs": 1, "oz": 1, "ft": 1, "mmhg": 7,
}  # fmt: skip
_BARE_UNITS = frozenset("mg ml mcg μg µg kg cm mm km".split())
_TITLES = {"dr": 2, "mr": 2, "mrs": 2, "ms": 1, "prof": 3, "st": 1}
# Abbreviations that people say as words, or in part.
_WORDS = {
    "AIDS": 1, "NICE": 1, "SARS": 1, "PALS": 1, "COVID": 2, "MERS": 1, "PET": 1, "SPECT": 1,
    "CABG": 2, "CPAP": 2, "BIPAP": 2, "NSAID": 2, "NSAIDS": 2, "CAMHS": 1, "RICE": 1, "DEXA": 2,
    "TENS": 1, "LASIK": 2, "SIDS": 1, "FAST": 1, "SAD": 1, "PIN": 1, "CAR": 1, "HELLP": 1, "JAK": 1,
    "RAS": 1, "KRAS": 2, "NRAS": 2, "BRAF": 2, "HER": 1, "PEG": 1, "PICC": 1, "MRSA": 4, "NATO": 2,
    "FODMAP": 2, "ASBO": 2, "NASA": 2, "UNICEF": 3, "II": 1, "III": 1, "GERD": 1, "GORD": 1, "BRCA": 2, "ALK": 1, "OK": 2, "NHS": 3,
}  # fmt: skip
_SHORT = re.compile(
    r"(?:[A-Z]{1,6}\d{0,3}[A-Z]?|[a-z]{1,2}[A-Z]{1,5}|[A-Z][a-z]?[A-Z][a-z]?\d?[a-z]?)s?"
)
_NUMBER = re.compile(r"(\d[\d,]*)((?:\.\d+)*)(.*)", re.DOTALL)
_TIME = re.compile(r"(\d{1,2})(?::(\d\d)(am|pm)?|\.(\d\d)(am|pm))")


def spoken(written: str) -> Syllables:
    """The syllables of a word, number or abbreviation as it is written; case tells them apart."""
    norm = normal(written)
    if "-" in norm:
        pieces = [spoken(piece) for piece in re.split("[-‐‑]", written) if piece]
        origin = pieces[0].origin if len({piece.origin for piece in pieces}) == 1 else "parts"
        return Syllables(sum(piece.count for piece in pieces) or 1, origin)
    if written[:1].isdigit():
        return Syllables(_number(norm), "number")
    if norm in _GREEK:
        return Syllables(_GREEK[norm], "letters")
    if "." in norm.strip(".") or norm in _BARE_UNITS:
        letters = norm.replace(".", "")
        return Syllables(_UNITS.get(letters) or _letters(letters), "letters")
    bare = norm.rstrip(".")
    if bare in _TITLES and written[:1].isupper() and len(written) < 5:
        return Syllables(_TITLES[bare], "letters")
    short = written.removesuffix("'s").removesuffix("’s")
    if sum(char.isupper() for char in short) + sum(char.isdigit() for char in short) > 1:
        known = _WORDS.get(short.upper()) or _WORDS.get(short.rstrip("s").upper())
        if known:
            return Syllables(known, "letters")
        if _SHORT.fullmatch(short):
            return Syllables(_abbreviation(short), "letters")
    if not re.search("[aeiouyàâäèéêëïîôöùûü]", bare) and bare.isalpha():
        return Syllables(_letters(bare), "letters")
    if any(char.isdigit() for char in bare):
        return Syllables(_abbreviation(bare), "letters")
    return count(bare[:60])


def _letters(letters: str) -> int:
    return sum(3 if letter == _LONG_LETTER else 1 for letter in letters.lower()) or 1


def _abbreviation(short: str) -> int:
    """Letters one by one and numbers as said; a plural s is no letter."""
    if short.endswith("s") and short[:-1].isupper():
        short = short[:-1]
    total = 0
    for piece in re.findall(r"\d+|[^\W\d_]+", short):
        if piece.isdigit():
            total += (
                _spoken(int(piece)) if len(piece) < 3 else sum(_ONES[int(one)] for one in piece)
            )
        else:
            total += _WORDS.get(piece.upper(), 0) or _letters(piece)
    return total or 1


def _number(word: str) -> int:
    """A number as it is said, with its unit."""
    if time := _TIME.fullmatch(word):
        minutes = int(time.group(2) or time.group(4))
        late = 0 if minutes == 0 else _spoken(minutes) + (0 < minutes < 10)
        return _spoken(int(time.group(1))) + late + (2 if time.group(3) or time.group(5) else 0)
    match = _NUMBER.match(word)
    if match is None:
        return 1
    digits, decimals, unit = match.groups()
    figure = digits.replace(",", "")[:12]
    value = int(figure)
    if unit in ("st", "nd", "rd", "th"):
        return _ordinal(value)
    year = len(figure) == 4 and "," not in digits and not decimals and unit in ("", "s")
    total = _year(value) if year else _spoken(value)
    total += sum(
        1 + sum(_ONES[int(digit)] for digit in one) for one in decimals[:12].split(".")[1:]
    )
    if unit in ("", "s"):
        return total
    return total + (_UNITS.get(unit) or spoken(unit).count)


def _ordinal(number: int) -> int:
    """ "second" and "thirtieth" have one beat more than "two" and "thirty"."""
    rest = number % 100
    extra = (rest % 10 == 2 and rest != 12) or (rest >= 20 and rest % 10 == 0)
    return _spoken(number) + extra


def _year(number: int) -> int:
    rest = number % 100
    if (1000 < number < 2000 and number % 1000) or 2010 <= number < 2100:
        head = _spoken(number // 100)
        if not rest:
            return head + 2
        return head + (1 + _ONES[rest] if rest < 10 else _spoken(rest))
    return _spoken(number)


def _spoken(number: int) -> int:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (_ONES[number % 10] if number % 10 else 0)
    for size, beats in ((10**9, 2), (10**6, 2), (1000, 2), (100, 2)):
        if number >= size:
            rest = number % size
            joint = 1 if rest and (size == 100 or rest < 100) else 0
            return _spoken(number // size) + beats + joint + (_spoken(rest) if rest else 0)
    return 1
