"""Profiles side by side: one row for each target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.model import Profile, Rule
from auditor.render.words import LEVEL_WORDS

_LIMITS = {"max_age_months": "Months until a review is due"}


@dataclass(frozen=True, slots=True)
class Row:
    """One target: its name, and its value for each profile in their order."""

    label: str
    cells: tuple[str, ...]


def profile_table(profiles: Sequence[Profile]) -> list[Row]:
    """The rows: who it is for, what fails, each limit, and where the rules differ."""
    names = dict.fromkeys(name for profile in profiles for name in profile.limits)
    return [
        Row("Made for", tuple(profile.audience for profile in profiles)),
        Row("Language", tuple(profile.locale for profile in profiles)),
        Row("A text fails on", tuple(_fails(profile) for profile in profiles)),
        *(
            Row(_label(name), tuple(_value(profile.limits.get(name)) for profile in profiles))
            for name in names
        ),
        *_rules(profiles),
        Row("Rules", tuple(f"{len(profile.rules):,}" for profile in profiles)),
    ]


def in_words(profile: Profile) -> list[str]:
    """What the profile holds a text to, in a few plain sentences."""
    rules = {rule.id: rule for rule in profile.rules}
    said = []
    for rule_id, words in _WORDS.items():
        rule = rules.get(rule_id)
        if rule is not None and isinstance(rule.params.get("max"), int | float):
            bound = rule.params["max"]
            said.append(words.format(bound, grade=bound - 5, level=LEVEL_WORDS[rule.level].lower()))
    months = profile.limits.get("max_age_months")
    if months:
        said.append(f"A text needs a new review after {months} months.")
    kind = "" if not profile.document_class else " It takes every text for one of its own kind."
    said.append(f"A text fails on: {_fails(profile).lower()}.{kind}")
    return said


_WORDS = {
    "reading.level": "A reader of {0:g} should follow it (US grade {grade:g}). If not: {level}.",
    "reading.long-sentence": "A sentence of more than {0:g} words: {level}.",
    "reading.very-long-sentence": "A sentence of more than {0:g} words: {level}.",
    "layout.paragraph-sentences": "A paragraph of more than {0:g} sentences: {level}.",
    "layout.list-items": "A list of more than {0:g} items: {level}.",
}


def _rules(profiles: Sequence[Profile]) -> list[Row]:
    """A row for each rule that holds texts to a number, or that differs between profiles."""
    by_profile = [{rule.id: rule for rule in profile.rules} for profile in profiles]
    titles = {rule.id: rule.title for rules in by_profile for rule in rules.values()}
    rows = []
    for rule_id, title in sorted(titles.items(), key=lambda entry: entry[1]):
        cells = tuple(_held(rules.get(rule_id)) for rules in by_profile)
        numbered = any(_bound(rules[rule_id]) for rules in by_profile if rule_id in rules)
        if numbered or len(set(cells)) > 1:
            rows.append(Row(title, cells))
    return rows


def _held(rule: Rule | None) -> str:
    if rule is None:
        return "not checked"
    return ", ".join(filter(None, [_bound(rule), LEVEL_WORDS[rule.level].lower()]))


def _bound(rule: Rule) -> str:
    """The number that the rule holds a text to: `11 or lower`."""
    most, least = rule.params.get("max"), rule.params.get("min")
    if isinstance(most, int | float):
        return f"{most:g} or lower"
    return f"{least:g} or higher" if isinstance(least, int | float) else ""


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return _LIMITS.get(name, words[:1].upper() + words[1:])


def _fails(profile: Profile) -> str:
    if profile.fail_on == "never":
        return "nothing"
    return LEVEL_WORDS[profile.fail_on] + ("" if profile.fail_on == "error" else " or worse")


def _value(value: Any) -> str:
    if value is None:
        return "no limit"
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
