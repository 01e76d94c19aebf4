"""The keys that a kind of check accepts in a rule, with their types."""

from dataclasses import dataclass
from typing import Any

import re2

REQUIRED: Any = object()


@dataclass(frozen=True, slots=True)
class Field:
    """One key: the type its value must have, in typing's words, and what it is without one."""

    type: Any
    default: Any = REQUIRED
    about: str = ""


def pattern(source: str, ignorecase: bool = True) -> Any:
    """Compile a pattern that a person supplied, on an engine that cannot blow up.

    Raises ValueError with a plain sentence when the pattern is not one.
    """
    options = re2.Options()
    options.case_sensitive = not ignorecase
    options.log_errors = False
    options.max_mem = 16 << 20
    try:
        return re2.compile(source, options)
    except re2.error as error:
        raise ValueError(f"the pattern ‘{source[:60]}’ is not valid: {error}") from error
