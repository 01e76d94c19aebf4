"""YAML becomes profiles: who a text is for, and which rules it is held to at which level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.contracts import COUNTRIES, Contract
from auditor.errors import ConfigError, UsageError
from auditor.model import LEVELS, Citation, Profile, Rule
from auditor.rules import with_overrides
from auditor.yaml_file import YamlFile, known_keys, load, needed_keys

_KEYS = frozenset(
    "extends title audience locale country document_class rules limits fail_on sources glossary "
    "tooltips".split()
)
_NEEDED = ("title", "audience", "locale")


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A profile file with its parent's values below its own."""

    values: dict[str, Any]
    settings: tuple[tuple[str, Any, YamlFile], ...]  # rule id or pack, setting, file
    file: YamlFile

    def line(self, key: str) -> int:
        """The line of a key of the file itself, or 1 if the key came from above."""
        return self.file.line(key)


def load_profiles(
    folder: Path, rules: dict[str, Rule], contracts: Mapping[str, Contract]
) -> dict[str, Profile]:
    """Every profile of `folder` by id, its file name. Raises ConfigError."""
    shared = folder / "profiles"
    return {
        path.stem: load_profile(path, rules, contracts, shared)
        for path in sorted(shared.glob("*.y*ml"))
    }


def load_profile(
    path: Path, rules: dict[str, Rule], contracts: Mapping[str, Contract], shared: Path
) -> Profile:
    """One profile: all rules, except those that it turns off, at the levels that it sets.

    The profile that it `extends` stands beside it, or in the folder `shared`. Raises ConfigError.
    """
    loaded = _load(path, shared, ())
    values = loaded.values
    needed_keys(path, values, _NEEDED, "profile", ConfigError)
    fail_on = values.get("fail_on", "error")
    if fail_on not in (*LEVELS, "never"):
        raise ConfigError(
            path, 1, f"‘fail_on’ is suggestion, warning, error or never, not ‘{fail_on}’"
        )
    kind = str(values.get("document_class", ""))
    if kind and kind not in contracts:
        raise ConfigError(
            path,
            loaded.line("document_class"),
            f"there is no class ‘{kind}’; use one of {', '.join(sorted(contracts))}",
        )
    country = str(values.get("country") or str(values["locale"]).partition("-")[2])
    if country and country not in COUNTRIES:
        raise ConfigError(
            path,
            loaded.line("country"),
            f"‘country’ is one of {', '.join(COUNTRIES)}, not ‘{country}’",
        )
    chosen = select(tuple(rules.values()), loaded.settings)
    return Profile(
        id=path.stem,
        title=str(values["title"]),
        audience=str(values["audience"]),
        locale=str(values["locale"]),
        document_class=kind,
        rules=chosen,
        limits=dict(values.get("limits", {})),
        fail_on=fail_on,
        sources=tuple(
            Citation(one["title"], one.get("url", "")) for one in values.get("sources", [])
        ),
        country=country,
        settled=settled(chosen, {name: setting for name, setting, _ in loaded.settings}),
        glossary=values.get("glossary", ""),
        tooltips=values.get("tooltips", False),
    )


def settled(rules: Iterable[Rule], settings: Mapping[str, Any]) -> frozenset[str]:
    """The rules whose level these settings decide, so that no contract may: by id, or by pack."""
    decided = [
        name
        for name, setting in settings.items()
        if not isinstance(setting, dict) or {"level", "asked"} & set(setting)
    ]
    return frozenset(
        rule.id
        for rule in rules
        for name in decided
        if rule.id == name or rule.id.startswith(name + ".")
    )


def select(
    rules: tuple[Rule, ...], settings: tuple[tuple[str, Any, YamlFile], ...]
) -> tuple[Rule, ...]:
    """The rules after the settings, in order: `off`, a level, or a mapping of keys to change.

    A setting's name is a rule id or the first part of one (a pack), as in `plain-english`.
    """
    chosen: dict[str, Rule | None] = {rule.id: rule for rule in rules}
    original = {rule.id: rule for rule in rules}
    for name, setting, file in settings:
        matched = [one for one in chosen if one == name or one.startswith(name + ".")]
        if not matched:
            raise ConfigError(
                file.path,
                file.line("rules"),
                f"no rule or pack is called ‘{name}’; see the list of rules",
            )
        for one in matched:
            chosen[one] = _set(chosen[one] or original[one], setting, file)
    return tuple(rule for _, rule in sorted(chosen.items()) if rule is not None)


def _set(rule: Rule, setting: Any, file: YamlFile) -> Rule | None:
    if setting in ("off", False):
        return None
    if setting in ("on", True):
        return rule
    if isinstance(setting, str):
        return with_overrides(rule, {"level": setting}, file, "rules")
    if isinstance(setting, dict):
        return with_overrides(rule, setting, file, "rules")
    raise ConfigError(
        file.path, file.line("rules"), f"{rule.id} is `off`, a level, or keys to change"
    )


def _load(path: Path, shared: Path, seen: tuple[Path, ...]) -> _Loaded:
    file = load(path, ConfigError)
    if path in seen:
        raise ConfigError(path, 1, "the profile extends itself; take one `extends` out")
    if not isinstance(file.value, dict):
        raise ConfigError(path, 1, "a profile is a mapping of keys such as `title` and `rules`")
    known_keys(file, _KEYS, ConfigError)
    values = {**file.value, **_words(path, file)}
    settings = tuple((name, setting, file) for name, setting in _rules(file).items())
    parent = values.pop("extends", None)
    if parent is not None:
        above = _load(_parent(path, shared, str(parent), file), shared, (*seen, path))
        limits = {**above.values.get("limits", {}), **values.get("limits", {})}
        values = {**above.values, **values, "limits": limits}
        settings = (*above.settings, *settings)
    return _Loaded(values, settings, file)


def _words(path: Path, file: YamlFile) -> dict[str, Any]:
    """The profile's glossary as a path from here, and whether the site shows tooltips."""
    found: dict[str, Any] = {}
    if "glossary" in file.value:
        glossary = file.value["glossary"]
        place = path.parent / glossary if isinstance(glossary, str) and glossary else None
        if place is None or not place.is_file():
            raise ConfigError(
                path, file.line("glossary"), "‘glossary’ must be the path of a file, from this one"
            )
        found["glossary"] = str(place)
    if not isinstance(file.value.get("tooltips", False), bool):
        raise ConfigError(path, file.line("tooltips"), "‘tooltips’ is true or false")
    return found


def _rules(file: YamlFile) -> dict[str, Any]:
    rules = file.value.get("rules", {})
    if not isinstance(rules, dict):
        raise ConfigError(file.path, file.line("rules"), "‘rules’ maps rule ids to settings")
    return rules


def _parent(path: Path, shared: Path, name: str, file: YamlFile) -> Path:
    for folder in dict.fromkeys((path.parent, shared)):
        for candidate in (folder / f"{name}.yml", folder / f"{name}.yaml"):
            if candidate.is_file() and candidate != path:
                return candidate
    known = ", ".join(sorted(one.stem for one in shared.glob("*.y*ml")))
    raise ConfigError(
        path, file.line("extends"), f"there is no profile ‘{name}’; use one of {known}"
    )


def choose(profiles: dict[str, Profile], name: str) -> Profile:
    """The profile called `name`; raises UsageError that lists the ones there are."""
    if name not in profiles:
        raise UsageError(f"there is no profile ‘{name}’; use one of {', '.join(sorted(profiles))}")
    return profiles[name]
