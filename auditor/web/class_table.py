"""What each class of text must say, for one profile: required, advised and not asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.contracts import Contract, contracted
from auditor.model import Level, Profile


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that is asked for: its name, its level, and who asks."""

    name: str
    level: Level
    by: str
    required: bool


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class: what must stand in its texts, and what need not."""

    id: str
    title: str
    note: str
    asked: list[Statement]
    not_asked: list[str]


def class_table(profile: Profile, contracts: Sequence[Contract]) -> list[ClassRow]:
    """A row for each class, its statements required first and then by number."""
    return [_row(profile, contract) for contract in contracts]


def _row(profile: Profile, contract: Contract) -> ClassRow:
    rules = [r for r in contracted(profile, contract).rules if r.extends == "required"]
    rules.sort(key=lambda rule: str(rule.params["element"]))
    asked = [
        Statement(
            rule.params["name"],
            rule.level,
            rule.params["asked_by"],
            rule.params["asked"] == "required",
        )
        for rule in rules
        if rule.params["asked"] != "not asked"
    ]
    not_asked = [rule.params["name"] for rule in rules if rule.params["asked"] == "not asked"]
    asked.sort(key=lambda one: not one.required)
    return ClassRow(contract.id, contract.title, contract.note, asked, not_asked)
