"""`spelling-variety`: British and American spelling mixed in one document.

The document decides: the variety with more uses stays, the other is reported. Where both stand
equally often, `prefer` decides. Names are left alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from auditor.checks.field import Field
from auditor.inflection import forms
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.phrases import Phrases, Tokens

KIND = "spelling-variety"
NEEDS: tuple[str, ...] = ("tokens",)
FIELDS = {
    "pairs": Field(dict[str, str], about="British spelling: American spelling"),
    "prefer": Field(Literal["british", "american"], "british", "which one stays in a tie"),
}

Spelling = tuple[Literal["british", "american"], str]  # which, and the other way to write it


def compile(params: Mapping[str, Any]) -> Phrases[Spelling]:
    """Every form of every pair, told by its variety."""
    found: dict[str, Spelling] = {}
    for british, american in params["pairs"].items():
        for kind in ("noun", "verb"):
            for form, shaped in forms(british, (american,), kind):
                found.setdefault(form, ("british", shaped[0]))
            for form, shaped in forms(american, (british,), kind):
                found.setdefault(form, ("american", shaped[0]))
    both = {form for form, (_, other) in found.items() if form == other}
    return Phrases((form, value) for form, value in found.items() if form not in both)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each word of the variety that is used less."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    seen: dict[str, list[tuple[Span, str]]] = {"british": [], "american": []}
    for index, block in enumerate(document.blocks):
        if block.region != "content" or not any(block.is_a(kind) for kind in rule.scope):
            continue
        for span, (variety, other) in rule.compiled.find(document.text, tokens[index]):
            if not _is_name(document.text, span, block.span.start):
                seen[variety].append((span, other))
    british, american = len(seen["british"]), len(seen["american"])
    if not british or not american:
        return []
    kept = (
        rule.params["prefer"]
        if british == american
        else ("british" if british > american else "american")
    )
    lesser = "american" if kept == "british" else "british"
    return [
        Hit(span, {"match": span.of(document.text), "replacement": other, "kept": kept.title()},
            (other,), safe=True)
        for span, other in seen[lesser]
    ]  # fmt: skip


def _is_name(text: str, span: Span, start: int) -> bool:
    before = text[start : span.start].rstrip()
    return text[span.start].isupper() and bool(before) and before[-1] not in ".!?:"
