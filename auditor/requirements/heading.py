"""Headings: that there are some, what they say, and their levels."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.markup.names import name
from auditor.markup.page import Element, Page
from auditor.markup.roles import with_role
from auditor.requirements.verdict import FITS, SKIPPED, Fault, Verdict, wanted

_LEVEL = re.compile(r"h([1-6])")
_WORD = re.compile(r"\w+")
_SHORT = 70  # code points: a bold line longer than this is a sentence


def level(one: Element) -> int:
    """The level, from `aria-level` or the name; 2 for a heading that says none."""
    said = one.get("aria-level")
    if said.isdecimal() and int(said[:3]) > 0:
        return int(said[:3])
    match = _LEVEL.fullmatch(one.name)
    return int(match[1]) if match else 2


def in_order(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No level is skipped on the way down."""
    headings = _headings(one.page)
    at = _place(one)
    if at == 0:
        return FITS
    here, above = level(one), level(headings[at - 1])
    return wanted(here <= above + 1, level=str(here), above=str(above))


def first_is_top(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The first heading of the content is of level 1."""
    headings = _headings(one.page)
    if not headings or one is not headings[0]:
        return SKIPPED
    return wanted(level(one) == 1, level=str(level(one)))


def one_top(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """There is only one heading of level 1."""
    if level(one) != 1:
        return SKIPPED
    return wanted(one is next(other for other in _headings(one.page) if level(other) == 1))


def there_are_some(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A long text has headings."""
    page = one.page
    words = sum(
        len(_WORD.findall(block.span.of(page.document.text))) for block in page.document.scoped()
    )
    if words < keys["limit"]:
        return SKIPPED
    return wanted(bool(_headings(page)), words=str(words))


def marked_up(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """A line of bold text that stands above other text is a heading in the markup too."""
    if len(one.node.span) > 2 * _SHORT:
        return SKIPPED
    text = one.text
    if not text or len(text) > _SHORT or text[-1] in ".,;" or one.inside("li", "td", "th", "table"):
        return SKIPPED
    bold = [child for child in one.children if child.name in ("strong", "b")]
    if len(bold) != 1 or bold[0].text != text or bold[0].inside("a", "label"):
        return SKIPPED
    siblings = one.siblings
    at = one.place
    following = siblings[at + 1] if at + 1 < len(siblings) else None
    if following is None or following.name not in ("p", "ul", "ol", "div", "table", "dl"):
        return SKIPPED
    if following.name == "p" and marked_up_line(following):
        return SKIPPED
    return Fault(certain=False)


def marked_up_line(one: Element) -> bool:
    """Whether a paragraph is one bold line."""
    return (
        len(one.children) == 1
        and one.children[0].name in ("strong", "b")
        and (one.children[0].text == one.text)
    )


def short(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """The heading is no sentence of many words."""
    if not name(one):
        return SKIPPED
    count = len(_WORD.findall(name(one)))
    return wanted(count <= keys["limit"], words=str(count))


def not_twice(one: Element, keys: Mapping[str, Any]) -> Verdict:
    """No two headings of one level under the same heading say the same."""
    said = name(one).lower()
    if not said:
        return SKIPPED
    known = one.page.known.get("heading names")
    if known is None:
        known = one.page.known["heading names"] = _repeated(_headings(one.page))
    return Fault({"match": name(one)[:60]}) if one.index in known else FITS


def _repeated(headings: list[Element]) -> set[int]:
    """The headings that say what another one of their level says under the same heading."""
    found: set[int] = set()
    open_: list[tuple[int, set[str]]] = []  # level and names of the headings that may be joined
    for one in headings:
        while open_ and open_[-1][0] > level(one):
            open_.pop()
        if not open_ or open_[-1][0] < level(one):
            open_.append((level(one), set()))
        said = name(one).lower()
        if said in open_[-1][1]:
            found.add(one.index)
        open_[-1][1].add(said)
    return found


def _place(one: Element) -> int:
    """Which heading of the document it is."""
    places = one.page.known.get("heading places")
    if places is None:
        places = one.page.known["heading places"] = {
            other.index: at for at, other in enumerate(_headings(one.page))
        }
    return int(places.get(one.index, 0))


def _headings(page: Page) -> list[Element]:
    known: list[Element] | None = page.known.get("headings")
    if known is None:
        known = page.known["headings"] = with_role(page, "heading")
    return known


REQUIREMENTS = {
    "heading order": in_order,
    "a first heading of level 1": first_is_top,
    "one heading of level 1": one_top,
    "headings in a long text": there_are_some,
    "headings marked as such": marked_up,
    "short headings": short,
    "no heading twice": not_twice,
}
