"""One rule file in Vale's format becomes a rule of ours.

What Vale knows and we do not do makes the rule `unsupported`: it shows as not checked, with file
and line. What Vale does not know either is an error.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.errors import RuleError
from auditor.model import LEVELS, Citation, Rule
from auditor.rules import checked, compiled
from auditor.styles.kinds import KINDS, NOT_OURS, Params, existence
from auditor.styles.scopes import kinds
from auditor.yaml_file import YamlFile, known_keys, load

_SIGNS = re.compile(r"[.+*?^$()\[\]{}|\\]")
_AS = {"sequence": "existence"}  # a row of words is one pattern
_COMMON = frozenset("extends message level scope link description action vocab limit".split())


def load_vale_rule(path: Path, rule_id: str, accepted: Sequence[str] = ()) -> Rule:
    """The rule in a file; `accepted` words count as its exceptions. Raises RuleError."""
    file = load(path, RuleError)
    data = file.value
    if not isinstance(data, dict):
        raise RuleError(path, 1, "a rule is a mapping of keys such as `extends` and `message`")
    for key in ("extends", "message"):
        if not isinstance(data.get(key), str):
            raise RuleError(path, file.line(key), f"the key ‘{key}’ must be there and be a text")
    level = data.get("level", "warning")
    if level not in LEVELS:
        raise RuleError(path, file.line("level"), f"‘level’ is {', '.join(LEVELS)}, not ‘{level}’")
    name = str(data["extends"])
    if name in NOT_OURS:
        return _unsupported(file, rule_id, "extends", NOT_OURS[name])
    if name not in KINDS:
        raise RuleError(
            path,
            file.line("extends"),
            f"‘{name}’ is no kind of check; use one of {', '.join(sorted(KINDS))}",
        )
    kind = KINDS[name]
    known_keys(file, _COMMON | set(kind.keys) | kind.lacking, RuleError)
    for key in data:
        if key in kind.lacking:
            return _unsupported(file, rule_id, key, f"the key ‘{key}’ is not supported")
    given = {
        key: checked(file, key, expected, data[key])
        for key, expected in kind.keys.items()
        if data.get(key) is not None
    }
    for key in kind.needed:
        if not given.get(key):
            raise RuleError(path, file.line(key), f"a rule of kind ‘{name}’ needs the key ‘{key}’")
    if name == "sequence" and any("tag" in token for token in given["tokens"]):
        return _unsupported(file, rule_id, "tokens", "parts of speech (`tag`) are not supported")
    try:
        scope = kinds(data.get("scope") or "text")
    except ValueError as error:
        return _unsupported(file, rule_id, "scope", str(error))
    if data.get("vocab", True) is not False and not given.get("nonword"):
        given["exceptions"] = [*given.get("exceptions", ()), *accepted]
    ours = _AS.get(name, name)
    rule = _rule(file, rule_id, ours, kind.params(given | _action(data)))
    return compiled(_with(rule, scope, _message(str(data["message"]), kind.values)), file)


def avoid(path: Path, words: Sequence[str]) -> Rule:
    """Vale's own rule on the rejected words of a vocabulary."""
    data = {"message": "Do not use ‘{match}’.", "level": "error"}
    file = YamlFile(path, data, {})
    params = existence({"tokens": list(words)})
    return compiled(_with(_rule(file, "Vale.Avoid", "existence", params), kinds("text")), file)


def terms(path: Path, words: Sequence[str]) -> Rule:
    """Vale's own rule on accepted words that stand in another case."""
    data = {"message": "Write ‘{replacement}’, not ‘{match}’.", "level": "error"}
    file = YamlFile(path, data, {})
    swap = {_SIGNS.sub(r"\\\g<0>", word.lower()): word for word in words}
    params = {"swap": swap, "exact": True, "ignorecase": True, "nonword": False}
    params |= {"inflect": "none", "exceptions": [], "safe": []}
    return compiled(_with(_rule(file, "Vale.Terms", "substitution", params), kinds("text")), file)


def _rule(file: YamlFile, rule_id: str, extends: str, params: Params) -> Rule:
    data = file.value
    return Rule(
        id=rule_id,
        extends=extends,
        title=rule_id,
        message=str(data["message"]),
        category="plain-english",
        level=data.get("level", "warning"),
        params=params,
        why=str(data.get("description") or ""),
        sources=(Citation(rule_id.partition(".")[0], str(data.get("link") or "")),),
        path=str(file.path),
    )


def _with(rule: Rule, scope: tuple[str, ...], message: str = "") -> Rule:
    return replace(rule, scope=scope, message=message or rule.message)


def _unsupported(file: YamlFile, rule_id: str, key: str, reason: str) -> Rule:
    said = f"{reason}, so this rule is not checked; turn it off with `{rule_id} = NO`"
    return _rule(file, rule_id, "unsupported", {"line": file.line(key), "reason": said})


def _message(message: str, values: Sequence[str]) -> str:
    """Vale's `%s` and `%[2]s` as our `{names}`; quotation marks stay as the writer set them."""
    places = iter([*values, *[""] * 9])

    def name(found: re.Match[str]) -> str:
        if found.group(1):
            number = int(found.group(1)) - 1
            return f"{{{values[number]}}}" if number < len(values) else ""
        word = next(places)
        return f"{{{word}}}" if word else ""

    return re.sub(r"%s|%\[(\d)\]s", name, message).replace("%%", "%")


def _action(data: Mapping[str, Any]) -> Params:
    """What `action` suggests: a list of replacements, or to leave the words out."""
    action = data.get("action")
    if not isinstance(action, dict):
        return {}
    params = action.get("params")
    if action.get("name") == "replace" and isinstance(params, list):
        return {"suggest": [str(one) for one in params]}
    return {}
