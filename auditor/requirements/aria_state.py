"""WAI-ARIA states and properties: that they exist, are allowed, and have a value."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup import aria
from auditor.markup.page import Element
from auditor.markup.roles import role
from auditor.requirements.verdict import FITS, SKIPPED, Fault, Verdict, wanted

_INTEGER = re.compile(r"-?\d{1,12}")
_NUMBER = re.compile(r"-?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})(?:e[+-]?\d{1,3})?", re.IGNORECASE)
_NEEDED_IDS = {"scrollbar": "controls", "combobox": "controls"}
# Fields without a role of their own, which browsers treat much like text fields.
_LIKE_TEXT = frozenset("color date datetime-local month password time week".split())
_FILE = frozenset({"required", "invalid", "disabled", "readonly"})


def _states(one: Element) -> dict[str, str]:
    return {key[5:]: value.strip() for key, value in one.attrs.items() if key.startswith("aria-")}


def known(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Every `aria-` attribute is one of WAI-ARIA."""
    wrong = [state for state in _states(one) if state not in aria.ATTRIBUTES]
    return wanted(not wrong, state=", ".join(f"aria-{state[:30]}" for state in wrong[:3]))


def valued(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Every `aria-` attribute has a value that WAI-ARIA allows."""
    judged = False
    for state, value in _states(one).items():
        kind = aria.ATTRIBUTES.get(state)
        if kind is None or not value:
            continue
        judged = True
        if not _fits(one, state, kind, value):
            return Fault({"state": f"aria-{state}", "value": value[:40]})
    return FITS if judged else SKIPPED


def _fits(one: Element, state: str, kind: aria.Kind, value: str) -> bool:
    match kind.type:
        case "token":
            return value.lower() in kind.words
        case "tokens":
            return all(word in kind.words for word in value.lower().split())
        case "integer":
            return _INTEGER.fullmatch(value) is not None
        case "number":
            return _NUMBER.fullmatch(value) is not None
        case "id" | "ids":
            if kind.type == "id" and len(value.split()) > 1:
                return False
            needed = _NEEDED_IDS.get(role(one)) == state and not (
                role(one) == "combobox" and one.get("aria-expanded").lower() != "true"
            )
            return not needed or bool(one.page.referred(one, f"aria-{state}"))
    return True


def allowed(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Every `aria-` attribute is one that the element's role may have."""
    kind = role(one)
    judged = False
    for state, value in _states(one).items():
        if state not in aria.ATTRIBUTES or state in ("colindextext", "rowindextext"):
            continue
        judged = True
        if state in ("label", "labelledby") and _nameless(one, kind):
            return Fault({"state": f"aria-{state}", "role": kind or one.name})
        if state == "roledescription" and kind == "generic" and value:
            return Fault({"state": f"aria-{state}", "role": kind})
        if not _may(one, kind, state):
            return Fault({"state": f"aria-{state}", "role": kind or one.name})
    return FITS if judged else SKIPPED


def _may(one: Element, kind: str, state: str) -> bool:
    if state in aria.SUPPORTED.get(kind, aria.GLOBAL):
        return True
    if one.name == "input" and not kind:
        field = one.get("type").lower()
        return state in (
            _FILE if field == "file" else aria.SUPPORTED["textbox"] | {"expanded"}
        ) and (field in _LIKE_TEXT or field == "file")
    return False


def _nameless(one: Element, kind: str) -> bool:
    return kind in aria.NAME_PROHIBITED or (one.name in ("label", "legend") and not kind)


def not_deprecated(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No attribute is one that WAI-ARIA advises against."""
    old = [state for state in _states(one) if state in aria.DEPRECATED]
    return wanted(not old, state=", ".join(f"aria-{state}" for state in old))


def leads_somewhere(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The ids that an `aria-` attribute names are there."""
    judged = False
    for state, value in _states(one).items():
        kind = aria.ATTRIBUTES.get(state)
        if kind is None or kind.type not in ("id", "ids") or not value:
            continue
        judged = True
        missing = [word for word in value.split() if one.page.by_id(word) is None]
        if missing:
            certain = state in ("labelledby", "describedby", "activedescendant")
            return Fault({"state": f"aria-{state}", "id": missing[0][:40]}, certain=certain)
    return FITS if judged else SKIPPED


REQUIREMENTS = {
    "known states": known,
    "values of states": valued,
    "allowed states": allowed,
    "no deprecated states": not_deprecated,
    "ids that are there": leads_somewhere,
}
