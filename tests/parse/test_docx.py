"""Word: our own files with the blocks that a person sees, their elements, and exact places."""

import pytest

from auditor.model import Document, Node
from auditor.parse import media_type_of, parse
from tests.parse.make_docx import FILES, docx, item, p, run


def read(data: bytes, name: str = "leaflet.docx") -> Document:
    return parse(data, name, media_type_of(name))


def nodes(name: str, kind: str) -> list[Node]:
    return [node for node in read(FILES[name][0]).nodes if node.name == kind]


@pytest.mark.parametrize("name", FILES)
def test_blocks(name: str) -> None:
    data, expected = FILES[name]
    document = read(data)
    assert [
        (block.kind, block.region, block.span.of(document.text)) for block in document.blocks
    ] == expected
    assert all(block.reason for block in document.blocks if block.region != "content")


def test_there_are_enough_files() -> None:
    assert len(FILES) >= 15


def test_a_place_is_a_paragraph_and_a_character_in_it() -> None:
    document = read(FILES["headings"][0])
    block = document.blocks[3]
    part, source = document.to_source(block.span)
    assert (part, source.start, source.end) == ("paragraph 4", 0, 8)
    for segment in document.segments:
        if segment.verbatim:
            held = document.parts[segment.part]
            assert segment.source.of(held) == segment.text.of(document.text)


def test_elements_are_those_of_html() -> None:
    pictures = nodes("pictures", "img")
    assert [node.attrs.get("alt") for node in pictures] == ["A bent knee", None]
    assert [node.attrs["href"] for node in nodes("links", "a")] == [
        "https://clinic.example/knee", "https://a.example",
    ]  # fmt: skip
    assert nodes("headings", "html")[0].attrs == {"lang": "en-GB"}
    assert [len(nodes("table", name)) for name in ("table", "tr", "th", "td")] == [1, 2, 2, 2]
    assert [len(nodes("lists", name)) for name in ("ul", "ol", "li")] == [3, 1, 6]
    assert [node.attrs["lang"] for node in nodes("languages", "span")] == ["es-ES"]


def test_what_the_file_says_about_itself() -> None:
    document = read(FILES["title"][0])
    assert document.metadata["title"] == "Knee leaflet"
    assert document.metadata["property:creator"] == "Ward 4"
    assert document.language == "en-GB"
    assert read(FILES["hidden"][0]).notes == ("Hidden text was left out.",)


def test_a_link_over_runs_keeps_its_words() -> None:
    document = read(FILES["links"][0])
    assert [n.span.of(document.text) for n in document.nodes if n.name == "a"] == [
        "our page", "a field",
    ]  # fmt: skip


def test_a_long_file_is_read_paragraph_by_paragraph() -> None:
    many = "".join(p(f"Line {n} says ", run("something", "<w:b/>"), ".") for n in range(3000))
    document = read(docx(many + item("end")))
    assert len(document.blocks) == 3001
    assert document.to_source(document.blocks[2999].span)[0] == "paragraph 3000"
