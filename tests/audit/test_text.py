"""Lines, words and sentences, each case with the reason it is there."""

import pytest

from auditor.stops import sentences
from auditor.text import Lines, words

SENTENCES = [
    ("Take one. Then rest.", 2, "plain stops"),
    ("Take 2.5 mg daily. Call 111.", 2, "a decimal is no stop"),
    ("Take it with food, e.g. bread. Rest after.", 2, "e.g. never ends a sentence"),
    ("See Dr. Rao tomorrow. She knows you.", 2, "a title before a name"),
    ("Come at 9 a.m. and bring water.", 1, "a.m. before a small letter"),
    ("Come at 9 a.m. Bring water.", 2, "a.m. before a capital"),
    ("Really?! Yes.", 2, "two marks end one sentence"),
    ("Wait … then go.", 1, "an ellipsis before a small letter"),
    ("“Are you well?” she asked.", 1, "a quotation inside a sentence"),
    ("Rest (at home.) Then call.", 2, "a bracket behind the stop"),
    ("Go to www.example.org. Then call.", 2, "a stop behind an address"),
    ("Write to team@example.org today. Thanks.", 2, "an address holds stops"),
    ("1. Take the tablet.", 1, "an enumeration is no sentence"),
    ("J. Smith wrote this.", 1, "an initial"),
    ("You have hepatitis B. It is mild.", 2, "a letter that names a type"),
    ("This is a T-cell. It helps.", 2, "a hyphenated word before the stop"),
    ("We use it. mRNA is small.", 2, "a name with a small first letter"),
    ("Stop now.The nurse will come.", 2, "a missing space after the stop"),
    ("See Fig. 3 for more. Then ask.", 2, "Fig. before a number"),
    ("No. 5 is best. Ask.", 2, "No. before a number"),
    ("In the U.S. people call 911.", 1, "dotted letters before a small letter"),
    ("no stop at all", 1, "the end ends it"),
    ("", 0, "nothing"),
    ("   ", 0, "white space only"),
]


@pytest.mark.parametrize(("text", "count", "reason"), SENTENCES)
def test_sentences(text: str, count: int, reason: str) -> None:
    found = sentences(text)
    assert len(found) == count, reason
    assert all(span.of(text) == span.of(text).strip() for span in found)


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
