"""`repetition`: a word that stands twice in a row (Vale's kind of that name)."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.patterns import pattern

# Cheaper than the words one by one, and nearly always the answer is no.
_TWICE = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)

KIND = "repetition"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "tokens": Field(list[str], [r"[^\s]+"], "what is taken as a word"),
    "alpha": Field(bool, True, "whether only words of letters count"),
    "ignorecase": Field(bool, True, "whether capitals make no difference"),
    "exceptions": Field(list[str], [], "words that may be said twice"),
    "safe": Field(bool, False, "whether the second can go without a look"),
}


def compile(params: Mapping[str, Any]) -> Any:
    """One pattern of all tokens."""
    return pattern("|".join(f"(?:{token})" for token in params["tokens"]), params["ignorecase"])


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit over both words where the second repeats the first."""
    exceptions = {one.lower() for one in rule.params["exceptions"]}
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        text = block.span.of(document.text)
        if rule.params["alpha"] and not _TWICE.search(text):
            continue
        for left, right in pairwise(rule.compiled.finditer(text)):
            one, other = left.group(), right.group()
            same = one.lower() == other.lower() if rule.params["ignorecase"] else one == other
            beside = not text[left.end() : right.start()].strip()
            if not same or not beside or one.lower() in exceptions:
                continue
            if rule.params["alpha"] and not one.replace("'", "").isalpha():
                continue
            span = Span(left.start(), right.end()).shift(block.span.start)
            hits.append(Hit(span, {"match": one}, (one,), safe=rule.params["safe"]))
    return hits
