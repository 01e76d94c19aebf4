"""What a fact may know besides the document."""

from dataclasses import dataclass, field
from datetime import date

from auditor.lexicon import Lexicon
from auditor.model import Profile


@dataclass(frozen=True, slots=True)
class Context:
    """The profile, today, and the lexicon: never the clock, never the environment."""

    profile: Profile
    today: date
    lexicon: Lexicon = field(default_factory=Lexicon)
