"""`glossary`: terms, and how the text explains them."""

from typing import Literal

from auditor.checks.field import Field
from auditor.facts.explanations import Explained
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule

KIND = "glossary"
NEEDS: tuple[str, ...] = ("explanations",)
FIELDS = {
    "status": Field(
        list[Literal["partial", "explained late", "weak", "unexplained"]],
        about="which ways of (not) being explained are reported",
    ),
    "explain": Field(Literal["everyone", "some"], "everyone", "which terms of the lexicon"),
    "found_by": Field(
        list[Literal["lexicon", "candidate"]],
        ["lexicon"],
        "terms of the lexicon, or hard words that it lacks, of which we cannot be certain",
    ),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on the first use of each term with one of the statuses."""
    terms: tuple[Explained, ...] = evidence["explanations"]
    if not terms:
        return Inapplicable("we found no hard term in this text")
    return [
        Hit(
            one.first_use.span,
            {"match": one.first_use.span.of(document.text), "definition": one.term.definition},
            certain=one.source == "lexicon",
        )
        for one in terms
        if one.status in rule.params["status"]
        and one.source in rule.params["found_by"]
        and one.term.explain == rule.params["explain"]
        and one.first_use is not None
    ]
