"""One point for the same words: the longest mark stays, and LanguageTool yields."""

from dataclasses import replace

import pytest

from auditor.doubles import without_doubles
from auditor.model import Hit, Rule, Span


def rule(name: str, extends: str = "substitution", **params: object) -> Rule:
    made = Rule(name, extends, name, "m", "plain-english", "warning")
    return replace(made, params={"exact": False, **params})


INNER, OUTER = Hit(Span(5, 14)), Hit(Span(5, 26))

CASES = {
    "inside a longer one": ([(rule("a"), [INNER]), (rule("b"), [OUTER])], [[], [OUTER]]),
    "the same words": ([(rule("a"), [INNER]), (rule("b"), [INNER])], [[INNER], []]),
    "side by side": (
        [(rule("a"), [INNER]), (rule("b"), [Hit(Span(14, 20))])], [[INNER], [Hit(Span(14, 20))]]
    ),
    "only overlapping": (
        [(rule("a"), [INNER]), (rule("b"), [Hit(Span(10, 20))])], [[INNER], [Hit(Span(10, 20))]]
    ),
    "LanguageTool on the same": (
        [(rule("lt", "grammar"), [OUTER]), (rule("a"), [INNER])], [[], [INNER]]
    ),
    "LanguageTool inside a long sentence": (
        [(rule("lt", "grammar"), [INNER]), (rule("a", "existence"), [Hit(Span(0, 200))])],
        [[INNER], [Hit(Span(0, 200))]],
    ),
    "a rule that somebody brought": (
        [(rule("own", exact=True), [INNER]), (rule("b"), [OUTER])], [[INNER], [OUTER]]
    ),
    "of the whole document": ([(rule("a"), [Hit()]), (rule("b"), [OUTER])], [[Hit()], [OUTER]]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_stays(case: str) -> None:
    found, stays = CASES[case]
    assert without_doubles(found) == stays


def test_the_higher_level_stays_on_the_same_words() -> None:
    error = replace(rule("z"), level="error")
    assert without_doubles([(rule("a"), [INNER]), (error, [INNER])]) == [[], [INNER]]
