"""OpenDocument text: our own files with the blocks that a person sees, and their elements."""

import pytest

from auditor.model import Document
from auditor.parse import media_type_of, parse
from tests.parse.make_odt import FILES


def read(name: str) -> Document:
    return parse(FILES[name][0], "t.odt", media_type_of("t.odt"))


@pytest.mark.parametrize("name", FILES)
def test_blocks(name: str) -> None:
    document = read(name)
    assert [
        (block.kind, block.region, block.span.of(document.text)) for block in document.blocks
    ] == FILES[name][1]
    assert all(block.reason for block in document.blocks if block.region != "content")


def test_elements_are_those_of_html() -> None:
    names = [node.name for node in read("table").nodes]
    assert [names.count(one) for one in ("table", "tr", "th", "td")] == [1, 2, 2, 2]
    names = [node.name for node in read("lists").nodes]
    assert [names.count(one) for one in ("ul", "ol", "li")] == [1, 1, 4]
    document = read("links")
    assert [n.attrs for n in document.nodes if n.name in ("a", "span")] == [
        {"href": "https://a.example"}, {"lang": "es"},
    ]  # fmt: skip
    picture = next(node for node in read("title").nodes if node.name == "img")
    assert picture.attrs == {"src": "a.png", "alt": "A knee"}


def test_places_and_what_the_file_says_about_itself() -> None:
    document = read("title")
    assert (document.language, document.metadata["title"]) == ("en-GB", "Knee leaflet")
    assert document.to_source(document.blocks[2].span)[0] == "paragraph 2"
