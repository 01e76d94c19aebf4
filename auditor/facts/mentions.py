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


# "chimeric antigen receptor (CAR) T-cell therapy": the letters stand inside the name.
_LETTERS_INSIDE = re.compile(
    r"[ \u00a0]\((?P<short>[A-Z][\w-]{1,8})\)(?P<more>[ -][\w-]+(?: [\w-]+){0,2})"
)


def _whole(
    text: str, block: Span, found: list[tuple[Span, Form]], context: Context
) -> list[tuple[Span, Form]]:
    """The terms of a block, a name that has its own letters inside taken as one term."""
    for match in _LETTERS_INSIDE.finditer(text, block.start, block.end):
        name = match["short"] + match["more"]
        inner = next(context.lexicon.forms.find_in(name), None)
        before = next((span for span, _ in found if span.end == match.start()), None)
        if (
            inner is None
            or before is None
            or inner[0].start
            or len(inner[0]) <= len(match["short"])
        ):
            continue
        end = match.start("more") + len(inner[0]) - len(match["short"])
        whole = Span(before.start, end)
        found = [pair for pair in found if not whole.overlaps(pair[0])]
        found.append((whole, inner[1]))
        found.sort(key=lambda pair: pair[0].start)
    return found


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Mentions:
    """Every use of a term of the lexicon, in order."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    content: dict[str, tuple[Term, list[Mention]]] = {}
    outside: dict[str, list[Mention]] = {}
    forms, text = context.lexicon.forms, document.text
    for index, block in enumerate(document.blocks):
        if block.region not in _REGIONS or block.is_a("code") or block.is_a("title"):
            continue
        found = list(forms.find(text, tokens[index]))
        if found and ") " in text[block.span.start : block.span.end]:
            found = _whole(text, block.span, found, context)
        for span, form in found:
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
