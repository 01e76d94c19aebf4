"""What each kind of text must say: YAML becomes contracts, one file a class of document.

A contract answers for every element (E01 …) whether a text of its class is asked for it, at which
level, and by which standard or law; a country may have an answer of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.errors import ConfigError, UsageError
from auditor.model import LEVELS, Level, Profile, Rule
from auditor.patterns import pattern
from auditor.yaml_file import YamlFile, load

USUAL = "general"
ASKED = ("required", "advised", "not asked")
COUNTRIES = ("GB", "IE", "US", "AU", "EU")
_GUESS = ("title", "headings", "words")
_ANSWER = ("asked", "level", "from", *COUNTRIES)
_LEVEL: Mapping[str, Level] = {"required": "error", "advised": "suggestion"}


@dataclass(frozen=True, slots=True)
class Ask:
    """One answer: required, advised or not asked, at which level, and who asks."""

    asked: str
    level: Level
    by: str


@dataclass(frozen=True, slots=True)
class Signs:
    """The patterns by which a text of a class is guessed; one weight counts for all of them."""

    title: tuple[Any, ...] = ()
    headings: tuple[Any, ...] = ()
    words: tuple[Any, ...] = ()
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Contract:
    """One class of document: its answers by element, then by country; "" is everywhere else."""

    id: str
    title: str
    note: str
    asks: Mapping[str, Mapping[str, Ask]]
    signs: Signs

    def ask(self, element: str, country: str) -> Ask | None:
        """The answer for an element in a country; None where the contract has none."""
        by_country = self.asks.get(element)
        return by_country.get(country, by_country[""]) if by_country else None


def load_contracts(folder: Path, rules: Mapping[str, Rule]) -> dict[str, Contract]:
    """Every contract of `folder`/contracts by id, its file name. Raises ConfigError."""
    known = {str(r.params["element"]) for r in rules.values() if r.extends == "required"}
    return {
        path.stem: _contract(path, known, ())
        for path in sorted((folder / "contracts").glob("*.y*ml"))
    }


def known_class(contracts: Mapping[str, Contract], name: str) -> str:
    """The name itself; raises UsageError that lists the classes if it is none."""
    if name not in contracts:
        raise UsageError(f"there is no class ‘{name}’; use one of {', '.join(sorted(contracts))}")
    return name


def contracted(profile: Profile, contract: Contract, usual: Contract | None = None) -> Profile:
    """The profile with the levels that the contract sets; what the profile itself sets stays.

    With `usual`, the class is a guess: then nothing fails a text that would not fail as `usual`.
    """
    return replace(
        profile,
        document_class=contract.id,
        rules=tuple(_asked(rule, profile, contract, usual) for rule in profile.rules),
    )


def _asked(rule: Rule, profile: Profile, contract: Contract, usual: Contract | None) -> Rule:
    if rule.extends != "required" or rule.id in profile.settled:
        return rule
    element = rule.params["element"]
    ask = contract.ask(element, profile.country)
    if ask is None:
        return rule
    level = ask.level
    if usual is not None and level == "error":
        plain = usual.ask(element, profile.country)
        if plain is None or plain.asked == "not asked" or plain.level != "error":
            level = "warning"
    params = {**rule.params, "asked": ask.asked, "asked_by": ask.by}
    return replace(rule, level=level, params=params)


def _contract(path: Path, known: set[str], seen: tuple[Path, ...]) -> Contract:
    file = load(path, ConfigError)
    if not isinstance(file.value, dict):
        raise ConfigError(path, 1, "a contract is a mapping of keys such as `title` and `E03`")
    for key in ("title", "note"):
        if not isinstance(file.value.get(key), str):
            raise ConfigError(path, file.line(key), f"‘{key}’ must be a sentence")
    asks: dict[str, Mapping[str, Ask]] = {}
    parent = file.value.get("extends")
    if parent is not None:
        asks |= _parent(path, file, str(parent), known, seen).asks
    for key, value in file.value.items():
        if key in known:
            asks[key] = _answers(file, key, value)
        elif key not in ("title", "note", "extends", "guess"):
            raise ConfigError(
                path,
                file.line(key),
                f"‘{key}’ is no element; use one of {', '.join(sorted(known))}",
            )
    return Contract(path.stem, file.value["title"], file.value["note"], asks, _signs(file, "guess"))


def _parent(
    path: Path, file: YamlFile, name: str, known: set[str], seen: tuple[Path, ...]
) -> Contract:
    above = path.parent / f"{name}.yml"
    if above in (*seen, path):
        raise ConfigError(path, file.line("extends"), "the contract extends itself")
    if not above.is_file():
        raise ConfigError(path, file.line("extends"), f"there is no contract ‘{name}’ beside this")
    return _contract(above, known, (*seen, path))


def _answers(file: YamlFile, key: str, value: Any) -> Mapping[str, Ask]:
    if not isinstance(value, dict) or "asked" not in value:
        raise ConfigError(file.path, file.line(key), f"‘{key}’ needs `asked`: {', '.join(ASKED)}")
    plain = {name: one for name, one in value.items() if name not in COUNTRIES}
    answers = {"": _answer(file, key, plain)}
    for country in COUNTRIES:
        if country in value:
            answers[country] = _answer(file, key, {**plain, **value[country]})
    return answers


def _answer(file: YamlFile, key: str, value: Mapping[str, Any]) -> Ask:
    for name in value:
        if name not in _ANSWER:
            raise ConfigError(
                file.path, file.line(key), f"‘{key}’ has no ‘{name}’; use {', '.join(_ANSWER)}"
            )
    asked = value["asked"]
    if asked not in ASKED:
        raise ConfigError(
            file.path, file.line(key), f"‘{key}’ is {', '.join(ASKED)}, not ‘{asked}’"
        )
    level = value.get("level", _LEVEL.get(asked, "suggestion"))
    if level not in LEVELS:
        raise ConfigError(
            file.path, file.line(key), f"the level of ‘{key}’ is {', '.join(LEVELS)}, not ‘{level}’"
        )
    if asked != "not asked" and not value.get("from"):
        raise ConfigError(file.path, file.line(key), f"‘{key}’ needs `from`: who asks for it")
    return Ask(asked, level, str(value.get("from", "")) if asked != "not asked" else "")


def _signs(file: YamlFile, key: str) -> Signs:
    value = file.value.get(key, {})
    if not isinstance(value, dict) or set(value) - {*_GUESS, "weight"}:
        raise ConfigError(
            file.path, file.line(key), f"‘{key}’ has the keys {', '.join(_GUESS)} and weight"
        )
    try:
        made = {name: _patterns(value.get(name, [])) for name in _GUESS}
    except ValueError as error:
        raise ConfigError(file.path, file.line(key), str(error)) from error
    return Signs(**made, weight=int(value.get("weight", 1)))


def _patterns(sources: Sequence[str]) -> tuple[Any, ...]:
    return tuple(pattern(str(source)) for source in sources)
