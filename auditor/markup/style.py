"""What the page's own styles say: `style` attributes and `style` elements, cascaded.

tinycss2 reads the declarations and cssselect2 the selectors; styles from other files are not
fetched, so `Styles.whole` says whether the page has told all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import cssselect2
import tinycss2

from auditor.markup.colour import colour
from auditor.markup.page import Element, Page

INHERITED = frozenset(
    "color visibility font-size font-weight font-style line-height letter-spacing word-spacing "
    "text-align text-transform".split()
)
_MOST_CSS = 300_000  # code points
_MOST_ELEMENTS = 20_000
_MOST_WORK = 300_000  # selectors tried
_APPLIES = re.compile(r"\s*(?:(?:only\s+)?(?:all|screen)\s*)?", re.IGNORECASE)
_ORIENTED = re.compile(r"\(\s*orientation\s*:\s*(portrait|landscape)\s*\)", re.IGNORECASE)
_EMPTY: Mapping[str, "Value"] = {}


@dataclass(frozen=True, slots=True)
class Value:
    """A declared value in small letters; `inline` when a `style` attribute declares it."""

    text: str
    important: bool = False
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Turned:
    """A rule that holds for one orientation of the screen, and the transform it asks for."""

    orientation: str
    transform: str
    elements: tuple[Element, ...]


class Styles:
    """The declared values of every element."""

    def __init__(self, page: Page) -> None:
        self.turned: list[Turned] = []
        self.whole = not any(
            "stylesheet" in link.get("rel").lower().split() and link.get("media") != "print"
            for link in page.named("link")
        )
        self._inline: dict[str, dict[str, Value]] = {}
        self._declared: dict[int, dict[str, tuple[tuple[Any, ...], Value]]] = {}
        sheets = [
            one.raw
            for one in page.named("style")
            if not one.foreign and _APPLIES.fullmatch(one.get("media"))
        ]
        total = sum(map(len, sheets))
        if total > _MOST_CSS or len(page.elements) > _MOST_ELEMENTS:
            self.whole = False
        elif total:
            self._read(page, sheets)
        for one in page.having("style"):
            self._add_inline(one)

    def of(self, one: Element) -> Mapping[str, Value]:
        """The values declared for an element, by property."""
        known: Mapping[str, Value] | None = one.known.get("style")
        if known is None:
            found = self._declared.get(one.index)
            known = {name: value for name, (_, value) in found.items()} if found else _EMPTY
            one.known["style"] = known
        return known

    def value(self, one: Element, name: str) -> str:
        """The value that holds for the element, inherited where the property is; or ""."""
        at: Element | None = one
        while at is not None:
            found = self.of(at).get(name)
            if found is not None and found.text not in ("inherit", "unset"):
                return found.text
            if found is None and name not in INHERITED:
                return ""
            at = at.parent
        return ""

    def _add_inline(self, one: Element) -> None:
        source = one.attrs["style"]
        values = self._inline.get(source)
        if values is None:
            values = self._inline[source] = {
                name: Value(value.text, value.important, True)
                for name, value in declarations(source)
            }
        kept = self._declared.setdefault(one.index, {})
        for name, value in values.items():
            known = kept.get(name)
            if known is None or value.important or not known[1].important:
                kept[name] = ((), value)

    def _read(self, page: Page, sheets: list[str]) -> None:
        matcher = cssselect2.Matcher()
        order = 0
        for sheet in sheets:
            for orientation, selectors, values in self._rules(sheet):
                for selector in selectors:
                    if selector.pseudo_element is None and not selector.never_matches:
                        matcher.add_selector(selector, (order, orientation, values))
                order += 1
        if _work(matcher, page) > _MOST_WORK:
            self.whole = False
            return
        turned: dict[tuple[str, str], list[Element]] = {}
        for wrapped, one in _wrapped(page):
            for specificity, place, _, (_, orientation, values) in matcher.match(wrapped):
                if orientation:
                    for name, value in values:
                        if name in ("transform", "rotate"):
                            turned.setdefault((orientation, value.text), []).append(one)
                    continue
                kept = self._declared.setdefault(one.index, {})
                for name, value in values:
                    rank = (value.important, *specificity, place)
                    known = kept.get(name)
                    if known is None or known[0] <= rank:
                        kept[name] = (rank, value)
        self.turned = [Turned(*key, tuple(found)) for key, found in turned.items()]

    def _rules(self, sheet: str) -> Iterator[tuple[str, list[Any], list[tuple[str, Value]]]]:
        """Orientation, selectors and declarations of each rule that may hold on a screen."""
        waiting = [("", tinycss2.parse_stylesheet(sheet, True, True))]
        while waiting:
            orientation, rules = waiting.pop()
            for rule in rules:
                if rule.type == "at-rule" and rule.lower_at_keyword == "import":
                    self.whole = False
                elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
                    query = tinycss2.serialize(rule.prelude)
                    found = _ORIENTED.search(query)
                    if rule.content is not None and (found or _APPLIES.fullmatch(query)):
                        inner = tinycss2.parse_rule_list(rule.content, True, True)
                        waiting.append((found[1].lower() if found else orientation, inner))
                elif rule.type == "qualified-rule":
                    try:
                        selectors = cssselect2.compile_selector_list(rule.prelude)
                    except cssselect2.SelectorError:
                        continue
                    yield orientation, selectors, list(declarations(rule.content))


def _work(matcher: Any, page: Page) -> int:
    """How many selectors would be tried on how many elements: each costs a few microseconds."""
    tried = len(matcher.other_selectors) * len(page.elements)
    for name, selectors in matcher.lower_local_name_selectors.items():
        tried += len(selectors) * len(page.named(name))
    if matcher.class_selectors:
        for one in page.having("class"):
            for word in set(one.attrs["class"].split()):
                tried += len(matcher.class_selectors.get(word, ()))
    return tried


def declarations(source: Any) -> Iterator[tuple[str, Value]]:
    """The declarations of a block or a `style` attribute, with `background` taken apart."""
    for one in tinycss2.parse_blocks_contents(source, True, True):
        if one.type != "declaration":
            continue
        text = " ".join(tinycss2.serialize(one.value).split()).lower()
        if one.lower_name == "background":
            yield from _background(text, one.important)
        elif one.lower_name == "font":
            yield from _font(text, one.important)
        else:
            yield one.lower_name, Value(text, one.important)


def _background(text: str, important: bool) -> Iterator[tuple[str, Value]]:
    image = "url(" in text or "gradient(" in text or "image" in text
    parts = [
        tinycss2.serialize([part])
        for part in tinycss2.parse_component_value_list(text, True)
        if part.type != "whitespace"
    ]
    shade = next((part for part in parts if colour(part) or part.startswith("var(")), "transparent")
    yield "background-color", Value(shade, important)
    yield "background-image", Value("image" if image else "none", important)


def _font(text: str, important: bool) -> Iterator[tuple[str, Value]]:
    for word in text.split():
        size, _, line = word.partition("/")
        if word in ("bold", "bolder", "lighter") or (word.isdecimal() and len(word) == 3):
            yield "font-weight", Value(word, important)
        elif word in ("italic", "oblique"):
            yield "font-style", Value(word, important)
        elif size[:1].isdecimal() or size[:1] == ".":
            yield "font-size", Value(size, important)
            if line:
                yield "line-height", Value(line, important)
            return


def _wrapped(page: Page) -> Iterator[tuple[Any, Element]]:
    """Each element as cssselect2 sees it."""
    trees = [ElementTree.Element(one.name, dict(one.attrs)) for one in page.elements]
    top = next((one for one in page.named("html") if one.parent is None), None)
    root = trees[top.index] if top else ElementTree.Element("html")
    for one, tree in zip(page.elements, trees, strict=True):
        if one.parent is not None:
            trees[one.parent.index].append(tree)
        elif tree is not root:
            root.append(tree)
    elements = {id(tree): one for one, tree in zip(page.elements, trees, strict=True)}
    for wrapped in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        found = elements.get(id(wrapped.etree_element))
        if found is not None:
            yield wrapped, found


def styles_of(page: Page) -> Styles:
    """The page's styles, read once."""
    found = page.known.get("styles")
    if not isinstance(found, Styles):
        found = page.known["styles"] = Styles(page)
    return found
