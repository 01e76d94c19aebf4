"""YAML becomes profiles: who a text is for, and which rules it is held to at which level."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import ConfigError, UsageError
from auditor.model import LEVELS, Citation, Profile, Rule
from auditor.rules import with_overrides
from auditor.yaml_file import YamlFile, load

_KEYS = frozenset(
    "extends title audience locale document_class rules limits fail_on sources".split()
)
_NEEDED = ("title", "audience", "locale")


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A profile file with its parent's values below its own."""

    values: dict[str, Any]
    settings: tuple[tuple[str, Any, YamlFile], ...]  # rule id or pack, setting, file


def load_profiles(folder: Path, rules: dict[str, Rule]) -> dict[str, Profile]:
    """Every profile of `folder` by id, its file name. Raises ConfigError."""
    return {
        path.stem: load_profile(path, rules)
        for path in sorted((folder / "profiles").glob("*.y*ml"))
    }


def load_profile(path: Path, rules: dict[str, Rule]) -> Profile:
    """One profile: all rules, except those that it turns off, at the levels that it sets."""
    loaded = _load(path, ())
    values = loaded.values
    for key in _NEEDED:
        if key not in values:
            raise ConfigError(path, 1, f"the key ‘{key}’ is not there; every profile needs it")
    fail_on = values.get("fail_on", "error")
    if fail_on not in (*LEVELS, "never"):
        raise ConfigError(
            path, 1, f"‘fail_on’ is suggestion, warning, error or never, not ‘{fail_on}’"
        )
    return Profile(
        id=path.stem,
        title=str(values["title"]),
        audience=str(values["audience"]),
        locale=str(values["locale"]),
        document_class=str(values.get("document_class", "general")),
        rules=select(tuple(rules.values()), loaded.settings),
        limits=dict(values.get("limits", {})),
        fail_on=fail_on,
        sources=tuple(
            Citation(one["title"], one.get("url", "")) for one in values.get("sources", [])
        ),
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


def _load(path: Path, seen: tuple[Path, ...]) -> _Loaded:
    file = load(path, ConfigError)
    if path in seen:
        raise ConfigError(path, 1, "the profile extends itself; take one `extends` out")
    if not isinstance(file.value, dict):
        raise ConfigError(path, 1, "a profile is a mapping of keys such as `title` and `rules`")
    for key in file.value:
        if key not in _KEYS:
            raise ConfigError(
                path,
                file.line(key),
                f"‘{key}’ is no key here; use one of {', '.join(sorted(_KEYS))}",
            )
    values = dict(file.value)
    settings = tuple((name, setting, file) for name, setting in _rules(file).items())
    parent = values.pop("extends", None)
    if parent is not None:
        above = _load(_parent(path, str(parent), file), (*seen, path))
        limits = {**above.values.get("limits", {}), **values.get("limits", {})}
        values = {**above.values, **values, "limits": limits}
        settings = (*above.settings, *settings)
    return _Loaded(values, settings)


def _rules(file: YamlFile) -> dict[str, Any]:
    rules = file.value.get("rules", {})
    if not isinstance(rules, dict):
        raise ConfigError(file.path, file.line("rules"), "‘rules’ maps rule ids to settings")
    return rules


def _parent(path: Path, name: str, file: YamlFile) -> Path:
    for candidate in (path.parent / f"{name}.yml", path.parent / f"{name}.yaml"):
        if candidate.is_file():
            return candidate
    raise ConfigError(path, file.line("extends"), f"there is no profile ‘{name}’ beside this one")


def choose(profiles: dict[str, Profile], name: str) -> Profile:
    """The profile called `name`; raises UsageError that lists the ones there are."""
    if name not in profiles:
        raise UsageError(f"there is no profile ‘{name}’; use one of {', '.join(sorted(profiles))}")
    return profiles[name]
