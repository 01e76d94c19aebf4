"""The page's own dates: found, understood, and judged on a given day."""

from datetime import date
from typing import Any

import pytest

from auditor import pipeline
from auditor.facts import calendar
from auditor.library import Library
from auditor.pipeline import Tools


def dates(text: str, library: Library, today: str = "2026-11-22") -> list[dict[str, Any]]:
    report = pipeline.run(
        text.encode(), "t.txt", "text/plain", profile=library.profiles["uk-patient"],
        library=library, tools=Tools(), today=date.fromisoformat(today),
    )  # fmt: skip
    found: list[dict[str, Any]] = report.measures["statements"]["dates"]
    return found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("20 January 2021", ["2021-01-20"]),
        ("20 Jan 2021", ["2021-01-20"]),
        ("20th of January 2021", ["2021-01-20"]),
        ("20\u00a0Jan\u00a02021", ["2021-01-20"]),
        ("January 20, 2021", ["2021-01-20"]),
        ("Jan. 20, 2021", ["2021-01-20"]),
        ("2021-01-20", ["2021-01-20"]),
        ("20/01/2021", ["2021-01-20"]),
        ("01/20/2021", ["2021-01-20"]),
        ("08/12/2025", ["2025-12-08", "2025-08-12"]),
        ("05/05/2025", ["2025-05-05"]),
        ("8.12.25", ["2025-12-08", "2025-08-12"]),
        ("September 2021", ["2021-09-01"]),
        ("09/2021", ["2021-09-01"]),
        ("2021", ["2021-01-01"]),
        ("30 February 2021", []),
        ("20 Jan 20226", []),
    ],
)
def test_reading_a_date(raw: str, expected: list[str]) -> None:
    assert calendar.DATE.fullmatch(raw)
    assert [day.isoformat() for day in calendar.read(raw).readings] == expected


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("Last reviewed: 20 January 2026", "last_reviewed", "ok"),
        ("Last reviewed:\n20 January 2026", "last_reviewed", "ok"),
        ("Page last reviewed: 20 January 2020", "last_reviewed", "too old"),
        ("Next review due: 22 November 2026", "next_review", "due soon"),
        ("Next review due: 21 November 2026", "next_review", "overdue"),
        ("Next review due: October 2026", "next_review", "overdue"),
        ("Next review due: November 2026", "next_review", "due soon"),
        ("Medically reviewed in September 2025.", "last_reviewed", "ok"),
        ("Last reviewed on 08/12/2025.", "last_reviewed", "ambiguous"),
        ("Updated 2026-07-02", "updated", "ok"),
        ("7 min readBeginnerUpdated 2026-07-02", "updated", "ok"),
        ("Last reviewed: 30 February 2026", "last_reviewed", "unreadable"),
        ("Last reviewed: 1 March 2031", "last_reviewed", "future"),
    ],
)
def test_the_pages_own_dates(text: str, role: str, status: str, library: Library) -> None:
    found = dates(text, library)
    assert [(one["role"], one["status"]) for one in found] == [(role, status)]


@pytest.mark.parametrize(
    "text",
    [
        "NCI reviewed 2019-09-24",
        "Accessed January 2021",
        "Smith J and others. Journal of Nursing 2020, Volume 3, Issue 2",
        "We have helped people since 2010.",
        "© 2026 Green Valley Hospital",
        "In 2019 we updated our 12 wards.",
    ],
)
def test_dates_that_are_not_the_pages_own(text: str, library: Library) -> None:
    assert dates(text, library) == []


def test_only_the_given_day_counts(library: Library) -> None:
    text = "Next review due: 17 Jan 2024"
    assert dates(text, library, "2024-01-17")[0]["status"] == "due soon"
    assert dates(text, library, "2024-01-18")[0]["status"] == "overdue"


def test_four_hundred_dates_are_enough(library: Library) -> None:
    text = "\n\n".join(f"Last reviewed: {day % 28 + 1} May 2026" for day in range(500))
    assert len(dates(text, library)) == 400
