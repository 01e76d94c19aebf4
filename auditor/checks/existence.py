"""`existence`: words and patterns that should not stand in the text (Vale's kind of that name)."""

from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field, pattern
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span

KIND = "existence"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "tokens": Field(list[str], about="words, phrases or patterns"),
    "ignorecase": Field(bool, True, "whether capitals make no difference"),
    "nonword": Field(bool, False, "whether a match may stand inside a word"),
    "exceptions": Field(list[str], [], "matches that are not reported"),
    "suggest": Field(list[str], [], "what to write instead"),
}


def compile(params: Mapping[str, Any]) -> Any:
    """One pattern of all tokens."""
    inside = "|".join(f"(?:{token})" for token in params["tokens"])
    edge = "" if params["nonword"] else r"\b"
    return pattern(f"{edge}(?:{inside}){edge}", params["ignorecase"])


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for every match in a block of the rule's scope."""
    exceptions = {one.lower() for one in rule.params["exceptions"]}
    suggest = tuple(rule.params["suggest"])
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        text = block.span.of(document.text)
        for match in rule.compiled.finditer(text):
            if match.group() and match.group().lower() not in exceptions:
                span = Span(*match.span()).shift(block.span.start)
                values = {"match": match.group(), "replacement": suggest[0] if suggest else ""}
                hits.append(Hit(span, values, suggest))
    return hits
