"""Profiles side by side: one row for each target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import Profile
from auditor.render.words import LEVEL_WORDS

_WORDS = {"reading_age": "Reading age", "us_grade": "US grade"}


@dataclass(frozen=True, slots=True)
class Row:
    """One target: its name, and its value for each profile in their order."""

    label: str
    cells: tuple[str, ...]


def profile_table(profiles: Sequence[Profile]) -> list[Row]:
    """The rows: who it is for, what makes a text fail, every limit, how many rules."""
    names = dict.fromkeys(name for profile in profiles for name in profile.limits)
    return [
        Row("Made for", tuple(profile.audience for profile in profiles)),
        Row("Language", tuple(profile.locale for profile in profiles)),
        Row("A text fails on", tuple(_fails(profile) for profile in profiles)),
        *(
            Row(_label(name), tuple(_value(profile.limits.get(name)) for profile in profiles))
            for name in names
        ),
        Row("Rules", tuple(f"{len(profile.rules):,}" for profile in profiles)),
    ]


def _label(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ")
    return _WORDS.get(name, words[:1].upper() + words[1:])


def _fails(profile: Profile) -> str:
    if profile.fail_on == "never":
        return "nothing"
    return LEVEL_WORDS[profile.fail_on] + ("" if profile.fail_on == "error" else " or worse")


def _value(value: Any) -> str:
    if value is None:
        return "no limit"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return str(value)
