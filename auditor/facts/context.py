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

    @property
    def target_grade(self) -> float | None:
        """The highest US grade that the profile allows; None where it sets no reading age."""
        for rule in self.profile.rules:
            if rule.params.get("metric") == "reading_age":
                return float(rule.params["max"]) - 5
        return None
