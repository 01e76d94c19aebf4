"""WAI-ARIA roles: that they are roles, and stand in and round what they need."""

from collections.abc import Mapping
from typing import Any

from auditor.markup import aria
from auditor.markup.focus import focusable, tabbable
from auditor.markup.page import Element
from auditor.markup.roles import explicit, implicit, role
from auditor.markup.shown import exposed
from auditor.requirements.verdict import FITS, SKIPPED, Fault, Verdict, wanted

_THROUGH = ("", "generic", "none")


def known(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """`role` says a role of WAI-ARIA."""
    words = one.attrs["role"].lower().split()
    if not words:
        return SKIPPED
    return wanted(any(word in aria.ROLES for word in words), value=" ".join(words)[:40])


def not_deprecated(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The role is not one that WAI-ARIA advises against."""
    said = explicit(one)
    return wanted(said not in aria.DEPRECATED_ROLES, value=said) if said else SKIPPED


def not_said_twice(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The role is not the one that the element has anyway."""
    said = explicit(one)
    if not said:
        return SKIPPED
    if said == "list" and one.name in ("ul", "ol"):  # some screen readers need it
        return FITS
    return wanted(said != implicit(one) or one.foreign, value=said)


def required_states(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """An element with a role has the states that the role cannot do without."""
    said = explicit(one)
    needed = aria.REQUIRED.get(said)
    if said == "separator" and focusable(one):
        needed = frozenset({"valuenow"})
    if not needed or role(one) != said or implicit(one) == said:
        return SKIPPED
    if one.name == "input" and one.get("type").lower() in ("checkbox", "radio"):
        needed = needed - {"checked"}
    if said == "combobox" and one.get("aria-expanded").lower() != "true":
        needed = needed - {"controls"}
    missing = sorted(state for state in needed if not one.get(f"aria-{state}"))
    return wanted(not missing, role=said, state=", ".join(f"aria-{one}" for one in missing))


def owns(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """An element whose role is made of parts holds those parts and no others."""
    said = explicit(one)
    allowed = aria.OWNED.get(said)
    if allowed is None or role(one) != said or one.get("aria-busy").lower() == "true":
        return SKIPPED
    owned = _owned(one)
    if not owned:
        return Fault({"role": said, "child": "nothing", "needed": ", ".join(sorted(allowed))})
    wrong = [role(other) for other in owned if role(other) not in allowed]
    return wanted(
        not wrong, role=said, child=wrong[0] if wrong else "", needed=", ".join(sorted(allowed))
    )


def _owned(one: Element) -> list[Element]:
    found: list[Element] = []
    waiting = [*one.children, *one.page.referred(one, "aria-owns")][::-1]
    seen: set[int] = set()
    while waiting:
        other = waiting.pop()
        if other.index in seen or not exposed(other):
            continue
        seen.add(other.index)
        if role(other) in _THROUGH and not focusable(other):
            waiting += other.children[::-1]
        else:
            found.append(other)
    return found


def in_context(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """An element whose role is a part of something stands in it."""
    said = explicit(one)
    needed = aria.CONTEXT.get(said)
    if needed is None or role(one) != said:
        return SKIPPED
    holder = _owner(one)
    return wanted(
        holder is not None and role(holder) in needed, role=said, needed=", ".join(sorted(needed))
    )


def _owner(one: Element) -> Element | None:
    owners = one.page.known.get("owners")
    if owners is None:
        owners = one.page.known["owners"] = {
            owned.index: other
            for other in one.page.having("aria-owns")
            for owned in one.page.referred(other, "aria-owns")
        }
    if one.index in owners:
        owner: Element = owners[one.index]
        return owner
    return next((other for other in one.ancestors() if role(other) not in _THROUGH), None)


def hidden_unreachable(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """What is hidden from screen readers cannot be reached with the Tab key."""
    if one.get("aria-hidden").lower() != "true":
        return SKIPPED
    return _none_tabbable(one, one if tabbable(one) else _reached(one))


def children_unreachable(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Inside a button, a tab and the like nothing else can be reached with the Tab key."""
    if role(one) not in aria.CHILDREN_PRESENTATIONAL or not exposed(one):
        return SKIPPED
    return _none_tabbable(one, _reached(one))


def _reached(one: Element) -> Element | None:
    """The first element inside that the Tab key reaches."""
    inside = one.page.known.get("reached")
    if inside is None:
        inside = one.page.known["reached"] = {}
        for other in one.page.elements:
            if not tabbable(other):
                continue
            for holder in other.ancestors():
                if holder.index in inside:
                    break
                inside[holder.index] = other
    found: Element | None = inside.get(one.index)
    return found


def _none_tabbable(one: Element, found: Element | None) -> Verdict:
    return wanted(found is None, child=f"<{found.name}>" if found else "", role=role(one))


REQUIREMENTS = {
    "a known role": known,
    "no deprecated role": not_deprecated,
    "no role said twice": not_said_twice,
    "the states of the role": required_states,
    "the parts of the role": owns,
    "the place of the role": in_context,
    "nothing hidden to reach": hidden_unreachable,
    "nothing to reach inside": children_unreachable,
}
