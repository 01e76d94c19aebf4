"""The figures of jargon: every term and abbreviation, and how the text explains it."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.facts.explanations import Explained
from auditor.measures.places import Places, have


def measure(evidence: Mapping[str, Any], places: Places) -> dict[str, Any]:
    """Everything under `measures.jargon`; `explained` and `unexplained` count what every reader
    needs explained. `certain` is false for hard words that no lexicon has.
    """
    terms: Iterable[Explained] = have(evidence, "explanations") or ()
    rows = [
        {
            "term": one.term.term,
            "status": one.status,
            "first_use": places.json(one.first_use.span if one.first_use else None),
            "explained_by": one.quote,
            "abbreviation": one.source == "abbreviation",
            "certain": one.source != "candidate",
            "definition": one.term.definition,
            "everyone": one.term.explain == "everyone",
        }
        for one in terms
    ]
    needed = [row for row in rows if row["everyone"]]
    return {
        "terms": rows,
        "explained": sum(row["status"] == "explained" for row in needed),
        "unexplained": sum(row["status"] == "unexplained" for row in needed),
    }
