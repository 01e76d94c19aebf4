"""A site: many audits, few messages, one table."""

from typing import Any

import pytest

from auditor.errors import NotFound, TooLarge, UsageError
from auditor.lease import AuditStopped
from auditor.parse.picked import Picked
from auditor.service import Submission
from auditor.sites import batch_of, batches, beside, read_batch, summary

MEASURES = {
    "reading": {"band": {"reading_age": {"low": 11.5, "high": 13.0}}},
    "jargon": {"unexplained": 4},
    "statements": {
        "elements": [
            {"status": "present", "level": "error"},
            {"status": "not found", "level": "error"},
            {"status": "not found", "level": "suggestion"},
            {"status": "not found", "asked": "not asked"},
            {"status": "weak", "level": "error"},
        ],
        "dates": [
            {"role": "last_reviewed", "value": "2024-05-01", "status": "current"},
            {"role": "next_review", "value": "2027-05-01", "status": "due"},
        ],
    },
}


def pages(count: int) -> list[Submission]:
    return [Submission(b"page %d" % n, f"page {n}", "text/html", "another") for n in range(count)]


def submit(bench: Any, count: int) -> str:
    site_id: str = bench.service.submit_site(
        "A site", pages(count), "adult", "1 page was left out."
    )
    return site_id


def test_the_rows_stand_in_the_order_of_submission(bench: Any) -> None:
    site = bench.service.site(submit(bench, 3))
    assert (site.name, site.profile, site.total) == ("A site", "adult", 3)
    assert (site.note, site.created) == ("1 page was left out.", bench.now)
    assert [row.name for row in site.rows] == ["page 0", "page 1", "page 2"]
    assert {row.status for row in site.rows} == {"queued"}


def test_every_page_is_audited_under_the_profile_of_the_site(bench: Any) -> None:
    site = bench.service.site(submit(bench, 1))
    bench.service.run(site.rows[0].id, "w")
    assert bench.jobs[0].profile == "adult"


def test_a_message_holds_25_pages_and_only_ids(bench: Any) -> None:
    site_id = submit(bench, 60)
    assert bench.sent == [
        ("run_audits", f"{site_id}:0:25"),
        ("run_audits", f"{site_id}:25:50"),
        ("run_audits", f"{site_id}:50:75"),
    ]


def test_a_batch_runs_its_own_pages(bench: Any) -> None:
    site_id = submit(bench, 30)
    assert bench.service.run_batch(f"{site_id}:25:50", "w") == 5
    assert [job.name for job in bench.jobs] == [f"page {n}" for n in range(25, 30)]
    assert bench.service.run_batch(f"{site_id}:25:50", "w") == 0


def test_one_page_that_stops_does_not_hold_up_the_others(bench: Any) -> None:
    def audit(job: Any, _progress: object) -> Any:
        if job.name == "page 1":
            raise KeyError("unforeseen")
        return bench.report

    bench.audit = audit
    site_id = submit(bench, 3)
    for batch in batches(site_id, 3):
        bench.service.run_batch(batch, "w")
    assert [row.status for row in bench.service.site(site_id).rows] == ["done", "queued", "done"]


def test_lost_pages_are_sent_again_by_the_batch(bench: Any) -> None:
    site_id = submit(bench, 30)
    alone = bench.submit()
    bench.sent.clear()
    bench.now += 1000
    assert bench.service.sweep() == 31
    assert sorted(bench.sent) == [
        ("run_audit", alone),
        ("run_audits", f"{site_id}:0:25"),
        ("run_audits", f"{site_id}:25:50"),
    ]


def test_a_queue_that_is_down_loses_no_page(bench: Any) -> None:
    bench.queue_is_down = True
    site_id = submit(bench, 30)
    bench.queue_is_down = False
    bench.now += 60
    bench.service.sweep()
    for _task, batch in bench.sent:
        bench.service.run_batch(batch, "w")
    assert {row.status for row in bench.service.site(site_id).rows} == {"done"}


def test_a_site_is_kept_whole_or_not_at_all(bench: Any) -> None:
    too_large = Submission(b"x" * 1001, "big", "text/plain", "adult")
    with pytest.raises(TooLarge):
        bench.service.submit_site("A site", [*pages(2), too_large], "adult")
    assert bench.service.stats().counts["queued"] == 0
    assert bench.sent == []


def test_who_submits_a_site_waits_for_no_page_to_be_read(
    bench: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.service.repeated", lambda pages: pytest.fail("read too early"))
    submit(bench, 30)


def sharing(count: int, notice: str) -> list[Submission]:
    return [
        Submission(
            f"<main><p>Page {n} of the site.</p><p>{notice}</p></main>".encode(),
            f"page {n}",
            "text/html",
            "adult",
        )
        for n in range(count)
    ]


def test_what_the_pages_of_a_batch_share_is_kept_with_each(bench: Any) -> None:
    site_id = bench.service.submit_site("A site", sharing(30, "We have moved."), "adult")
    for batch in batches(site_id, 30):
        bench.service.run_batch(batch, "w")
    # The second batch has five pages and is read with the twenty before them.
    assert [str(job.picked) for job in bench.jobs] == ["=1"] * 30
    rows = bench.service.site(site_id).rows
    assert {bench.service.get(row.id).picked for row in rows} == {"=1"}


def test_pages_are_read_once_for_a_batch_and_a_deleted_one_is_no_page(
    bench: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(pages: Any) -> Any:
        found = list(pages)
        read.append(sum(bool(data) for data, _, _ in found))
        return [Picked()] * len(found)

    monkeypatch.setattr("auditor.service.repeated", counted)
    site_id = submit(bench, 30)
    bench.service.delete(bench.service.site(site_id).rows[2].id)
    bench.service.run_batch(f"{site_id}:0:25", "w")
    bench.service.run_batch(f"{site_id}:25:50", "w")
    assert read == [24, 25]


def test_pages_alone_are_compared_with_none(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.service.repeated", lambda pages: pytest.fail("not of a site"))
    assert bench.service.run(bench.submit(), "w")


@pytest.mark.parametrize(
    ("ordinal", "total", "expected"),
    [(0, 1, range(1)), (24, 30, range(25)), (25, 30, range(5, 30)), (60, 200, range(50, 75))],
)
def test_beside_a_page(ordinal: int, total: int, expected: range) -> None:
    assert beside(ordinal, total) == expected


def test_an_empty_site_is_refused(bench: Any) -> None:
    with pytest.raises(UsageError, match="There is no page to audit"):
        bench.service.submit_site("A site", [], "adult")


def test_an_unknown_site_is_not_found(bench: Any) -> None:
    with pytest.raises(NotFound):
        bench.service.site("nothing")


def test_a_row_carries_the_summary_of_its_report(bench: Any, make_report: Any) -> None:
    bench.report = make_report(verdict="fail", measures=MEASURES)
    site_id = submit(bench, 1)
    bench.service.run_batch(f"{site_id}:0:25", "w")
    (row,) = bench.service.site(site_id).rows
    assert (row.status, row.verdict) == ("done", "fail")
    assert (row.reading_age_low, row.reading_age_high) == (11.5, 13.0)
    assert (row.unexplained, row.missing_statements) == (4, 2)
    assert (row.review_date, row.review_status) == ("2027-05-01", "due")


def test_a_page_that_failed_says_why_in_the_table(bench: Any) -> None:
    def audit(_job: object, _progress: object) -> Any:
        raise UsageError("There is no such profile.")

    bench.audit = audit
    site_id = submit(bench, 1)
    bench.service.run_batch(f"{site_id}:0:25", "w")
    (row,) = bench.service.site(site_id).rows
    assert (row.status, row.error) == ("failed", "There is no such profile.")


def test_what_was_not_measured_is_none_and_not_nought(make_report: Any) -> None:
    assert summary(make_report()) == {
        "reading_age_low": None,
        "reading_age_high": None,
        "unexplained": None,
        "missing_statements": None,
        "review_date": "",
        "review_status": "",
    }


def test_too_little_text_has_no_reading_age(make_report: Any) -> None:
    found = summary(make_report(measures={"reading": {"band": None}}))
    assert found["reading_age_low"] is None


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([("last_reviewed", "2024-05-01", "old")], ("2024-05-01", "old")),
        ([("published", "2024-05-01", "old")], ("", "")),
        ([("next_review", None, "unclear")], ("", "unclear")),
        (
            [("next_review", None, "unclear"), ("next_review", "2027-01-01", "current")],
            ("2027-01-01", "current"),
        ),
    ],
)
def test_the_next_review_is_shown_or_else_the_last(
    make_report: Any, dates: list[tuple[str, str | None, str]], expected: tuple[str, str]
) -> None:
    said = [{"role": role, "value": value, "status": status} for role, value, status in dates]
    found = summary(make_report(measures={"statements": {"elements": [], "dates": said}}))
    assert (found["review_date"], found["review_status"]) == expected


def test_a_batch_is_read_as_it_was_written() -> None:
    assert read_batch(batch_of("a-b_c", 49)) == ("a-b_c", 25, 50)
    assert batches("s", 0) == []


@pytest.mark.parametrize("text", ["", "site", "a:1", "a:1:x", "a:-1:2", "a b:0:25", "a:0:25\n"])
def test_what_is_no_batch_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="This is not a batch of a site"):
        read_batch(text)


def test_a_page_that_stops_every_time_fails_and_is_counted(bench: Any) -> None:
    def audit(_job: object, _progress: object) -> Any:
        raise KeyError("unforeseen")

    bench.audit = audit
    site_id = submit(bench, 1)
    for _ in range(2):
        bench.service.run_batch(f"{site_id}:0:25", "w")
    (row,) = bench.service.site(site_id).rows
    with pytest.raises(AuditStopped):
        bench.service.run(row.id, "w")
    assert bench.service.get(row.id).attempts == 3
