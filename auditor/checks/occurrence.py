"""`occurrence`: how often a pattern may stand in one block or sentence (Vale's kind of that name)."""

from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field
from auditor.checks.scope import NEEDS as NEEDS
from auditor.checks.scope import stretches
from auditor.model import Document, Evidence, Hit, Judgement, Rule
from auditor.patterns import pattern

KIND = "occurrence"
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
    """A hit on each stretch with too many or too few matches."""
    most, least = rule.params["max"], rule.params["min"]
    hits: list[Hit] = []
    for stretch in stretches(document, rule, evidence):
        found = rule.compiled.finditer(stretch.of(document.text))
        count = sum(1 for one in found if one.group())
        if (most and count > most) or count < least:
            limit = most if most and count > most else least
            hits.append(Hit(stretch, {"count": str(count), "limit": str(limit)}))
    return hits
