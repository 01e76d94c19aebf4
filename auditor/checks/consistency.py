"""`consistency`: two ways to write one thing, both used in one document (Vale's kind of that name)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.checks.field import Field
from auditor.choices import Choices
from auditor.lexicon import plurals
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.phrases import Phrases, Tokens

KIND = "consistency"
NEEDS: tuple[str, ...] = ("tokens",)
FIELDS = {
    "either": Field(dict[str, str], about="one way: the other way"),
    "exact": Field(bool, False, "whether the ways are patterns, as in Vale"),
    "ignorecase": Field(bool, True, "for exact ways: whether capitals make no difference"),
    "nonword": Field(bool, False, "for exact ways: whether a match may stand inside a word"),
}

Way = tuple[int, int]  # which pair, and which of its two ways


def compile(params: Mapping[str, Any]) -> Phrases[Way] | Choices[Way]:
    """Both ways of every pair, with their plurals where they are plain words."""
    if params["exact"]:
        pairs = enumerate(params["either"].items())
        return Choices(
            ((key, (index, way)) for index, pair in pairs for way, key in enumerate(pair)),
            ignorecase=params["ignorecase"],
            nonword=params["nonword"],
        )
    return Phrases(_ways(params["either"]))


def _ways(either: Mapping[str, str]) -> Iterator[tuple[str, Way]]:
    for index, pair in enumerate(either.items()):
        for way, phrase in enumerate(pair):
            yield phrase, (index, way)
            for plural in plurals(phrase):
                yield plural, (index, way)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each use of the way that is used less, or, in a tie, that comes second."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    seen: dict[int, tuple[list[Span], list[Span]]] = {}
    for index, block in enumerate(document.blocks):
        if block.region != "content" or not any(block.is_a(kind) for kind in rule.scope):
            continue
        if rule.params["exact"]:
            found = rule.compiled.find(document.text, block.span, tokens[index])
        else:
            found = rule.compiled.find(document.text, tokens[index])
        for span, (pair, way) in found:
            seen.setdefault(pair, ([], []))[way].append(span)
    names = list(rule.params["either"].items())
    hits: list[Hit] = []
    for pair, ways in sorted(seen.items()):
        if not ways[0] or not ways[1]:
            continue
        lesser = _lesser(*ways)
        kept = names[pair][1 - lesser]
        hits += (
            Hit(span, {"match": span.of(document.text), "replacement": kept})
            for span in ways[lesser]
        )
    return hits


def _lesser(one: list[Span], other: list[Span]) -> int:
    if len(one) != len(other):
        return 0 if len(one) < len(other) else 1
    return 0 if one[0].start > other[0].start else 1
