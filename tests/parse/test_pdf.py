"""PDF: our own files with the blocks that a person sees, their elements, and exact places."""

import pytest

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse import parse
from tests.parse.pdf_cases import FILES, SCAN


def read(name: str) -> Document:
    return parse(FILES[name][0], f"{name}.pdf", "application/pdf")


@pytest.mark.parametrize("name", FILES)
def test_blocks(name: str) -> None:
    document = read(name)
    assert [
        (block.kind, block.region, block.span.of(document.text)) for block in document.blocks
    ] == FILES[name][1]
    assert all(block.reason for block in document.blocks if block.region != "content")


def test_there_are_enough_files() -> None:
    assert len(FILES) >= 15


def test_a_place_is_a_page_and_a_line_in_it() -> None:
    document = read("furniture")
    part, source = document.to_source(document.blocks[1].span)
    assert part == "page 2"
    assert source.of(document.parts[part]) == "Ring us if it hurts."


def test_what_the_file_says_about_itself() -> None:
    document = read("tagged")
    assert document.language == "en-GB"
    assert document.metadata == {
        "lang": "en-GB", "title": "Knee leaflet", "pdf:tagged": "yes", "pdf:bookmarks": "2",
        "pdf:pages": "1",
    }  # fmt: skip
    assert read("plain").metadata["pdf:tagged"] == "no"


def test_elements_are_those_of_html() -> None:
    pictures = [node for node in read("figure").nodes if node.name == "img"]
    assert [node.attrs.get("alt") for node in pictures] == ["A bent knee", None]
    names = [node.name for node in read("tagged-table").nodes]
    assert [names.count(one) for one in ("table", "tr", "th", "td")] == [1, 2, 2, 2]
    names = [node.name for node in read("tagged-list").nodes]
    assert [names.count(one) for one in ("ul", "li")] == [1, 2]


def test_a_picture_of_a_page_is_said_to_hold_no_text() -> None:
    with pytest.raises(DocumentError, match="text recognition"):
        parse(SCAN, "t.pdf", "application/pdf")
    assert read("half-scan").notes == ("Page 2 is a picture without text and could not be read.",)
