"""One pass over the words: the longest phrase wins, hyphens and spaces are alike."""

import random

from hypothesis import given
from hypothesis import strategies as st

from auditor.phrases import Phrases, tokens


def find(phrases: dict[str, str], text: str) -> list[tuple[str, str]]:
    found = Phrases(phrases).find(text, tokens(text))
    return [(span.of(text), value) for span, value in found]


def test_longest_wins() -> None:
    phrases = {"checkpoint": "short", "immune checkpoint inhibitor": "long"}
    assert find(phrases, "An immune checkpoint inhibitor.") == [
        ("immune checkpoint inhibitor", "long")
    ]


def test_hyphen_space_nbsp_and_case_are_alike() -> None:
    phrases = {"CAR T-cell": "x"}
    for text in ("CAR T-cell", "CAR-T cell", "car\u00a0t cell", "CAR T‑cell"):
        assert find(phrases, text) == [(text, "x")]


def test_punctuation_parts_a_phrase() -> None:
    assert find({"in order to": "to"}, "in order. To") == []


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30), st.integers(0, 2**32))
def test_same_as_trying_every_phrase_at_every_word(text_words: list[str], seed: int) -> None:
    chance = random.Random(seed)
    phrases = {" ".join(chance.choices("abcd", k=chance.randint(1, 3))): str(n) for n in range(6)}
    text = " ".join(text_words)
    expected: list[tuple[str, str]] = []
    at = 0
    while at < len(text_words):
        for length in (3, 2, 1):
            phrase = " ".join(text_words[at : at + length])
            if len(text_words) >= at + length and phrase in phrases:
                expected.append((phrase, phrases[phrase]))
                at += length
                break
        else:
            at += 1
    assert find(phrases, text) == expected
