"""What to do first: the few sentences that a writer in a hurry reads."""

from collections.abc import Mapping
from typing import Any

from auditor.engine import Judged
from auditor.model import Finding

_MOST = 5
_LONG_QUOTE = 60


def fixes(judged: Judged, measures: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """At most five sentences, most pressing first: errors by category, then the rest."""
    errors = [finding for finding in judged.findings if finding.level == "error"]
    statements = [finding for finding in judged.findings if finding.category == "statements"]
    said = [finding.message for finding in statements if finding.level == "error"]
    said += [finding.message for finding in errors if finding.rule == "reading.level"]
    rewrite = measures["reading"].get("rewrite")
    if rewrite:
        said.append(_rewrite(rewrite))
    unexplained = measures["jargon"]["unexplained"]
    if unexplained:
        said.append("Explain 1 term." if unexplained == 1 else f"Explain {unexplained} terms.")
    said += [_with_quote(f) for f in errors if f.category in ("accessibility", "plain-english")]
    said += [finding.message for finding in statements if finding.level == "warning"]
    points = [f for f in judged.findings if f.category == "plain-english"]
    warnings = len({f.point for f in points if f.level == "warning"})
    if warnings:
        said.append(
            "Look at 1 plain English point."
            if warnings == 1
            else f"Look at {warnings} plain English points."
        )
    return tuple(dict.fromkeys(said))[:_MOST]


def _rewrite(rewrite: Mapping[str, Any]) -> str:
    """ "Rewrite these 4 sentences and the reading age falls from 15 to 12." """
    number = len(rewrite["sentences"])
    now, then = round(rewrite["reading_age_now"]), round(rewrite["reading_age_then"])
    which = "the hardest sentence" if number == 1 else f"the {number} hardest sentences"
    if now == then:
        return f"Rewrite {which} first: the reading age is {now}."
    return f"Rewrite {which}: the reading age falls from {now} to {then}."


def _with_quote(finding: Finding) -> str:
    quote = finding.quote[:_LONG_QUOTE]
    return (
        f"{finding.message} (“{quote}”)"
        if quote and quote not in finding.message
        else finding.message
    )
