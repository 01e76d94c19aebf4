"""The other way to spell a word: British for American and American for British."""

from collections.abc import Iterator

# British, American. Letters inside a word; the first pair that gives a known word is taken.
_PAIRS = (
    ("haem", "hem"), ("aemi", "emi"), ("oedem", "edem"), ("oestr", "estr"), ("oesoph", "esoph"),
    ("paed", "ped"), ("anaes", "anes"), ("gynae", "gyne"), ("faec", "fec"), ("caec", "cec"),
    ("rrhoea", "rrhea"), ("foet", "fet"), ("coeli", "celi"), ("orthopae", "orthope"),
    ("leukae", "leuke"), ("aeti", "eti"), ("aest", "est"), ("our", "or"), ("ise", "ize"),
    ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("tre", "ter"),
    ("bre", "ber"), ("ogue", "og"), ("ence", "ense"), ("lled", "led"), ("lling", "ling"),
    ("ller", "ler"), ("ilment", "illment"), ("ulph", "ulf"), ("programme", "program"),
    ("grey", "gray"), ("tyre", "tire"), ("plough", "plow"), ("mould", "mold"), ("ae", "e"),
    ("oe", "e"),
)  # fmt: skip
# Too short to be undone: an American word is not made British by any of its e's.
_ONE_WAY = frozenset({"ae", "oe", "lled", "lling", "ller", "tre", "bre", "isi", "aest", "ence"})


def other_spellings(word: str) -> Iterator[str]:
    """Candidates for the other spelling of a lower-case word; most are no words at all."""
    for british, american in _PAIRS:
        if british in word:
            yield word.replace(british, american, 1)
        elif american in word and british not in _ONE_WAY:
            yield word.replace(american, british, 1)
