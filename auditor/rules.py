"""YAML becomes rules: every error has file, line, and what was expected."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from auditor.checks import KINDS
from auditor.checks.field import REQUIRED
from auditor.errors import RuleError
from auditor.model import CATEGORIES, LEVELS, Citation, Example, Rule
from auditor.wcag import LEVEL
from auditor.yaml_file import YamlFile, known_keys, load, needed_keys

_KEYS = frozenset(
    "extends title message category level scope tags why wcag act sources pass fail "
    "unsure inapplicable".split()
)
_NEEDED = ("extends", "title", "message", "category", "level", "sources")
_EXAMPLES = ("pass", "fail", "unsure", "inapplicable")
_SCOPE = ("paragraph", "item", "cell", "definition")  # a quotation is somebody else's words
_NOT_RULES = frozenset({"profiles", "contracts", "worksheets", "lexicon", "words"})


def load_rules(folder: Path) -> dict[str, Rule]:
    """Every rule below `folder` by id; the id is `pack.file`. Raises RuleError."""
    found: dict[str, Rule] = {}
    shared: dict[Path, Mapping[str, str]] = {}
    for path in sorted(folder.rglob("*.y*ml")):
        inside = path.relative_to(folder).parts[:-1]
        if not inside or _NOT_RULES & set(inside):
            continue
        if path.parent not in shared:
            shared[path.parent] = load_words(path.parent / "words")
        rule = load_rule(path, ".".join((*inside, path.stem)), shared[path.parent])
        if rule.id in found:
            raise RuleError(path, 1, f"the id ‘{rule.id}’ is taken by {found[rule.id].path}")
        found[rule.id] = rule
    return found


def load_words(folder: Path) -> dict[str, str]:
    """Parts of patterns that the rules of a pack share: each name with its words as one pattern.

    A file of `folder` maps names to lists of words. Raises RuleError.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.y*ml")):
        file = load(path, RuleError)
        if not isinstance(file.value, dict):
            raise RuleError(path, 1, "shared words are a mapping of names to lists of words")
        for name in file.value:
            if name in found:
                raise RuleError(path, file.line(name), f"the name ‘{name}’ is taken")
            found[name] = "|".join(_typed(file, name, list[str]))
    return found


def load_rule(path: Path, rule_id: str, words: Mapping[str, str] = MappingProxyType({})) -> Rule:
    """One rule file; `words` are the parts of patterns that its pack shares."""
    file = load(path, RuleError)
    data = file.value
    if not isinstance(data, dict):
        raise RuleError(path, 1, "a rule is a mapping of keys such as `extends` and `message`")
    # A rule that only sends a person to look has neither of the two.
    examples_needed = () if "unsure" in data else ("pass", "fail")
    needed_keys(path, data, (*_NEEDED, *examples_needed), "rule", RuleError)
    kind = KINDS.get(str(data["extends"]))
    if kind is None:
        raise RuleError(
            path,
            file.line("extends"),
            f"‘{data['extends']}’ is no kind of check; use one of {', '.join(sorted(KINDS))}",
        )
    known_keys(file, _KEYS | set(kind.FIELDS), RuleError)
    examples = {key: _examples(file, key) if key in data else () for key in _EXAMPLES}
    rule = Rule(
        id=rule_id,
        extends=data["extends"],
        title=_text(file, "title"),
        message=_text(file, "message"),
        category=_one_of(file, "category", CATEGORIES),
        level=_one_of(file, "level", LEVELS),
        scope=tuple(_typed(file, "scope", list[str]) if "scope" in data else _SCOPE),
        params=_params(file, kind.FIELDS, words),
        tags=tuple(_typed(file, "tags", list[str]) if "tags" in data else ()),
        why=_text(file, "why") if "why" in data else "",
        sources=tuple(
            Citation(str(one["title"]), str(one.get("url", "")))
            for one in _typed(file, "sources", list[dict[str, str]])
        ),
        passing=examples["pass"],
        failing=examples["fail"],
        unsure=examples["unsure"],
        inapplicable=examples["inapplicable"],
        wcag=_criteria(file) if "wcag" in data else (),
        act=tuple(_typed(file, "act", list[str]) if "act" in data else ()),
        path=str(path),
    )
    return compiled(rule, file)


def with_overrides(rule: Rule, overrides: Mapping[str, Any], file: YamlFile, key: str) -> Rule:
    """The rule with some keys changed, as a profile says; unknown keys are refused."""
    kind = KINDS[rule.extends]
    params = dict(rule.params)
    for name, value in overrides.items():
        if name == "level":
            if value not in LEVELS:
                raise RuleError(file.path, file.line(key), _expected("level", LEVELS, value))
            rule = replace(rule, level=value)
        elif name in kind.FIELDS:
            params[name] = checked(file, key, kind.FIELDS[name].type, value)
        else:
            allowed = ", ".join(["level", *kind.FIELDS])
            raise RuleError(
                file.path, file.line(key), f"‘{name}’ cannot be set for {rule.id}; use {allowed}"
            )
    rule = replace(rule, params=params)
    plain = {"level", *getattr(kind, "NOT_COMPILED", ())}
    return rule if set(overrides) <= plain else compiled(rule, file)


def compiled(rule: Rule, file: YamlFile) -> Rule:
    """The rule with what its kind makes of its keys; raises RuleError where they are wrong."""
    make = getattr(KINDS[rule.extends], "compile", None)
    if make is None:
        return rule
    try:
        return replace(rule, compiled=make(rule.params))
    except ValueError as cause:
        raise RuleError(file.path, file.line("extends"), str(cause)) from cause


def _params(file: YamlFile, fields: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for name, field in fields.items():
        if name in file.value:
            params[name] = _typed(file, name, field.type)
        elif field.default is REQUIRED:
            raise RuleError(
                file.path,
                file.line("extends"),
                f"a rule of kind ‘{file.value['extends']}’ needs the key ‘{name}’",
            )
        else:
            params[name] = field.default
    if "words" in fields and fields["words"].type == dict[str, str]:
        params["words"] = {**words, **params["words"]}
    return params


def _typed(file: YamlFile, key: str, expected: Any) -> Any:
    return checked(file, key, expected, file.value[key])


def checked(file: YamlFile, key: str, expected: Any, value: Any) -> Any:
    """The value of a key if it has the expected type, else RuleError with its line."""
    try:
        return _adapter(expected).validate_python(value)
    except ValidationError as cause:
        first = cause.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        where = f"‘{key}’" + (f" at {place}" if place else "")
        raise RuleError(file.path, file.line(key), f"{where}: {first['msg'].lower()}") from cause


@cache
def _adapter(expected: Any) -> TypeAdapter[Any]:
    """Making one costs a hundred times what using it does."""
    return TypeAdapter(expected)


def _text(file: YamlFile, key: str) -> str:
    value = file.value[key]
    if not isinstance(value, str) or not value.strip():
        raise RuleError(file.path, file.line(key), f"‘{key}’ must be a sentence")
    return value


def _one_of(file: YamlFile, key: str, allowed: tuple[Any, ...]) -> Any:
    value = file.value[key]
    if value not in allowed:
        raise RuleError(file.path, file.line(key), _expected(key, allowed, value))
    return value


def _criteria(file: YamlFile) -> tuple[str, ...]:
    found = tuple(_typed(file, "wcag", list[str]))
    for one in found:
        if one not in LEVEL:
            raise RuleError(
                file.path, file.line("wcag"), f"‘{one}’ is no criterion of WCAG 2.2, as 1.1.1 is"
            )
    return found


def _expected(key: str, allowed: tuple[Any, ...], value: Any) -> str:
    return f"‘{key}’ is {', '.join(allowed[:-1])} or {allowed[-1]}, not ‘{value}’"


def _examples(file: YamlFile, key: str) -> tuple[Example, ...]:
    value = file.value[key]
    if not isinstance(value, list) or not value:
        raise RuleError(file.path, file.line(key), f"‘{key}’ must be a list of example texts")
    found: list[Example] = []
    for one in value:
        try:
            found.append(
                Example(one) if isinstance(one, str) else _adapter(Example).validate_python(one)
            )
        except ValidationError as cause:
            raise RuleError(
                file.path, file.line(key), "an example is a text, or text, media_type, marks, today"
            ) from cause
    return tuple(found)
