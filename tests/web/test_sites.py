"""A site: several files at once, and a table of them."""

import csv
import io
import re
from types import ModuleType
from typing import Any

import pytest

from auditor.store import SiteRecord, SiteRow
from auditor.web.site_table import PAGE, as_csv, table


def files(*names: str) -> list[tuple[io.BytesIO, str]]:
    return [(io.BytesIO(b"Words."), name) for name in names]


def submit(site: Any, *names: str) -> str:
    answer = site.post("/sites", name="Ward 4", profile="uk-patient", files=files(*names))
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def rows(page: str) -> list[str]:
    return re.findall(r'<th scope="row"><a href="/audits/[^"]+">([^<]+)</a>', page)


def test_the_worst_page_stands_first(site: Any) -> None:
    page = site.text(submit(site, "pass.txt", "incomplete.txt", "fail.txt"))
    assert rows(page) == ["fail.txt", "incomplete.txt", "pass.txt"]
    assert "3 pages" in page
    assert "4 March 2026" in page
    assert "14 to 16" in page


def test_a_filter_and_an_order_are_addresses(site: Any) -> None:
    address = submit(site, "pass.txt", "incomplete.txt", "fail.txt")
    assert rows(site.text(f"{address}?verdict=pass")) == ["pass.txt"]
    assert rows(site.text(f"{address}?verdict=waiting")) == []
    page = site.text(f"{address}?sort=name&order=desc")
    assert rows(page) == ["pass.txt", "incomplete.txt", "fail.txt"]
    assert '<th scope="col" aria-sort="descending"><a' in page
    assert "order=asc" in page


def test_a_site_at_work_says_so(site: Any) -> None:
    site.hold = True
    page = site.text(submit(site, "a.txt", "b.txt"))
    assert "2 pages, 2 still to check" in page
    assert 'http-equiv="refresh" content="5"' in page


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "", "files": ["a.txt"]}, "name"),
        ({"name": "W", "files": []}, "files"),
        ({"name": "W", "files": ["a.exe"]}, "files"),
        ({"name": "W", "files": ["a.txt"] * 4}, "files"),
        ({"name": "W", "files": ["a.txt"], "profile": "nobody"}, "profile"),
    ],
)
def test_a_form_that_cannot_be_used_comes_back(
    small_site: Any, fields: dict[str, Any], field: str
) -> None:
    sent = {"profile": "uk-patient", **fields, "files": files(*fields["files"])}
    answer = small_site.post("/sites", **sent)
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text


def test_files_together_may_be_larger_than_one_text(small_site: Any) -> None:
    large = [(io.BytesIO(b"a" * 1500), f"{number}.txt") for number in range(3)]
    answer = small_site.post("/sites", name="W", profile="uk-patient", files=large)
    assert answer.status_code == 303
    one = [(io.BytesIO(b"a" * 2500), "large.txt")]
    answer = small_site.post("/sites", name="W", profile="uk-patient", files=one)
    assert answer.status_code == 422
    assert "large.txt is larger than 2 kB." in answer.text


def test_the_table_can_be_saved(site: Any) -> None:
    answer = site.client.get(submit(site, "pass.txt", "=fail.txt") + ".csv")
    assert answer.mimetype == "text/csv"
    read = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row[0] for row in read] == ["Page", "'=fail.txt", "pass.txt"]
    assert read[2][1] == "Ready"


def row(number: int, **more: Any) -> SiteRow:
    fields: dict[str, Any] = {
        "id": f"id{number}", "ordinal": number, "name": f"page {number:03}", "status": "done",
        "verdict": "fail", "error": "", "reading_age_low": 10.0, "reading_age_high": 12.0,
        "unexplained": 1, "missing_statements": 1, "review_date": "", "review_status": "",
    }  # fmt: skip
    return SiteRow(**(fields | more))


def record(*rows: SiteRow) -> SiteRecord:
    return SiteRecord("s", "Ward 4", "uk-patient", 0.0, len(rows), "", tuple(rows))


def test_rows_that_do_not_know_stand_last_either_way() -> None:
    site = record(row(1), row(2, reading_age_high=None), row(3, reading_age_high=15.0))
    for order, expected in (("asc", [1, 3, 2]), ("desc", [3, 1, 2])):
        shown = table(site, {"sort": "reading-age", "order": order})
        assert [each.ordinal for each in shown.rows] == expected


def test_a_header_first_shows_the_worst_and_then_turns() -> None:
    first = table(record(row(1)), {"sort": "reading-age"})
    assert (first.order, first.turned("reading-age")) == ("desc", "asc")
    assert first.turned("name") == "asc"


@pytest.mark.parametrize(
    ("asked", "page"), [("1", 1), ("3", 3), ("99", 3), ("0", 1), ("x", 1), ("٣", 3), ("", 1)]
)
def test_a_long_table_is_cut_into_parts(asked: str, page: int) -> None:
    site = record(*(row(number) for number in range(2 * PAGE + 50)))
    shown = table(site, {"page": asked})
    assert (shown.page, shown.pages) == (page, 3)
    assert len(shown.rows) == (50 if page == 3 else PAGE)


def test_a_page_that_failed_is_never_ready() -> None:
    site = record(row(1, verdict="pass"), row(2, status="failed", verdict="", error="No text."))
    shown = table(site, {})
    assert [each.ordinal for each in shown.rows] == [2, 1]
    assert "Could not be read" in as_csv(site)


def test_a_site_that_is_not_there(site: Any, parts: ModuleType) -> None:
    assert site.client.get("/sites/nothing").status_code == 404
    assert site.client.get("/sites/nothing.csv").status_code == 404
