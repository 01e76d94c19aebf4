"""SARIF 2.1.0, for code scanning: one run that holds every document.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from auditor.model import Finding, Level, Location, Outcome, Report
from auditor.render.words import NO_REPORTS, one_line, said, unchecked

NAME = "sarif"
MEDIA_TYPE = "application/sarif+json"
EXTENSION = "sarif"
VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "suggestion": "note"}
# GitHub wants a region, so that what is about the whole file points at its very beginning.
_TOP = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}

_Object = dict[str, Any]


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """One log with one run. `executionSuccessful` is false if anything needed was not checked."""
    rules = {outcome.rule: outcome for report in reports for outcome in report.outcomes}
    index = {rule: number for number, rule in enumerate(sorted(rules))}
    artifacts = {report.document.name: _artifact(report) for report in reports}
    files = {
        name: {"uri": artifact["location"]["uri"], "index": number}
        for number, (name, artifact) in enumerate(artifacts.items())
    }
    placed = [(report, files[report.document.name]) for report in reports]
    notes = [note for report, file in placed for note in _notifications(report, file, index)]
    run = {
        "tool": _tool(reports, [rules[rule] for rule in index]),
        "invocations": [
            {
                "executionSuccessful": bool(reports) and not any(map(_lacking, reports)),
                "toolExecutionNotifications": notes if reports else [_said(NO_REPORTS)],
            }
        ],
        "artifacts": list(artifacts.values()),
        "results": [
            _result(file, finding, index) for report, file in placed for finding in report.findings
        ],
        "columnKind": "unicodeCodePoints",
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _lacking(report: Report) -> bool:
    """Whether something was not checked that the verdict should rest on.

    A document may fail and lack something as well, so that the verdict alone does not tell.
    """
    return report.verdict == "incomplete" or any(gap.blocks for gap in unchecked(report))


def _tool(reports: Sequence[Report], rules: Sequence[Outcome]) -> _Object:
    driver: _Object = {"name": "auditor", "rules": [_rule(rule) for rule in rules]}
    if not reports:
        return {"driver": driver}
    tool = reports[0].tool
    driver |= {
        "name": tool.name,
        "version": tool.version,
        "properties": {"rulesVersion": tool.rules_version},
    }
    engines = [{"name": name, "version": version} for name, version in tool.engines.items()]
    return {"driver": driver, "extensions": engines}


def _rule(outcome: Outcome) -> _Object:
    return {
        "id": outcome.rule,
        "shortDescription": {"text": outcome.title},
        "defaultConfiguration": {"level": _LEVELS[outcome.level]},
        "properties": {"tags": [outcome.category]},
    }


def _artifact(report: Report) -> _Object:
    document = report.document
    return {
        "location": {"uri": _uri(document.name)},
        "mimeType": document.media_type,
        "roles": ["analysisTarget"],
        "hashes": {"sha-256": document.sha256},
    }


def _result(file: _Object, finding: Finding, index: dict[str, int]) -> _Object:
    made: _Object = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": said(finding)},
        "locations": [_location(file, finding.location)],
        "partialFingerprints": {"auditor/v1": finding.fingerprint},
        "properties": {"certain": finding.certain},
    }
    if finding.rule in index:
        made["ruleIndex"] = index[finding.rule]
    if finding.suppressed is not None:
        made["suppressions"] = [{"kind": "inSource", "justification": finding.suppressed}]
    return made


def _location(file: _Object, location: Location | None) -> _Object:
    """Where in the file; a paragraph of a DOCX or a page of a PDF is a logical location."""
    made: _Object = {"physicalLocation": {"artifactLocation": file, "region": dict(_TOP)}}
    if location is None:
        return made
    start, end = location.start, location.end
    if location.part:
        made["logicalLocations"] = [
            {
                "name": location.part,
                "properties": {"startLine": start.line, "startColumn": start.column},
            }
        ]
    else:
        made["physicalLocation"]["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }
    return made


def _notifications(report: Report, file: _Object, index: dict[str, int]) -> list[_Object]:
    """One for each untested rule, and one for each reason why the document was not all read."""
    where = [{"physicalLocation": {"artifactLocation": file}}]
    made: list[_Object] = []
    for gap in unchecked(report):
        for outcome in gap.outcomes:
            rule = {"id": outcome.rule, "index": index[outcome.rule]}
            text = one_line(f"Not checked: {outcome.title}: {gap.reason}")
            made.append({**_said(text, gap.blocks), "associatedRule": rule, "locations": where})
        if not gap.outcomes:
            text = f"Not checked: {gap.what}: {gap.reason}"
            made.append({**_said(text, gap.blocks), "locations": where})
    return made


def _said(text: str, serious: bool = True) -> _Object:
    return {"level": "error" if serious else "warning", "message": {"text": text}}


def _uri(name: str) -> str:
    """A name as a URI: web addresses keep their form, anything else becomes a relative path."""
    if name.lower().startswith(("http://", "https://")):
        return quote(name, safe="/:?#[]@!$&'()*+,;=%~")
    return quote(name.replace("\\", "/").removeprefix("./"), safe="/~")
