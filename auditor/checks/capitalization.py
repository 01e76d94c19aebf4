"""`capitalization`: sentence case, title case, capitals or small letters (Vale's kind)."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field
from auditor.frequency import zipf
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule
from auditor.patterns import pattern

KIND = "capitalization"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "match": Field(str, about="$sentence, $title, $lower, $upper, or a pattern"),
    "exceptions": Field(list[str], [], "words that keep their capitals"),
    "threshold": Field(float, 0.8, "the share of words that must be right"),
}

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    "a an and as at but by for if in nor of on or so the to up yet via with from into over".split()
)
_ORDINARY = 3.0  # Zipf of the small form: rarer words with a capital are taken for names


def compile(params: Mapping[str, Any]) -> Any:
    """The pattern, where `match` is one; raises ValueError for an unknown `$` word."""
    match = params["match"]
    if match in ("$sentence", "$title", "$lower", "$upper"):
        return None
    if match.startswith("$"):
        raise ValueError(
            f"‘{match}’ is no case; use $sentence, $title, $lower, $upper or a pattern"
        )
    return pattern(match, False)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each block of the scope whose words are in another case."""
    blocks = document.scoped(rule.scope)
    if not blocks:
        return Inapplicable("the text has no such blocks")
    exceptions = frozenset(word for one in rule.params["exceptions"] for word in one.split())
    hits: list[Hit] = []
    for block in blocks:
        text = block.span.of(document.text)
        if rule.compiled is not None:
            right = rule.compiled.search(text) is not None
        else:
            words = [word for word in _WORD.findall(text) if word not in exceptions]
            right = _share(words, rule.params["match"]) >= rule.params["threshold"]
        if not right:
            hits.append(Hit(block.span, {"match": text}))
    return hits


def _share(words: list[str], case: str) -> float:
    """The share of words that are as the case asks; names and abbreviations are never wrong."""
    judged = [
        (word, index == 0)
        for index, word in enumerate(words)
        if case == "$upper" or not sum(char.isupper() for char in word) > 1
    ]
    if case == "$sentence":
        judged = [
            (word, first)
            for word, first in judged
            if first or word[0].islower() or zipf(word.lower()) >= _ORDINARY
        ]
    if not judged:
        return 1.0
    return sum(_is_right(word, first, case) for word, first in judged) / len(judged)


def _is_right(word: str, first: bool, case: str) -> bool:
    if case == "$upper":
        return word.isupper()
    if case == "$lower":
        return word.islower()
    if case == "$title":
        return word[0].isupper() or (not first and word in _SMALL)
    return word[0].isupper() if first else word[0].islower()
