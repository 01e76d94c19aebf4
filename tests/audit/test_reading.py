"""Reading level: three views of one text, a band, and what was left out."""

from datetime import date

import pytest

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


HARD = (
    "Immunological therapeutic modalities necessitate considerable multidisciplinary deliberation "
    "regarding individual physiological characteristics. "
)


def test_the_fewest_sentences_that_bring_the_age_to_the_target(library: Library) -> None:
    reading = run(EASY * 12 + HARD * 3 + EASY * 3, library).measures["reading"]
    rewrite = reading["rewrite"]
    assert reading["band"]["reading_age"]["low"] + 0.68 > 11
    assert rewrite["reaches_target"] and rewrite["reading_age_then"] <= 11
    assert 1 <= len(rewrite["sentences"]) <= 3
    assert all(one["quote"].startswith("Immunological") for one in rewrite["sentences"])
    assert "rare: " in rewrite["sentences"][0]["reason"]


def test_an_easy_text_needs_no_rewriting(library: Library) -> None:
    report = run(EASY * 12, library)
    assert report.measures["reading"]["rewrite"] is None
    assert not any("Rewrite" in fix for fix in report.fixes)


def test_where_no_short_list_reaches_the_target_it_says_so(library: Library) -> None:
    rewrite = run(HARD * 20, library).measures["reading"]["rewrite"]
    assert rewrite is None or not rewrite["reaches_target"]


def test_hard_sentences_come_hardest_first_with_reasons(library: Library) -> None:
    hard = run(EASY * 10 + HARD, library).measures["reading"]["hard_sentences"]
    assert hard[0]["quote"] == HARD.strip() and hard[0]["reason"].startswith("rare: ")
    assert [one["difficulty"] for one in hard] == sorted(
        (one["difficulty"] for one in hard), reverse=True
    )


def test_each_section_has_its_own_age(library: Library) -> None:
    text = f"# Before\n\n{EASY * 6}\n\n# After\n\n{HARD * 7}\n\n# End\n\nThank you.\n"
    sections = run(text, library).measures["reading"]["sections"]
    assert [one["heading"] for one in sections] == ["Before", "After", "End"]
    assert sections[0]["reading_age"] < 9 < 16 < sections[1]["reading_age"]
    assert sections[2]["reading_age"] is None and sections[2]["words"] == 2


def test_the_topic_word_is_shown_and_never_taken_off(library: Library) -> None:
    text = "Immunotherapy can help you get well again soon. " * 6 + EASY * 6
    reading = run(text, library).measures["reading"]
    assert reading["topic"]["word"] == "immunotherapy" and reading["topic"]["uses"] == 6
    plain = run(text.replace("Immunotherapy", "Helping"), library).measures["reading"]
    saved = reading["views"]["running"]["us_grade"] - plain["views"]["running"]["us_grade"]
    assert abs(saved - reading["topic"]["grades"]) < 0.6


def test_another_language_is_said_and_not_scored(library: Library) -> None:
    french = "Le médicament doit être pris avec un grand verre d'eau le matin avant le repas. " * 12
    report = run(french, library)
    reading = report.measures["reading"]
    assert reading["band"] is None and "French" in reading["reason"]
    outcome = next(one for one in report.outcomes if one.rule == "reading.level")
    assert outcome.status == "cantTell"


def test_all_capitals_do_not_turn_words_into_names(library: Library) -> None:
    text = "Considerable deliberation happens here before people decide about it. " * 12
    plain = run(text, library).measures["reading"]["views"]["running"]
    loud = run(text.upper(), library).measures["reading"]["views"]["running"]
    assert loud["complex_words"] == plain["complex_words"] > 0
    assert loud["syllables"] == plain["syllables"]


BAD = {
    "one word": "Hello",
    "headings only": "# One\n\n# Two\n\n## Three\n",
    "a table only": "| a | b |\n| --- | --- |\n| one two | three four |\n",
    "numbers only": "1 2 3. 4 5 6. 7 8 9.",
    "no full stop": "word " * 20_000,
    "one long word": "a" * 50_000,
    "poetry": "\n".join(["the sea", "is calm", "to-night"] * 20),
}


@pytest.mark.parametrize("name", BAD)
def test_text_that_cannot_be_scored_says_not_enough(name: str, library: Library) -> None:
    report = run(BAD[name], library)
    reading = report.measures["reading"]
    assert reading["band"] is None and not reading["enough_text"]
    assert reading["reason"].startswith("not enough text: ")
    assert {o.status for o in report.outcomes if o.rule == "reading.level"} == {"cantTell"}


def test_a_long_text_is_scored_like_a_short_one(library: Library) -> None:
    short = run(EASY * 10, library).measures["reading"]["views"]["running"]["formulas"]
    long = run((EASY * 10 + "\n\n") * 60, library).measures["reading"]["views"]["running"]
    assert long["sentences"] == 1200 and long["formulas"] == short
