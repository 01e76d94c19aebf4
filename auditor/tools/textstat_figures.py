"""textstat's own figures on the raw text, shown beside ours so that comparing surprises nobody.

textstat sees the text as it came: headings and list items run into the next sentence, and every
full stop ends one. Where its pronouncing data is not installed there are no figures.
"""

from collections.abc import Mapping
from typing import Any

import textstat

from auditor.facts.context import Context
from auditor.model import Document

NAME = "textstat"
NEEDS: tuple[str, ...] = ()

_FIGURES = {
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid": textstat.flesch_kincaid_grade,
    "smog": textstat.smog_index,
    "gunning_fog": textstat.gunning_fog,
    "coleman_liau": textstat.coleman_liau_index,
    "automated_readability_index": textstat.automated_readability_index,
}
_LONGEST = 200_000


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> dict[str, float] | None:
    """The six figures, or None without the data, without words, or over 200,000 characters."""
    if not any(char.isalpha() for char in document.text) or len(document.text) > _LONGEST:
        return None
    try:
        return {name: round(figure(document.text), 2) for name, figure in _FIGURES.items()}
    except LookupError:
        return None
