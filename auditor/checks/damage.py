"""`damage`: places where a copy lost, broke or doubled something."""

from typing import Literal

from auditor.checks.field import Field
from auditor.facts.damage import Kind
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "damage"
NEEDS: tuple[str, ...] = ("damage", "repeats")
FIELDS = {
    "kinds": Field(list[Kind | Literal["said twice"]], about="which kinds of damage, by name")
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each place of the rule's kinds, with the words round it."""
    kinds = rule.params["kinds"]
    spans = [one for one in evidence["damage"] if one.kind in kinds]
    if "said twice" in kinds:
        spans += evidence["repeats"]
    return [Hit(one, {"match": one.of(document.text).strip()}) for one in spans]
