"""How text looks, where the page's own styles say so: contrast, size, spacing, lines."""

import math
import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.colour import BLACK, WHITE, Colour, colour, contrast, over
from auditor.markup.focus import disabled
from auditor.markup.names import labels
from auditor.markup.page import Element
from auditor.markup.shown import visible
from auditor.markup.size import bold, font_size, length, pixels
from auditor.markup.style import Styles, styles_of
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_LARGE, _LARGE_BOLD = 24.0, 18.66  # CSS pixels: 18 points, and 14 points where bold
_BLURRING = frozenset({"text-shadow", "filter", "mix-blend-mode", "opacity", "background-clip"})
_FIGURE = r"(-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))"
_TURN = re.compile(
    rf"(?:^|rotatez?\(\s*|rotate3d\(\s*0\s*,\s*0\s*,\s*1\s*,\s*){_FIGURE}(deg|grad|rad|turn)"
)
_MATRIX = re.compile(rf"matrix\(\s*{_FIGURE}\s*,\s*{_FIGURE}\s*,")
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def enough_contrast(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The text stands out from its ground by `limit`, or by less where it is large."""
    text = one.own_text
    if one.foreign or not any(letter.isalnum() for letter in text) or _turned_off(one):
        return SKIPPED
    styles = styles_of(one.page)
    if not _coloured(one.page):
        return FITS if styles.whole else UNSURE
    if "contrast" not in one.known:
        one.known["contrast"] = _contrast(one, styles)
    ratio: float | None = one.known["contrast"]
    if ratio is None:
        return UNSURE
    size = font_size(one)
    full, large = keys["limit"], 3.0 if keys["limit"] < 7 else 4.5
    if ratio >= full:
        return FITS if styles.whole else UNSURE
    if size is None and ratio >= large:
        return UNSURE
    if size is not None and (size >= _LARGE or (size >= _LARGE_BOLD and bold(one))):
        full = large
    if ratio >= full:
        return FITS if styles.whole else UNSURE
    values = styles.of(one)
    both = [values.get("color"), values.get("background-color")]
    certain = styles.whole or all(value is not None and value.inline for value in both)
    return Fault({"ratio": f"{ratio:.1f}", "needed": f"{full:g}"}, certain=certain)


def _contrast(one: Element, styles: Styles) -> float | None:
    """The contrast of a text to its ground, or None when the page does not tell."""
    front, ground = _front(one, styles), _ground(one, styles)
    blurred = any(styles.of(other).keys() & _BLURRING for other in (one, *one.ancestors()))
    if front is None or ground is None or blurred:
        return None
    return contrast(over(front, ground), ground)


def _coloured(page: Any) -> bool:
    """Whether any style of the page sets a colour."""
    known = page.known.get("coloured")
    if known is None:
        styles = styles_of(page)
        wanted_ = {"color", "background-color", "background-image", *_BLURRING}
        known = any(wanted_ & styles.of(one).keys() for one in page.elements) or bool(
            page.having("bgcolor", "text", "color", "background")
        )
        page.known["coloured"] = known
    return bool(known)


def _front(one: Element, styles: Styles) -> Colour | None:
    at: Element | None = one
    while at is not None:
        found = styles.of(at).get("color")
        if found is not None and found.text not in ("inherit", "unset", "currentcolor"):
            return BLACK if found.text == "initial" else colour(found.text)
        if at.name in ("a", "button", "input", "select", "textarea", "mark"):
            return None if at.name != "a" or "href" in at.attrs else BLACK
        if at.name == "font" and at.get("color"):
            return colour(at.get("color"))
        if at.name == "body" and at.get("text"):
            return colour(at.get("text"))
        at = at.parent
    return BLACK


def _ground(one: Element, styles: Styles) -> Colour | None:
    """The colour behind the text, or None when the page does not tell."""
    layers: list[Colour] = []
    at: Element | None = one
    floating = False
    while at is not None:
        values = styles.of(at)
        image = values.get("background-image")
        if (image is not None and image.text != "none") or at.get("background"):
            return None
        declared = values.get("background-color")
        shade = colour(declared.text) if declared else colour(at.get("bgcolor"))
        if declared and shade is None and declared.text not in ("initial", "inherit", "unset"):
            return None
        if shade is not None and shade[3] > 0:
            layers.append(shade)
            if shade[3] == 1.0:
                break
        elif at.name in ("button", "input", "select", "textarea", "mark"):
            return None
        position = values.get("position")
        floating = floating or (position is not None and position.text in ("absolute", "fixed"))
        at = at.parent
    if floating and not (layers and layers[-1][3] == 1.0):
        return None
    ground = WHITE
    for layer in reversed(layers):
        ground = over(layer, ground)
    return ground


def _turned_off(one: Element) -> bool:
    for other in (one, *one.ancestors()):
        if disabled(other) or other.get("aria-disabled").lower() == "true":
            return True
        if other.name == "fieldset" and "disabled" in other.attrs:
            return True
        if other.name == "label" and _labels_disabled(other):
            return True
    own = one.attrs.get("id")
    return bool(own) and any(
        (disabled(other) or other.get("aria-disabled").lower() == "true")
        and own in other.attrs["aria-labelledby"].split()
        for other in one.page.having("aria-labelledby")
    )


def _labels_disabled(label: Element) -> bool:
    fields = (
        [label.page.by_id(label.attrs["for"])]
        if "for" in label.attrs
        else [other for other in label.descendants() if label in labels(other)]
    )
    return any(
        field is not None and (disabled(field) or field.get("aria-disabled").lower() == "true")
        for field in fields
    )


def large_enough(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Text is not smaller than `limit` pixels."""
    if one.foreign or len(one.own_text) < 3 or one.name in ("sup", "sub"):
        return SKIPPED
    size = font_size(one)
    if size is None:
        return UNSURE
    return wanted(size >= keys["limit"], size=f"{size:.0f}")


def spaced(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Spacing that nobody can change is at least `limit` times the size of the text."""
    name = keys["attribute"]
    value = styles_of(one.page).of(one).get(name)
    if value is None or not value.important or not value.inline or not one.text:
        return SKIPPED
    if name == "line-height" and not _may_wrap(one):
        return SKIPPED
    if value.text in ("inherit", "unset", "initial", "revert", "normal"):
        return UNSURE
    found = length(value.text)
    size = font_size(one)
    if found is None or (size is None and found[1] not in ("em", "")):
        return UNSURE
    if name == "line-height" and found[1] in ("", "em", "%"):
        ratio = found[0] / (100 if found[1] == "%" else 1)
    elif found[1] == "em":
        ratio = found[0]
    else:
        exact = pixels(value.text, size)
        if exact is None or not size:
            return UNSURE
        ratio = exact / size
    return wanted(ratio >= keys["limit"] - 1e-9, value=value.text[:20])


def _may_wrap(one: Element) -> bool:
    return len(one.text) > 30


def not_justified(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A long text is not set with straight edges on both sides."""
    value = styles_of(one.page).of(one).get("text-align")
    said = value.text if value else one.get("align").lower()
    if not said or len(one.text) < keys["limit"]:
        return SKIPPED
    return wanted(said != "justify")


def not_underlined(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """Only links are underlined."""
    values = styles_of(one.page).of(one)
    line = values.get("text-decoration") or values.get("text-decoration-line")
    lined = "underline" in line.text if line else one.name == "u"
    if not lined or not one.text:
        return SKIPPED
    link = (
        one.name == "a"
        or one.inside("a", "button")
        or any(other.name == "a" for other in one.descendants())
    )
    return wanted(bool(link))


def not_italic(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No long text is in italics."""
    value = styles_of(one.page).of(one).get("font-style")
    slanted = value.text in ("italic", "oblique") if value else one.name in ("em", "i", "cite")
    if not slanted or not one.text:
        return SKIPPED
    return wanted(len(one.text.split()) <= keys["limit"])


def turns_with_screen(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page does not turn itself when the screen is turned."""
    turned = styles_of(one.page).turned
    angles: dict[int, dict[str, float]] = {}
    judged = False
    for rule in turned:
        angle = _angle(rule.transform)
        for other in rule.elements:
            if visible(other) or other.name in ("html", "body"):
                judged = True
                angles.setdefault(other.index, {})[rule.orientation] = angle
    for found in angles.values():
        apart = abs(found.get("portrait", 0.0) - found.get("landscape", 0.0)) % 180
        if abs(apart - 90) < 1:
            return Fault()
    return FITS if judged else SKIPPED


def _angle(transform: str) -> float:
    """By how many degrees a transform turns an element."""
    if matrix := _MATRIX.search(transform):
        return math.degrees(math.atan2(float(matrix[2]), float(matrix[1])))
    match = _TURN.search(transform)
    return float(match[1]) * _DEGREES[match[2]] if match else 0.0


REQUIREMENTS = {
    "contrast": enough_contrast,
    "size of text": large_enough,
    "spacing": spaced,
    "no justified text": not_justified,
    "no underlined text": not_underlined,
    "no long italics": not_italic,
    "any orientation": turns_with_screen,
}
