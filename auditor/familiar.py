"""Dale and Chall's familiar words: those that most American children of nine or ten know.

The list comes inside the textstat package and is read from there. The formulas count a word as
familiar, too, when it is a number, a name, or a regular inflection of a word of the list: -s, -es,
-ies, 's, -d, -ed, -ied, -ing, -n, -r, -er, -est, -ier, -iest, -ly, -ily (Dale and Chall 1948).
"""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

_ENDINGS = (
    ("'s", ""), ("s'", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""),
    ("d", ""), ("ing", ""), ("ing", "e"), ("n", ""), ("iest", "y"), ("est", ""), ("st", ""),
    ("ier", "y"), ("er", ""), ("r", ""), ("ily", "y"), ("ly", ""),
)  # fmt: skip


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    text = files("textstat").joinpath("resources", "en", "easy_words.txt").read_text("utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines())


def is_familiar(word: str) -> bool:
    """Whether a normal word, or what it is an inflection of, is on the list."""
    known = _words()
    if word in known or word[:1].isdigit():
        return True
    if "-" in word and all(is_familiar(piece) for piece in word.split("-") if piece):
        return True
    return any(base in known for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    for ending, fill in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            yield stem + fill
            if ending in ("ed", "ing", "er", "est") and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
