"""Where the text uses terms of the lexicon; of overlapping terms the longest counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.facts.context import Context
from auditor.lexicon import Form
from auditor.model import Block, Document, Span, Term
from auditor.phrases import Tokens

NAME = "mentions"
NEEDS: tuple[str, ...] = ("tokens",)

_REGIONS = ("content", "boilerplate", "interactive", "teaser")


@dataclass(slots=True)
class Mention:
    """One use of a term: its span, and the index of its block."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """The uses of each term in content, and outside it, where a glossary may stand."""

    content: Mapping[str, tuple[Term, list[Mention]]]
    outside: Mapping[str, list[Mention]]


def is_prose(block: Block) -> bool:
    """Whether terms in a block count: content that is neither code nor the page's title."""
    return block.region == "content" and not block.is_a("code") and not block.is_a("title")


_ROMAN = frozenset("IV VI IX XI CI MI".split())
_NUMBERED = re.compile(
    r"\b(?:stage|class|grade|type|phase|part|level|to|and|or|step|group)\s+$", re.IGNORECASE
)


def _is_short_form(text: str, form: Form, span: Span) -> bool:
    """Whether letters are the short form: ME, not me; IV, but not class IV."""
    if not form.is_written(text[span.start : span.end]):
        return False
    return form.exact not in _ROMAN or not _NUMBERED.search(
        text[max(0, span.start - 10) : span.start]
    )


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Mentions:
    """Every use of a term of the lexicon, in order."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    content: dict[str, tuple[Term, list[Mention]]] = {}
    outside: dict[str, list[Mention]] = {}
    forms, text = context.lexicon.forms, document.text
    for index, block in enumerate(document.blocks):
        if block.region not in _REGIONS or block.is_a("code") or block.is_a("title"):
            continue
        for span, form in forms.find(text, tokens[index]):
            if form.exact and not _is_short_form(text, form, span):
                continue
            name = form.term.term
            if block.region == "content":
                if name not in content:
                    content[name] = (form.term, [])
                content[name][1].append(Mention(span, index))
            else:
                outside.setdefault(name, []).append(Mention(span, index))
    return Mentions(content, outside)
