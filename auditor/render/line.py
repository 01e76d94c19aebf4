"""Vale's line format, for editors: `path:line:column:rule:message`, one finding a line.

It has no room for what was not checked; the exit code says that.
"""

from collections.abc import Sequence

from auditor.model import Report
from auditor.render.words import one_line, place, shown

NAME = "line"
MEDIA_TYPE = "text/plain"
EXTENSION = "txt"


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """Every finding that is not suppressed, worst first in each document."""
    lines = []
    for report in reports:
        name = one_line(report.document.name)
        for finding in shown(report):
            line, column = place(finding)
            lines.append(f"{name}:{line}:{column}:{finding.rule}:{one_line(finding.message)}\n")
    return "".join(lines)
