"""The stretches of text that a rule judges one by one: blocks, or sentences."""

from auditor.facts.sentences import Sentence
from auditor.model import Document, Evidence, Rule, Span

NEEDS: tuple[str, ...] = ("sentences",)


def stretches(document: Document, rule: Rule, evidence: Evidence) -> list[Span]:
    """Where the rule looks: with `sentence` in its scope every sentence, else its blocks."""
    if "sentence" in rule.scope:
        sentences: tuple[Sentence, ...] = evidence["sentences"]
        return [sentence.span for sentence in sentences]
    return [block.span for block in document.scoped(rule.scope)]
