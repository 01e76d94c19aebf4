"""The figures of jargon: every term and abbreviation, and how the text explains it."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.facts.counts import Counted
from auditor.facts.explanations import Explained
from auditor.facts.known import Known
from auditor.facts.reading import Reading
from auditor.measures.places import Places, have
from auditor.measures.reading import band
from auditor.model import Document


def measure(document: Document, evidence: Mapping[str, Any], places: Places) -> dict[str, Any]:
    """Everything under `measures.jargon`; `explained` and `unexplained` count what every reader
    needs explained. `written` is the first use in the body as it stands there. `certain` is false
    for hard words that no lexicon has; `glossary` is true where the definition is the
    organisation's own.
    """
    terms: Iterable[Explained] = have(evidence, "explanations") or ()
    rows = [
        {
            "term": one.term.term,
            "written": one.first_use.span.of(document.text) if one.first_use else one.term.term,
            "status": one.status,
            "first_use": places.json(one.first_use.span if one.first_use else None),
            "explained_by": one.quote,
            "abbreviation": one.source == "abbreviation",
            "certain": one.source != "candidate",
            "definition": one.term.definition,
            "glossary": one.own,
            "everyone": one.term.explain == "everyone",
        }
        for one in terms
    ]
    needed = [row for row in rows if row["everyone"]]
    return {
        "terms": rows,
        "explained": sum(row["status"] == "explained" for row in needed),
        "unexplained": sum(row["status"] == "unexplained" for row in needed),
        "score": _score(evidence),
    }


def _score(evidence: Mapping[str, Any]) -> dict[str, Any] | None:
    """The reading level two ways: as written, and with explained terms counted as known; None
    where the text is too short to score. Difficulty is the mean of all sentences, 1 to 6.
    """
    known: Known | None = have(evidence, "known")
    written: Reading | None = have(evidence, "reading")
    if known is None or written is None or not written.band or not known.reading.band:
        return None
    counted: Counted = evidence["counts"]
    return {
        "as_written": _level(written, float(counted.difficulty.mean())),
        "explained_known": _level(known.reading, known.difficulty),
    }


def _level(reading: Reading, difficulty: float | None) -> dict[str, Any]:
    grade = reading.views["running"].grade
    return {
        "us_grade": None if grade is None else round(grade, 1),
        "band": band(reading),
        "difficulty": None if difficulty is None else round(difficulty, 2),
    }
