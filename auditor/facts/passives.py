"""Passive clauses: a form of be or get, perhaps adverbs, and a past participle."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from auditor.facts.context import Context
from auditor.facts.sentences import Sentence
from auditor.model import Document, Span
from auditor.text import normal, words

NAME = "passives"
NEEDS: tuple[str, ...] = ("sentences",)

_BE = frozenset("am is are was were be been being get gets got getting gotten isn't aren't "
                "wasn't weren't it's they're you're we're".split())  # fmt: skip
_BETWEEN = frozenset("not also often usually always never sometimes only still just then now "
                     "already even ever soon mainly mostly first both all".split())  # fmt: skip
_IRREGULAR = frozenset(
    "given taken made done put seen known shown found kept held told sent built bought brought "
    "caught chosen drawn driven eaten fed felt forgotten grown heard hidden hurt laid led left "
    "lost paid read run said sold shaken spoken spent stuck struck sworn taught thought thrown "
    "understood woken worn written begun bitten blown broken cut dealt drunk fallen flown frozen "
    "hit hung injected let lent meant met rung sewn shut sunk swollen torn undergone set".split()
)
# Participles that describe a state of a person or thing rather than an action done to it.
_STATES = frozenset(
    "tired worried concerned interested excited pleased scared frightened bored confused married "
    "divorced retired allowed supposed used involved advanced limited related based located "
    "qualified experienced pregnant dressed finished gone ready required need needed aged "
    "overweight stressed depressed relaxed committed infected swollen left run set let cut "
    "hurt read put feel hundred sacred red bed need speed indeed breed seed bleed naked wicked "
    "called named known".split()
)
_REGULAR = re.compile(r"[a-z]{3,}ed")


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[tuple[Span, Sentence], ...]:
    """Each passive clause as its span, be to participle, with its sentence."""
    sentences: Sequence[Sentence] = evidence["sentences"]
    found: list[tuple[Span, Sentence]] = []
    for sentence in sentences:
        if sentence.damaged:
            continue
        span = _passive(document.text, sentence)
        if span:
            found.append((span, sentence))
    return tuple(found)


def _passive(text: str, sentence: Sentence) -> Span | None:
    norms = [normal(word) for word in sentence.words]
    if _BE.isdisjoint(norms):
        return None
    spans = words(text, sentence.span.start, sentence.span.end)
    for index, norm in enumerate(norms):
        if norm not in _BE:
            continue
        at = index + 1
        while at < len(norms) and (norms[at] in _BETWEEN or _is_adverb(norms[at])):
            at += 1
        if at >= len(norms) or at - index > 3:
            continue
        word = norms[at].rpartition("-")[2]
        participle = (word in _IRREGULAR or _REGULAR.fullmatch(word)) and word not in _STATES
        by_agent = (
            at + 1 < len(norms) and norms[at + 1] == "by" and word not in _STATES - _IRREGULAR
        )
        plain = "," not in text[spans[index].end : spans[at].start]
        if plain and (participle or (by_agent and word in _IRREGULAR)):
            return Span(spans[index].start, spans[at].end)
    return None


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly")
