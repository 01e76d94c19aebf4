"""`sentence-length`: sentences with more words than a limit."""

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "sentence-length"
NEEDS: tuple[str, ...] = ("sentences",)
FIELDS = {
    "max": Field(int, about="the most words that pass"),
    "upto": Field(int, 10_000, "and at most this many, so that two levels do not both report"),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for each sentence whose words are over `max` and not over `upto`."""
    low, high = rule.params["max"], rule.params["upto"]
    return [
        Hit(sentence.span, {"words": str(len(sentence.words)), "limit": str(low)})
        for sentence in evidence["sentences"]
        if low < len(sentence.words) <= high
        and not sentence.damaged
        and any(sentence.kind.startswith(kind) for kind in rule.scope)
    ]
