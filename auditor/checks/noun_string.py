"""`noun-string`: several nouns in a row, "hospital patient transport request form".

There is no tagger here: the rule brings the nouns that such strings are made of, and a run of them
counts when nothing but white space stands between. Terms of several words count as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.checks.field import Field
from auditor.lexicon import plurals
from auditor.model import Document, Evidence, Hit, Judgement, Rule
from auditor.phrases import Tokens

KIND = "noun-string"
NEEDS: tuple[str, ...] = ("tokens",)
FIELDS = {
    "nouns": Field(str, about="the nouns, with white space between"),
    "compounds": Field(list[str], [], "pairs of nouns that readers take as one word"),
    "min": Field(int, 4, "how many in a row are too many"),
}

_BETWEEN = " -‐‑\u00a0\n"


@dataclass(frozen=True, slots=True)
class _Nouns:
    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def count(self, run: Sequence[str]) -> int:
        """How many nouns readers see: a known pair is one."""
        seen, at = 0, 0
        while at < len(run):
            pair = tuple(run[at : at + 2]) in self.pairs
            at += 2 if pair else 1
            seen += 1
        return seen


def compile(params: Mapping[str, Any]) -> _Nouns:
    """The nouns with their plurals."""
    nouns = params["nouns"].split()
    pairs = (tuple(pair.split()) for pair in params["compounds"])
    return _Nouns(
        frozenset(form for noun in nouns for form in (noun, *plurals(noun))),
        frozenset((first, form) for first, last in pairs for form in (last, *plurals(last))),
    )


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for each run of at least `min` nouns."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    nouns: _Nouns = rule.compiled
    hits: list[Hit] = []
    for index, block in enumerate(document.blocks):
        if block.region != "content" or not any(block.is_a(kind) for kind in rule.scope):
            continue
        for first, last in _runs(document.text, tokens[index], nouns.single):
            count = nouns.count(tokens[index].norms[first:last])
            if count >= rule.params["min"]:
                span = tokens[index].span(first, last - 1)
                hits.append(Hit(span, {"match": span.of(document.text), "count": str(count)}))
    return hits


def _runs(text: str, found: Tokens, nouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where nouns follow one another with only white space or hyphens between: [first, last)."""
    first = 0
    for index, norm in enumerate(found.norms):
        if norm not in nouns:
            yield first, index
            first = index + 1
        elif index > first and text[found.ends[index - 1] : found.starts[index]].strip(_BETWEEN):
            yield first, index
            first = index
    yield first, len(found)
