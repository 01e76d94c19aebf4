"""YAML becomes worksheets: every error has file, line, and what was expected."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import ConfigError, UsageError
from auditor.model import Citation
from auditor.patterns import pattern
from auditor.yaml_file import YamlFile, known_keys, load, needed_keys

_EVIDENCE = "evidence.yml"
_KINDS = ("element", "rule", "figure", "words", "headings", "blocks", "regions")
_KEYS = frozenset("title about source scale pass groups items".split())
_NEEDED = ("title", "about", "source", "scale", "items")
_ITEM = frozenset("id group ask decides shows".split())


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that can be seen of a text. `kinds` maps what is looked at to what is looked for:
    an element's number, rule ids, a measure's path, patterns, kinds of block or regions.
    """

    id: str
    label: str
    kinds: Mapping[str, Any]
    most: float | None = None
    partly: float | None = None
    least: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """One question; what `decides` it, and what is only shown to the person who must judge."""

    id: str
    group: str
    ask: str
    decides: tuple[Evidence, ...]
    shows: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One instrument: its questions, what each answer counts, and the share that is good enough.

    `scale` has the points of "yes", "partly" and "no"; `good` is in percent, None without one.
    """

    id: str
    title: str
    about: str
    source: Citation
    scale: Mapping[str, float]
    good: float | None
    groups: Mapping[str, str]
    items: tuple[Item, ...]


def load_worksheets(folder: Path) -> dict[str, Worksheet]:
    """Every worksheet of `folder`/worksheets by id, its file name. Raises ConfigError."""
    inside = folder / "worksheets"
    if not (inside / _EVIDENCE).is_file():
        return {}
    known = _evidence(inside / _EVIDENCE)
    return {
        path.stem: _worksheet(path, known)
        for path in sorted(inside.glob("*.y*ml"))
        if path.name != _EVIDENCE
    }


def choose(worksheets: Mapping[str, Worksheet], name: str) -> Worksheet:
    """The worksheet called `name`; raises UsageError that lists the ones there are."""
    if name not in worksheets:
        known = ", ".join(sorted(worksheets))
        raise UsageError(f"there is no worksheet ‘{name}’; use one of {known}")
    return worksheets[name]


def _evidence(path: Path) -> dict[str, Evidence]:
    file = load(path, ConfigError)
    found: dict[str, Evidence] = {}
    for name, value in file.value.items():
        kinds = {key: value[key] for key in _KINDS if key in value}
        wrong = set(value) - {*_KINDS, "label", "most", "partly", "least"}
        if not kinds or wrong or "label" not in value:
            raise ConfigError(
                path, file.line(name), f"‘{name}’ needs a label and one of {', '.join(_KINDS)}"
            )
        for key in ("words", "headings"):
            if key in kinds:
                kinds[key] = _patterns(file, name, kinds[key])
        found[name] = Evidence(
            name,
            value["label"],
            kinds,
            value.get("most"),
            value.get("partly"),
            int(value.get("least", 1)),
        )
    return found


def _patterns(file: YamlFile, name: str, sources: list[str]) -> tuple[Any, ...]:
    try:
        return tuple(pattern(source) for source in sources)
    except ValueError as error:
        raise ConfigError(file.path, file.line(name), str(error)) from error


def _worksheet(path: Path, known: Mapping[str, Evidence]) -> Worksheet:
    file = load(path, ConfigError)
    value = file.value
    known_keys(file, _KEYS, ConfigError)
    needed_keys(path, value, _NEEDED, "worksheet", ConfigError)
    if set(value["scale"]) != {"yes", "partly", "no"}:
        raise ConfigError(path, file.line("scale"), "‘scale’ has the points of yes, partly and no")
    groups = value.get("groups", {})
    return Worksheet(
        id=path.stem,
        title=value["title"],
        about=value["about"],
        source=Citation(value["source"]["title"], value["source"].get("url", "")),
        scale={key: float(points) for key, points in value["scale"].items()},
        good=float(value["pass"]) if "pass" in value else None,
        groups=groups,
        items=tuple(_item(file, item, groups, known) for item in value["items"]),
    )


def _item(
    file: YamlFile, item: dict[str, Any], groups: Mapping[str, str], known: Mapping[str, Evidence]
) -> Item:
    line = file.line("items")
    name = item.get("id", "?")
    if set(item) - _ITEM or "ask" not in item or "id" not in item:
        raise ConfigError(file.path, line, f"item {name} has the keys {', '.join(sorted(_ITEM))}")
    if item.get("group", "") not in ("", *groups):
        raise ConfigError(file.path, line, f"item {name} is in no group of ‘groups’")
    for one in (*item.get("decides", []), *item.get("shows", [])):
        if one not in known:
            raise ConfigError(file.path, line, f"item {name} uses ‘{one}’; {_EVIDENCE} has it not")
    return Item(
        str(item["id"]),
        item.get("group", ""),
        item["ask"],
        tuple(known[one] for one in item.get("decides", [])),
        tuple(known[one] for one in item.get("shows", [])),
    )
