"""The figures of required statements: each element, and the page's own dates."""

from collections.abc import Mapping
from typing import Any

from auditor.facts import dates as dates_fact
from auditor.facts.elements import Element
from auditor.measures.places import Places, have
from auditor.model import Document, Profile, Rule


def measure(
    document: Document, profile: Profile, evidence: Mapping[str, Any], places: Places
) -> dict[str, Any]:
    """Everything under `measures.statements`."""
    dates: dates_fact.Dates | None = have(evidence, "dates")
    found: dict[str, Element] | None = have(evidence, "elements")
    elements = [
        _element(document, rule, found[rule.id], places)
        for rule in profile.rules
        if found is not None and rule.id in found
    ]
    elements.sort(key=lambda element: str(element["id"]))
    asked = [element for element in elements if element["asked"] != "not asked"]
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
                "location": places.json(one.span, one.source),
            }
            for one in (dates.dates if dates else ())
        ],
        "found": sum(element["status"] == "present" for element in asked),
        "of": len(asked),
    }


def _element(document: Document, rule: Rule, found: Element, places: Places) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name,
        "status": found.status,
        "level": rule.level,
        "asked": rule.params["asked"],
        "asked_by": rule.params["asked_by"],
        "quote": found.span.of(document.text) if found.span else "",
        "location": places.json(found.span),
        "wording": rule.params["wording"],
    }
