"""Reading level: three views of one text, a band, and what was left out."""

from datetime import date

from auditor import pipeline
from auditor.library import Library
from auditor.model import Report
from auditor.pipeline import Tools

EASY = "You can eat before the test. The nurse will help you sit down. "


def run(text: str, library: Library) -> Report:
    return pipeline.run(
        text.encode(), "t.md", "text/markdown", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date(2026, 11, 22),
    )  # fmt: skip


def test_views_differ_only_in_lists(library: Library) -> None:
    text = EASY * 10 + "\n\nYou may feel:\n\n- very tired today\n- a bit sick\n"
    views = run(text, library).measures["reading"]["views"]
    assert views["running"]["sentences"] == 20
    assert views["items"]["sentences"] == 23
    assert views["joined"]["sentences"] == 21
    assert views["joined"]["words"] == views["items"]["words"] == views["running"]["words"] + 9


def test_headings_never_join_their_neighbours(library: Library) -> None:
    plain = run(EASY * 10, library).measures["reading"]["views"]["running"]
    headed = run("# A long heading without a stop\n\n" + EASY * 10, library)
    assert headed.measures["reading"]["views"]["running"] == plain
    assert {"reason": "a heading", "blocks": 1, "words": 6} in headed.measures["reading"][
        "left_out"
    ]


def test_the_band_is_wider_than_a_number_and_holds_age_and_grade(library: Library) -> None:
    band = run(EASY * 10, library).measures["reading"]["band"]
    low, high = band["us_grade"]["low"], band["us_grade"]["high"]
    assert high - low > 1
    assert round(band["reading_age"]["low"] - low, 5) == 5


def test_too_little_text_has_no_band(library: Library) -> None:
    reading = run(EASY * 4, library).measures["reading"]
    assert reading["band"] is None and not reading["enough_text"]
    assert reading["reason"].startswith("not enough text: 52 words in 8 sentences")


def test_damaged_sentences_are_not_scored(library: Library) -> None:
    lost = "This medicine is a for some types of asthma. "
    whole = run(EASY * 10, library).measures["reading"]["views"]["running"]
    damaged = run(EASY * 10 + lost, library).measures["reading"]
    assert damaged["views"]["running"] == whole
    assert any("lost" in one["reason"] for one in damaged["left_out"])
