"""`element`: what the document's elements must have, in HTML vocabulary whatever the format."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Node, Rule, Span

KIND = "element"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "require": Field(
        Literal[
            "alternative text", "heading order", "page language", "link purpose", "table headers"
        ],
        about="what is required, by name",
    ),
}

_STRUCTURED = ("text/html", "application/xhtml+xml", "text/markdown")
_EMPTY_LINKS = re.compile(
    r"(?:click |tap )?(?:here|this|this (?:link|page|website|site)|link|more|read more|read on|"
    r"learn more|find out more|more information|more info|see more|details|continue|go|download)"
    r"[\s.…>»→]*",
    re.IGNORECASE,
)


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit on each element that lacks what the rule requires."""
    if document.media_type not in _STRUCTURED:
        return Inapplicable("this kind of file has no such elements")
    found = _REQUIREMENTS[rule.params["require"]](document)
    return found if isinstance(found, Inapplicable) else list(found)


Found = Iterator[Hit] | list[Hit] | Inapplicable


def _hit(node: Node, **values: str) -> Hit:
    return Hit(node.span, values, source=(node.part, node.source))


def _images(document: Document) -> Found:
    images = [node for node in document.nodes if node.name == "img"]
    if not images:
        return Inapplicable("the document has no images")
    return [_hit(node, match=_file(node)) for node in images if _lacks_text(node)]


def _lacks_text(node: Node) -> bool:
    """No alt at all, or in Markdown an empty one; HTML's alt="" says the image is decoration."""
    if node.attrs.get("aria-hidden") == "true" or node.attrs.get("role") in (
        "presentation",
        "none",
    ):
        return False
    if node.attrs.get("aria-label", "").strip() or node.attrs.get("aria-labelledby", "").strip():
        return False
    return "alt" not in node.attrs


def _file(node: Node) -> str:
    return node.attrs.get("src", "").rpartition("/")[2][:60] or "image"


def _headings(document: Document) -> Found:
    headings = [node for node in document.nodes if re.fullmatch("h[1-6]", node.name)]
    if not headings:
        return Inapplicable("the document has no headings")
    hits: list[Hit] = []
    level = 0
    for node in headings:
        here = int(node.name[1])
        if level and here > level + 1:
            hits.append(
                _hit(node, match=node.span.of(document.text), level=str(here), above=str(level))
            )
        level = here
    return hits


def _language(document: Document) -> Found:
    page = next((node for node in document.nodes if node.name == "html"), None)
    if page is None:
        return Inapplicable("this is not a whole web page")
    named = page.attrs.get("lang", "").strip() or page.attrs.get("xml:lang", "").strip()
    if named:
        return []
    return [Hit(None, {}, source=(page.part, Span(page.source.start, page.source.start)))]


def _links(document: Document) -> Found:
    links = [node for node in document.nodes if node.name == "a" and "href" in node.attrs]
    if not links:
        return Inapplicable("the document has no links")
    return [
        _hit(node, match=node.span.of(document.text))
        for node in links
        if _EMPTY_LINKS.fullmatch(node.attrs.get("aria-label") or node.span.of(document.text))
    ]


def _tables(document: Document) -> Found:
    tables = [index for index, node in enumerate(document.nodes) if node.name == "table"]
    tables = [
        index
        for index in tables
        if document.nodes[index].attrs.get("role") not in ("presentation", "none")
    ]
    if not tables:
        return Inapplicable("the document has no tables")
    return [
        _hit(document.nodes[index], match="table")
        for index in tables
        if not _has_header(document, index)
    ]


def _has_header(document: Document, table: int) -> bool:
    """Whether a header cell with words in it belongs to the table itself, not to one inside it."""
    for node in document.nodes:
        if node.name == "th" or node.attrs.get("role") in ("columnheader", "rowheader"):
            if not node.span.of(document.text).strip():
                continue
            above = node.parent
            while above is not None and document.nodes[above].name != "table":
                above = document.nodes[above].parent
            if above == table:
                return True
    return False


_REQUIREMENTS: dict[str, Callable[[Document], Found]] = {
    "alternative text": _images,
    "heading order": _headings,
    "page language": _language,
    "link purpose": _links,
    "table headers": _tables,
}
