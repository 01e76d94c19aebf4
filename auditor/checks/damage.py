"""`damage`: places where words seem to be lost."""

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "damage"
NEEDS: tuple[str, ...] = ("damage",)
FIELDS: dict[str, Field] = {}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the words round each gap."""
    return [Hit(span, {"match": span.of(document.text)}) for span in evidence["damage"]]
