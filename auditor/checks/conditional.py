"""`conditional`: where the first pattern stands, the second must stand too (Vale's kind)."""

from collections.abc import Mapping
from typing import Any

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule, Span
from auditor.patterns import pattern

KIND = "conditional"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "first": Field(str, about="the pattern that asks for the second; a group names what"),
    "second": Field(str, about="the pattern that answers it; its group must be the same"),
    "ignorecase": Field(bool, False, "whether capitals make no difference"),
    "exceptions": Field(list[str], [], "matches of the first that need no answer"),
}


def compile(params: Mapping[str, Any]) -> tuple[Any, Any]:
    """Both patterns."""
    case = params["ignorecase"]
    return pattern(params["first"], case), pattern(params["second"], case)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the first match that nothing answers, once for each different one."""
    first, second = rule.compiled
    answered: set[str] = set()
    asked: dict[str, Span] = {}
    exceptions = set(rule.params["exceptions"])
    for block in document.scoped(rule.scope):
        text = block.span.of(document.text)
        answered |= {_named(match) for match in second.finditer(text)}
        for match in first.finditer(text):
            if _named(match) not in exceptions:
                asked.setdefault(_named(match), Span(*match.span()).shift(block.span.start))
    if not asked:
        return Inapplicable("nothing in this text asks for the second pattern")
    return [Hit(span, {"match": name}) for name, span in asked.items() if name not in answered]


def _named(match: Any) -> str:
    groups = [group for group in match.groups() if group]
    return str(groups[0] if groups else match.group())
