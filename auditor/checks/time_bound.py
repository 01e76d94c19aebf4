"""`time_bound`: words such as "so far" on a page whose own dates are old, or beside an old year."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from auditor.checks.field import Field
from auditor.facts.dates import Dates
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule, Span
from auditor.patterns import pattern

KIND = "time_bound"
NEEDS: tuple[str, ...] = ("dates",)
FIELDS = {
    "tokens": Field(list[str], about="patterns of words that are true only for a time"),
    "months": Field(int, 24, "how old the page's newest date may be"),
    "not_after": Field(str, "", "a pattern that must not stand right before a match"),
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = 60  # characters around a match in which a year belongs to it
_AROUND = 40


def compile(params: Mapping[str, Any]) -> tuple[Any, Any]:
    """One pattern of all tokens, and that of what may not stand before."""
    inside = "|".join(f"(?:{token})" for token in params["tokens"])
    before = params["not_after"]
    return pattern(rf"\b(?:{inside})\b"), pattern(f"(?:{before})$") if before else None


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for every match, when the page or the year beside the match is too old."""
    known: Dates = evidence["dates"]
    today, newest = known.today, _newest(known)
    months = rule.params["months"]
    old = newest is not None and _months(newest, today) > months
    found, not_after = rule.compiled
    hits: list[Hit] = []
    matched = False
    for block in document.scoped(rule.scope):
        text = block.span.of(document.text)
        for match in found.finditer(text):
            start, end = match.span()
            if not_after and not_after.search(text[max(0, start - _AROUND) : start]):
                continue
            matched = True
            if hits and hits[-1].span and block.span.start + start - hits[-1].span.end < _NEAR:
                continue  # one sentence often says it twice
            years = [int(y) for y in _YEAR.findall(text[max(0, start - _NEAR) : end + _NEAR])]
            past = years and (today.year - max(years)) * 12 > months
            if past or (old and not years):
                said = str(max(years)) if past else f"{newest:%B %Y}"
                span = Span(start, end).shift(block.span.start)
                hits.append(Hit(span, {"match": match.group(), "when": said}))
    if not matched:
        return []
    if newest is None and not hits:
        return Inapplicable("the text gives no date of its own")
    return hits


def _newest(found: Dates) -> date | None:
    known = [one.value for one in found.dates if one.value and one.role != "next_review"]
    return max(known, default=None)


def _months(then: date, now: date) -> int:
    return (now.year - then.year) * 12 + now.month - then.month
