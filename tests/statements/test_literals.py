"""The words that a pattern needs: read off right, and never more than it needs."""

import re
from pathlib import Path

import pytest
import yaml

from auditor import toolbox
from auditor.facts.finder import Finder
from auditor.library import Library
from auditor.literals import DIGIT, WHOLE, Index, Reader
from auditor.settings import settings

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def library() -> Library:
    return toolbox.library(settings())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\b(?:call|ring)\b.*\bquestions?\b", [{"call", "ring"}, {"question", "questions"}]),
        (r"\b\w*nurses?\b", [{"nurse", "nurses"}]),
        (r"cat|dog", [{"cat", "dog"}]),
        (r"(?:cat)?", []),
        (r"cat|\w+", []),
        (r"\d{2} mg", [{"mg"}, {DIGIT}]),
        ("[“‘]", [{"“", "‘"}]),
        (r"<who> (?-i:[A-Z])", [{"nurse", "doctor"}]),
    ],
)
def test_what_a_pattern_needs(source: str, expected: list[set[str]]) -> None:
    found = Reader({"who": "nurse|doctor"}).needs(source)
    plain = [{piece.removeprefix(WHOLE) for piece in one} for one in found]
    assert sorted(map(sorted, plain)) == sorted(map(sorted, expected))


def test_whole_words_are_not_served_by_pieces() -> None:
    index = Index([*Reader({}).needs(r"\bit\b"), *Reader({}).needs("it")])
    assert set(index.served("it")) == {0, 1}
    assert set(index.served("with")) == {1}
    assert index.served("at") == ()


def test_no_sentence_that_matches_is_passed_over(library: Library) -> None:
    """Every entry of every wording on a share of all labelled sentences."""
    rules = library.profiles["uk-patient"].rules
    wordings = tuple(rule.compiled for rule in rules if rule.extends == "required")
    finder = Finder(wordings)
    wrong, matched = [], 0
    for text in _texts()[::4]:
        words = set(re.findall(r"\w+|[^\w\s]", text.lower()))
        served = {number for word in words for number in finder._index.served(word)}
        for wording, needs in zip(wordings, finder._needs, strict=True):
            for entry, needed in zip(wording.entries, needs, strict=True):
                if entry.matches(text.encode()):
                    matched += 1
                    if not served.issuperset(needed):
                        wrong.append((wording.id, entry.needs, text))
    assert matched > 500
    assert not wrong


def _texts() -> list[str]:
    found: list[str] = []
    for path in sorted((HERE / "development").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            found += [line for line in case["text"].splitlines() if line.strip()]
    for path in sorted((HERE / "singles").glob("*.yaml")):
        for kinds in yaml.safe_load(path.read_text("utf-8")).values():
            found += [str(text) for texts in kinds.values() for text in texts]
    return found
