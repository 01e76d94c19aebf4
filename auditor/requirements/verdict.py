"""What a requirement says of one element."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from auditor.markup.page import Element


@dataclass(frozen=True, slots=True)
class Fault:
    """The element lacks what is required. `values` fill the rule's message; `match` is what the
    element is called there, if not by its own text. Not `certain`: a person has to look.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    certain: bool = True


class Other(Enum):
    """All other answers."""

    FITS = "has what is required"
    SKIPPED = "is nothing the requirement is about"
    UNSURE = "a person has to look, and the element is not worth a finding"


FITS: Final = Other.FITS
SKIPPED: Final = Other.SKIPPED
UNSURE: Final = Other.UNSURE

Verdict = Fault | Other
Requirement = Callable[[Element, Mapping[str, Any]], Verdict]


def wanted(fits: bool, **values: str) -> Verdict:
    """A fault unless it fits."""
    return FITS if fits else Fault(values)
