"""`existence`: words and patterns that should not stand in the text (Vale's kind of that name)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.checks.field import Field
from auditor.checks.scope import NEEDS as NEEDS
from auditor.checks.scope import is_quoted, stretches
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.patterns import pattern

KIND = "existence"
FIELDS = {
    "tokens": Field(list[str], [], "words, phrases or patterns"),
    "raw": Field(list[str], [], "pieces of one pattern that stands before the tokens"),
    "append": Field(bool, False, "whether `raw` stands after the tokens"),
    "ignorecase": Field(bool, True, "whether capitals make no difference"),
    "nonword": Field(bool, False, "whether a match may stand inside a word"),
    "exceptions": Field(list[str], [], "words or patterns; a match that holds one is not reported"),
    "only_after": Field(str, "", "a pattern that must stand right before a match"),
    "not_after": Field(str, "", "a pattern that must not stand right before a match"),
    "not_before": Field(str, "", "a pattern that must not stand right after a match"),
    "unless": Field(str, "", "a pattern that, anywhere in the block, makes matches harmless"),
    "regions": Field(list[str], ["content"], "parts of the page to look in"),
    "suggest": Field(list[str], [], "what to write instead"),
}
_AROUND = 80  # characters that `only_after`, `not_after` and `not_before` see


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled keys of one rule; None where a key is not set."""

    found: Any
    exceptions: Any
    only_after: Any
    not_after: Any
    not_before: Any
    unless: Any


def compile(params: Mapping[str, Any]) -> _Patterns:
    """One pattern of all tokens, and those of its surroundings."""
    if not params["tokens"] and not params["raw"]:
        raise ValueError("the key ‘tokens’ is empty; list the words or patterns to look for")
    case = params["ignorecase"]
    exceptions = _joined(params["exceptions"], r"\b") if params["exceptions"] else ""

    def optional(source: str) -> Any:
        return pattern(source, case) if source else None

    inside = _joined(params["tokens"], "" if params["nonword"] else r"\b")
    raw = "".join(params["raw"])
    return _Patterns(
        pattern(inside + raw if params["append"] else raw + inside, case),
        optional(exceptions),
        optional(_last(params["only_after"])),
        optional(_last(params["not_after"])),
        optional(f"^(?:{params['not_before']})" if params["not_before"] else ""),
        optional(params["unless"]),
    )


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for every match in a block of the rule's scope."""
    patterns: _Patterns = rule.compiled
    suggest = tuple(rule.params["suggest"])
    hits: list[Hit] = []
    for stretch in stretches(document, rule, evidence):
        text = stretch.of(document.text)
        matches = [one for one in patterns.found.finditer(text) if one.group()]
        if not matches or (patterns.unless and patterns.unless.search(text)):
            continue
        for match in matches:
            if _is_excused(patterns, text, *match.span()):
                continue
            span = Span(*match.span()).shift(stretch.start)
            if is_quoted(span, evidence):
                continue
            values = {"match": match.group(), "replacement": suggest[0] if suggest else ""}
            hits.append(Hit(span, values, suggest))
    return hits


def _last(source: str) -> str:
    return f"(?:{source})$" if source else ""


def _joined(tokens: Sequence[str], edge: str) -> str:
    inside = "|".join(f"(?:{token})" for token in tokens if token.strip())
    return f"{edge}(?:{inside}){edge}" if inside else ""


def _is_excused(patterns: _Patterns, text: str, start: int, end: int) -> bool:
    if patterns.exceptions and patterns.exceptions.search(text[start:end]):
        return True
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return bool(
        (patterns.only_after and not patterns.only_after.search(before))
        or (patterns.not_after and patterns.not_after.search(before))
        or (patterns.not_before and patterns.not_before.search(after))
    )
