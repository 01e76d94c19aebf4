"""What a page says about itself in its head: title, refresh, zoom."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.page import Element
from auditor.requirements.named import says_nothing
from auditor.requirements.verdict import FITS, SKIPPED, UNSURE, Fault, Verdict, wanted

_REFRESH = re.compile(r"[ \t\r\n\f]*(\d*)([\d.]*)(?:$|[ \t\r\n\f;,])")
_PROPERTY = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;]+)")


def _title(one: Element) -> Element | None:
    return next((other for other in one.page.named("title") if not other.foreign), None)


def titled(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page has a title with words in it."""
    if one.page.named("svg") and not any(not other.foreign for other in one.page.elements):
        return SKIPPED
    title = _title(one)
    return wanted(title is not None and bool(title.text))


def title_says(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The title says what the page is about."""
    title = _title(one)
    if title is None or not title.text:
        return SKIPPED
    if says_nothing(title.text, keys["words"]):
        return Fault({"match": title.text[:60]})
    return UNSURE


def delay(content: str) -> int | None:
    """The seconds of a `meta` refresh, or None when browsers do not take it for one."""
    match = _REFRESH.match(content)
    if match is None or not (match[1] or match[2].startswith(".")):
        return None
    return int(match[1][:9] or 0)


def stays(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page does not go away by itself, unless at once or after `limit` seconds."""
    if one.get("http-equiv").lower() != "refresh":
        return SKIPPED
    seconds = delay(one.attrs.get("content", ""))
    if seconds is None or one is not _first_refresh(one):
        return SKIPPED
    limit = keys["limit"]
    return wanted(seconds == 0 or (limit > 0 and seconds > limit), seconds=str(seconds))


def _first_refresh(one: Element) -> Element | None:
    return next(
        (
            other
            for other in one.page.named("meta")
            if other.get("http-equiv").lower() == "refresh"
            and delay(other.attrs.get("content", "")) is not None
        ),
        None,
    )


def zooms(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The page can be enlarged to twice its size."""
    if one.get("name").lower() != "viewport":
        return SKIPPED
    found = {key.lower(): value.lower() for key, value in _PROPERTY.findall(one.get("content"))}
    scale, most = found.get("user-scalable"), found.get("maximum-scale")
    if scale is None and most is None:
        return SKIPPED
    if scale is not None and not _allowed(scale):
        return Fault({"value": f"user-scalable={scale}"[:40]})
    if most is not None and _largest(most) < keys["limit"]:
        return Fault({"value": f"maximum-scale={most}"[:40]})
    return FITS


def _number(text: str) -> float | None:
    match = re.match(r"[+-]?(?:\d+\.?\d*|\.\d+)", text[:20])
    return float(match[0]) if match else None


def _allowed(value: str) -> bool:
    number = _number(value)
    if number is not None:
        return abs(number) >= 1
    return value in ("yes", "device-width", "device-height")


def _largest(value: str) -> float:
    number = _number(value)
    if number is not None:
        return number if number >= 0 else 10
    return {"yes": 1.0, "device-width": 10.0, "device-height": 10.0}.get(value, 0.1)


REQUIREMENTS = {
    "a title": titled,
    "a title that says something": title_says,
    "no refresh": stays,
    "zoom": zooms,
}
