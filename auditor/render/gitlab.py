"""GitLab's Code Quality report: a list of issues, each with a fingerprint of its own."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from auditor.model import Level, Report
from auditor.render.words import one_line, place, said, shown, unchecked

NAME = "gitlab"
MEDIA_TYPE = "application/json"
EXTENSION = "json"

_SEVERITY: dict[Level, str] = {"error": "major", "warning": "minor", "suggestion": "info"}
_UNCHECKED = {True: "critical", False: "minor"}


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """Findings that are not suppressed, and what was not checked, as issues."""
    seen: Counter[str] = Counter()
    issues = []
    for report in reports:
        for identity, issue in _issues(report):
            key = f"{report.document.name}\0{identity}"
            seen[key] += 1
            issue["fingerprint"] = sha256(f"{key}\0{seen[key]}".encode()).hexdigest()
            issues.append(issue)
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issues(report: Report) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each issue, with what tells it from others of its document; no line, so edits keep it."""
    path = report.document.name.removeprefix("./")
    for finding in shown(report):
        part = finding.location.part if finding.location else ""
        line = 1 if part else place(finding)[0]
        severity = _SEVERITY[finding.level]
        yield finding.fingerprint, _issue(path, line, finding.rule, severity, said(finding))
    for gap in unchecked(report):
        description = f"Not checked: {one_line(gap.what)}: {gap.reason}"
        severity = _UNCHECKED[gap.blocks]
        yield description, _issue(path, 1, "not-checked", severity, description)


def _issue(path: str, line: int, name: str, severity: str, description: str) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": name,
        "fingerprint": "",
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }
