"""What an explanation beside a mention is, and what may stand between the two."""

import re
from dataclasses import dataclass

from auditor.facts.definitions import Names, Strength, is_expansion, strength


@dataclass(frozen=True, slots=True)
class Gloss:
    """An explanation found beside a mention."""

    strength: Strength
    text: str


# Patterns for what may stand right behind the mention: its letters in brackets, a closing quote.
SHORT = r"(?:\s*\([^()]{1,40}\)|, or [A-Z][\w-]{1,8}(?: for short)?,)?"
TAIL = r"[\"”’'*_\s]*"


def judged(gloss: str, names: Names, least: int = 2) -> Gloss | None:
    """The words as a gloss; None when they explain nothing. `least`: how few words may do."""
    core = re.split(r"[:;,.(]", gloss)[0]
    if core.strip().lower() in (name.lower() for name in names.short):
        return None  # "… drug (NSAID)": the letters alone
    if any(is_expansion(core, name) for name in (*names.main, *names.short)):
        return Gloss("weak", gloss.strip())
    how = strength(gloss, names, least=least)
    return Gloss(how, gloss.strip()) if how else None
