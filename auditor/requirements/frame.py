"""Frames: their names, and what they keep from the keyboard."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.focus import tabindex
from auditor.markup.names import name
from auditor.markup.page import Element
from auditor.markup.roles import NOTHING, explicit
from auditor.markup.shown import exposed
from auditor.requirements.verdict import FITS, SKIPPED, Fault, Verdict, wanted

_REACHABLE = re.compile(
    r"<a\s[^>]{0,300}?href|<button\b|<input\b(?![^>]{0,300}?type=[\"']?hidden)|<select\b|<textarea\b|"
    r"<[a-z0-9]+\s[^>]{0,300}?tabindex=[\"']?\d",
    re.IGNORECASE,
)


def named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A frame has a name."""
    if explicit(one) in NOTHING and (tabindex(one) or 0) < 0:
        return SKIPPED
    return wanted(bool(name(one)), match=one.get("src")[:60] or "frame")


def alike(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Frames of the same name show the same."""
    said = name(one).lower()
    if not said:
        return SKIPPED
    groups = one.page.known.get("frames")
    if groups is None:
        groups = one.page.known["frames"] = {}
        for other in one.page.named("iframe"):
            if exposed(other):
                groups.setdefault(name(other).lower(), []).append(other)
    others = groups[said]
    if len(others) < 2:
        return SKIPPED
    if _shows(one) == _shows(others[0]):
        return FITS
    return Fault({"match": name(one)[:60]}, certain=False)


def _shows(one: Element) -> str:
    return one.attrs.get("srcdoc", "").strip() or one.get("src")


def reachable(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A frame with links or fields inside is not kept from the Tab key."""
    number = tabindex(one)
    if number is None or number >= 0:
        return SKIPPED
    if "srcdoc" in one.attrs:
        return Fault() if _REACHABLE.search(one.attrs["srcdoc"]) else SKIPPED
    return Fault(certain=False) if one.get("src") else SKIPPED


REQUIREMENTS = {
    "a frame's name": named,
    "one name, one frame": alike,
    "no frame without the Tab key": reachable,
}
