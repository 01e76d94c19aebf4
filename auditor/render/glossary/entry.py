"""One word to know."""

from dataclasses import dataclass
from typing import Literal

TO_BE_WRITTEN = "To be written."
TITLE = "Words to know"


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as the text has it, what it means, and whose definition that is ("": nobody's yet)."""

    term: str
    definition: str
    source: Literal["your glossary", "Auditor", ""]
