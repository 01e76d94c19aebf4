"""What can be reached with the keyboard."""

import re

from auditor.markup.page import Element
from auditor.markup.shown import drawn

_NUMBER = re.compile(r"[ \t\r\n\f]*([+-]?\d+)")
_FIELDS = frozenset({"button", "input", "select", "textarea"})


def tabindex(one: Element) -> int | None:
    """The number, as browsers read it, or None."""
    match = _NUMBER.match(one.attrs.get("tabindex", ""))
    return int(match[1]) if match and len(match[1]) < 12 else None


def disabled(one: Element) -> bool:
    """Whether a form control is turned off, by itself or by its group."""
    if one.name not in _FIELDS:
        return False
    if "disabled" in one.attrs:
        return True
    below = one
    for other in one.ancestors():
        if other.name == "fieldset" and "disabled" in other.attrs and below.name != "legend":
            return True
        below = other
    return False


def focusable(one: Element) -> bool:
    """Whether it can have the focus at all."""
    known = one.known.get("focusable")
    if known is None:
        known = one.known["focusable"] = _focusable(one)
    return bool(known)


def tabbable(one: Element) -> bool:
    """Whether the Tab key reaches it."""
    if not focusable(one):
        return False
    number = tabindex(one)
    return number is None or number >= 0


def _focusable(one: Element) -> bool:
    able = _by_nature(one) or tabindex(one) is not None or _editable(one)
    if not able or disabled(one):
        return False
    if one.name != "area" and not drawn(one):
        return False
    if not one.page.having("inert"):
        return True
    return not any("inert" in other.attrs for other in (one, *one.ancestors()))


def _by_nature(one: Element) -> bool:
    if one.name in ("a", "area"):
        return "href" in one.attrs or (one.foreign and "xlink:href" in one.attrs)
    if one.name == "input":
        return one.get("type").lower() != "hidden"
    if one.name in ("audio", "video"):
        return "controls" in one.attrs
    if one.name == "summary":
        return one.parent is not None and one.parent.name == "details"
    return one.name in ("button", "select", "textarea", "iframe")


def _editable(one: Element) -> bool:
    return "contenteditable" in one.attrs and one.get("contenteditable").lower() != "false"
