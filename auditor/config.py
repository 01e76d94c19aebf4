"""`auditor.toml`, or `[tool.auditor]` in `pyproject.toml`: the nearest file upwards counts."""

import re
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, cast

from auditor.errors import ConfigError, UsageError
from auditor.model import LEVELS, Profile
from auditor.parse.selectors import NO_CHOICE, Choice, choice
from auditor.profiles import select, settled
from auditor.yaml_file import YamlFile

FAIL_ON = (*LEVELS, "never")
_TYPES: Mapping[str, type] = {
    "profile": str, "fail_on": str, "format": str, "today": str, "rules": dict, "exclude": list,
    "regions": dict, "classes": dict, "styles": str, "glossary": str, "tooltips": bool,
}  # fmt: skip
_SAID = {str: "text", dict: "a table", list: "a list", bool: "true or false"}


@dataclass(frozen=True, slots=True)
class Config:
    """What a project sets for all its documents; command-line options win over it."""

    path: Path | None = None
    profile: str = ""
    fail_on: str = ""
    format: str = ""
    today: str = ""
    styles: str = ""
    rules: Mapping[str, Any] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    choice: Choice = NO_CHOICE
    classes: Mapping[str, str] = field(default_factory=dict)
    glossary: str = ""
    tooltips: bool | None = None

    def applied(self, profile: Profile, fail_on: str) -> Profile:
        """The profile with this configuration's rules and level. Raises ConfigError."""
        if self.rules and self.path is not None:
            file = YamlFile(self.path, {}, {"rules": _line(self.path, "rules")})
            settings = tuple((name, setting, file) for name, setting in self.rules.items())
            chosen = select(profile.rules, settings)
            set_here = profile.settled | settled(chosen, self.rules)
            profile = replace(profile, rules=chosen, settled=set_here)
        if self.tooltips is not None:
            profile = replace(profile, tooltips=self.tooltips)
        level = fail_on or self.fail_on
        return replace(profile, fail_on=cast(Any, level)) if level else profile

    def class_of(self, name: str, known: Container[str]) -> str:
        """The class that the first matching pattern sets for a path, or "". Raises ConfigError."""
        path = Path(name)
        names = {path.as_posix()}
        if self.path is not None and path.is_absolute() == self.path.is_absolute():
            names |= {p.as_posix() for p in [_below(path, self.path.parent)] if p}
        elif self.path is not None:
            names |= {p.as_posix() for p in [_below(path.absolute(), self.path.parent)] if p}
        for pattern, kind in self.classes.items():
            if kind not in known:
                raise ConfigError(
                    self.path or path,
                    _line(self.path, pattern) if self.path else 0,
                    f"there is no class ‘{kind}’; see `auditor classes list`",
                )
            if any(fnmatch(one, pattern) for one in names):
                return kind
        return ""


def _below(path: Path, folder: Path) -> Path | None:
    return path.relative_to(folder) if path.is_relative_to(folder) else None


def find_config(start: Path) -> Config:
    """The configuration that counts for `start`: the nearest file upwards, or none."""
    for folder in (start, *start.parents):
        own, shared = folder / "auditor.toml", folder / "pyproject.toml"
        if own.is_file():
            return read_config(own)
        if shared.is_file() and "auditor" in _toml(shared).get("tool", {}):
            return read_config(shared)
    return Config()


def read_config(path: Path) -> Config:
    """One configuration file. Raises ConfigError with file and line."""
    values = _toml(path)
    if path.name == "pyproject.toml":
        values = values.get("tool", {}).get("auditor", {})
    if isinstance(values.get("today"), date):  # TOML has dates of its own
        values["today"] = values["today"].isoformat()
    for key, value in values.items():
        if key not in _TYPES:
            raise ConfigError(
                path, _line(path, key), f"‘{key}’ is no key here; use one of {', '.join(_TYPES)}"
            )
        if not isinstance(value, _TYPES[key]):
            expected = _SAID[_TYPES[key]]
            raise ConfigError(path, _line(path, key), f"‘{key}’ must be {expected}")
    if values.get("fail_on", "error") not in FAIL_ON:
        raise ConfigError(path, _line(path, "fail_on"), f"‘fail_on’ is one of {', '.join(FAIL_ON)}")
    if "today" in values and _day(values["today"]) is None:
        raise ConfigError(
            path, _line(path, "today"), f"‘{values['today']}’ is no date; write 2026-11-22"
        )
    exclude = tuple(str(one) for one in values.pop("exclude", ()))
    if "styles" in values:
        values["styles"] = str(path.parent / values["styles"])
    chosen = _choice(path, values.pop("regions", {}))
    for pattern, kind in values.get("classes", {}).items():
        if not isinstance(kind, str):
            raise ConfigError(path, _line(path, pattern), f"‘{pattern}’ must name a class")
    if values.get("glossary") and "://" not in values["glossary"]:
        values["glossary"] = str(path.parent / values["glossary"])
    return Config(path=path, exclude=exclude, choice=chosen, **values)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _choice(path: Path, values: dict[str, Any]) -> Choice:
    for key, value in values.items():
        if key not in ("content", "ignore"):
            raise ConfigError(
                path, _line(path, key), f"‘{key}’ is no key here; use content or ignore"
            )
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise ConfigError(path, _line(path, key), f"‘{key}’ must be a list of texts")
    try:
        return choice(values.get("content", ()), values.get("ignore", ()))
    except UsageError as error:
        raise ConfigError(path, _line(path, "regions"), str(error)) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ConfigError(
            path, int(line.group(1)) if line else 0, f"this is not TOML: {error}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            path, 0, "the file cannot be read; look at its name and encoding"
        ) from error


def _line(path: Path, key: str) -> int:
    """The line on which a key or its table stands, or 1."""
    pattern = re.compile(
        rf"\s*(?:\[(?:tool\.auditor\.)?{re.escape(key)}\]|[\"']?{re.escape(key)}[\"']?\s*=)"
    )
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if pattern.match(line):
            return number
    return 1
