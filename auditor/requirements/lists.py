"""Lists: that they are marked up, and made of the right parts."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.page import Element
from auditor.markup.roles import explicit
from auditor.requirements.verdict import FITS, SKIPPED, Fault, Verdict, wanted

_BULLET = re.compile(r"\s*(?:[•·●▪◦‣*]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-h]\)(?=\s))\s*\S")
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark q s samp small "
    "span strong sub sup time u var wbr".split()
)
_SCRIPTING = ("script", "template", "style")


def marked_up(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Lines that begin with a bullet or a dash are a list in the markup too."""
    lines = _lines(one)
    starts = [bool(_BULLET.match(line)) for line in lines]
    if sum(starts) >= 2:
        return Fault({"match": lines[starts.index(True)].strip()[:60]})
    if len(lines) != 1 or not starts[0] or one.name != "p":
        return FITS if lines else SKIPPED
    siblings = one.siblings
    at = one.place
    beside = siblings[max(0, at - 1) : at] + siblings[at + 1 : at + 2]
    if not any(other.name == "p" and _BULLET.match(other.text) for other in beside):
        return FITS
    before = siblings[at - 1] if at else None
    first = before is None or before.name != "p" or not _BULLET.match(before.text)
    return Fault({"match": one.text[:60]}) if first else FITS


def _lines(one: Element) -> list[str]:
    """The lines of an element that line breaks make."""
    if one.foreign or explicit(one):
        return []
    if any(child.name not in _INLINE for child in one.children):
        return []
    lines = [""]
    for part in one.contents():
        if isinstance(part, str):
            lines[-1] += part
        elif part.name == "br":
            lines.append("")
        else:
            lines[-1] += part.text
    return [line for line in lines if line.strip()]


def item_in_list(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A list item stands in a list."""
    if explicit(one) and explicit(one) != "listitem":
        return SKIPPED
    parent = one.parent
    if parent is None:
        return Fault()
    if explicit(parent) and parent.name in ("ul", "ol", "menu"):
        return wanted(explicit(parent) == "list")
    return wanted(parent.name in ("ul", "ol", "menu") or explicit(parent) == "list")


def list_of_items(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A list holds items and nothing else."""
    if explicit(one) and explicit(one) != "list":
        return SKIPPED
    allowed = ("li", *_SCRIPTING)
    wrong = [
        child for child in one.children
        if child.name not in allowed and explicit(child) != "listitem"
    ]  # fmt: skip
    if wrong:
        return Fault({"child": wrong[0].name})
    loose = any(isinstance(part, str) and part.strip() for part in one.contents())
    return wanted(not loose, child="text")


def pairs(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A description list holds terms and descriptions, each term with one at least."""
    if explicit(one):
        return SKIPPED
    parts: list[str] = []
    for child in one.children:
        if child.name == "div":
            parts += [inner.name for inner in child.children if inner.name in ("dt", "dd")]
        elif child.name in ("dt", "dd"):
            parts.append(child.name)
        elif child.name not in _SCRIPTING:
            return Fault({"child": child.name})
    right = not parts or (parts[0] == "dt" and parts[-1] == "dd")
    return wanted(right, child="dd" if parts and parts[0] == "dd" else "dt")


def part_in_pairs(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A term or a description stands in a description list."""
    parent = one.parent
    if parent is not None and parent.name == "div":
        parent = parent.parent
    return wanted(parent is not None and parent.name == "dl")


REQUIREMENTS = {
    "lists marked as such": marked_up,
    "a list round the item": item_in_list,
    "only items in a list": list_of_items,
    "terms with descriptions": pairs,
    "a description list round it": part_in_pairs,
}
