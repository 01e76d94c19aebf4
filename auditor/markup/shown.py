"""Which elements a person sees, and which a screen reader is told of."""

from auditor.markup.page import Element
from auditor.markup.style import Styles, styles_of

_NEVER = frozenset(
    "head title meta link style script base template noscript datalist param source track noembed "
    "noframes area".split()
)
_SEEN, _EXPOSED = 1, 2


def visible(one: Element) -> bool:
    """Whether it is drawn: not `hidden`, `display: none`, `visibility: hidden`, or off the page."""
    return bool(_state(one) & _SEEN)


def exposed(one: Element) -> bool:
    """Whether it is in the accessibility tree: drawn somewhere, and not `aria-hidden`."""
    return bool(_state(one) & _EXPOSED)


def drawn(one: Element) -> bool:
    """Whether a box is made for it that can be seen, wherever it is."""
    box, shown, _, _ = _kept(one)
    return box and shown


def _state(one: Element) -> int:
    box, shown, silent, off = _kept(one)
    return (_SEEN if box and shown and not off else 0) | (
        _EXPOSED if (box or one.name == "area") and shown and not silent else 0
    )


def _kept(one: Element) -> tuple[bool, bool, bool, bool]:
    found = one.known.get("shown")
    if found is None:
        styles = styles_of(one.page)
        # Parents first: every element of the page at once, so that depth costs no recursion.
        for other in one.page.elements:
            above = other.parent.known["shown"] if other.parent else (True, True, False, False)
            other.known["shown"] = _below(other, above, styles)
        found = one.known["shown"]
    return found  # type: ignore[no-any-return]


def _below(
    one: Element, above: tuple[bool, bool, bool, bool], styles: Styles
) -> tuple[bool, bool, bool, bool]:
    """Box, visibility, hidden from screen readers, off the page."""
    values = styles.of(one)
    display = values["display"].text if "display" in values else ""
    hidden = "hidden" in one.attrs and one.attrs["hidden"].lower() != "until-found"
    box = (
        above[0]
        and display != "none"
        and not (hidden and not display)
        and one.name not in _NEVER
        and not (one.name == "input" and one.get("type").lower() == "hidden")
        and not (one.name == "dialog" and "open" not in one.attrs and not display)
    )
    if one.name in ("html", "body") and display != "none" and not hidden:
        box = above[0]
    shown = above[1]
    if "visibility" in values and values["visibility"].text != "inherit":
        shown = values["visibility"].text not in ("hidden", "collapse")
    silent = above[2] or one.get("aria-hidden").lower() == "true" or "inert" in one.attrs
    return box, shown, silent, above[3] or (bool(values) and _is_off(values))


def _is_off(values: object) -> bool:
    get = values.get  # type: ignore[attr-defined]
    position = get("position")
    if position is None or position.text not in ("absolute", "fixed"):
        return False
    for side in ("left", "top", "right"):
        value = get(side)
        if (
            value
            and value.text.startswith("-")
            and value.text.rstrip("pxemr%").strip("-.").isdecimal()
        ):
            size = float(value.text.rstrip("pxemr%"))
            if size <= -900:
                return True
    return False
