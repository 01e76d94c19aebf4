"""JUnit XML: a suite for each document and a case for each rule, so that passes show too."""

import re
from collections import Counter
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.model import Finding, Outcome, Report
from auditor.render.words import (
    LEVEL_WORDS,
    NO_REPORTS,
    VERDICT_WORDS,
    count,
    one_line,
    place,
    said,
    shown,
    unchecked,
)

NAME = "junit"
MEDIA_TYPE = "application/xml"
EXTENSION = "xml"

# Everything but the characters of XML 1.0, https://www.w3.org/TR/xml/#charsets.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TALLY = ("failures", "errors", "skipped")


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """All suites under one root; the counts are sums of the cases below."""
    root = Element("testsuites", name="auditor")
    suites = [_suite(report) for report in reports] or [_nothing()]
    for key in ("tests", *_TALLY):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    root.extend(suites)
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report) -> Element:
    suite = Element("testsuite", name=_legal(report.document.name))
    by_rule: dict[str, list[Finding]] = {}
    for finding in shown(report):
        by_rule.setdefault(finding.rule, []).append(finding)
    tally = Counter(
        _case(suite, report, outcome, by_rule.get(outcome.rule, [])) for outcome in report.outcomes
    )
    for gap in unchecked(report):
        if not gap.outcomes:
            kind = "errors" if gap.blocks else "skipped"
            tally[_reasoned(_named(suite, report, "document"), kind, gap.reason)] += 1
    return _counted(suite, tally)


def _nothing() -> Element:
    """A run without documents is an error: an empty file would look like a success."""
    suite = Element("testsuite", name="auditor")
    case = SubElement(suite, "testcase", classname="auditor", name="document")
    return _counted(suite, Counter([_reasoned(case, "errors", NO_REPORTS)]))


def _counted(suite: Element, tally: Counter[str]) -> Element:
    suite.set("tests", str(len(suite)))
    for key in _TALLY:
        suite.set(key, str(tally[key]))
    return suite


def _named(suite: Element, report: Report, name: str) -> Element:
    classname = _legal(report.document.name)
    return SubElement(suite, "testcase", classname=classname, name=_legal(name))


def _case(suite: Element, report: Report, outcome: Outcome, findings: list[Finding]) -> str:
    """Add the case of one rule; returns which of the suite's counts it adds to, or "passed"."""
    case = _named(suite, report, outcome.rule)
    if outcome.status == "passed":
        return "passed"
    if outcome.status == "untested":
        return _reasoned(case, "errors", outcome.reason)
    message = _legal(f"{outcome.title}: {count(len(findings), 'finding')}")
    listed = "\n".join(_legal(_listed(finding)) for finding in findings)
    if outcome.status != "failed":
        kind = _reasoned(case, "skipped", outcome.reason or message)
        case[0].text = listed or None
        return kind
    failure = SubElement(case, "failure", type=outcome.level, message=message)
    failure.text = listed
    return "failures"


def _reasoned(case: Element, kind: str, reason: str) -> str:
    """Say why a case was not judged: an error if it should have been, else skipped."""
    message = _legal(reason) or VERDICT_WORDS["incomplete"]
    if kind == "errors":
        SubElement(case, "error", type="untested", message=message)
    else:
        SubElement(case, "skipped", message=message)
    return kind


def _listed(finding: Finding) -> str:
    line, column = place(finding)
    return f"{line}:{column}: {LEVEL_WORDS[finding.level]}: {said(finding)}"


def _legal(text: str) -> str:
    """`text` on one line, without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", one_line(text))
