"""`unsupported`: a rule of somebody's style that we cannot run; it is reported as not checked.

Only the loader of styles makes such rules: a file of our own cannot ask for this kind.
"""

from auditor.checks.field import Field
from auditor.errors import RuleError
from auditor.model import Document, Evidence, Judgement, Rule

KIND = "unsupported"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "line": Field(int, about="where in the rule's file the reason stands"),
    "reason": Field(str, about="what is not supported, and what to do"),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """Never judges: raises RuleError with the place and the reason."""
    raise RuleError(rule.path, rule.params["line"], rule.params["reason"])
