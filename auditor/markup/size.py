"""How large text is, in CSS pixels, where the page's own styles say it."""

import re

from auditor.markup.page import Element
from auditor.markup.style import styles_of

ROOT = 16.0
_LENGTH = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)")
_PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_WORDS = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_BY_NAME = {
    "h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67, "small": 0.83, "big": 1.2,
    "sub": 0.83, "sup": 0.83,
}  # fmt: skip
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})


def length(text: str) -> tuple[float, str] | None:
    """Number and unit of a CSS length ("1.5em" is 1.5 and "em"), or None."""
    match = _LENGTH.fullmatch(text)
    return (float(match[1]), match[2]) if match else None


def pixels(text: str, font: float | None) -> float | None:
    """A CSS length in pixels, `font` being the size of the text round it; None if unknown."""
    found = length(text)
    if found is None:
        return None
    number, unit = found
    if unit in _PIXELS:
        return number * _PIXELS[unit]
    if unit == "rem":
        return number * ROOT
    if unit in ("em", "%") and font is not None:
        return number * font / (100 if unit == "%" else 1)
    return 0.0 if number == 0 else None


def font_size(one: Element) -> float | None:
    """The size of the element's text in pixels, or None when the page does not tell."""
    chain: list[Element] = []
    at: Element | None = one
    while at is not None and "font-size" not in at.known:
        chain.append(at)
        at = at.parent
    size: float | None = at.known["font-size"] if at else ROOT
    styles = styles_of(one.page)
    for other in reversed(chain):
        declared = styles.of(other).get("font-size")
        if declared is None:
            if size is not None:
                size *= _BY_NAME.get(other.name, 1.0)
        elif declared.text in _WORDS:
            size = _WORDS[declared.text]
        elif declared.text in ("smaller", "larger"):
            size = size and size * (0.83 if declared.text == "smaller" else 1.2)
        elif declared.text != "inherit":
            size = pixels(declared.text, size)
        other.known["font-size"] = size
    return size


def bold(one: Element) -> bool:
    """Whether its text is drawn bold."""
    styles = styles_of(one.page)
    at: Element | None = one
    while at is not None:
        declared = styles.of(at).get("font-weight")
        if declared is not None:
            text = declared.text
            return text in ("bold", "bolder") or (text.isdecimal() and int(text[:4]) >= 700)
        if at.name in _BOLD:
            return True
        at = at.parent
    return False
