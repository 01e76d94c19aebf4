"""The figures of the five categories, as plain JSON values, from evidence and findings."""

from collections.abc import Mapping
from typing import Any

from auditor.engine import Judged
from auditor.measures import accessibility, jargon, plain_english, reading, statements
from auditor.measures.places import Places
from auditor.model import Document, Profile

__all__ = ["Places", "measure", "target"]
target = reading.target


def measure(
    document: Document, profile: Profile, evidence: Mapping[str, Any], judged: Judged
) -> dict[str, dict[str, Any]]:
    """All measures of one audit."""
    places = Places(document)
    return {
        "reading": reading.measure(document, profile, evidence, places),
        "plain_english": plain_english.measure(evidence, judged),
        "jargon": jargon.measure(document, evidence, places),
        "statements": statements.measure(document, profile, evidence, places),
        "accessibility": accessibility.measure(document, judged),
    }
