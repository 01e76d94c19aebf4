"""How we measured, as rows of words: counts, formulas, what was left out, versions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.model import Report

VIEWS = {
    "running": "Running text",
    "items": "With list items",
    "joined": "Lists joined up",
}
COUNTS = {
    "sentences": "Sentences",
    "words": "Words",
    "words_per_sentence": "Words in a sentence",
    "syllables": "Syllables",
    "polysyllables": "Words of three syllables or more",
}
FORMULAS = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid": "Flesch-Kincaid grade",
    "smog": "SMOG grade",
    "gunning_fog": "Gunning fog index",
    "coleman_liau": "Coleman-Liau index",
    "automated_readability_index": "Automated readability index",
}
_ENGINES = {"textstat": "textstat", "languagetool": "LanguageTool"}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words: the first cell of each row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids(report: Report) -> list[Grid]:
    """The tables of the section, those with nothing to say left away."""
    reading = report.measures.get("reading", {})
    tables = [_counts(reading), _formulas(reading), _left_out(reading), _versions(report)]
    return [table for table in tables if table.rows]


def _counts(reading: Mapping[str, Any]) -> Grid:
    views = _views(reading)
    rows = [
        (label, *(_number(view.get(name)) for view in views.values()))
        for name, label in COUNTS.items()
        if any(name in view for view in views.values())
    ]
    return Grid("What we counted", ("Count", *views), tuple(rows))


def _formulas(reading: Mapping[str, Any]) -> Grid:
    views, other = _views(reading), reading.get("textstat") or {}
    rows = [
        (
            label,
            *(_number(view.get("formulas", {}).get(name)) for view in views.values()),
            _number(other.get(name)),
        )
        for name, label in FORMULAS.items()
        if any(name in view.get("formulas", {}) for view in views.values())
    ]
    return Grid("Formulas", ("Formula", *views, "By textstat"), tuple(rows))


def _left_out(reading: Mapping[str, Any]) -> Grid:
    rows = [
        (str(entry["reason"]), _number(entry["blocks"]), _number(entry["words"]))
        for entry in reading.get("left_out", ())
    ]
    return Grid("What we left out of the counts", ("Reason", "Blocks", "Words"), tuple(rows))


def _versions(report: Report) -> Grid:
    tool = report.tool
    rows = [(tool.name, tool.version), ("Rules", tool.rules_version[:12])]
    rows += [(_ENGINES.get(name, name), version) for name, version in tool.engines.items()]
    return Grid("Versions", ("Part", "Version"), tuple(rows))


def _views(reading: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    views = reading.get("views") or {}
    return {label: views[name] for name, label in VIEWS.items() if views.get(name)}


def _number(value: float | None) -> str:
    return "not measured" if value is None else f"{round(value, 1):,g}"
