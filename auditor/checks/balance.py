"""`balance`: a text that says one thing again and again, and never what must stand beside it."""

from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.patterns import pattern

KIND = "balance"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "tokens": Field(list[str], about="patterns of what is said, such as good effects"),
    "against": Field(list[str], about="patterns of what must stand beside it, such as harms"),
    "least": Field(int, 2, "how often it must be said before the other is missed"),
}


def compile(params: Mapping[str, Any]) -> tuple[Any, Any]:
    """One pattern for each side."""
    return _any(params["tokens"]), _any(params["against"])


def _any(tokens: list[str]) -> Any:
    inside = "|".join(f"(?:{token})" for token in tokens)
    return pattern(rf"\b(?:{inside})\b")


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """One hit, on the first of the words, when they are enough and nothing stands against them."""
    said, against = rule.compiled
    found: list[Span] = []
    for block in document.scoped():
        text = block.span.of(document.text)
        if against.search(text):
            return []
        found += [Span(*match.span()).shift(block.span.start) for match in said.finditer(text)]
    if len(found) < rule.params["least"]:
        return []
    return [Hit(found[0], {"match": found[0].of(document.text)})]
