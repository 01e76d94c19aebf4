"""`noun-string`: several nouns in a row, "hospital patient transport request form".

There is no tagger here: the rule brings the nouns that such strings are made of, and a run of them
counts when nothing but white space stands between. Terms of several words count as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.checks.field import Field
from auditor.lexicon import plurals
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.phrases import Token

KIND = "noun-string"
NEEDS: tuple[str, ...] = ("tokens",)
FIELDS = {
    "nouns": Field(str, about="the nouns, with white space between"),
    "compounds": Field(list[str], [], "pairs of nouns that readers take as one word"),
    "min": Field(int, 4, "how many in a row are too many"),
}


@dataclass(frozen=True, slots=True)
class _Nouns:
    single: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def count(self, run: Sequence[Token]) -> int:
        """How many nouns readers see: a known pair is one."""
        seen, at = 0, 0
        while at < len(run):
            pair = at + 1 < len(run) and (run[at].norm, run[at + 1].norm) in self.pairs
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
    tokens: Sequence[Sequence[Token]] = evidence["tokens"]
    nouns: _Nouns = rule.compiled
    hits: list[Hit] = []
    for index, block in enumerate(document.blocks):
        if block.region != "content" or not any(block.is_a(kind) for kind in rule.scope):
            continue
        run: list[Token] = []
        for token in [*tokens[index], None]:
            joined = bool(run) and token is not None and _touch(document.text, run[-1], token)
            if token is not None and token.norm in nouns.single and (joined or not run):
                run.append(token)
                continue
            count = nouns.count(run)
            if count >= rule.params["min"]:
                span = Span(run[0].span.start, run[-1].span.end)
                hits.append(Hit(span, {"match": span.of(document.text), "count": str(count)}))
            run = [token] if token is not None and token.norm in nouns.single else []
    return hits


def _touch(text: str, left: Token, right: Token) -> bool:
    return not text[left.span.end : right.span.start].strip(" -‐‑\u00a0\n")
