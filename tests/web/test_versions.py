"""The page that compares two versions: what it shows, what it refuses, and that it keeps nothing."""

from typing import Any

OLD = "Take 5 mg twice a day.\nDo not drive.\nCall 020 7946 0018."
NEW = "Take 50 mg twice a day.\nDo drive.\nCall us."


def test_what_was_lost_and_changed(site: Any) -> None:
    page = site.post("/compare", old=OLD, new=NEW).text
    assert "Look at 3 changes" in page
    for words in ("5 mg", "50 mg", "020 7946 0018", "Do not drive.", "Do drive."):
        assert f"<td>{words}</td>" in page
    assert page.count("<h3>Lost</h3>") == page.count("<h3>Changed</h3>") == 1


def test_equal_versions_say_so(site: Any) -> None:
    assert (
        "Nothing that we look for is lost or changed"
        in site.post("/compare", old=OLD, new=OLD).text
    )


def test_an_empty_box_is_named(site: Any) -> None:
    answer = site.post("/compare", old=OLD, new=" ")
    assert answer.status_code == 422
    assert '<a href="#new">Paste the new version.</a>' in answer.text
    assert "Take 5 mg" in answer.text  # what was typed stays


def test_a_long_version_is_refused(site: Any) -> None:
    answer = site.post("/compare", old="word " * 20_001, new=NEW)
    assert answer.status_code == 422 and "100,000 characters at most" in answer.text


def test_words_are_not_mark_up(site: Any) -> None:
    page = site.post("/compare", old="Never <b>run</b> 5 mg.", new="Run.").text
    assert "<b>run" not in page and "&lt;b&gt;run" in page


def test_nothing_is_kept_and_nothing_cached(site: Any) -> None:
    answer = site.post("/compare", old=OLD, new=NEW)
    assert answer.headers["Cache-Control"] == "no-store"
    assert sum(site.service.stats().counts.values()) == 0
