"""`passive`: each passive clause."""

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "passive"
NEEDS: tuple[str, ...] = ("passives",)
FIELDS: dict[str, Field] = {}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the words from the form of be or get to the participle."""
    return [
        Hit(span, {"match": span.of(document.text)}, certain=False)
        for span, sentence in evidence["passives"]
        if any(sentence.kind.startswith(kind) for kind in rule.scope)
    ]
