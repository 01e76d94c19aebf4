"""What a page's markup says about its parts: navigation, page furniture, forms, hidden text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from auditor.model import Region

MARKED = "marked to be read"  # the reason of content that the author has marked as such

_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)

# Inside these, a header or a footer belongs to them and not to the page.
_FRAMES = frozenset(
    "article aside blockquote details dialog fieldset figure main nav section td".split()
)
_ELEMENTS: dict[str, tuple[Region, str]] = {
    "nav": ("navigation", "inside the page's navigation"),
    "aside": ("teaser", "beside the main text"),
    **dict.fromkeys(
        ("button", "label", "select", "option", "datalist", "textarea", "legend", "output"),
        ("form", "part of a form"),
    ),
    "search": ("form", "part of a search form"),
    **dict.fromkeys(
        ("video", "audio", "canvas"),
        ("boilerplate", "shown only where media cannot be played"),
    ),
    "title": ("boilerplate", "page title"),
}
_PAGE_PARTS: dict[str, tuple[Region, str]] = {
    "header": ("boilerplate", "inside the page's header"),
    "footer": ("boilerplate", "inside the page's footer"),
}
_ROLES: dict[str, tuple[Region, str]] = {
    "navigation": _ELEMENTS["nav"],
    "menu": _ELEMENTS["nav"],
    "menubar": _ELEMENTS["nav"],
    "complementary": _ELEMENTS["aside"],
    "banner": _PAGE_PARTS["header"],
    "contentinfo": _PAGE_PARTS["footer"],
    "search": _ELEMENTS["search"],
    "button": _ELEMENTS["button"],
    "tab": ("navigation", "the name of a tab"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """Where in a page an element stands.

    `unseen`: no part of what a reader sees, so that a sentence goes on without it. `marked`: the
    author said so with `data-audit`, which wins over landmarks. `framed`: inside an article or
    the like.
    """

    region: Region = "content"
    reason: str = ""
    unseen: bool = False
    marked: bool = False
    framed: bool = False


PAGE = Area()
# An element with neither such a name nor such an attribute says nothing about its part of the page.
_NAMES = _FRAMES | _ELEMENTS.keys() | _PAGE_PARTS.keys() | {"dialog"}
_ATTRIBUTES = frozenset({"role", "data-audit", "hidden", "aria-hidden", "style"})


def area_of(name: str, attrs: Mapping[str, str], outer: Area) -> Area:
    """The area inside the element `name`, which itself stands in `outer`."""
    if name not in _NAMES and _ATTRIBUTES.isdisjoint(attrs):
        return outer
    framed = outer.framed or name in _FRAMES or attrs.get("role", "") in ("main", "article")
    inner = outer if framed == outer.framed else replace(outer, framed=framed)
    mark = attrs.get("data-audit", "").strip().lower()
    if mark == "content":
        return Area(reason=MARKED, marked=True, framed=framed)
    if mark == "ignore":
        return Area("boilerplate", "marked to be left out", True, True, framed)
    if outer.unseen:
        return inner
    if is_hidden(name, attrs):
        return Area("boilerplate", "hidden", True, outer.marked, framed)
    if outer.marked:
        return inner
    found = _ROLES.get(attrs.get("role", "").strip().lower()) or _ELEMENTS.get(name)
    if found is None and not outer.framed:
        found = _PAGE_PARTS.get(name)
    if found is None:
        return inner
    return Area(*found, unseen=name in ("video", "audio", "canvas"), framed=framed)


def is_hidden(name: str, attrs: Mapping[str, str]) -> bool:
    """Whether the element is kept from readers: all of them, or those of a screen reader.

    A page's body is often hidden until a script shows it, so it never counts as hidden.
    """
    if name in ("html", "body"):
        return False
    if "hidden" in attrs and attrs["hidden"].lower() != "until-found":
        return True
    if name == "dialog" and "open" not in attrs:
        return True
    return attrs.get("aria-hidden", "").lower() == "true" or bool(
        _HIDING.search(attrs.get("style", ""))
    )
