"""Abbreviations, and whether the text spells them out (STANDARDS 6.1).

After Schwartz and Hearst 2003: a long form stands right before or right after its short form in
brackets, and gives its letters in order.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.facts.context import Context
from auditor.facts.explanations import Explained
from auditor.model import Document, Span

NAME = "abbreviations"
NEEDS: tuple[str, ...] = ("explanations",)

_SHORT = re.compile(
    r"(?<![\w./@-])(?:[A-Z]{2,}\d{0,3}|[A-Z]+-[A-Z\d]{1,4}|[a-z]?[A-Z]+[a-z]?[A-Z]+[a-z]?|"
    r"[A-Z]&[A-Z]|[a-z][A-Z][a-z])(?P<plural>s?)(?![\w@-])"
)
# Known to most readers: the list in STANDARDS 6.1 (NHS), and everyday ones.
WELL_KNOWN = frozenset(
    "NHS UK US USA GP GPS A&E ID DNA CT MRI COVID COVID-19 HIV AIDS TV PC DVD AM PM BBC UN EU FAQ "
    "OK PDF URL ER FDA CDC NICE MHRA DVLA BMI II III IV VI VII VIII IX XI XII SOS VIP PIN SMS".split()
)
_BEFORE = 90


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form: where it is first used, and the long form the text gives, or ""."""

    short: str
    first_use: Span
    block: int
    expansion: str
    uses: int


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Abbreviation, ...]:
    """Each abbreviation of the content that is not known to everyone, by first use."""
    inside = _longer_terms(evidence["explanations"])
    uses: dict[str, list[tuple[Span, int]]] = {}
    expansions: dict[str, str] = {}
    for index, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        if block.region != "content" or text.isupper() or block.is_a("code"):
            continue
        for match in _SHORT.finditer(document.text, block.span.start, block.span.end):
            span = Span(*match.span())
            short = match.group().removesuffix("s") if match.group("plural") else match.group()
            if short.upper() in WELL_KNOWN or any(term.covers(span) for term in inside):
                continue
            short = next((one for one in uses if one.lower() == short.lower()), short)
            uses.setdefault(short, []).append((span, index))
            if short not in expansions:
                long = _expansion(document.text, block.span, span, short)
                if long:
                    expansions[short] = long
    for node in document.nodes:
        title = node.attrs.get("title", "")
        if node.name == "abbr" and title:
            expansions.setdefault(node.span.of(document.text).removesuffix("s"), title)
    found = [
        Abbreviation(short, places[0][0], places[0][1], expansions.get(short, ""), len(places))
        for short, places in uses.items()
    ]
    return tuple(sorted(found, key=lambda one: one.first_use.start))


def _longer_terms(terms: tuple[Explained, ...]) -> list[Span]:
    """Spans of lexicon terms of several words: an abbreviation inside is part of the term."""
    return [
        mention.span
        for entry in terms
        for mention in entry.mentions
        if " " in entry.term.term and len(mention.span) > 6
    ]


def _expansion(text: str, block: Span, span: Span, short: str) -> str:
    """The long form beside the short form at `span`, or ""."""
    before = text[max(block.start, span.start - _BEFORE) : span.start].rstrip()
    rest = text[span.end : block.end].lstrip()
    if before.endswith("(") and rest.startswith((")", ",", ";")):
        return _long_form(before[:-1].rstrip(), short)
    inner = re.match(r"\(([^()]{3,90})\)", rest)
    if inner and _long_form(inner.group(1), short):
        return inner.group(1)
    named = re.match(r"(?:stands for|means|is short for)\s+([^.;]{3,90})", rest)
    if named:
        return named.group(1)
    aside = re.search(r"([^.;:(]{3,90}),? (?:or|called|known as)\s*$", before)
    return _long_form(aside.group(1).rstrip(" ,"), short) if aside else ""


def _long_form(words: str, short: str) -> str:
    """The shortest end of `words` whose letters give `short` in order, or ""."""
    letters = [char.lower() for char in short if char.isalnum()]
    at = len(words) - 1
    for position in range(len(letters) - 1, -1, -1):
        while at >= 0 and (
            words[at].lower() != letters[position]
            or (position == 0 and at > 0 and words[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    long = words[at + 1 :]
    return long if len(long.split()) <= 2 * len(letters) + 3 and len(long) > len(short) else ""
