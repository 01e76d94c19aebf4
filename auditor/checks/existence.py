"""`existence`: words and patterns that should not stand in the text (Vale's kind of that name)."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    "not_after": Field(str, "", "a pattern that must not stand right before a match"),
    "not_before": Field(str, "", "a pattern that must not stand right after a match"),
    "unless": Field(str, "", "a pattern that, anywhere in the block, makes matches harmless"),
    "suggest": Field(list[str], [], "what to write instead"),
}
_AROUND = 40  # characters that `not_after` and `not_before` see


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled keys of one rule; None where a key is not set."""

    found: Any
    not_after: Any
    not_before: Any
    unless: Any


def compile(params: Mapping[str, Any]) -> _Patterns:
    """One pattern of all tokens, and those of its surroundings."""
    inside = "|".join(f"(?:{token})" for token in params["tokens"])
    edge = "" if params["nonword"] else r"\b"
    case = params["ignorecase"]

    def optional(source: str) -> Any:
        return pattern(source, case) if source else None

    return _Patterns(
        pattern(f"{edge}(?:{inside}){edge}", case),
        optional(f"(?:{params['not_after']})$" if params["not_after"] else ""),
        optional(f"^(?:{params['not_before']})" if params["not_before"] else ""),
        optional(params["unless"]),
    )


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for every match in a block of the rule's scope."""
    patterns: _Patterns = rule.compiled
    exceptions = {one.lower() for one in rule.params["exceptions"]}
    suggest = tuple(rule.params["suggest"])
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        text = block.span.of(document.text)
        matches = [one for one in patterns.found.finditer(text) if one.group()]
        if not matches or (patterns.unless and patterns.unless.search(text)):
            continue
        for match in matches:
            if match.group().lower() in exceptions or _is_excused(patterns, text, *match.span()):
                continue
            span = Span(*match.span()).shift(block.span.start)
            values = {"match": match.group(), "replacement": suggest[0] if suggest else ""}
            hits.append(Hit(span, values, suggest))
    return hits


def _is_excused(patterns: _Patterns, text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return bool(
        (patterns.not_after and patterns.not_after.search(before))
        or (patterns.not_before and patterns.not_before.search(after))
    )
