"""GitHub workflow commands: annotations beside the lines of a pull request.

GitHub shows ten of each type from one step and drops the rest, so the worst come first and the
last notice says how many more the report holds.
Source: github.com/actions/toolkit, discussion 734.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from auditor.model import LEVELS, Finding, Report
from auditor.render.words import (
    LEVEL_WORDS,
    NO_REPORTS,
    VERDICT_WORDS,
    count,
    levels,
    one_line,
    said,
    shown,
    unchecked,
)

NAME = "github"
MEDIA_TYPE = "text/plain"
EXTENSION = "txt"
MOST = 10

_Kind = Literal["error", "warning", "notice"]
# The total is a notice too, so that suggestions get one place fewer.
_ROOM: dict[_Kind, int] = {"error": MOST, "warning": MOST, "notice": MOST - 1}


class _Command(NamedTuple):
    kind: _Kind
    properties: Mapping[str, str | int]
    message: str


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """At most ten commands of each kind: what was not checked, then findings, then the total."""
    if not reports:
        return _line(_Command("error", {}, NO_REPORTS))
    commands = [command for report in reports for command in _gaps(report)]
    for level in reversed(LEVELS):
        for report in reports:
            commands += [_finding(report, f) for f in shown(report) if f.level == level]
    kept = [
        command
        for kind, room in _ROOM.items()
        for command in [each for each in commands if each.kind == kind][:room]
    ]
    total = _Command("notice", {}, _total(reports, len(commands) - len(kept)))
    return "".join(_line(command) for command in [*kept, total])


def _gaps(report: Report) -> Iterator[_Command]:
    """One command for a document: an error if the verdict is incomplete, else a warning."""
    gaps = unchecked(report)
    if not gaps:
        return
    kind: _Kind = "error" if report.verdict == "incomplete" else "warning"
    title = VERDICT_WORDS["incomplete"] if kind == "error" else "Some rules were not checked"
    lines = "\n".join(f"{one_line(gap.what)}: {gap.reason}" for gap in gaps)
    yield _Command(kind, {"file": report.document.name, "title": title}, lines)


def _finding(report: Report, finding: Finding) -> _Command:
    kind: _Kind = "notice" if finding.level == "suggestion" else finding.level
    where: dict[str, str | int] = {"file": report.document.name}
    where.update(_region(finding))
    where["title"] = finding.rule
    return _Command(kind, where, said(finding))


def _region(finding: Finding) -> dict[str, int]:
    """Line and column; nothing for the whole document, nor for a part, which has no such lines.

    GitHub takes columns only where the stretch begins and ends on one line.
    """
    location = finding.location
    if location is None or location.part:
        return {}
    start, end = location.start, location.end
    if start.line != end.line:
        return {"line": start.line, "endLine": end.line}
    return {
        "line": start.line,
        "col": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _total(reports: Sequence[Report], more: int) -> str:
    found = levels(finding for report in reports for finding in shown(report))
    totals = ", ".join(f"{LEVEL_WORDS[level].lower()} {n:,}" for level, n in found.items())
    rest = f"{more:,} more in the report." if more else "All of them are shown."
    return f"{count(len(reports), 'document')}: {totals}. {rest}"


def _line(command: _Command) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in command.properties.items())
    return f"::{command.kind}{' ' + properties if properties else ''}::{_data(command.message)}\n"


def _data(text: str) -> str:
    """The message: a percent sign or a line break would end it or change it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str | int) -> str:
    """A property: a colon or a comma would end it as well."""
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
