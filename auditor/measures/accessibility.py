"""The figures of accessibility: findings by level, or why there was nothing to check; and `look`,
what a person has to look at because a machine cannot tell.
"""

from typing import Any

from auditor.engine import Judged
from auditor.measures.places import level_counts
from auditor.model import Document, Outcome


def measure(document: Document, judged: Judged) -> dict[str, Any]:
    """Everything under `measures.accessibility`."""
    outcomes: list[Outcome] = [o for o in judged.outcomes if o.category == "accessibility"]
    checked = any(o.status not in ("inapplicable", "untested") for o in outcomes)
    reason = ""
    if not checked:
        reason = (
            "plain text has no headings, images, links or tables to check"
            if document.media_type == "text/plain"
            else "nothing in this document that our rules are about"
        )
    look = [
        {"rule": o.rule, "title": o.title, "look": o.reason}
        for o in outcomes
        if o.status == "cantTell" and o.reason
    ]
    counts = level_counts(judged, "accessibility")
    return {"checked": checked, "reason": reason, **counts, "look": look}
