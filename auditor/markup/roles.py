"""Roles: the one an author gives, the one that HTML gives, and which of them holds.

Sources: HTML-AAM 1.0 (https://www.w3.org/TR/html-aam-1.0/) and WAI-ARIA 1.2, 7.1.
"""

from auditor.markup import aria
from auditor.markup.focus import focusable
from auditor.markup.page import Element, Page
from auditor.markup.shown import exposed

_IMPLICIT = {
    "address": "group", "article": "article", "b": "generic", "bdi": "generic", "bdo": "generic",
    "blockquote": "blockquote", "body": "generic", "button": "button", "caption": "caption",
    "code": "code", "data": "generic", "datalist": "listbox", "del": "deletion",
    "details": "group", "dfn": "term", "dialog": "dialog", "div": "generic", "em": "emphasis",
    "fieldset": "group", "figure": "figure", "form": "form", "hr": "separator", "html": "document",
    "i": "generic", "ins": "insertion", "main": "main", "mark": "mark", "math": "math",
    "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group",
    "option": "option", "output": "status", "p": "paragraph", "pre": "generic",
    "progress": "progressbar", "q": "generic", "s": "deletion", "samp": "generic",
    "search": "search", "small": "generic", "span": "generic", "strong": "strong",
    "sub": "subscript", "sup": "superscript", "table": "table", "tbody": "rowgroup",
    "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup", "time": "time", "tr": "row",
    "u": "generic", "ul": "list",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}  # fmt: skip
_INPUTS = {
    "button": "button", "checkbox": "checkbox", "image": "button", "number": "spinbutton",
    "radio": "radio", "range": "slider", "reset": "button", "submit": "button",
    "color": "", "date": "", "datetime-local": "", "file": "", "hidden": "", "month": "",
    "password": "", "time": "", "week": "",
}  # fmt: skip
_LISTABLE = frozenset({"", "text", "email", "search", "tel", "url"})
_FRAMES = ("article", "aside", "main", "nav", "section")
NOTHING = ("none", "presentation")


def explicit(one: Element) -> str:
    """The first word of `role` that is a role, or ""."""
    known = one.known.get("explicit")
    if known is None:
        words = one.attrs.get("role", "").lower().split()
        known = next((word for word in words if word in aria.ROLES), "")
        one.known["explicit"] = known
    return str(known)


def role(one: Element) -> str:
    """The role that holds, or "" where the element has none; `img` for `image`."""
    known = one.known.get("role")
    if known is None:
        known = one.known["role"] = _role(one)
    return str(known)


def in_conflict(one: Element) -> bool:
    """Whether it is too useful to be taken for decoration: focusable, or with a global state."""
    return focusable(one) or any(
        name.removeprefix("aria-") in aria.GLOBAL and name.startswith("aria-") and value.strip()
        for name, value in one.attrs.items()
        if name != "aria-hidden"
    )


def decorative(one: Element) -> bool:
    """Whether the author says so: `role="none"`, or a picture with `alt=""`."""
    said = explicit(one)
    if said:
        return said in NOTHING
    return one.name == "img" and one.attrs.get("alt", "x") == "" and not one.foreign


def with_role(page: Page, *roles: str) -> list[Element]:
    """The exposed elements that have one of the roles, in document order."""
    index = page.known.get("roles")
    if index is None:
        index = page.known["roles"] = {}
        for one in page.elements:
            if exposed(one):
                index.setdefault(role(one), []).append(one)
    if len(roles) == 1:
        return list(index.get(roles[0], []))
    found = [one for name in roles for one in index.get(name, [])]
    return sorted(found, key=lambda one: one.index)


def _role(one: Element) -> str:
    said = explicit(one)
    if said in NOTHING and in_conflict(one):
        said = ""
    if said:
        return "img" if said == "image" else "none" if said == "presentation" else said
    return implicit(one)


def implicit(one: Element) -> str:
    """The role that the element has by its name and place."""
    name = one.name
    if one.foreign and name not in ("svg", "math"):
        return "link" if name == "a" and {"href", "xlink:href"} & one.attrs.keys() else ""
    match name:
        case "a" | "area":
            return "link" if "href" in one.attrs else "generic"
        case "img":
            empty = one.attrs.get("alt", "x") == ""
            return "none" if empty and not in_conflict(one) else "img"
        case "svg":
            return "graphics-document"
        case "input":
            return _input(one)
        case "select":
            size = one.get("size")
            several = "multiple" in one.attrs or (size.isdecimal() and int(size[:6]) > 1)
            return "listbox" if several else "combobox"
        case "li":
            inside = one.parent is not None and one.parent.name in ("ul", "ol", "menu")
            return "listitem" if inside else "generic"
        case "header" | "footer":
            if one.inside(*_FRAMES):
                return "generic"
            return "banner" if name == "header" else "contentinfo"
        case "aside":
            return "complementary"
        case "section":
            named = one.get("aria-label") or one.get("aria-labelledby") or one.get("title")
            return "region" if named else "generic"
        case "td" | "th":
            return _cell(one)
    return _IMPLICIT.get(name, "")


def _input(one: Element) -> str:
    kind = one.get("type").lower()
    if kind in _INPUTS:
        return _INPUTS[kind]
    if one.get("list") and (kind in _LISTABLE or kind not in _INPUTS):
        return "combobox"
    return "searchbox" if kind == "search" else "textbox"


def _cell(one: Element) -> str:
    table = one.inside("table")
    kind = explicit(table) if table else ""
    if kind in NOTHING or table is None:
        return "generic"
    if one.name == "td":
        return "gridcell" if kind in ("grid", "treegrid") else "cell"
    return "rowheader" if one.get("scope").lower() in ("row", "rowgroup") else "columnheader"
