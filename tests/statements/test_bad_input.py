"""Dates and statements that nobody should write, and what is said of them."""

from datetime import date

import pytest

from auditor import pipeline
from auditor.library import Library
from auditor.model import Report


def audit(library: Library, text: str, media_type: str = "text/markdown") -> Report:
    return pipeline.run(
        text.encode(),
        "page",
        media_type,
        profile=library.profiles["uk-patient"],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
    )


def dates(report: Report) -> list[tuple[str, str, str | None, str]]:
    found = report.measures["statements"]["dates"]
    return [(one["role"], one["raw"], one["value"], one["status"]) for one in found]


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings if finding.category == "statements"}


@pytest.mark.parametrize(
    "raw", ["30 February 2025", "31 April 2024", "12 March 20226", "00/13/2025"]
)
def test_a_day_that_does_not_exist(library: Library, raw: str) -> None:
    report = audit(library, f"# Knees\n\nRest.\n\nLast reviewed: {raw}\n")
    ((role, said, value, status),) = dates(report)
    assert (role, value, status) == ("last_reviewed", None, "unreadable")
    assert raw.startswith(said)
    assert "statements.unreadable-date" in rules(report)


@pytest.mark.parametrize(
    "raw", ["12 mars 2025", "3. Mai 2025", "5 de junio de 2025", "2025年3月4日"]
)
def test_a_date_in_another_language_is_not_misread(library: Library, raw: str) -> None:
    report = audit(library, f"# Knees\n\nRest.\n\nLast reviewed: {raw}\n")
    for _, _, value, _ in dates(report):
        assert value is None or value.startswith("2025-0")
    assert "statements.future-date" not in rules(report)
    assert "statements.overdue" not in rules(report)


def test_of_five_hundred_dates_four_hundred_are_read(library: Library) -> None:
    lines = [f"Last reviewed: {day % 28 + 1} March {1990 + day % 35}" for day in range(500)]
    report = audit(library, "# Knees\n\n" + "\n\n".join(lines))
    assert len(dates(report)) == 400
    assert "statements.dates-disagree" in rules(report)
    assert sum(f.rule == "statements.dates-disagree" for f in report.findings) == 1


def test_front_matter_that_contradicts_the_text(library: Library) -> None:
    report = audit(
        library,
        "---\nlast_reviewed: 2026-01-05\n---\n# Knees\n\nRest.\n\nLast reviewed: 9 June 2024\n",
    )
    assert {value for _, _, value, _ in dates(report)} == {"2026-01-05", "2024-06-09"}
    assert "statements.dates-disagree" in rules(report)


def test_front_matter_that_says_a_thing_twice(library: Library) -> None:
    report = audit(
        library,
        "---\nlast_reviewed: 2026-01-05\nlast_reviewed: 2025-01-05\n---\n# Knees\n\nRest.\n",
    )
    assert report.document.notes or "statements.dates-disagree" in rules(report)


def test_a_blank_date_is_no_date(library: Library) -> None:
    report = audit(library, "# Knees\n\nRest.\n\nLast reviewed: [day month year]\n")
    assert [value for _, _, value, _ in dates(report)] in ([], [None])
    assert rules(report) & {"statements.unreadable-date", "statements.last-review"}


@pytest.mark.parametrize("filler", ["if you ", "the risk of ", "ask your ", "by Dr A B ", "a.b@c."])
def test_a_very_long_sentence_is_read_to_its_end(library: Library, filler: str) -> None:
    report = audit(library, filler * 20_000, "text/plain")
    assert {o.status for o in report.outcomes if o.rule == "statements.last-review"} == {"failed"}
