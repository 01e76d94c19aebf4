"""Pages for tests: the tree of a piece of HTML, and one element of it."""

from auditor.markup.page import Element, Page
from auditor.parse import parse


def page(html: str, media_type: str = "text/html") -> Page:
    """The tree of a page."""
    return Page(parse(html.encode(), "page", media_type))


def element(html: str) -> Element:
    """The element with the id `x`."""
    found = page(html).by_id("x")
    assert found is not None
    return found
