"""Whether the text explains each of its terms, where, and in which words (STANDARDS 6.1).

A term is explained by an entry of a glossary, by an element made for it, by a heading and the text
below it, or by the running text. An explanation in running text must stand beside the first use in
the body, at most one short sentence later; else it is late.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from auditor.facts import inline, labels, shown, stretch
from auditor.facts.context import Context
from auditor.facts.definitions import Status, words_of
from auditor.facts.leaning import Leaning
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


@dataclass(slots=True)
class Explained:
    """A term in this document, where the body first uses it, and what explains it.

    `spelled_out` tells that the text gives the long form of an abbreviation, `own` that the
    organisation's glossary has the term.
    """

    term: Term
    status: Status
    mentions: list[Mention] = field(default_factory=list)
    first_use: Mention | None = None
    quote: str = ""
    source: Source = "lexicon"
    spelled_out: bool = False
    own: bool = False


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Explained, ...]:
    """Every term of the content, in order of first mention."""
    uses: tuple[Use, ...] = evidence["uses"]
    page = Page(document, evidence["sentences"], evidence["entries"], evidence["tips"], uses)
    odds = stretch.odds(page, uses)
    judged = [_judged(page, use, one, context) for use, one in zip(uses, odds, strict=True)]
    found = [one for one, _ in judged]
    leaning = Leaning(context, found)
    for one, more in judged:
        _lean(one, more, leaning, document.text)
    _covered(found)
    for one in found:
        if one.status == "unexplained":
            one.quote = ""
    return tuple(found)


def _lean(one: Explained, more: Iterator[tuple[Status, str]], leaning: Leaning, text: str) -> None:
    """Lower the status of a term whose explanation stands on hard words, unless another does not."""
    first = one.status
    one.status = leaning.status(one, text)
    if one.status == first:
        return
    best = one.status, one.quote
    for status, quote in more:
        one.status, one.quote = status, quote.strip()
        one.status = leaning.status(one, text)
        if _RANK[one.status] < _RANK[best[0]]:
            best = one.status, one.quote
            if one.status == "explained":
                return
    one.status, one.quote = best


def _judged(
    page: Page, use: Use, odds: stretch.Odds | None, context: Context
) -> tuple[Explained, Iterator[tuple[Status, str]]]:
    """The term with its best explanation, and the explanations that were not looked at."""
    first = page.first_use(use.mentions)
    best: tuple[Status, str] = ("unexplained", "")
    if use.short is not None and use.source == "abbreviation" and use.short.expansions:
        best = ("weak", use.short.expansion)
    more = chain(
        shown.found(page, use, first, context),
        labels.found(page, use, first),
        inline.meant(page, use, first),
        stretch.checked(odds, inline.found(page, use, first)),
    )
    seen: list[tuple[Status, str]] = []
    for status, quote in more:
        if _RANK[status] < _RANK[best[0]]:
            best = (status, quote)
            if status == "explained":
                break
            seen.append(best)
    else:
        if best[0] == "unexplained":
            best = stretch.classed(odds) or best
    term = Explained(
        use.term,
        best[0],
        use.mentions,
        first,
        best[1].strip(),
        use.source,
        bool(use.short and use.short.expansions),
        use.source == "lexicon" and use.term.term in context.lexicon.own,
    )
    return term, chain(seen, more)


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
