"""`occurrence`: how often a pattern may stand in one block (Vale's kind of that name)."""

from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field, pattern
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "occurrence"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "token": Field(str, about="the pattern that is counted"),
    "max": Field(int, 0, "the most that passes; 0 for no upper limit"),
    "min": Field(int, 0, "the least that passes"),
    "ignorecase": Field(bool, False, "whether capitals make no difference"),
}


def compile(params: Mapping[str, Any]) -> Any:
    """The pattern."""
    return pattern(params["token"], params["ignorecase"])


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each block with too many or too few matches."""
    most, least = rule.params["max"], rule.params["min"]
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        count = sum(
            1 for one in rule.compiled.finditer(block.span.of(document.text)) if one.group()
        )
        if (most and count > most) or count < least:
            limit = most if most and count > most else least
            hits.append(Hit(block.span, {"count": str(count), "limit": str(limit)}))
    return hits
