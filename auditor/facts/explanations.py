"""Whether the text explains each of its terms, where, and in which words (STANDARDS 6.1).

A term is explained by an entry of a glossary, by an element made for it, by a heading and the text
below it, or by the running text. An explanation in running text must stand beside the first use in
the body, at most one short sentence later; else it is late.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.facts import inline, labels
from auditor.facts.context import Context
from auditor.facts.definitions import Status, words_of
from auditor.facts.mentions import Mention
from auditor.facts.page import Page
from auditor.facts.uses import Source, Use
from auditor.model import Document, Term

NAME = "explanations"
NEEDS: tuple[str, ...] = ("sentences", "entries", "tips", "uses")

_RANK: dict[str, int] = {
    "explained": 0, "explained late": 1, "partial": 2, "weak": 3, "unexplained": 4,
}  # fmt: skip
_GENERAL = frozenset("therapy treatment surgery test scan disease cell".split())
_HEAD_WORDS = 3  # words before the first comma; fewer are what the explanation stands on
_BRIEF = 11  # words; in so few words a hard one is what the explanation stands on


@dataclass(slots=True)
class Explained:
    """A term in this document, where the body first uses it, and what explains it.

    `spelled_out` tells that the text gives the long form of an abbreviation.
    """

    term: Term
    status: Status
    mentions: list[Mention] = field(default_factory=list)
    first_use: Mention | None = None
    quote: str = ""
    source: Source = "lexicon"
    spelled_out: bool = False


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Explained, ...]:
    """Every term of the content, in order of first mention."""
    uses: tuple[Use, ...] = evidence["uses"]
    page = Page(document, evidence["sentences"], evidence["entries"], evidence["tips"], uses)
    found = [_judged(page, use) for use in uses]
    _lean_on_jargon(document.text, context, found)
    _covered(found)
    return tuple(found)


def _judged(page: Page, use: Use) -> Explained:
    first = page.first_use(use.mentions)
    best: tuple[Status, str] = ("unexplained", "")
    if use.short is not None and use.source == "abbreviation" and use.short.expansions:
        best = ("weak", use.short.expansion)
    for status, quote in (*labels.found(page, use, first), *inline.found(page, use, first)):
        if _RANK[status] < _RANK[best[0]]:
            best = (status, quote)
            if status == "explained":
                break
    return Explained(
        use.term,
        best[0],
        use.mentions,
        first,
        best[1].strip(),
        use.source,
        bool(use.short and use.short.expansions),
    )


def _lean_on_jargon(text: str, context: Context, found: list[Explained]) -> None:
    """Short explanations that stand on a term which the text does not explain are weak."""
    unclear = {
        one.term.term.lower(): one
        for one in found
        if one.status in ("unexplained", "weak", "partial")
    }
    hard = {name for name, one in unclear.items() if one.source in ("candidate", "abbreviation")}
    clear = {one.term.term for one in found if one.status in ("explained", "explained late")}
    forms = context.lexicon.forms
    for one in found:
        if one.status not in ("explained", "explained late") or not one.quote:
            continue
        quote = re.split(r"[,.;:]\s", one.quote)[0]
        if len(words_of(quote)) > _HEAD_WORDS:
            quote = one.quote
        if len(words_of(quote)) >= _BRIEF:
            continue
        own = set(words_of(one.term.term))
        inside = {
            form.term.term
            for _, form in forms.find_in(quote)
            if form.term.explain == "everyone" and form.is_written(_.of(quote))
        }
        leans = (inside - clear - {one.term.term}) | (hard & set(words_of(quote)))
        if any(not set(words_of(name)) <= own for name in leans):
            told = set(words_of(quote)) - {word for name in inside for word in words_of(name)}
            beside = f"({quote}" in text or f"or {quote}" in text
            one.status = (
                "unexplained" if beside and len(told) <= 3 and not one.spelled_out else "weak"
            )


def _covered(found: list[Explained]) -> None:
    """A longer term whose hard part is explained is explained by that."""
    parts = {
        tuple(words_of(form)): one
        for one in found
        if one.status in ("explained", "explained late")
        for form in (one.term.term, *one.term.abbreviations, *one.term.variants)
    }
    wholes = {key[:-1]: one for key, one in parts.items() if key[-1] in _GENERAL}
    for one in found:
        if one.status != "unexplained" or one.source != "lexicon":
            continue
        whole = wholes.get(tuple(words_of(one.term.term)))
        if whole is not None and one.first_use and whole.first_use:
            one.status, one.quote = whole.status, whole.quote
            continue
        words = words_of(one.term.term)
        for size in range(len(words) - 1, 0, -1):
            part = next(
                (parts[key] for at in range(len(words) - size + 1)
                 if (key := tuple(words[at : at + size])) in parts), None,
            )  # fmt: skip
            if part is not None:
                rest = [word for word in words if word not in words_of(part.term.term)]
                if all(len(word) <= 8 for word in rest):
                    one.status, one.quote = part.status, part.quote
                break
