"""The keys that a kind of check accepts in a rule, with their types."""

from dataclasses import dataclass
from typing import Any

REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Field:
    """One key: the type its value must have, in typing's words, and what it is without one."""

    type: Any
    default: Any = REQUIRED
    about: str = ""
