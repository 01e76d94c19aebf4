"""The colour of text and of what is behind it, where the page's own styles tell both."""

from dataclasses import dataclass

from auditor.markup.colour import BLACK, WHITE, Colour, colour, contrast, over
from auditor.markup.focus import disabled
from auditor.markup.names import labels
from auditor.markup.page import Element, Page
from auditor.markup.style import Styles, styles_of

_BLURRING = frozenset({"text-shadow", "filter", "mix-blend-mode", "opacity", "background-clip"})
# What browsers paint, where the page says nothing.
_LINK: Colour = (0.0, 0.0, 238 / 255, 1.0)
_BUTTON: Colour = (239 / 255, 239 / 255, 239 / 255, 1.0)
_OWN_GROUND: dict[str, Colour] = {
    "button": _BUTTON, "input": _BUTTON, "select": _BUTTON, "textarea": WHITE,
    "mark": (1.0, 1.0, 0.0, 1.0),
}  # fmt: skip
_KEPT = ("inherit", "unset", "currentcolor")


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of an element's text; None for one that the page does not tell. `blurred`: there is
    more to it than two colours. `disabled`: part of a form control that is turned off.
    """

    front: Colour | None = BLACK
    ground: Colour | None = WHITE
    blurred: bool = False
    disabled: bool = False

    @property
    def contrast(self) -> float | None:
        """The contrast of text and ground, or None when the page does not tell."""
        if self.front is None or self.ground is None or self.blurred:
            return None
        return contrast(over(self.front, self.ground), self.ground)


def paint(one: Element) -> Paint:
    """How the element's text is painted."""
    found = one.known.get("paint")
    if found is None:
        styles, off = styles_of(one.page), _named_by_disabled(one.page)
        # Parents first: every element of the page at once, so that depth costs nothing.
        for other in one.page.elements:
            above = other.parent.known["paint"] if other.parent else Paint()
            other.known["paint"] = _below(other, above, styles, off)
        found = one.known["paint"]
    return found  # type: ignore[no-any-return]


def _below(one: Element, above: Paint, styles: Styles, off: frozenset[str]) -> Paint:
    values = styles.of(one)
    turned_off = above.disabled or _turned_off(one, off)
    if not values and not one.attrs and one.name not in _OWN_GROUND:
        return above
    blurred = above.blurred or bool(values.keys() & _BLURRING)
    return Paint(_front(one, above, styles), _ground(one, above, styles), blurred, turned_off)


def _front(one: Element, above: Paint, styles: Styles) -> Colour | None:
    found = styles.of(one).get("color")
    if found is not None:
        if found.text in _KEPT:
            return above.front
        return BLACK if found.text == "initial" else colour(found.text)
    if one.name in _OWN_GROUND:
        return BLACK
    if one.name == "a" and "href" in one.attrs:
        return _LINK
    if one.name == "font" and one.get("color"):
        return colour(one.get("color"))
    if one.name == "body" and one.get("text"):
        return colour(one.get("text"))
    return above.front


def _ground(one: Element, above: Paint, styles: Styles) -> Colour | None:
    values = styles.of(one)
    image = values.get("background-image")
    if (image is not None and image.text != "none") or one.get("background"):
        return None
    declared = values.get("background-color")
    shade = colour(declared.text) if declared else colour(one.get("bgcolor"))
    if declared and shade is None and declared.text not in ("initial", "inherit", "unset"):
        return None
    if shade is not None and shade[3] == 1.0:
        return shade
    position = values.get("position")
    if position is not None and position.text in ("absolute", "fixed"):
        return None
    if shade is not None and shade[3] > 0:
        return over(shade, above.ground) if above.ground else None
    return _OWN_GROUND.get(one.name, above.ground)


def _turned_off(one: Element, off: frozenset[str]) -> bool:
    if disabled(one) or one.get("aria-disabled").lower() == "true":
        return True
    if one.name == "fieldset" and "disabled" in one.attrs:
        return True
    if one.name == "label" and _labels_disabled(one):
        return True
    return one.attrs.get("id", "") in off


def _labels_disabled(label: Element) -> bool:
    if "for" in label.attrs:
        field = label.page.by_id(label.attrs["for"])
        return field is not None and _is_off(field)
    return any(_is_off(other) and label in labels(other) for other in label.descendants())


def _named_by_disabled(page: Page) -> frozenset[str]:
    """The ids of what names a form control that is turned off."""
    return frozenset(
        word
        for one in page.having("aria-labelledby")
        if _is_off(one)
        for word in one.attrs["aria-labelledby"].split()
    )


def _is_off(field: Element) -> bool:
    return disabled(field) or field.get("aria-disabled").lower() == "true"
