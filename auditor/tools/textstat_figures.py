"""textstat's own figures on the raw text, shown beside ours so that comparing surprises nobody.

textstat sees the text as it came: headings and list items run into the next sentence, and every
full stop ends one. It is a tool and no fact, because it reads its pronouncing data from the disk
and would download it if it were not there.
"""

import textstat

from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.model import Document
from auditor.settings import Settings
from auditor.tools import pronunciation

FIGURES = {
    "sentences": textstat.sentence_count,
    "words": textstat.lexicon_count,
    "syllables": textstat.syllable_count,
    "polysyllables": textstat.polysyllabcount,
    "flesch_reading_ease": textstat.flesch_reading_ease,
    "flesch_kincaid": textstat.flesch_kincaid_grade,
    "smog": textstat.smog_index,
    "gunning_fog": textstat.gunning_fog,
    "coleman_liau": textstat.coleman_liau_index,
    "automated_readability_index": textstat.automated_readability_index,
    "dale_chall": textstat.dale_chall_readability_score,
    "linsear_write": textstat.linsear_write_formula,
    "lix": textstat.lix,
    "rix": textstat.rix,
}
_LONGEST = 200_000


class Textstat:
    """Its counts and formulas, by the names that ours have."""

    def __init__(self, settings: Settings) -> None:
        self._is_prepared = pronunciation.is_prepared(settings)
        pronunciation.use(settings)

    def __call__(self, document: Document, context: Context) -> dict[str, float]:
        """The figures of the whole text; raises ToolError where there can be none."""
        if not self._is_prepared:
            raise ToolError("textstat's pronouncing data is not here; run `auditor setup`")
        if not any(char.isalpha() for char in document.text):
            raise ToolError("textstat needs words")
        if len(document.text) > _LONGEST:
            raise ToolError(f"textstat is not asked above {_LONGEST:,} characters")
        return {name: round(float(figure(document.text)), 2) for name, figure in FIGURES.items()}
