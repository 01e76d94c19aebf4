"""Every format: its golden byte for byte, the same twice, and what its readers rely on."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from auditor.model import Point, Report
from auditor.render import FORMATS
from auditor.render import json as json_format

NAMES = sorted(set(FORMATS) - {"html"})


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, reports: Sequence[Report], golden: Path) -> None:
    module = FORMATS[name]
    text = module.render(reports)
    assert text.encode() == (golden / f"{name}.{module.EXTENSION}").read_bytes()
    assert module.render(reports) == text


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_report_at_all_and_one_report(name: str, leaflet: Report) -> None:
    assert isinstance(FORMATS[name].render(()), str)
    assert FORMATS[name].render((leaflet,))


def test_json_round_trip_and_schema(reports: Sequence[Report]) -> None:
    schema = json_format.schema()
    stored = Path(json_format.__file__).with_name("report.schema.json")
    assert json.loads(stored.read_text("utf-8")) == schema
    for report in reports:
        text = json_format.to_json(report)
        assert json_format.from_json(text) == report
        jsonschema.validate(json.loads(text), schema)


def test_sarif_is_whole_and_truthful(reports: Sequence[Report], leaflet: Report) -> None:
    run = json.loads(FORMATS["sarif"].render(reports))["runs"][0]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {outcome.rule for report in reports for outcome in report.outcomes} <= rules
    assert run["columnKind"] == "unicodeCodePoints"
    assert all(result["partialFingerprints"] for result in run["results"])
    assert run["invocations"][0]["executionSuccessful"] is False
    notes = run["invocations"][0]["toolExecutionNotifications"]
    untested = [o for report in reports for o in report.outcomes if o.status == "untested"]
    assert len(notes) >= len(untested) > 0
    ready = replace(leaflet, outcomes=tuple(o for o in leaflet.outcomes if o.status != "untested"))
    whole = json.loads(FORMATS["sarif"].render((ready,)))["runs"][0]
    assert whole["invocations"][0]["executionSuccessful"] is True


def test_junit_counts(reports: Sequence[Report]) -> None:
    root = ElementTree.fromstring(FORMATS["junit"].render(reports))
    suites = root.findall("testsuite")
    assert len(suites) == len(reports)
    for suite, report in zip(suites, reports, strict=True):
        assert len(suite.findall("testcase")) == len(report.outcomes) == int(suite.attrib["tests"])
        failed = sum(outcome.status == "failed" for outcome in report.outcomes)
        assert int(suite.attrib["failures"]) == failed
        untested = sum(outcome.status == "untested" for outcome in report.outcomes)
        assert int(suite.attrib["errors"]) == untested


def test_github_escapes_and_stops_at_ten(reports: Sequence[Report]) -> None:
    lines = FORMATS["github"].render(list(reports) * 20).splitlines()
    assert sum(line.startswith("::error file") for line in lines) <= 10
    assert sum(line.startswith("::warning") for line in lines) <= 10
    assert all(line.startswith("::") for line in lines)
    assert any("more" in line for line in lines)


def test_csv_is_safe_for_spreadsheets(reports: Sequence[Report]) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].render(reports))))
    found = [row for row in rows[1:] if row[3] != "not checked"]
    assert len(found) == sum(len(report.findings) for report in reports)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]


def test_colour_only_when_asked(reports: Sequence[Report]) -> None:
    assert "\x1b[3" not in FORMATS["terminal"].render(reports)
    assert "\x1b[" in FORMATS["terminal"].render(reports, colour=True)


def test_the_terminal_says_the_same_words_once_with_all_places(leaflet: Report) -> None:
    first = replace(
        next(one for one in leaflet.findings if one.location and one.quote), level="error"
    )
    assert first.location is not None
    again = [
        replace(first, location=replace(first.location, start=Point(line, 2, line)))
        for line in range(20, 27)
    ]
    shown = FORMATS["terminal"].render([replace(leaflet, findings=(first, *again))])
    said = [line for line in shown.splitlines() if first.rule in line]
    assert len(said) == 1
    assert said[0].endswith("Also at 20:2, 21:2, 22:2, 23:2, 24:2 and 2 more places.")
