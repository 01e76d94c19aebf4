"""`axe`: what axe-core finds in a real browser and no rule of ours has found at that element."""

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Level, Rule, Span

KIND = "axe"
NEEDS: tuple[str, ...] = ("axe",)
FIELDS: dict[str, Field] = {}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each element that axe names; what axe is not sure of, a person has to look at."""
    seen = evidence["axe"]
    if seen.reason:
        return Inapplicable(seen.reason)
    hits: list[Hit] = []
    for issue in seen.issues:
        node = None if issue.node is None else document.nodes[issue.node]
        part = node.part if node else next(iter(document.parts))
        start = node.source.start if node else 0
        whole = node is None or node.name in ("html", "body", "head")
        level: Level = issue.level if issue.certain else "suggestion"
        hits.append(
            Hit(
                None if whole or node is None else node.span,
                {"match": issue.axe_rule, "help": issue.help, "criteria": ", ".join(issue.wcag)},
                certain=issue.certain,
                level=level,
                source=(part, Span(start, start) if whole or node is None else node.source),
            )
        )
    return hits
