"""`damage`: places where a copy lost, broke or doubled something."""

import re
from typing import Literal

from auditor.checks.field import Field
from auditor.facts.damage import Kind
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span

KIND = "damage"
NEEDS: tuple[str, ...] = ("damage", "repeats")
_BEFORE = re.compile(r"(?:[^\s.!?]+\s+){0,2}[^\s.!?]*\Z")  # of the same sentence
_AFTER = re.compile(r"\s*[^\s.!?]+")
_NEAR = 60  # code points
_PLAIN_ENOUGH = 15  # code points that a person finds again without help
FIELDS = {
    "kinds": Field(list[Kind | Literal["said twice"]], about="which kinds of damage, by name")
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each place of the rule's kinds, with the words round it."""
    kinds = rule.params["kinds"]
    spans = [one for one in evidence["damage"] if one.kind in kinds]
    if "said twice" in kinds:
        spans += evidence["repeats"]
    return [Hit(one, {"match": _with_words_round(document, one)}) for one in spans]


def _with_words_round(document: Document, span: Span) -> str:
    """The place; a gap of few letters with up to two words before it and one behind, as they are."""
    block = document.block_at(span.start)
    if block is None or len(span.of(document.text).strip()) > _PLAIN_ENOUGH:
        return span.of(document.text).strip()
    first = max(block.span.start, span.start - _NEAR)
    before = _BEFORE.search(document.text[first : span.start])
    ended = document.text[span.end - 1] in ".!?"
    after = None if ended else _AFTER.match(document.text, span.end, block.span.end)
    start = span.start - (len(before.group()) if before else 0)
    return document.text[start : after.end() if after else span.end].strip()
