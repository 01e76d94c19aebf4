"""The same Word file back, with comments on the right words and everything else as it was."""

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DocumentError
from auditor.model import Finding, Location, Point, Report, Span
from auditor.parse import parse
from auditor.word_comments import commented
from tests.parse.make_docx import FILES, docx, notes, p, run

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def finding(part: str, start: int, end: int, message: str = "Say it shorter.") -> Finding:
    place = Location(part, Point(1, start + 1, start), Point(1, end + 1, end))
    return Finding(
        "r", "jargon", "warning", message, "", Span(start, end), place, ("x",), f"{part}{start}"
    )


def report(*findings: Finding) -> Report:
    fields: Any = dict.fromkeys(Report.__dataclass_fields__)
    return Report(**{**fields, "findings": findings, "today": str(date(2026, 11, 25))})


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def marked(data: bytes) -> list[str]:
    """The words under each comment, in order of their numbers."""
    body = parts(data)["word/document.xml"].decode()
    found: list[str] = []
    for number in sorted(int(one) for one in re.findall(r'RangeStart w:id="(\d+)"', body)):
        start = body.index(f'RangeStart w:id="{number}"/>')
        end = body.index(f'<w:commentRangeEnd w:id="{number}"')
        found.append(re.sub("<[^>]+>", "", body[body.index(">", start) + 1 : end]))
    return found


def text(data: bytes) -> list[str]:
    document = parse(data, "t.docx", WORD)
    return [block.span.of(document.text) for block in document.blocks]


BODY = docx(
    p("Take two ", run("analgesic", "<w:b/>"), " tablets a day & rest.") + p("Ring us."),
    parts={"footnotes.xml": notes("x")},
)


def test_comments_stand_on_their_words() -> None:
    out = commented(
        BODY,
        report(finding("paragraph 1", 9, 18), finding("paragraph 1", 5, 13),
               finding("paragraph 1", 19, 26), finding("paragraph 1", 33, 34),
               finding("paragraph 2", 5, 8)),
    )  # fmt: skip
    assert marked(out) == ["analgesic", "two anal", "tablets", "&amp;", "us."]
    assert text(out) == text(BODY)


def test_all_else_stays_as_it_was() -> None:
    out = commented(BODY, report(finding("paragraph 1", 5, 8)))
    before, after = parts(BODY), parts(out)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }  # fmt: skip
    assert list(before) == list(after)[: len(before)]
    held = after["word/document.xml"].decode()
    assert "<w:b/></w:rPr>" in held and held.count("analgesic") == 1


def test_what_the_comment_says() -> None:
    out = commented(BODY, report(finding("paragraph 1", 5, 8, "Say ‘2 < 3’.")))
    said = parts(out)["word/comments.xml"].decode()
    assert "Should change: Say ‘2 &lt; 3’." in said and "Instead: ‘x’" in said
    assert 'w:author="Auditor"' in said and 'w:date="2026-11-25T00:00:00Z"' in said


def test_a_file_with_comments_gets_more() -> None:
    once = commented(BODY, report(finding("paragraph 1", 0, 4)))
    twice = commented(once, report(finding("paragraph 2", 0, 4)))
    assert marked(twice) == ["Take", "Ring"]
    assert parts(twice)["word/comments.xml"].count(b"<w:comment ") == 2
    assert parts(twice)["[Content_Types].xml"].count(b"comments+xml") == 1


def test_a_text_box_is_commented_where_it_hangs() -> None:
    out = commented(FILES["text-box"][0], report(finding("text box paragraph 1", 0, 6)))
    assert marked(out) == ["Before the box."]


def test_a_file_of_pictures_alone_takes_no_comments() -> None:
    with pytest.raises(DocumentError):
        commented(docx(p("")), report(finding("paragraph 1", 0, 1)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("ab <&é😀\u00a0", min_size=1, max_size=8), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), min_size=1, max_size=6),
)
def test_any_places(words: list[str], places: list[tuple[int, int]]) -> None:
    data = docx(p("x", *(run(word, "<w:i/>") for word in words)))
    out = commented(data, report(*(finding("paragraph 1", a, a + n) for a, n in places)))
    assert text(out) == text(data)
    assert len(marked(out)) == len(places)
    whole = "x" + "".join(words)
    shown = [one.replace("&lt;", "<").replace("&amp;", "&") for one in marked(out)]
    assert shown == [whole[a : a + n] or whole for a, n in places]
