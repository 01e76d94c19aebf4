"""`date`: the page's own review dates, judged against today."""

from typing import Literal

from auditor.checks.field import Field
from auditor.facts.dates import Dates, PageDate
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "date"
NEEDS: tuple[str, ...] = ("dates",)
FIELDS = {
    "problem": Field(
        Literal["no last review", "no next review", "overdue", "ambiguous", "unreadable", "future"],
        about="what is looked for",
    ),
    "element": Field(str, "", "the required element that this date is: E05 …"),
    "name": Field(str, "", "its name for people"),
    "wording": Field(str, "", "words to paste, with blanks"),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """Hits on the dates with the problem; on the whole document where a date is missing."""
    found: Dates = evidence["dates"]
    problem = rule.params["problem"]
    if problem in ("no last review", "no next review"):
        roles = ("next_review",) if problem == "no next review" else ("last_reviewed", "updated")
        if any(one.role in roles for one in found.dates):
            return []
        wording = (rule.params["wording"],) if rule.params["wording"] else ()
        return [Hit(None, {}, wording)]
    if problem == "overdue":
        return _overdue(found)
    if not found.dates:
        return Inapplicable("the text gives no date of its own")
    return [
        Hit(one.span, {"date": one.raw, "readings": _readings(one)}, _unambiguous(one))
        for one in found.dates
        if one.status == problem
    ]


def _overdue(found: Dates) -> Judgement:
    """One finding, even when the page says itself that it is due for review."""
    for status, words in _OVERDUE.items():
        for one in found.dates:
            if one.status == status:
                return [Hit(one.span, {"what": words.format(_long(one))})]
    if found.due is not None:
        return [Hit(found.due, {"what": "The page says itself that its review is due"})]
    return [] if found.dates else Inapplicable("the text gives no date of its own")


_OVERDUE = {
    "overdue": "The date of the next review ({}) has passed",
    "too old": "The last review ({}) was too long ago",
}


def _long(one: PageDate) -> str:
    day = one.value
    if day is None:
        return one.raw
    month = day.strftime("%B %Y")
    return {"day": f"{day.day} {month}", "month": month}.get(one.precision, str(day.year))


def _readings(one: PageDate) -> str:
    return " or ".join(f"{day.day} {day.strftime('%B %Y')}" for day in one.readings)


def _unambiguous(one: PageDate) -> tuple[str, ...]:
    if len(one.readings) < 2:
        return ()
    return tuple(f"{day.day} {day.strftime('%B %Y')}" for day in one.readings)
