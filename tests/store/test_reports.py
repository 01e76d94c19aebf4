"""Reports come back from the store as they went in."""

from collections.abc import Callable

import pytest

from auditor.errors import StoreError
from auditor.model import (
    Finding,
    Location,
    Outcome,
    Point,
    Report,
    ReportBlock,
    Span,
)
from auditor.store import dump_report, load_report

PLACE = Location("page 1", Point(1, 2, 1), Point(1, 6, 5))


@pytest.fixture
def full(make_report: Callable[..., Report]) -> Report:
    finding = Finding(
        "pack.rule", "jargon", "error", "Explain ‘ödema’.", "ödema", Span(1, 5), PLACE, ("x",), "f"
    )
    return make_report(
        verdict="fail",
        fixes=("Do this first.",),
        measures={"reading": {"band": None, "views": {"running": {"words": 3}}, "share": 0.25}},
        outcomes=(Outcome("pack.rule", "A rule", "jargon", "error", "failed", ("f",)),),
        findings=(finding, Finding("a.b", "reading", "warning", "m", "", None, None, (), "g")),
        benchmarks=({"id": "reading_age", "value": 9.5, "sources": [{"id": "s"}]},),
        blocks=(ReportBlock("paragraph", "content", "", Span(0, 5), "an\x00 \U0001f600", PLACE),),
    )


def test_a_report_comes_back_equal(full: Report) -> None:
    assert load_report(dump_report(full)) == full


def test_the_same_report_gives_the_same_text(full: Report) -> None:
    assert dump_report(full) == dump_report(load_report(dump_report(full)))


def test_text_that_is_no_report_is_not_quoted() -> None:
    with pytest.raises(StoreError, match=r"^The stored report cannot be read; run the audit again"):
        load_report('{"draft": "private words"}')


def test_a_report_that_cannot_be_written_is_not_quoted(make_report: Callable[..., Report]) -> None:
    with pytest.raises(StoreError) as caught:
        dump_report(make_report(fixes=("private \ud800 words",)))
    assert "private" not in str(caught.value)
    assert caught.value.__cause__ is None
