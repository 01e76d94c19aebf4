"""Page furniture told by structure: the names of elements, and how much of a text is links.

Looks only at blocks that the markup has left as content, so that landmarks and `data-audit` win.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from auditor.model import Block, Document, Node, Span
from auditor.parse.landmarks import MARKED
from auditor.parse.names import FRAME, LINKED, Sign, sign_of

_MOST = 0.5  # an element with more of the page's text than this is no furniture
_MOSTLY_LINKS = 0.5
_ALL_LINKS = 0.9
_SHORT = 90
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Page:
    """The elements of a document and the text in them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nodes = document.nodes

    @cached_property
    def _letters(self) -> list[int]:
        """How many letters and digits stand before each place of the text."""
        return list(accumulate(map(str.isalnum, self.document.text), initial=0))

    @cached_property
    def _starts(self) -> list[int]:
        """Where the text of each element starts, never going back."""
        return list(accumulate((node.span.start for node in self.nodes), max))

    @cached_property
    def _links(self) -> list[Node]:
        links = (
            node
            for node in self.nodes
            if node.name == "a"
            and len(node.span)
            and not node.attrs.get("href", "").startswith(("tel:", "mailto:"))
        )
        return sorted(links, key=lambda node: node.span)

    @cached_property
    def _linked(self) -> list[int]:
        """How many linked letters stand before the end of each link."""
        return [0, *accumulate(self.letters(node.span) for node in self._links)]

    @cached_property
    def _link_starts(self) -> list[int]:
        return [node.span.start for node in self._links]

    def links_in(self, span: Span) -> list[Node]:
        """The links that start in a stretch of text."""
        first = bisect_left(self._link_starts, span.start)
        return self._links[first : bisect_left(self._link_starts, span.end)]

    @cached_property
    def title_at(self) -> int | None:
        """Where the first heading of level 1 with text starts; None without one."""
        return next((n.span.start for n in self.nodes if n.name == "h1" and len(n.span)), None)

    @cached_property
    def all_letters(self) -> int:
        """The letters of the whole text."""
        return self._letters[-1]

    def innermost(self, block: Block) -> int | None:
        """The innermost element that holds the whole block."""
        at: int | None = bisect_right(self._starts, block.span.start) - 1
        while at is not None and at >= 0 and not self.nodes[at].span.covers(block.span):
            at = self.nodes[at].parent
        return block.node if at is None or at < 0 else at

    def letters(self, span: Span) -> int:
        """The letters and digits in a stretch of text."""
        return self._letters[span.end] - self._letters[span.start]

    def linked(self, span: Span) -> float:
        """The share of letters that are links, 0 to 1."""
        total = self.letters(span)
        if not total:
            return 0.0
        first = bisect_left(self._link_starts, span.start)
        last = bisect_left(self._link_starts, span.end)
        inside = self._linked[last] - self._linked[first]
        if first and self._links[first - 1].span.end > span.start:  # one that began before
            before = self._links[first - 1].span
            inside += self.letters(Span(span.start, min(before.end, span.end)))
        return min(1.0, inside / total)

    @cached_property
    def signs(self) -> list[Sign | None]:
        """For each element what the names of it, or of the nearest element round it, say."""
        found: list[Sign | None] = []
        framed: list[bool] = []
        for node in self.nodes:
            above = node.parent
            outer = found[above] if above is not None else None
            inside = framed[above] if above is not None else False
            own = self._own(node, inside)
            found.append(own or outer)
            framed.append(
                inside
                or node.name in ("article", "main")
                or node.attrs.get("role") in ("main", "article")
            )
        return found

    def _own(self, node: Node, framed: bool) -> Sign | None:
        if "class" not in node.attrs and "id" not in node.attrs:
            return None
        names = f"{node.attrs.get('class', '')} {node.attrs.get('id', '')}"
        if node.name in ("html", "body", "main", "article", "a", *_HEADINGS):
            return None
        sign = sign_of(names)
        if sign is None or not len(node.span):
            return None
        if self.title_at is not None and node.span.start <= self.title_at < node.span.end:
            return None
        if self.letters(node.span) > _MOST * self.all_letters:
            return None
        if sign[1] in FRAME:
            at = self.title_at
            if framed and sign[1] != "inside the page's footer":
                return None
            if sign[1] == "inside the page's header" and at is not None and node.span.start > at:
                return None
            if sign[1] == "inside the page's footer" and at is not None and node.span.start < at:
                return None
        if sign[1] in LINKED and self.linked(node.span) < _MOSTLY_LINKS * (
            0.3 if sign[0] == "teaser" else 1
        ):
            return None
        return sign


def by_structure(page: Page, blocks: list[Block]) -> list[Block]:
    """The blocks with what names of elements and links say about them."""
    if any(page.signs):
        blocks = [_by_names(page, block) for block in blocks]
    blocks = _linked_lists(page, blocks)
    blocks = _linked_titles(page, blocks)
    blocks = [_by_links(page, block) for block in blocks]
    return _layout(page, blocks)


def _by_names(page: Page, block: Block) -> Block:
    if not _open(block) or block.node is None:
        return block
    sign = page.signs[page.innermost(block) or 0]
    if sign is None:
        return block
    region, reason = sign
    if reason in FRAME and page.linked(block.span) >= _ALL_LINKS and not _is_home(page, block):
        region, reason = ("teaser" if region == "teaser" else "navigation"), reason
    return replace(block, region=region, reason=reason)


def _open(block: Block) -> bool:
    return block.region == "content" and block.reason != MARKED


def _is_home(page: Page, block: Block) -> bool:
    """Whether the block is a link to the site's first page: its name, not a menu."""
    links = page.links_in(block.span)
    return len(links) == 1 and links[0].attrs.get("href") in ("/", "./", "index.html", "#/")


def _linked_lists(page: Page, blocks: list[Block]) -> list[Block]:
    """A list in which every item is a link is a menu, unless a lead-in announces it."""
    found = list(blocks)
    at = 0
    before: Block | None = None  # the last block of content above
    while at < len(found):
        if not found[at].is_a("item"):
            before = found[at] if found[at].region == "content" else before
            at += 1
            continue
        end = at
        while end < len(found) and found[end].is_a("item"):
            end += 1
        run = [index for index in range(at, end) if _open(found[index])]
        led = before is not None and before.span.of(page.document.text).endswith(":")
        if run and not led and all(page.linked(found[i].span) >= _ALL_LINKS for i in run):
            for index in run:
                found[index] = replace(
                    found[index], region="navigation", reason="a list of links and nothing else"
                )
        before = next((b for b in reversed(found[at:end]) if b.region == "content"), before)
        at = end
    return found


def _linked_titles(page: Page, blocks: list[Block]) -> list[Block]:
    """Two headings or more that are links, each with a short text: cards of other pages."""
    cards = [
        index
        for index, block in enumerate(blocks)
        if _open(block) and block.is_a("heading") and not block.is_a("heading.h1")
        and page.linked(block.span) >= _ALL_LINKS
    ]  # fmt: skip
    if len(cards) < 2:
        return blocks
    found = list(blocks)
    for index in cards:
        found[index] = replace(found[index], region="teaser", reason="the title of another page")
        follower = index + 1
        if follower < len(found) and _open(found[follower]) and found[follower].is_a("paragraph"):
            alone = follower + 1 == len(found) or not found[follower + 1].is_a("paragraph")
            if alone and len(found[follower].span) <= 300:
                found[follower] = replace(
                    found[follower], region="teaser", reason="tells of another page"
                )
    return found


def _by_links(page: Page, block: Block) -> Block:
    if not _open(block) or block.is_a("heading") or block.is_a("item") or block.is_a("code"):
        return block
    if page.linked(block.span) < _ALL_LINKS:
        return block
    many = len(page.links_in(block.span))
    if many == 1 and len(block.span) > _SHORT:
        return block
    if many <= 1 and _is_home(page, block):
        return replace(block, region="boilerplate", reason="the website's name")
    if block.is_a("cell") and many == 1:
        return block
    reason = "a link to another page" if many <= 1 else "a row of links"
    return replace(block, region="navigation", reason=reason)


def _layout(page: Page, blocks: list[Block]) -> list[Block]:
    """Paragraphs that a table only places on the page are no cells."""
    tables = {
        index
        for index, node in enumerate(page.nodes)
        if node.name == "table" and node.attrs.get("role") in ("presentation", "none")
    }
    for node in page.nodes:
        if node.name in (*_HEADINGS, "ul", "ol", "dl", "table", "article", "form"):
            above = node.parent
            while above is not None and page.nodes[above].name != "table":
                above = page.nodes[above].parent
            if above is not None:
                tables.add(above)
    if not tables:
        return blocks
    sizes = Counter(block.node for block in blocks)
    return [
        replace(block, kind="paragraph")
        if block.kind == "cell" and sizes[block.node] > 1 and _table_of(page, block) in tables
        else block
        for block in blocks
    ]


def _table_of(page: Page, block: Block) -> int | None:
    at = block.node
    while at is not None and page.nodes[at].name != "table":
        at = page.nodes[at].parent
    return at
