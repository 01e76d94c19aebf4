"""Forms: labels, groups, and help with filling in."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup import aria
from auditor.markup.focus import disabled, tabindex
from auditor.markup.names import content_name, labels, name
from auditor.markup.page import Element
from auditor.markup.roles import explicit, role
from auditor.markup.shown import exposed, visible
from auditor.requirements.named import says_nothing
from auditor.requirements.verdict import SKIPPED, UNSURE, Fault, Verdict, wanted

_NO_DATA = frozenset("hidden button submit reset".split())
_TOKENS = frozenset(
    "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username "
    "new-password current-password one-time-code organization-title organization street-address "
    "address-line1 address-line2 address-line3 address-level4 address-level3 address-level2 "
    "address-level1 country country-name postal-code cc-name cc-given-name cc-additional-name "
    "cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type transaction-currency "
    "transaction-amount language bday bday-day bday-month bday-year sex url photo".split()
)
_CONTACT = frozenset(
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix "
    "tel-extension email impp".split()
)
_PLACES = frozenset("home work mobile fax pager".split())
_LETTERS = re.compile(r"\([^)]*\)")
_WORDS = re.compile(r"\w+")


def button_named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A button has a name; picture buttons have a rule of their own."""
    if one.name == "input" and one.get("type").lower() == "image":
        return SKIPPED
    return wanted(bool(name(one)))


def picture_button_named(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A button made of a picture has a name."""
    if one.get("type").lower() != "image":
        return SKIPPED
    return wanted(name(one) not in ("", "Submit"))


def label_leads(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The `for` of a label names a field that is there."""
    if not one.get("for"):
        return SKIPPED
    return wanted(one.page.by_id(one.attrs["for"]) is not None, id=one.get("for")[:40])


def label_stays(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The label does not go away when people start to type."""
    hint = " ".join((one.get("placeholder") or one.get("aria-placeholder")).split())
    if not hint or role(one) not in aria.FIELDS:
        return SKIPPED
    return wanted(name(one) != hint, match=hint[:60])


def label_says(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The visible label says what to fill in."""
    seen = [label for label in labels(one) if visible(label)]
    seen += [other for other in one.page.referred(one, "aria-labelledby") if visible(other)]
    texts = [content_name(label) for label in seen]
    if not any(texts):
        return SKIPPED
    said = " ".join(texts).strip()
    return Fault({"match": said[:60]}) if says_nothing(said, keys["words"]) else UNSURE


def grouped(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Fields of one question stand in a group with a name."""
    kind, group = one.get("type").lower(), one.attrs.get("name", "")
    if kind not in ("radio", "checkbox") or not group:
        return SKIPPED
    groups = one.page.known.get("choices")
    if groups is None:
        groups = one.page.known["choices"] = {}
        for other in one.page.named("input"):
            key = (other.get("type").lower(), other.attrs.get("name", ""))
            groups.setdefault(key, []).append(other)
    fellows = groups[kind, group]
    if len(fellows) < 2 or fellows[0] is not one:
        return SKIPPED
    held = any(role(other) in ("group", "radiogroup") and name(other) for other in one.ancestors())
    return wanted(held, match=group[:40])


def legend_first(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A group of fields has a name."""
    return wanted(bool(name(one)))


def completes(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """`autocomplete` says what HTML knows."""
    words = one.attrs["autocomplete"].lower().split()
    kind = one.get("type").lower() if one.name == "input" else ""
    if one.name not in ("input", "select", "textarea") or not words or kind in _NO_DATA:
        return SKIPPED
    if words in (["on"], ["off"]) or disabled(one) or one.get("aria-disabled").lower() == "true":
        return SKIPPED
    said = explicit(one)
    if (tabindex(one) or 0) < 0 and said and said not in aria.WIDGETS:
        return SKIPPED
    return wanted(_valid(words), value=one.get("autocomplete")[:60])


def _valid(words: list[str]) -> bool:
    if words[0].startswith("section-") and len(words[0]) > len("section-"):
        words = words[1:]
    if words and words[0] in ("shipping", "billing"):
        words = words[1:]
    if words and words[-1] == "webauthn":
        words = words[:-1]
    if len(words) == 2 and words[0] in _PLACES:
        return words[1] in _CONTACT
    return len(words) == 1 and words[0] in _TOKENS | _CONTACT


def label_in_name(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The name holds the words that are seen, so that people can say them to the computer."""
    if not (one.get("aria-label") or one.get("aria-labelledby")) or one.foreign:
        return SKIPPED
    if role(one) not in aria.LABELLED_BY_CONTENT:
        return SKIPPED
    seen = one.text or (one.get("value") if one.name == "input" else "")
    if not seen or not name(one):
        return SKIPPED
    wanted_ = [word.lower() for word in _WORDS.findall(_LETTERS.sub(" ", _seen_text(one) or seen))]
    if not wanted_:
        return SKIPPED
    if wanted_ == ["x"] or all(len(word) == 1 and word.isalpha() for word in wanted_):
        return UNSURE
    said = [word.lower() for word in _WORDS.findall(name(one))]
    size = len(wanted_)
    held = any(said[at : at + size] == wanted_ for at in range(len(said) - size + 1))
    if not held and "".join(wanted_) in "".join(said):
        return UNSURE
    return wanted(held, match=seen[:60], name=name(one)[:60])


def _seen_text(one: Element) -> str:
    """The text that is drawn."""
    parts: list[str] = []
    waiting: list[Element | str] = [one]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            parts.append(part)
        elif visible(part):
            waiting += reversed(list(part.contents()))
    return "".join(parts)


def labelled_once(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A field has one label."""
    found = [label for label in labels(one) if exposed(label)]
    if not found:
        return SKIPPED
    return wanted(len(found) == 1)


REQUIREMENTS = {
    "a button's name": button_named,
    "a picture button's name": picture_button_named,
    "a label's field": label_leads,
    "a label that stays": label_stays,
    "a label that says something": label_says,
    "a group for choices": grouped,
    "a group's name": legend_first,
    "autocomplete": completes,
    "the label in the name": label_in_name,
    "one label": labelled_once,
}
