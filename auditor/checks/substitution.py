"""`substitution`: words and phrases with plainer ones (Vale's kind of that name).

All of a rule's phrases are found in one pass over the words. With `inflect: verb` a verb's -s, -ed
and -ing forms are found and suggested too. Rules that are `exact` mean their keys as Vale does:
each is a pattern, and a hyphen is no space.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from auditor.checks.field import Field
from auditor.checks.scope import is_quoted
from auditor.choices import Choices
from auditor.inflection import forms
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.phrases import Phrases

KIND = "substitution"
NEEDS: tuple[str, ...] = ("tokens", "swaps", "quotations")
FIELDS = {
    "swap": Field(dict[str, str | list[str]], about="phrase: plainer phrase, or several"),
    "inflect": Field(Literal["verb", "noun", "none"], "none", "which forms are made of a key"),
    "exceptions": Field(list[str], [], "phrases inside which nothing is reported"),
    "safe": Field(list[str], [], "keys that can be replaced without a look"),
    "exact": Field(bool, False, "whether keys are patterns, as in Vale"),
    "ignorecase": Field(bool, True, "for exact keys: whether capitals make no difference"),
    "nonword": Field(bool, False, "for exact keys: whether a match may stand inside a word"),
}

# Suggestions, whether the key has capitals itself, and whether it is safe to replace.
Plainer = tuple[tuple[str, ...], bool, bool]

_EXCEPTION: Plainer = ((), False, False)


def compile(params: Mapping[str, Any]) -> Phrases[Plainer] | Choices[Plainer]:
    """All keys, their forms, and the exceptions (longer, so they win) as one set of phrases."""
    if params["exact"]:
        return Choices(
            ((key, (_options(plainer), True, False)) for key, plainer in params["swap"].items()),
            ignorecase=params["ignorecase"],
            nonword=params["nonword"],
            exceptions=params["exceptions"],
        )
    return Phrases(_pairs(params))


def _pairs(params: Mapping[str, Any]) -> Iterator[tuple[str, Plainer]]:
    for phrase in params["exceptions"]:
        yield phrase, _EXCEPTION
    safe = frozenset(params["safe"])
    for key in safe:
        if len(_options(params["swap"].get(key, []))) != 1:
            raise ValueError(f"‘safe’ names ‘{key}’, which is no key with one replacement")
    for phrase, plainer in params["swap"].items():
        capitals = phrase != phrase.lower()
        for form, shaped in forms(phrase, _options(plainer), params["inflect"]):
            yield form, (shaped, capitals, phrase in safe)


def _options(plainer: str | list[str]) -> tuple[str, ...]:
    return (plainer,) if isinstance(plainer, str) else tuple(plainer)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for every phrase found in a block of the rule's scope."""
    if rule.params["exact"]:
        return list(_exact(document, rule, evidence))
    hits: list[Hit] = []
    swaps: Mapping[str, Sequence[tuple[int, Span, Plainer]]] = evidence["swaps"]
    for index, span, (plainer, capitals, safe) in swaps[rule.id]:
        block = document.blocks[index]
        if not plainer or not any(block.is_a(kind) for kind in rule.scope):
            continue
        if _is_in_brackets(document.text, span) or is_quoted(span, evidence):
            continue  # "swelling (oedema)": the plain word stands before it
        if capitals or not _is_name(document.text, span, block.span.start):
            words = span.of(document.text)
            shaped = tuple(_cased(option, words) for option in plainer)
            values = {"match": words, "replacement": shaped[0]}
            hits.append(Hit(span, values, shaped, safe=safe))
    return hits


def _exact(document: Document, rule: Rule, evidence: Evidence) -> Iterator[Hit]:
    """Hits of a rule whose keys are patterns."""
    for index, block in enumerate(document.blocks):
        if block.region != "content" or not any(block.is_a(kind) for kind in rule.scope):
            continue
        reached = -1
        found = rule.compiled.find(document.text, block.span, evidence["tokens"][index])
        for span, (options, _, _) in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            words = span.of(document.text)
            if span.start < reached or words in options:
                continue
            reached = span.end
            shown = " or ".join(f"‘{option}’" for option in options) if options[1:] else options[0]
            yield Hit(span, {"match": words, "replacement": shown}, options)


def _is_in_brackets(text: str, span: Span) -> bool:
    """Whether the words stand alone in brackets."""
    return text[span.start - 1 : span.start] == "(" and text[span.end : span.end + 1] == ")"


def _is_name(text: str, span: Span, start: int) -> bool:
    """Whether a capital inside a sentence shows that the words are part of a name."""
    words = span.of(text)
    before = text[start : span.start].rstrip()
    return (
        words[0].isupper()
        and not words.isupper()
        and bool(before)
        and before[-1] not in ".!?:“\"‘('"
    )


def _cased(option: str, words: str) -> str:
    return option[0].upper() + option[1:] if words[0].isupper() else option
