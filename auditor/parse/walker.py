"""Tags and text become nodes and blocks, as the HTML standard builds a page from them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from auditor.parse.builder import Builder
from auditor.parse.elements import (
    BLOCKS,
    BREAKS_OUT,
    CLOSES,
    DEEPEST,
    HEAD,
    HEADINGS,
    HTML_INSIDE,
    KEEPS_WHITE,
    KINDS,
    SCOPE,
    SCOPES,
    SILENT,
    VOID,
)
from auditor.parse.flow import Context, Flow
from auditor.parse.landmarks import area_of
from auditor.parse.passage import Passage
from auditor.parse.tags import End, Reference, Start, Text, tokens

_ONCE = frozenset({"html", "head", "body"})


class _Open(NamedTuple):
    """An element that is open: `ends_block` when text behind it is another block."""

    name: str
    node: int
    context: Context
    ends_block: bool


class Walker:
    """Takes tags and text in source order; offsets are those of the file's part.

    Every step takes constant time, however deep the elements are nested: for each name it is
    known where on the stack the open elements of that name are.
    """

    def __init__(self, builder: Builder, part: str = "", xml: bool = False) -> None:
        self.flow = Flow(builder, part)
        self._notes: list[str] = []
        self._builder = builder
        self._part = part
        self._xml = xml
        self._stack: list[_Open] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._blocks: list[int] = []  # places of block elements on the stack
        self._once: set[str] = set()
        self._templates = 0

    def feed(self, passage: Passage, start: int, end: int) -> None:
        """Read `start`..`end` of a passage as HTML."""
        characters, place = self.flow.characters, passage.place
        for token in tokens(passage.text[start:end], self._xml):
            first, last = token[0] + start, token[1] + start
            if isinstance(token, Text):
                if not self._templates:
                    characters(passage, first, last)
                continue
            first, last = place(first, last)
            if isinstance(token, Start):
                self.start(token.name, token.attrs, first, last, token.closed)
            elif isinstance(token, End):
                self.end(token.name, first, last)
            elif isinstance(token, Reference):
                if not self._templates:
                    self.flow.standing(first, last, token.text)
            else:
                self._note_unclosed(token.name)

    def _note_unclosed(self, what: str) -> None:
        self._notes.append(
            f"A {what} is never closed, so the text behind it is not shown; close it."
        )

    def start(
        self, name: str, attrs: Mapping[str, str], start: int, end: int, closed: bool = False
    ) -> None:
        """A start tag; `closed` for `<p/>`, which only XML takes at its word."""
        if self._templates:
            self._templates += name == "template"
            return
        foreign = self._inside_foreign()
        if foreign and name in BREAKS_OUT:
            self._close(self._foreign_place(), start)
            foreign = self._inside_foreign()
        if not foreign:
            self._close_implied(name, start)
        if name in _ONCE:
            if name in self._once:
                return
            self._once.add(name)
        block = name in BLOCKS and not foreign
        if block:
            self.flow.end()
        elif not self.flow.context.silent:
            self.flow.settle()
        if name in VOID or (closed and (self._xml or foreign or name in ("svg", "math"))):
            self._builder.void(name, attrs, self._part, start, end)
            if name == "br":
                self.flow.line_break(start, end)
            return
        if len(self._stack) >= DEEPEST:
            self._close(len(self._stack) - 1, start)
        self._push(name, attrs, block, self._builder.open(name, attrs, self._part, start))
        self._templates = int(name == "template")

    def end(self, name: str, start: int, end: int) -> None:
        """An end tag; one that closes nothing is passed over, as browsers do."""
        if self._templates:
            self._templates -= name == "template"
            if self._templates:
                return
        if name in ("html", "body"):
            return  # whatever follows still belongs to the body
        if name == "br":
            self.start("br", {}, start, end)
            return
        place = self._place_of(name)
        if place is not None:
            self._close(place, start, end)
        elif name == "p":
            self.flow.end()

    def finish(self) -> tuple[str, ...]:
        """Said when the source ends; what a person should know about it."""
        self.flow.end()
        if self._templates:
            self._note_unclosed("<template>")
        return tuple(dict.fromkeys(self._notes))

    def _push(self, name: str, attrs: Mapping[str, str], block: bool, node: int) -> None:
        context = outer = self.flow.context
        area = area_of(name, attrs, outer.area)
        silent = outer.silent or name in SILENT
        island = False
        if area is not outer.area:
            if name == "button" and outer.kind.startswith("heading") and not area.marked:
                area = outer.area  # the heading of a part that opens and closes
            if not block and (area.region, area.reason) != (outer.area.region, outer.area.reason):
                # An inline element in the middle of a sentence stays in it, or is left out of it.
                if self.flow.has_text:
                    silent = silent or area.unseen
                    area = outer.area
                else:
                    island = True
        if block:
            kind, at = KINDS.get(name), outer.node
            if kind or outer.kind == "paragraph":
                at = node
            keeps_white = outer.keeps_white or name in KEEPS_WHITE
            context = Context(kind or outer.kind, at, area, keeps_white, silent)
        elif area is not outer.area or silent != outer.silent:
            context = outer._replace(area=area, silent=silent)
        place = len(self._stack)
        self._stack.append(_Open(name, node, context, block or island))
        self._places[name].append(place)
        if block:
            self._blocks.append(place)
        self.flow.context = context

    def _close(self, place: int, start: int, end: int | None = None) -> None:
        """Close the element at `place`, whose end tag is `start`..`end`, and all inside it."""
        stack = self._stack
        if place < len(stack) - 1:
            self._close_inside(place, start)
        element = stack.pop()
        if element.ends_block:
            self.flow.end()
        self._places[element.name].pop()
        if self._blocks and self._blocks[-1] == place:
            self._blocks.pop()
        self._builder.close(element.node, start if end is None else end)
        self.flow.context = stack[-1].context if stack else Context()

    def _close_inside(self, place: int, at: int) -> None:
        """Close all elements inside the one at `place`, which is about to be closed."""
        if any(element.ends_block for element in self._stack[place:]):
            self.flow.end()
        inside = self._stack[place + 1 :]
        del self._stack[place + 1 :]
        for element in reversed(inside):
            self._places[element.name].pop()
        while self._blocks and self._blocks[-1] > place:
            self._blocks.pop()
        self._builder.close(inside[0].node, at)

    def _close_implied(self, name: str, at: int) -> None:
        """Close what a start tag `name` closes without an end tag."""
        if self._places.get("head") and name not in HEAD:
            self._close(self._last("head"), at)
        if name in HEADINGS and self._stack and self._stack[-1].name in HEADINGS:
            self._close(len(self._stack) - 1, at)
        for targets, barriers in CLOSES.get(name, ()):
            if not any(map(self._places.get, targets)):
                continue
            barrier = self._last(*barriers)
            places = [self._last(target) for target in targets]
            within = [place for place in places if place > barrier]
            if within:
                self._close(min(within), at)
        if name == "a" and self._last("a") > (self._blocks[-1] if self._blocks else -1):
            self._close(self._last("a"), at)

    def _place_of(self, name: str) -> int | None:
        """Where the element is that an end tag `name` closes."""
        if self._stack and self._stack[-1].name == name:
            return len(self._stack) - 1
        place = self._last(*HEADINGS) if name in HEADINGS else self._last(name)
        if name in BLOCKS:
            barrier = self._last(*SCOPES.get(name, SCOPE))
        else:
            barrier = self._blocks[-1] if self._blocks else -1
        return place if place > barrier else None

    def _last(self, *names: str) -> int:
        """The place of the innermost open element with one of the names; -1 without one."""
        found = -1
        for name in names:
            places = self._places.get(name)
            if places and places[-1] > found:
                found = places[-1]
        return found

    def _foreign_place(self) -> int:
        return self._last("svg", "math")

    def _inside_foreign(self) -> bool:
        places = self._places
        if not places.get("svg") and not places.get("math"):
            return False
        place = self._foreign_place()
        return place >= 0 and place > self._last(*HTML_INSIDE)
