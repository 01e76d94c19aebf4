"""`grammar`: what LanguageTool found, by its categories."""

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "grammar"
NEEDS: tuple[str, ...] = ("languagetool",)
FIELDS = {
    "categories": Field(list[str], about="LanguageTool's category names"),
    "rules": Field(list[str], [], "LanguageTool rule ids, whatever their category"),
    "exceptions": Field(list[str], [], "LanguageTool rule ids that are left out"),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for each of LanguageTool's matches in the categories."""
    categories = set(rule.params["categories"])
    wanted, unwanted = set(rule.params["rules"]), set(rule.params["exceptions"])
    return [
        Hit(
            match.span,
            {"match": match.span.of(document.text), "message": match.message, "rule": match.rule},
            match.replacements,
        )
        for match in evidence["languagetool"]
        if (match.category in categories or match.rule in wanted) and match.rule not in unwanted
    ]
