"""Our rules in Vale's format, as far as Vale has their kind."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from auditor.inflection import forms
from auditor.lexicon import plurals
from auditor.model import Rule

_SIGNS = re.compile(r"[.+*?^$()\[\]{}|\\]")
_NAME = re.compile(r"\{(\w+)\}")
_SCOPES = {"heading": "heading", "item": "list", "cell": "table.cell", "quote": "blockquote"}
_WORD = r"\b[\w'’-]+\b"

Keys = dict[str, Any]


class Exported(NamedTuple):
    """What was written, and why some rules were not."""

    written: list[str]
    left_out: dict[str, str]


def export(rules: Iterable[Rule], folder: Path) -> Exported:
    """Write a style for each pack below `folder/styles`, and a `.vale.ini` that uses them all."""
    written: list[str] = []
    left_out: dict[str, str] = {}
    for rule in rules:
        make = _KINDS.get(rule.extends)
        keys = make(rule) if make else f"Vale has no kind of check like ‘{rule.extends}’"
        if isinstance(keys, str):
            left_out[rule.id] = keys
            continue
        pack, _, name = rule.id.rpartition(".")
        path = folder / "styles" / pack.replace(".", "-") / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            yaml.safe_dump(
                _head(rule) | keys, allow_unicode=True, sort_keys=False, width=100
            ),
            "utf-8",
        )  # fmt: skip
        written.append(rule.id)
    styles = sorted({rule_id.rpartition(".")[0].replace(".", "-") for rule_id in written})
    (folder / ".vale.ini").write_text(
        "StylesPath = styles\nMinAlertLevel = warning\n\n[*]\nBasedOnStyles = "
        + ", ".join(styles)
        + "\n",
        "utf-8",
    )
    return Exported(written, left_out)


def _head(rule: Rule) -> Keys:
    values = _VALUES.get(rule.extends, ("match",))
    head: Keys = {
        "extends": _EXTENDS.get(rule.extends, rule.extends),
        "message": _message(rule, values),
        "level": rule.level,
        "scope": _scope(rule),
    }
    if rule.sources and rule.sources[0].url:
        head["link"] = rule.sources[0].url
    if rule.why:
        head["description"] = rule.why
    return head


def _message(rule: Rule, values: tuple[str, ...]) -> str:
    """Our names as Vale's `%s`, if they stand in the order in which Vale fills them in."""
    names = _NAME.findall(rule.message)
    if tuple(names) != values[: len(names)]:
        return rule.title.replace("%", "%%")
    return _NAME.sub("%s", rule.message.replace("%", "%%"))


def _scope(rule: Rule) -> Any:
    if "sentence" in rule.scope or rule.extends == "sentence-length":
        return "sentence"
    named = [scope for kind, scope in _SCOPES.items() if kind in rule.scope]
    if "paragraph" not in rule.scope:
        return named[0] if len(named) == 1 else named or "text"
    return "text" if "heading" in rule.scope else "text & ~heading"


def _existence(rule: Rule) -> Keys | str:
    params = rule.params
    if params["unless"]:
        return "its pattern depends on the rest of the paragraph"
    before = f"(?<={params['only_after']})" if params["only_after"] else ""
    before += f"(?<!{params['not_after']})" if params["not_after"] else ""
    after = f"(?!{params['not_before']})" if params["not_before"] else ""
    keys: Keys = {"ignorecase": params["ignorecase"], "nonword": params["nonword"]}
    tokens = [f"{before}(?:{token}){after}" if before or after else token
              for token in params["tokens"]]  # fmt: skip
    keys |= {"tokens": tokens, "exceptions": params["exceptions"]}
    if params["suggest"]:
        keys["action"] = {"name": "replace", "params": params["suggest"]}
    return keys


def _substitution(rule: Rule) -> Keys:
    params = rule.params
    swap: dict[str, str] = {}
    for phrase, plainer in params["swap"].items():
        options = (plainer,) if isinstance(plainer, str) else tuple(plainer)
        for form, shaped in forms(phrase, options, params["inflect"]):
            if any(shaped):
                key = _key(form, params["exceptions"])
                swap.setdefault(key, "|".join(one for one in shaped if one))
    return {"ignorecase": True, "action": {"name": "replace"}, "swap": swap}


def _key(form: str, exceptions: Iterable[str]) -> str:
    """The form as a pattern that leaves out the phrases in which it is harmless.

    Vale compares exceptions with the match alone, so that "renal unit" would not save "renal".
    """
    words = _pattern(form)
    guards = []
    for phrase in exceptions:
        found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", phrase, re.IGNORECASE)
        if found:
            before, after = phrase[: found.start()], phrase[found.end() :]
            behind = f"(?<={_pattern(before)})" if before else ""
            guards.append(f"(?!{behind}{words}{_pattern(after)})")
    return "".join(dict.fromkeys(guards)) + words


def _pattern(words: str) -> str:
    """Words as a pattern, hyphen or space between; Vale wants a letter at the end of it."""
    inside = _SIGNS.sub(r"\\\g<0>", re.sub(r"[^\w\s)]+$", "", words))
    return re.sub(r"[ -]", "[ -]", inside)


def _consistency(rule: Rule) -> Keys:
    either: dict[str, str] = {}
    for one, other in rule.params["either"].items():
        either[one] = other
        either.update(zip(plurals(one), plurals(other), strict=False))
    return {"ignorecase": True, "nonword": False, "either": either}


def _sentence_length(rule: Rule) -> Keys:
    return {"max": rule.params["max"], "token": _WORD}


def _same(*names: str) -> Callable[[Rule], Keys]:
    """Kinds that are Vale's own: the keys as they are."""
    return lambda rule: {name: rule.params[name] for name in names}


_KINDS: Mapping[str, Callable[[Rule], Keys | str]] = {
    "existence": _existence,
    "substitution": _substitution,
    "consistency": _consistency,
    "sentence-length": _sentence_length,
    "occurrence": _same("token", "max", "min", "ignorecase"),
    "repetition": _same("tokens", "alpha", "ignorecase", "exceptions"),
    "conditional": _same("first", "second", "ignorecase", "exceptions"),
    "capitalization": _same("match", "exceptions"),
}
_EXTENDS = {"sentence-length": "occurrence"}
_VALUES = {
    "substitution": ("replacement", "match"),
    "occurrence": (),
    "sentence-length": (),
}
