"""Safe replacements: the right article and capital, only whole words, and the meaning kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import pipeline
from auditor.article import article
from auditor.edits import difference, edit, edited
from auditor.errors import UsageError
from auditor.inflection import forms
from auditor.library import Library
from auditor.meaning import compare
from auditor.model import Fix, Span
from auditor.parse import parse
from auditor.pipeline import Tools

ARTICLES = {
    "hour": "an", "honest answer": "an", "unit": "a", "uterus": "a", "MRI scan": "an",
    "CT scan": "a", "X-ray": "an", "ultrasound": "an", "one": "a", "European": "a", "heir": "an",
    "8": "an", "11": "an", "18 mg": "an", "80": "an", "110": "a", "5 cm": "a", "SSRI": "an",
    "unusual": "an", "urologist": "a", "oedema": "an", "HIV": "an", "UTI": "a",
}  # fmt: skip


@pytest.mark.parametrize("words", ARTICLES)
def test_article(words: str) -> None:
    assert article(words) == ARTICLES[words]


def fixed(library: Library, text: str, media_type: str = "text/markdown") -> str:
    report = pipeline.run(
        text.encode(), "page", media_type, profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip
    document = parse(text.encode(), "page", media_type)
    return edit(text.encode(), document, report.findings).data.decode()


CASES = {
    "In order to rest, lie down.": "To rest, lie down.",
    "The nurse utilises a tube.": "The nurse uses a tube.",
    "This is an end result.": "This is a result.",
    "It lasts a approximately equal time.": "It lasts an about equal time.",
    "Take the the tablet.": "Take the tablet.",
    "Utilising **prior to** is 😀 e.g. fine &amp; prior to it.":
        "Using **before** is 😀 for example fine &amp; before it.",
    "He wrote “I did it in order to win the cup”.": "He wrote “I did it in order to win the cup”.",
    "Prior to\nthe scan, rest.": "Before\nthe scan, rest.",
    "A tumour, a colour and a color.": "A tumour, a colour and a colour.",
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_fixes_in_markdown(text: str, library: Library) -> None:
    assert fixed(library, text) == CASES[text]


def test_words_inside_mark_up_are_left(library: Library) -> None:
    page = "<p lang=en>Lie down in <b>order</b> to rest, and in&nbsp;order to sleep.</p>"
    assert fixed(library, page, "text/html") == page


def test_every_safe_replacement_keeps_the_meaning(library: Library) -> None:
    """No safe pair loses a number, a negation or a warning, in any form."""
    checked = 0
    for rule in library.rules.values():
        if rule.extends != "substitution":
            continue
        for key in rule.params["safe"]:
            for form, shaped in forms(key, (rule.params["swap"][key],), rule.params["inflect"]):
                old = parse(f"Today people {form} the thing here.".encode(), "old", "text/plain")
                new = parse(f"Today people {shaped[0]} the thing here.".encode(), "n", "text/plain")
                lost = [one for one in compare(old, new) if one.what != "added"]
                assert lost == [], form
                checked += 1
    assert checked > 150


def test_encodings_and_line_ends_stay(library: Library) -> None:
    text = "\ufeffIn order to rest,\r\nlie down é.\r\n"
    for codec in ("utf-8", "utf-16-le"):
        data = text.encode(codec)
        document = parse(data, "page", "text/plain")
        report = pipeline.run(
            data, "page", "text/plain", profile=library.profiles["uk-patient"], library=library,
            tools=Tools(), today=date(2026, 11, 22),
        )  # fmt: skip
        done = edit(data, document, report.findings)
        assert done.data.decode(codec) == text.replace("In order to", "To")
        assert done.changes == 1


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 10))))
def test_what_is_not_replaced_stays(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(a, min(len(text), a + n)) for a, n in places if a < len(text) and n]
    kept = edited(text, [Fix("", span, "") for span in spans])
    gone = set()
    reached = 0
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if span.start >= reached:
            gone |= set(range(span.start, span.end))
            reached = span.end
    assert kept == "".join(char for at, char in enumerate(text) if at not in gone)


def test_a_diff_that_git_takes() -> None:
    assert difference("a.md", "one\ntwo", "one\nthree") == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n"
        "+three\n\\ No newline at end of file\n"
    )


def test_what_is_no_text_is_refused() -> None:
    document = parse(b"Words.", "page", "text/plain")
    with pytest.raises(UsageError, match="only text"):
        edit(b"other bytes", document, ())
