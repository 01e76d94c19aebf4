"""Ids, keys and the order of the Tab key."""

from collections.abc import Mapping
from typing import Any

from auditor.markup.focus import tabindex
from auditor.markup.page import Element, Page
from auditor.markup.shown import exposed
from auditor.requirements.verdict import SKIPPED, Verdict, wanted

_REFERRING = (
    "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-owns", "aria-activedescendant", "aria-errormessage", "aria-details", "aria-flowto",
)  # fmt: skip


def _referred(page: Page) -> set[str]:
    known: set[str] | None = page.known.get("referred")
    if known is None:
        known = {
            word
            for attribute in _REFERRING
            for one in page.having(attribute)
            for word in one.attrs[attribute].split()
        }
        known |= {
            one.attrs["href"][1:]
            for one in page.having("href")
            if one.attrs["href"].startswith("#")
        }
        page.known["referred"] = known
    return known


def own_id(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No other element has the same id, where something leads to it."""
    return _once(one, referred=True)


def own_id_anyway(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No other element has the same id, though nothing leads to it."""
    return _once(one, referred=False)


def _once(one: Element, referred: bool) -> Verdict:
    own = one.attrs["id"]
    if not own.strip() or (own in _referred(one.page)) != referred:
        return SKIPPED
    fellows = one.page.ids[own]
    return wanted(fellows[0] is one, id=own[:40])


def natural_order(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The Tab key goes through the page in the order of its text."""
    number = tabindex(one)
    return SKIPPED if number is None else wanted(number <= 0, value=str(number))


def own_key(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No other element has the same shortcut key."""
    key = one.get("accesskey").lower()
    if not key:
        return SKIPPED
    firsts = one.page.known.get("keys")
    if firsts is None:
        firsts = one.page.known["keys"] = {}
        for other in one.page.having("accesskey"):
            if exposed(other):
                firsts.setdefault(other.get("accesskey").lower(), other)
    return wanted(firsts.get(key, one) is one, key=key[:5])


REQUIREMENTS = {
    "an id of its own": own_id,
    "an id of its own anyway": own_id_anyway,
    "the order of the page": natural_order,
    "a key of its own": own_key,
}
