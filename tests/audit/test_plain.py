"""Plain text: the shapes of lines, and the three invariants on anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse import parse


def plain(text: str) -> Document:
    return parse(text.encode("utf-8", "surrogatepass"), "t.txt", "text/plain")


def kinds(text: str) -> list[tuple[str, str]]:
    document = plain(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_headings_items_and_paragraphs() -> None:
    assert kinds("What to bring\n\nPlease bring:\n\n  • a book\n  - a drink\n  1. a list\n") == [
        ("heading", "What to bring"),
        ("paragraph", "Please bring:"),
        ("item", "a book"),
        ("item", "a drink"),
        ("item", "a list"),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "You will have a drip in your arm for about one hour, and a nurse\n"
        "will look at you every ten minutes to see that you are well and\n"
        "that the drip runs as it should. You can go home after that.\n"
    )
    assert len(kinds(text)) == 1


def test_a_label_and_its_date_are_two_blocks() -> None:
    assert len(kinds("Last reviewed:\n20 Jan 2021")) == 2


def test_a_question_is_a_heading_and_a_sentence_is_not() -> None:
    found = kinds("What is a biopsy?\nIt is a test.\nIt does not hurt.")
    assert [kind for kind, _ in found] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize("text", ["", "   \n\n\t", "\ufeff", "\u00a0\n"])
def test_nothing_to_read(text: str) -> None:
    with pytest.raises(DocumentError, match="no text"):
        plain(text)


def test_binary_is_refused() -> None:
    with pytest.raises(DocumentError, match="not text"):
        parse(b"\x00\x01\x02PK\x03\x04" * 100, "t.txt", "text/plain")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("café".encode("cp1252"), "café"),
        ("café".encode("utf-16"), "café"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
    ],
)
def test_encodings(data: bytes, expected: str) -> None:
    assert parse(data, "t.txt", "text/plain").text == expected


PIECES = st.sampled_from(
    ["word", "Word.", "😀", "\r\n", "\n", "\n\n", "\r", "\u00a0", "  ", "\t", "•", "- ", "1. ",
     "&amp;", "<", "Dr. ", "2.5", "é", "\ufeff", "Advertisement", "Last reviewed:", "x" * 70]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_invariants_and_positions(text: str) -> None:
    try:
        document = plain(text)
    except DocumentError:
        return
    source = document.parts[""]
    for segment in document.segments:
        if segment.verbatim:
            assert segment.text.of(document.text) == segment.source.of(source)
    for block in document.blocks:
        part, where = document.to_source(block.span)
        assert source[where.start] == document.text[block.span.start]
        assert source[where.end - 1] == document.text[block.span.end - 1]
        assert part == ""
    kept = "".join(document.text.split())
    bullets = "•-1. \u00a0\ufeff"
    assert set(kept) - set(bullets) <= set(source)
