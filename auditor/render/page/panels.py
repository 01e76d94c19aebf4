"""The five panels: for each category one figure with its unit and target, and a status in words.

A panel never looks well where something was not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from auditor.model import CATEGORIES, LEVELS, Category, Level, Report, Status
from auditor.render.figures import figures
from auditor.render.words import LEVEL_WORDS, VERDICT_WORDS, count, one_line, points

Measure = Mapping[str, Any]
PanelStatus = Level | Literal["pass", "incomplete", "inapplicable"]

_STATUS_WORDS: dict[PanelStatus, str] = {
    "error": LEVEL_WORDS["error"],
    "warning": LEVEL_WORDS["warning"],
    "suggestion": LEVEL_WORDS["suggestion"],
    "pass": "Nothing to change",
    "incomplete": VERDICT_WORDS["incomplete"],
    "inapplicable": "Nothing to check",
}


@dataclass(frozen=True, slots=True)
class Panel:
    """One category at a glance. `figure` is "" when nothing was measured; `lines` then say why.

    The status is the worst level of its findings; without one it says how far we could look.
    """

    category: Category
    title: str
    status: PanelStatus
    word: str
    figure: str
    unit: str
    lines: tuple[str, ...]
    target: str
    findings: int


def panels(report: Report) -> list[Panel]:
    """The panels in their fixed order."""
    result = []
    for category, known in zip(CATEGORIES, figures(report), strict=True):
        figure, unit, lines = _SAYS[category](_measure(report, category))
        found = [
            finding
            for finding in report.findings
            if finding.category == category and finding.suppressed is None
        ]
        levels = [finding.level for finding in found]
        statuses = {o.status for o in report.outcomes if o.category == category}
        status = _status(levels, statuses, measured=bool(figure))
        if "untested" in statuses and status in LEVELS:
            lines.append("Some rules were not checked")
        result.append(
            Panel(
                category=category,
                title=known.label,
                status=status,
                word=_STATUS_WORDS[status],
                figure=figure,
                unit=unit,
                lines=tuple(line for line in lines if line),
                target=known.target,
                findings=len(points(found)),
            )
        )
    return result


def _measure(report: Report, category: Category) -> Measure:
    return report.measures.get(category.replace("-", "_"), {})


def _status(levels: list[Level], statuses: set[Status], *, measured: bool) -> PanelStatus:
    if levels:
        return max(levels, key=LEVELS.index)
    if statuses == {"inapplicable"}:
        return "inapplicable"
    return "incomplete" if "untested" in statuses or not measured else "pass"


_Said = tuple[str, str, list[str]]


def _reading(measure: Measure) -> _Said:
    band = measure.get("band")
    if not band:
        return "", "", [_reason(measure)]
    grade = band["us_grade"]
    words = measure.get("views", {}).get("running", {}).get("words_per_sentence")
    return (
        _years(band["reading_age"]),
        "reading age",
        [
            f"US grade {_years(grade)}",
            f"{words:.0f} words in a sentence" if words else "",
        ],
    )


def _plain_english(measure: Measure) -> _Said:
    if not measure:
        return "", "", [_reason(measure)]
    passive, grammar = measure.get("passive", {}), measure.get("grammar", {})
    must, should = measure.get("error", 0), measure.get("warning", 0)
    return (
        f"{must + should:,}",
        "to change",
        [
            f"{must:,} must change" if must else "",
            f"{passive['sentences']:,} of {count(passive['of'], 'sentence')} passive"
            if passive.get("of")
            else "",
            "" if grammar.get("checked", True) else "Grammar not checked",
        ],
    )


def _jargon(measure: Measure) -> _Said:
    if "unexplained" not in measure:
        return "", "", [_reason(measure)]
    number = measure["unexplained"]
    unit = "term not explained" if number == 1 else "terms not explained"
    return f"{number:,}", unit, [f"{measure.get('explained', 0):,} explained"]


def _statements(measure: Measure) -> _Said:
    if "found" not in measure:
        return "", "", [_reason(measure)]
    elements = measure.get("elements", ())
    lost = [
        str(e["name"]) for e in elements if e["status"] == "not found" and e["level"] == "error"
    ]
    rest = f" and {len(lost) - 2} more" if len(lost) > 2 else ""
    line = f"Not found: {'; '.join(lost[:2])}{rest}" if lost else ""
    return f"{measure['found']:,} of {measure['of']:,}", "found", [line]


def _accessibility(measure: Measure) -> _Said:
    if not measure.get("checked"):
        return "", "", [_reason(measure)]
    must, should = measure.get("error", 0), measure.get("warning", 0)
    return f"{must:,}", "must change", [f"{should:,} should change" if should else ""]


def _reason(measure: Measure) -> str:
    said = one_line(str(measure.get("reason", ""))) or "not measured yet"
    return said[0].upper() + said[1:]


def _years(ends: Measure) -> str:
    low, high = round(ends["low"]), round(ends["high"])
    return str(low) if low == high else f"{low} to {high}"


_SAYS = {
    "reading": _reading,
    "plain-english": _plain_english,
    "jargon": _jargon,
    "statements": _statements,
    "accessibility": _accessibility,
}
