"""The accessible name: what a screen reader calls an element.

Follows "Accessible Name and Description Computation 1.2" (https://www.w3.org/TR/accname-1.2/) and
HTML-AAM as far as a page at rest tells.
"""

from auditor.markup import aria
from auditor.markup.page import Element
from auditor.markup.roles import role
from auditor.markup.shown import exposed

_DEEPEST = 60
# What stands apart from the text round it: blocks, and pictures and fields, at whose edges the
# document's text keeps no white space.
_BLOCKS = frozenset(
    "address article aside blockquote br button caption dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr img input legend li main nav ol option p pre "
    "section select summary svg table tbody td textarea tfoot th thead tr ul".split()
)
_FIELDS = frozenset("input meter output progress select textarea button".split())
_BUTTONS = {"submit": "Submit", "reset": "Reset", "image": "Submit"}
_PLACEHOLDERS = frozenset({"", "text", "email", "search", "tel", "url", "number", "password"})


def name(one: Element) -> str:
    """The accessible name with white space folded, or ""."""
    known = one.known.get("name")
    if known is None:
        known = one.known["name"] = _folded(_name(one, _Walk()))
    return str(known)


def content_name(one: Element, hidden: bool = False) -> str:
    """What the contents would say, whatever the role."""
    return _folded(_contents(one, _Walk(inside=True, hidden=hidden)))


def labels(one: Element) -> list[Element]:
    """The `label` elements of a form field."""
    page = one.page
    index = page.known.get("labels")
    if index is None:
        index = page.known["labels"] = {}
        for label in page.named("label"):
            target = _labelled(label)
            if target is not None:
                index.setdefault(target.index, []).append(label)
    return list(index.get(one.index, []))


def _labelled(label: Element) -> Element | None:
    if "for" in label.attrs:
        return label.page.by_id(label.attrs["for"])
    return next(
        (
            one
            for one in label.descendants()
            if one.name in _FIELDS and one.get("type").lower() != "hidden"
        ),
        None,
    )


class _Walk:
    """How far the computation has come."""

    __slots__ = ("depth", "hidden", "inside", "referred", "seen")

    def __init__(
        self,
        inside: bool = False,
        referred: bool = False,
        hidden: bool = False,
        depth: int = 0,
        seen: frozenset[int] = frozenset(),
    ) -> None:
        self.inside, self.referred, self.hidden = inside, referred, hidden
        self.depth, self.seen = depth, seen

    def into(self, one: Element) -> "_Walk":
        return _Walk(True, self.referred, self.hidden, self.depth + 1, self.seen | {one.index})


def _name(one: Element, walk: _Walk) -> str:
    if one.index in walk.seen or walk.depth > _DEEPEST:
        return ""
    if not walk.hidden and not exposed(one):
        return ""
    kind = role(one)
    if not walk.referred:
        referred = one.page.referred(one, "aria-labelledby")
        if referred:
            seen = walk.seen | {one.index} if one not in referred else walk.seen
            parts = [
                _name(other, _Walk(True, True, not exposed(other), walk.depth + 1, seen))
                for other in referred
            ]
            if any(part.strip() for part in parts):
                return " ".join(parts)
    if walk.inside and kind in ("textbox", "searchbox", "combobox", "listbox", "slider"):
        return one.get("aria-label") or _value(one, kind)
    if one.get("aria-label"):
        return one.attrs["aria-label"]
    if kind != "none" or one.name == "img":
        native = _native(one, walk)
        if native.strip():
            return native
    if walk.inside or kind in aria.NAME_FROM_CONTENT or one.name == "summary":
        found = _contents(one, walk)
        if found.strip():
            return found
    if one.get("title") and not (one.name == "img" and kind == "none"):
        return one.attrs["title"]
    if one.name == "textarea" or (one.name == "input" and one.get("type").lower() in _PLACEHOLDERS):
        return one.attrs.get("placeholder", "") or one.attrs.get("aria-placeholder", "")
    return one.attrs.get("aria-placeholder", "") if kind in ("textbox", "searchbox") else ""


def _native(one: Element, walk: _Walk) -> str:
    """What the element's own means of naming say."""
    match one.name:
        case "img" | "area":
            return one.attrs.get("alt", "")
        case "input":
            kind = one.get("type").lower()
            if kind == "image" and one.get("alt"):
                return one.attrs["alt"]
            label = _from_labels(one, walk)
            if label.strip():
                return label
            if kind in ("button", "submit", "reset"):
                return one.attrs.get("value", _BUTTONS.get(kind, ""))
            return ""
        case "button" | "select" | "textarea" | "meter" | "progress" | "output":
            return _from_labels(one, walk)
        case "fieldset":
            return _first(one, "legend", walk)
        case "table":
            return _first(one, "caption", walk)
        case "figure":
            return _first(one, "figcaption", walk)
        case "optgroup":
            return one.attrs.get("label", "")
        case "option":
            return one.attrs.get("label", "")
    if one.foreign:
        title = next((child for child in one.children if child.name == "title"), None)
        if title is not None:
            return title.raw
        return one.attrs.get("xlink:title", "")
    return ""


def _first(one: Element, child: str, walk: _Walk) -> str:
    found = next((other for other in one.children if other.name == child), None)
    return _name(found, walk.into(one)) if found else ""


def _from_labels(one: Element, walk: _Walk) -> str:
    return " ".join(_name(label, walk.into(one)) for label in labels(one))


def _contents(one: Element, walk: _Walk) -> str:
    inner = walk.into(one)
    parts: list[str] = []
    for part in one.contents():
        if isinstance(part, str):
            parts.append(part)
            continue
        said = _name(part, inner)
        parts.append(f" {said} " if part.name in _BLOCKS else said)
    return "".join(parts)


def _value(one: Element, kind: str) -> str:
    """What a form field holds, where it stands inside a label."""
    if one.name == "input":
        return one.attrs.get("value", "")
    if one.name == "select":
        options = [other for other in one.descendants() if other.name == "option"]
        chosen = [other for other in options if "selected" in other.attrs]
        return " ".join(other.text for other in chosen or options[:1])
    if kind == "slider":
        return one.get("aria-valuetext") or one.get("aria-valuenow")
    return one.text


def _folded(text: str) -> str:
    return " ".join(text.split())
