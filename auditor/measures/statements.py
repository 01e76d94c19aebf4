"""The figures of required statements: each element, and the page's own dates."""

from collections.abc import Mapping
from typing import Any

from auditor.engine import Judged
from auditor.facts import dates as dates_fact
from auditor.measures.places import Places, have
from auditor.model import Document, Profile, Rule, Span


def measure(
    document: Document,
    profile: Profile,
    evidence: Mapping[str, Any],
    judged: Judged,
    places: Places,
) -> dict[str, Any]:
    """Everything under `measures.statements`."""
    outcomes = {outcome.rule: outcome for outcome in judged.outcomes}
    dates: dates_fact.Dates | None = have(evidence, "dates")
    elements: list[dict[str, Any]] = []
    for rule in profile.rules:
        if rule.extends == "required" and have(evidence, "elements") is not None:
            found = evidence["elements"][rule.id]
            elements.append(_element(document, rule, found.status, found.span, places))
        elif rule.extends == "date" and rule.params["element"]:
            missing = outcomes[rule.id].status == "failed"
            roles: tuple[dates_fact.Role, ...] = (
                ("next_review",)
                if rule.params["element"] == "E06"
                else ("last_reviewed", "updated")
            )
            first = next((d for role in roles if dates and (d := dates.of(role))), None)
            span = first.span if first else None
            status = "not found" if missing else "present"
            elements.append(_element(document, rule, status, span, places))
    elements.sort(key=lambda element: str(element["id"]))
    return {
        "elements": elements,
        "dates": [
            {
                "role": one.role,
                "raw": one.raw,
                "value": one.value.isoformat() if one.value else None,
                "precision": one.precision,
                "readings": [day.isoformat() for day in one.readings],
                "status": one.status,
                "location": places.json(one.span),
            }
            for one in (dates.dates if dates else ())
        ],
        "found": sum(element["status"] == "present" for element in elements),
        "of": len(elements),
    }


def _element(
    document: Document, rule: Rule, status: str, span: Span | None, places: Places
) -> dict[str, Any]:
    return {
        "id": rule.params["element"],
        "name": rule.params["name"],
        "status": status,
        "level": rule.level,
        "quote": span.of(document.text) if span else "",
        "location": places.json(span),
        "wording": rule.params["wording"],
    }
