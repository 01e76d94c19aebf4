"""`abbreviation`: short forms that are not spelled out, not explained, or not needed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from auditor.checks.field import Field
from auditor.facts.abbreviations import Abbreviation
from auditor.facts.explanations import Explained
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "abbreviation"
NEEDS: tuple[str, ...] = ("abbreviations", "explanations")
FIELDS = {
    "problem": Field(
        Literal["never spelled out", "only spelled out", "used once", "two long forms", "too many"],
        about="what is wrong with the abbreviation",
    ),
}
_MOST = 3  # sets of letters that a reader can be asked to keep in mind


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the first use of each abbreviation that has the rule's problem."""
    found: tuple[Abbreviation, ...] = evidence["abbreviations"]
    if not found:
        return Inapplicable("the text has no abbreviations that need spelling out")
    terms: tuple[Explained, ...] = evidence["explanations"]
    status = {one.term.term: one.status for one in terms if one.source == "abbreviation"}
    return list(_PROBLEMS[rule.params["problem"]](found, status))


Statuses = Mapping[str, str]


def _hit(one: Abbreviation, *, certain: bool = True) -> Hit:
    values = {"match": one.short, "long": " / ".join(one.expansions)}
    return Hit(one.first_use, values, certain=certain)


def _never(found: tuple[Abbreviation, ...], status: Statuses) -> Iterator[Hit]:
    """One that the lexicon has is reported as the term that it stands for."""
    for one in found:
        if not one.expansions and status.get(one.short) == "unexplained":
            yield _hit(one)


def _only(found: tuple[Abbreviation, ...], status: Statuses) -> Iterator[Hit]:
    for one in found:
        if one.expansions and status.get(one.short) == "weak":
            yield _hit(one, certain=False)


def _once(found: tuple[Abbreviation, ...], status: Statuses) -> Iterator[Hit]:
    """Introduced in brackets behind its long form, and not used again."""
    for one in found:
        if one.spelled_at is not None and len(one.uses) == 1:
            yield _hit(one)


def _two(found: tuple[Abbreviation, ...], status: Statuses) -> Iterator[Hit]:
    for one in found:
        if len(one.expansions) > 1:
            yield _hit(one, certain=False)


def _many(found: tuple[Abbreviation, ...], status: Statuses) -> Iterator[Hit]:
    """One hit, at the first that is one too many."""
    if len(found) > _MOST:
        values = {"match": found[_MOST].short, "count": str(len(found))}
        yield Hit(found[_MOST].first_use, values, certain=False)


_PROBLEMS: dict[str, Callable[[tuple[Abbreviation, ...], Statuses], Iterator[Hit]]] = {
    "never spelled out": _never,
    "only spelled out": _only,
    "used once": _once,
    "two long forms": _two,
    "too many": _many,
}
