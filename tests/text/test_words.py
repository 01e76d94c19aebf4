"""Lines and words, each case with the reason it is there."""

import pytest

from auditor.text import Lines, words

WORDS = [
    ("T-cell therapy", ["T-cell", "therapy"]),
    ("don’t stop", ["don’t", "stop"]),
    ("types—such as", ["types", "such", "as"]),
    ("and/or", ["and", "or"]),
    ("250mg twice", ["250mg", "twice"]),
    ("2.5 mg", ["2.5", "mg"]),
    ("one\u00a0two", ["one", "two"]),
    ("10,000 people", ["10,000", "people"]),
    ("see www.example.org now", ["see", "now"]),
    ("a.m. or e.g. this", ["a.m.", "or", "e.g.", "this"]),
    ("na\u00efve caf\u00e9", ["na\u00efve", "caf\u00e9"]),
    ("(biopsy)", ["biopsy"]),
    ("β-blocker", ["β-blocker"]),
    ("😀 ok", ["ok"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == expected


def test_lines_count_every_line_end_once() -> None:
    lines = Lines("a\r\nb\nc\rd")
    assert [lines.point(offset).line for offset in (0, 3, 5, 7)] == [1, 2, 3, 4]
    assert lines.point(3).column == 1


def test_a_byte_order_mark_has_no_column() -> None:
    assert Lines("\ufeffabc").point(1).column == 1
    assert Lines("\ufeffabc\nd").point(5).column == 1
