"""The elements of a document as a tree, found by name, attribute and id."""

import html
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from auditor.model import Document, Node, Span

_START_TAG = re.compile(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_DECLARED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<!doctype\s+html", re.I | re.S
)
_KEPT = 30_000  # code points
_FOREIGN = frozenset({"svg", "math"})


class Element:
    """One element: its node, the elements round it, and what has been found out about it."""

    __slots__ = (
        "attrs",
        "children",
        "foreign",
        "index",
        "known",
        "name",
        "node",
        "page",
        "parent",
        "place",
    )

    def __init__(self, page: "Page", index: int, node: Node, parent: "Element | None") -> None:
        self.page, self.index, self.node, self.parent = page, index, node, parent
        self.name, self.attrs = node.name, node.attrs
        self.children: list[Element] = []
        self.known: dict[str, Any] = {}
        within = parent is not None and parent.foreign and parent.name != "foreignobject"
        self.foreign: bool = within or node.name in _FOREIGN
        self.place = 0  # among its siblings

    def get(self, attribute: str) -> str:
        """The value without white space at its ends; "" where there is none."""
        return self.attrs.get(attribute, "").strip()

    @property
    def siblings(self) -> "list[Element]":
        """The elements beside this one, and itself, in order."""
        return self.parent.children if self.parent else self.page.top

    def ancestors(self) -> "Iterator[Element]":
        """The enclosing elements, innermost first."""
        at = self.parent
        while at is not None:
            yield at
            at = at.parent

    def inside(self, *names: str) -> "Element | None":
        """The nearest enclosing element that has one of the names."""
        return next((one for one in self.ancestors() if one.name in names), None)

    def descendants(self, closed: str = "") -> "Iterator[Element]":
        """Everything inside, in document order; not what is inside elements of the name `closed`."""
        waiting = self.children[::-1]
        while waiting:
            one = waiting.pop()
            yield one
            if one.name != closed:
                waiting += one.children[::-1]

    def contents(self) -> "Iterator[str | Element]":
        """Texts and elements directly inside, in order."""
        text, at, end = self.page.document.text, self.node.span.start, self.node.span.end
        for child in self.children:
            span = child.node.span
            if at < span.start <= end:
                yield text[at : span.start]
            yield child
            at = max(at, span.end)
        if at < end:
            yield text[at:end]
        if self.foreign and not self.children and self.name not in _FOREIGN:
            yield self.raw

    @property
    def text(self) -> str:
        """All text inside, with white space folded."""
        known = self.known.get("text")
        if known is None:
            known = " ".join(self.node.span.of(self.page.document.text).split())
            if len(known) <= _KEPT:  # in deeply nested elements, the long ones would fill memory
                self.known["text"] = known
        return str(known)

    @property
    def own_text(self) -> str:
        """The text that stands in the element itself, not in elements inside it."""
        known = self.known.get("own text")
        if known is None:
            parts = [one for one in self.contents() if isinstance(one, str)]
            known = self.known["own text"] = " ".join(parts).strip()
        return str(known)

    @property
    def raw(self) -> str:
        """What stands between the tags in the source: for styles and pictures, whose text is
        not text of the document."""
        source = self.node.source.of(self.page.document.parts[self.node.part])
        tag = _START_TAG.match(source)
        return html.unescape(source[tag.end() :].rpartition("</")[0]) if tag else ""


class Page:
    """All elements of a document in document order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[str, Any] = {}
        self.elements: list[Element] = []
        self.top: list[Element] = []  # the elements that stand in no other
        self._names: dict[str, list[Element]] = {}
        self._attributes: dict[str, list[Element]] = {}
        self.ids: dict[str, list[Element]] = {}
        for index, node in enumerate(document.nodes):
            parent = None if node.parent is None else self.elements[node.parent]
            one = Element(self, index, node, parent)
            self.elements.append(one)
            fellows = self.top if parent is None else parent.children
            one.place = len(fellows)
            fellows.append(one)
            self._names.setdefault(node.name, []).append(one)
            for attribute in node.attrs:
                self._attributes.setdefault(attribute, []).append(one)
            if "id" in node.attrs:
                self.ids.setdefault(node.attrs["id"], []).append(one)

    @cached_property
    def is_whole(self) -> bool:
        """Whether this is a web page and not a piece of one, nor another kind of file."""
        if self.document.media_type not in ("text/html", "application/xhtml+xml"):
            return False
        if any(name in self._names for name in ("html", "head", "body")):
            return True
        return bool(_DECLARED.match(next(iter(self.document.parts.values()), "")))

    @cached_property
    def root(self) -> Element:
        """The page's `html` element, made up where the file has none."""
        for one in self._names.get("html", []):
            return one
        part = next(iter(self.document.parts), "")
        node = Node("html", {}, Span(0, len(self.document.text)), None, part, Span(0, 0))
        root = Element(self, -1, node, None)
        root.children = self.top
        return root

    def named(self, *names: str) -> list[Element]:
        """The elements of these names, in document order."""
        if len(names) == 1:
            return self._names.get(names[0], [])
        return in_order(one for name in names for one in self._names.get(name, []))

    def having(self, *attributes: str) -> list[Element]:
        """The elements with any of the attributes, in document order."""
        if len(attributes) == 1:
            return self._attributes.get(attributes[0], [])
        return in_order({one for name in attributes for one in self._attributes.get(name, [])})

    @cached_property
    def aria(self) -> list[Element]:
        """The elements with an attribute whose name begins with `aria-`."""
        names = [name for name in self._attributes if name.startswith("aria-")]
        return self.having(*names) if names else []

    def by_id(self, name: str) -> Element | None:
        """The first element with the id."""
        found = self.ids.get(name)
        return found[0] if found else None

    def referred(self, one: Element, attribute: str) -> list[Element]:
        """The elements that a list of ids in an attribute names, in its order."""
        found = (self.by_id(name) for name in one.attrs.get(attribute, "").split())
        return [other for other in found if other is not None]


def in_order(elements: Iterable[Element]) -> list[Element]:
    """The elements in document order."""
    return sorted(elements, key=lambda one: one.index)
