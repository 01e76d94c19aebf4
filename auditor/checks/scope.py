"""The stretches of text that a rule judges one by one: blocks, or sentences; and what is quoted."""

from bisect import bisect_right

from auditor.facts.sentences import Sentence
from auditor.model import Document, Evidence, Rule, Span

NEEDS: tuple[str, ...] = ("sentences", "quotations")


def stretches(document: Document, rule: Rule, evidence: Evidence) -> list[Span]:
    """Where the rule looks: with `sentence` in its scope every sentence, else its blocks."""
    if "sentence" in rule.scope:
        sentences: tuple[Sentence, ...] = evidence["sentences"]
        return [sentence.span for sentence in sentences]
    regions = rule.params.get("regions", ("content",))
    return [block.span for block in document.scoped(rule.scope, regions)]


def is_quoted(span: Span, evidence: Evidence) -> bool:
    """Whether the words stand in a quotation: they are somebody else's."""
    quotations: tuple[Span, ...] = evidence["quotations"]
    index = bisect_right(quotations, span.start, key=lambda one: one.start) - 1
    return index >= 0 and span.end <= quotations[index].end
