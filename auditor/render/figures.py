"""The five categories and the benchmarks as figures in words, shared by what people read."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from auditor.model import CATEGORIES, Level, Report
from auditor.render.words import CATEGORY_WORDS, LEVEL_WORDS, count, one_line


class Figure(NamedTuple):
    """What one panel says: its label, the figure, and the target ("" where there is none)."""

    label: str
    figure: str
    target: str


def figures(report: Report) -> list[Figure]:
    """The five categories, in their fixed order, each with a figure and a target."""
    return [Figure(CATEGORY_WORDS[category], *_PANELS[category](report)) for category in CATEGORIES]


def two_ways(report: Report) -> str:
    """The reading age as written, and with explained words counted as known; "" if not measured."""
    score = _measure(report, "jargon").get("score")
    if not score:
        return ""
    written, known = (_ages(score[name]["band"]) for name in ("as_written", "explained_known"))
    return f"age {written} as written; age {known} with explained words counted as known"


def benchmarks(report: Report) -> list[str]:
    """One line for each measure: this document's value beside the source documents' range."""
    lines = []
    for row in report.benchmarks:
        known = [source["value"] for source in row["sources"] if source["value"] is not None]
        value = _band(report) if row["id"] == "reading_age" else ""
        value = value or (
            "not measured" if row["value"] is None else _number(row["value"]) + _unit(row)
        )
        beside = _range(min(known), max(known)) + _unit(row) if known else "not measured"
        lines.append(one_line(f"{row['label']} {value}; source documents {beside}"))
    return lines


def _measure(report: Report, name: str) -> Mapping[str, Any]:
    return report.measures.get(name, {})


def _target(report: Report, benchmark: str) -> str:
    """A benchmark's target in words: `11 or lower`; "" if it has none."""
    for row in report.benchmarks:
        if row["id"] == benchmark and row["target"] is not None:
            figure = _number(row["target"]) + _unit(row)
            least = row["direction"] == "lower" and row["target"] == 0
            return figure if least else f"{figure} or {row['direction']}"
    return ""


def _unit(row: Mapping[str, Any]) -> str:
    """The unit after a figure: only a percentage needs one, the label says the others."""
    return "%" if row["unit"] == "%" else ""


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _range(low: float, high: float) -> str:
    low, high = round(low, 1), round(high, 1)
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _band(report: Report) -> str:
    """The reading age as a range of whole years; "" if it was not measured."""
    band = _measure(report, "reading").get("band")
    return _ages(band) if band else ""


def _ages(band: Mapping[str, Any]) -> str:
    return _range(*(round(band["reading_age"][end]) for end in ("low", "high")))


def _changes(measure: Mapping[str, Any]) -> str:
    worst = [f"{measure.get(level, 0):,} {LEVEL_WORDS[level].lower()}" for level in _PRESSING]
    return ", ".join(worst)


def _reading(report: Report) -> tuple[str, str]:
    measure = _measure(report, "reading")
    age = measure.get("target", {}).get("reading_age")
    target = "" if age is None else f"age {_number(age)} or lower"
    band = _band(report)
    return (f"age {band}" if band else _not_measured(measure)), target


def _plain_english(report: Report) -> tuple[str, str]:
    measure = _measure(report, "plain_english")
    if not measure:
        return _not_measured(measure), ""
    passive, grammar = measure.get("passive", {}), measure.get("grammar", {})
    said = _changes(measure)
    if passive.get("of"):
        said += f", {passive['sentences']:,} of {count(passive['of'], 'sentence')} passive"
    if not grammar.get("checked", True):
        said += ", grammar not checked"
    share = _target(report, "passive_share")
    return said, "0 must change" + (f", passive {share}" if share else "")


def _jargon(report: Report) -> tuple[str, str]:
    measure = _measure(report, "jargon")
    if not measure:
        return _not_measured(measure), ""
    said = f"{measure['unexplained']:,} not explained, {measure['explained']:,} explained"
    return said, f"{_target(report, 'unexplained_terms') or '0'} not explained"


def _statements(report: Report) -> tuple[str, str]:
    measure = _measure(report, "statements")
    if not measure:
        return _not_measured(measure), ""
    target = _target(report, "statements_found")
    return f"{measure['found']:,} of {measure['of']:,} found", target or f"{measure['of']:,} found"


def _accessibility(report: Report) -> tuple[str, str]:
    measure = _measure(report, "accessibility")
    if not measure.get("checked"):
        return _not_measured(measure, "not checked"), "0 must change"
    return _changes(measure), "0 must change"


def _not_measured(measure: Mapping[str, Any], words: str = "not measured") -> str:
    reason = one_line(str(measure.get("reason", "")))
    return f"{words}: {reason}" if reason else words


_PRESSING: tuple[Level, ...] = ("error", "warning")
_PANELS = {
    "reading": _reading,
    "plain-english": _plain_english,
    "jargon": _jargon,
    "statements": _statements,
    "accessibility": _accessibility,
}
