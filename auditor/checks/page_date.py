"""`date`: what is wrong with the page's own dates, judged against today."""

from typing import Literal

from auditor.checks.field import Field
from auditor.facts.dates import Dates, PageDate, Trouble
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "date"
NEEDS: tuple[str, ...] = ("dates",)
FIELDS = {
    "problem": Field(
        Literal[
            "overdue",
            "due soon",
            "ambiguous",
            "unreadable",
            "future",
            "disagree",
            "next before last",
        ],
        about="what is looked for",
    ),
}
_NO_DATES = Inapplicable("the text gives no date of its own")


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each date with the problem; for "overdue" one hit, however it shows."""
    found: Dates = evidence["dates"]
    problem = rule.params["problem"]
    if problem == "overdue":
        return _overdue(found)
    if not found.dates:
        return _NO_DATES
    return [_hit(one) for one in found.troubles if one.problem == problem]


def _overdue(found: Dates) -> Judgement:
    """One finding, even when the page says itself that it is due for review."""
    for problem, words in _OVERDUE.items():
        for trouble in found.troubles:
            if trouble.problem == problem:
                one = trouble.dates[0]
                return [Hit(one.span, {"what": words.format(_long(one))}, (), source=one.source)]
    if found.due is not None:
        return [Hit(found.due, {"what": "The page says itself that its review is due"})]
    return [] if found.dates else _NO_DATES


_OVERDUE = {
    "overdue": "The date of the next review ({}) has passed",
    "too old": "The last review ({}) was too long ago",
}


def _hit(trouble: Trouble) -> Hit:
    """On the last of the dates, which is the one that does not fit the others."""
    one = trouble.dates[-1]
    days = tuple(f"{day.day} {day.strftime('%B %Y')}" for day in one.readings)
    values = {
        "date": one.raw,
        "other": trouble.dates[0].raw,
        "long": _long(one),
        "readings": " or ".join(days),
    }
    return Hit(one.span, values, days if len(days) > 1 else (), source=one.source)


def _long(one: PageDate) -> str:
    """The date in full words, as far as it goes."""
    day = one.value
    if day is None:
        return one.raw
    month = day.strftime("%B %Y")
    return {"day": f"{day.day} {month}", "month": month}.get(one.precision, str(day.year))
