"""The figures of jargon: every term and abbreviation, and how the text explains it."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.facts.abbreviations import Abbreviation
from auditor.facts.explanations import Explained
from auditor.measures.places import Places, have


def measure(evidence: Mapping[str, Any], places: Places) -> dict[str, Any]:
    """Everything under `measures.jargon`."""
    terms: Iterable[Explained] = have(evidence, "explanations") or ()
    short: Iterable[Abbreviation] = have(evidence, "abbreviations") or ()
    rows = [
        {
            "term": one.term.term,
            "status": one.status,
            "first_use": places.json(one.first_use.span if one.first_use else None),
            "explained_by": one.quote,
            "abbreviation": False,
            "definition": one.term.definition,
            "everyone": one.term.explain == "everyone",
        }
        for one in terms
    ] + [
        {
            "term": one.short,
            "status": "explained" if one.expansion else "unexplained",
            "first_use": places.json(one.first_use),
            "explained_by": one.expansion,
            "abbreviation": True,
            "definition": "",
            "everyone": True,
        }
        for one in short
    ]
    needed = [row for row in rows if row["everyone"]]
    return {
        "terms": rows,
        "explained": sum(row["status"] == "explained" for row in needed),
        "unexplained": sum(row["status"] == "unexplained" for row in needed),
    }
