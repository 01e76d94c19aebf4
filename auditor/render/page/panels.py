"""The five panels: for each category one figure with its unit and target, and a verdict in words.

A panel never says "Ready" where something was not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from auditor.model import CATEGORIES, LEVELS, Category, Report, Verdict
from auditor.render.figures import figures
from auditor.render.words import VERDICT_WORDS, count, one_line

Measure = Mapping[str, Any]
PanelVerdict = Verdict | Literal["inapplicable"]


@dataclass(frozen=True, slots=True)
class Panel:
    """One category at a glance. `figure` is "" when nothing was measured; `lines` then say why.

    The verdict is "inapplicable" where the text has nothing that the category's rules are about.
    """

    category: Category
    title: str
    verdict: PanelVerdict
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
        verdict = _verdict(report, category, measured=bool(figure))
        result.append(
            Panel(
                category=category,
                title=known.label,
                verdict=verdict,
                word="Nothing to check" if verdict == "inapplicable" else VERDICT_WORDS[verdict],
                figure=figure,
                unit=unit,
                lines=tuple(line for line in lines if line),
                target=known.target,
                findings=sum(
                    finding.category == category and finding.suppressed is None
                    for finding in report.findings
                ),
            )
        )
    return result


def _measure(report: Report, category: Category) -> Measure:
    return report.measures.get(category.replace("-", "_"), {})


def _verdict(report: Report, category: Category, *, measured: bool) -> PanelVerdict:
    fail_on = report.profile.fail_on
    if fail_on in LEVELS and any(
        finding.category == category
        and finding.suppressed is None
        and LEVELS.index(finding.level) >= LEVELS.index(fail_on)
        for finding in report.findings
    ):
        return "fail"
    statuses = {o.status for o in report.outcomes if o.category == category}
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
