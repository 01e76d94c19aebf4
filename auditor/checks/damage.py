"""`damage`: places where a copy lost or broke something."""

from auditor.checks.field import Field
from auditor.facts.damage import Kind
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "damage"
NEEDS: tuple[str, ...] = ("damage",)
FIELDS = {"kinds": Field(list[Kind], about="which kinds of damage, by name")}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each damaged place of the rule's kinds, with the words round it."""
    kinds = rule.params["kinds"]
    return [
        Hit(one, {"match": one.of(document.text).strip()})
        for one in evidence["damage"]
        if one.kind in kinds
    ]
