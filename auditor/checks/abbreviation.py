"""`abbreviation`: short forms that the text never spells out."""

from auditor.checks.field import Field
from auditor.facts.abbreviations import Abbreviation
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "abbreviation"
NEEDS: tuple[str, ...] = ("abbreviations",)
FIELDS: dict[str, Field] = {}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the first use of each abbreviation without a long form."""
    found: tuple[Abbreviation, ...] = evidence["abbreviations"]
    if not found:
        return Inapplicable("the text has no abbreviations that need spelling out")
    return [Hit(one.first_use, {"match": one.short}) for one in found if not one.expansion]
