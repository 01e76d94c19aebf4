"""How text looks, where the page's own styles say so: contrast, size, spacing, lines."""

import math
import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.page import Element
from auditor.markup.paint import paint
from auditor.markup.shown import visible
from auditor.markup.size import bold, font_size, length, pixels
from auditor.markup.style import styles_of
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_LARGE, _LARGE_BOLD = 24.0, 18.66  # CSS pixels: 18 points, and 14 points where bold
_FIGURE = r"(-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))"
_TURN = re.compile(
    rf"(?:^|rotatez?\(\s*|rotate3d\(\s*0\s*,\s*0\s*,\s*1\s*,\s*){_FIGURE}(deg|grad|rad|turn)"
)
_MATRIX = re.compile(rf"matrix\(\s*{_FIGURE}\s*,\s*{_FIGURE}\s*,")
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0}


def enough_contrast(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The text stands out from its ground by `limit`, or by less where it is large."""
    if one.foreign or not any(letter.isalnum() for letter in one.own_text):
        return SKIPPED
    painted = paint(one)
    if painted.disabled:
        return SKIPPED
    whole = styles_of(one.page).whole
    ratio = painted.contrast
    if ratio is None:
        return UNSURE
    full, large = keys["limit"], 3.0 if keys["limit"] < 7 else 4.5
    if ratio < full:
        size = font_size(one)
        if size is None and ratio >= large:
            return UNSURE
        if size is not None and (size >= _LARGE or (size >= _LARGE_BOLD and bold(one))):
            full = large
    if ratio >= full:
        return FITS if whole else UNSURE
    values = styles_of(one.page).of(one)
    both = [values.get("color"), values.get("background-color")]
    certain = whole or all(value is not None and value.inline for value in both)
    return Fault({"ratio": f"{ratio:.1f}", "needed": f"{full:g}"}, certain=certain)


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
