"""The reading level two ways: as written, and with explained terms counted as known words."""

from datetime import date
from typing import Any

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.model import Report
from auditor.pipeline import Tools
from auditor.render.page.measured import grids

PLAIN = "The nurse will sit with you and tell you what comes next on that day. " * 12
TOLD = "Immunosuppressants are medicines that calm the body's defences. "
USED = "Your immunosuppressants work best if you take your immunosuppressants at night. " * 12


def audit(text: str, library: Library) -> Report:
    return pipeline.run(
        text.encode(), "t.txt", "text/plain", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip


def score(text: str, library: Library) -> dict[str, dict[str, Any]] | None:
    found: dict[str, dict[str, Any]] | None = audit(text, library).measures["jargon"]["score"]
    return found


def test_explained_terms_lower_the_second_way_only(library: Library) -> None:
    told = score(PLAIN + TOLD + USED, library)
    assert told is not None
    written, known = told["as_written"], told["explained_known"]
    assert known["us_grade"] < written["us_grade"] - 1
    assert known["difficulty"] < written["difficulty"]
    assert known["band"]["reading_age"]["high"] < written["band"]["reading_age"]["high"]


def test_the_same_words_in_a_plain_form_give_that_level(library: Library) -> None:
    """What explained terms count as: the word "thing"."""
    told = score(PLAIN + TOLD + USED, library)
    same = (PLAIN + TOLD + USED).replace("mmunosuppressants", "xx").replace("Ixx", "Thing")
    plain = score(same.replace("ixx", "thing"), library)
    assert told is not None
    assert plain is not None
    assert told["explained_known"] == plain["as_written"]


@pytest.mark.parametrize("text", [PLAIN, PLAIN + USED])
def test_both_are_the_same_where_nothing_is_explained(text: str, library: Library) -> None:
    told = score(text, library)
    assert told is not None
    assert told["as_written"] == told["explained_known"]


def test_the_first_is_the_reading_level_that_the_gate_sees(library: Library) -> None:
    report = audit(PLAIN + TOLD + USED, library)
    assert (
        report.measures["jargon"]["score"]["as_written"]["band"]
        == (report.measures["reading"]["band"])
    )


def test_a_text_that_is_too_short_has_neither(library: Library) -> None:
    assert score(TOLD, library) is None


def test_the_page_shows_both(library: Library) -> None:
    report = audit(PLAIN + TOLD + USED, library)
    table = grids(report)[0]
    assert table.caption == "Reading level, two ways"
    assert [row[0] for row in table.rows] == [
        "As written",
        "With explained words counted as known",
    ]
    grades = [row[2] for row in table.rows]
    band = report.measures["reading"]["band"]["us_grade"]
    assert grades[0] == f"{band['low']:g} to {band['high']:g}"
    assert grades[1] != grades[0]
