"""For a comment on a pull request: a table, what to do first, and the findings folded away."""

import re
from collections.abc import Sequence

from auditor.model import Report
from auditor.render.figures import figures
from auditor.render.words import (
    CATEGORY_WORDS,
    LEVEL_WORDS,
    NO_REPORTS,
    VERDICT_WORDS,
    WORST_FIRST,
    count,
    one_line,
    place,
    points,
    said,
    shown,
    unchecked,
    verdict_of,
    wording,
)

NAME = "markdown"
MEDIA_TYPE = "text/markdown"
EXTENSION = "md"

_PLACES = 5
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()|~!$]")
# At the start of a line these would make a list, a heading or a rule.
_OPENING = re.compile(r"^(\d*)([-+=.])")
# GitHub refuses a comment of more than 65,536 characters: this many rows keep well below.
_MOST_ROWS = 200

# A zero-width space keeps `@name` from calling a person and `#1` from linking an issue.
_CALL = re.compile(r"([@#])")


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """All reports, worst verdict first; text from a document or a rule is escaped."""
    if not reports:
        return f"{NO_REPORTS}\n"
    ordered = sorted(reports, key=lambda report: WORST_FIRST.index(report.verdict))
    lines = [f"## {VERDICT_WORDS[verdict_of(reports)]}", "", *_table(ordered)]
    for report in ordered:
        lines += ["", *_document(report, max(1, _MOST_ROWS // len(reports)))]
    return "\n".join(lines) + "\n"


def _table(reports: Sequence[Report]) -> list[str]:
    return [
        _row(["Document", "Verdict", *CATEGORY_WORDS.values()]),
        _row(["---"] * (2 + len(CATEGORY_WORDS))),
        *(_row(_cells(report)) for report in reports),
    ]


def _cells(report: Report) -> list[str]:
    return [
        _escaped(report.document.name),
        f"**{VERDICT_WORDS[report.verdict]}**",
        *(
            _escaped(panel.figure) + (f"<br>target {_escaped(panel.target)}" * bool(panel.target))
            for panel in figures(report)
        ),
    ]


def _document(report: Report, most: int) -> list[str]:
    """One document: what was not checked (first if that is the verdict), fixes, findings."""
    gaps = [f"{_escaped(gap.what)}: {_escaped(gap.reason)}" for gap in unchecked(report)]
    not_checked = _listed("Not checked", [f"- {gap}" for gap in gaps])
    fixes = [
        f"{number}. {_escaped(fix)}" + (f"<br>You could write: {_escaped(words)}" * bool(words))
        for number, fix in enumerate(report.fixes, start=1)
        for words in [wording(report, fix)]
    ]
    first = _listed("Do first", fixes)
    incomplete = report.verdict == "incomplete"
    lines = [f"### {_escaped(report.document.name)}: {VERDICT_WORDS[report.verdict]}"]
    lines += [*not_checked, *first] if incomplete else [*first, *not_checked]
    return lines + _findings(report, most)


def _listed(heading: str, items: list[str]) -> list[str]:
    return ["", f"**{heading}**", "", *items] if items else []


def _findings(report: Report, most: int) -> list[str]:
    found = points(shown(report))
    if not found:
        return []
    rows = []
    for together in found[:most]:
        finding = together[0]
        places = [f"{line}:{column}" for line, column in map(place, together[:_PLACES])]
        places += ["…"] if len(together) > _PLACES else []
        level = LEVEL_WORDS[finding.level]
        said_here = _escaped(said(finding))
        rows.append(_row([", ".join(places), level, said_here, _code(finding.rule)]))
    heading = f"<summary>{count(len(found), 'finding')}</summary>"
    columns = [_row(["Line", "Level", "Finding", "Rule"]), _row(["---"] * 4)]
    more = ["", f"{len(found) - most:,} more in the report."] if len(found) > most else []
    return ["", "<details>", heading, "", *columns, *rows, *more, "", "</details>"]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(rule: str) -> str:
    return f"<code>{_escaped(rule)}</code>"


def _escaped(text: str) -> str:
    """`text` on one line, such that Markdown shows every character of it as it is."""
    text = _PUNCTUATION.sub(r"\\\g<0>", one_line(text))
    text = "".join(_ENTITIES.get(character, character) for character in text)
    return _OPENING.sub(r"\1\\\2", _CALL.sub(r"\1&#8203;", text))
