"""The engine: outcomes, verdicts, isolation, fingerprints, sameness."""

from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from auditor import pipeline
from auditor.checks import KINDS
from auditor.library import Library
from auditor.model import Document, Evidence, Judgement, Profile, Report, Rule
from auditor.pipeline import Tools
from auditor.render.json import to_json

TODAY = date(2026, 11, 22)
TEXT = "# Your drip\n\nYou will have cytokines. A nurse helps you.\n\nCommence the tablets.\n"


def run(text: str, library: Library, profile: Profile | None = None) -> Report:
    return pipeline.run(
        text.encode(),
        "t.md",
        "text/markdown",
        profile=profile or library.profiles["uk-patient"],
        library=library,
        tools=Tools(),
        today=TODAY,
    )


def test_every_rule_has_one_outcome_with_a_known_status(library: Library) -> None:
    report = run(TEXT, library)
    assert [one.rule for one in report.outcomes] == [
        rule.id for rule in library.profiles["uk-patient"].rules
    ]
    prints = [finding.fingerprint for finding in report.findings]
    assert sorted(p for one in report.outcomes for p in one.findings) == sorted(prints)
    assert len(set(prints)) == len(prints)


def test_same_input_same_bytes(library: Library) -> None:
    assert to_json(run(TEXT, library)) == to_json(run(TEXT, library))


def test_a_tool_that_is_not_there_is_untested_and_incomplete(library: Library) -> None:
    profile = library.profiles["uk-patient"]
    only = replace(profile, rules=tuple(r for r in profile.rules if r.extends == "grammar"))
    report = run(TEXT, library, only)
    assert {one.status for one in report.outcomes} == {"untested"}
    assert all(one.reason for one in report.outcomes)
    assert report.verdict == "incomplete"


def test_a_crashing_check_costs_one_outcome(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
        raise ZeroDivisionError("secret words of a draft")

    broken = ModuleType("broken")
    vars(broken).update(KIND="broken", NEEDS=(), FIELDS={}, check=check)
    monkeypatch.setitem(KINDS, "broken", broken)
    profile = library.profiles["uk-patient"]
    bad = replace(profile.rules[0], id="broken.rule", extends="broken", level="error")
    report = run(TEXT, library, replace(profile, rules=(*profile.rules, bad)))
    outcome = report.outcomes[-1]
    assert (outcome.status, outcome.reason) == (
        "untested",
        "this check stopped with ZeroDivisionError",
    )
    assert len(report.outcomes) == len(profile.rules) + 1
    assert report.findings
    assert "secret" not in to_json(report)


def test_findings_keep_their_fingerprints_below_inserted_text(library: Library) -> None:
    before = {f.fingerprint for f in run(TEXT, library).findings if f.span}
    after = {
        f.fingerprint
        for f in run(
            TEXT.replace("# Your drip\n", "# Your drip\n\nAn easy new line.\n"), library
        ).findings
        if f.span
    }
    assert before and before <= after


@pytest.mark.parametrize(
    ("fail_on", "verdict"), [("error", "fail"), ("never", "pass"), ("suggestion", "fail")]
)
def test_the_verdict_follows_the_profile(fail_on: str, verdict: str, library: Library) -> None:
    profile = replace(library.profiles["uk-patient"], fail_on=fail_on)  # type: ignore[arg-type]  # one of the three
    assert run(TEXT, library, profile).verdict == verdict


def test_positions_point_at_the_words(library: Library) -> None:
    report = run(TEXT, library)
    lines = TEXT.splitlines()
    placed = [f for f in report.findings if f.location and f.quote and "…" not in f.quote]
    assert placed
    for finding in placed:
        assert finding.location is not None
        start, end = finding.location.start, finding.location.end
        assert lines[start.line - 1][start.column - 1 : end.column - 1] == finding.quote
        assert TEXT[start.offset : end.offset] == finding.quote


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"\xff\xfe\x00"])
def test_unreadable_bytes_are_incomplete_and_say_why(data: bytes, library: Library) -> None:
    report = pipeline.run(
        data, "t.txt", "", profile=library.profiles["uk-patient"], library=library,
        tools=Tools(), today=TODAY,
    )  # fmt: skip
    assert report.verdict == "incomplete"
    assert report.document.notes and not report.findings
    assert {one.status for one in report.outcomes} == {"untested"}


def test_short_text_cannot_be_told_and_is_no_pass_of_the_reading_level(library: Library) -> None:
    report = run("Take one tablet.", library)
    level = next(one for one in report.outcomes if one.rule == "reading.level")
    assert level.status == "cantTell" and "not enough text" in level.reason
    assert report.measures["reading"]["enough_text"] is False
