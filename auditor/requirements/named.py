"""Requirements on any element: that it has a name, a value, or that it is not there."""

from collections.abc import Mapping
from typing import Any

from auditor.markup.names import name
from auditor.markup.page import Element
from auditor.markup.roles import NOTHING, explicit, in_conflict, role
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted


def named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """It has an accessible name."""
    if explicit(one) in NOTHING and not in_conflict(one):
        return SKIPPED
    return wanted(bool(name(one)))


def named_by_label(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Its name is more than a `title`."""
    title = " ".join(one.get("title").split())
    if not title or name(one) != title:
        return SKIPPED if not name(one) else FITS
    return Fault({"match": title[:60]})


def absent(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No such element is wanted."""
    return Fault()


def described(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Its name is not one of those that say nothing; whether it is right, a person must say."""
    said = name(one)
    if not said:
        return SKIPPED
    if says_nothing(said, keys["words"]):
        return Fault({"match": said[:60], "role": role(one)})
    return UNSURE


def says_nothing(said: str, words: tuple[str, ...]) -> bool:
    """Whether it is one of the words that fit anything, or has no letter or digit."""
    bare = said.strip(" \t.,:;!?…›»→>-–—*()[]").lower()
    return bare in words or not any(letter.isalnum() for letter in said)


REQUIREMENTS = {
    "a name": named,
    "a name that is not only a title": named_by_label,
    "is not used": absent,
    "a name that says something": described,
}
