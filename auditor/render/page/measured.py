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
    "long_words": "Words of more than six letters",
    "unfamiliar": "Words not on the Dale-Chall list",
}
FORMULAS = {
    "flesch_reading_ease": "Flesch reading ease (100 is easy)",
    "flesch_kincaid": "Flesch-Kincaid, US grade",
    "smog": "SMOG, US grade",
    "smog_age": "SMOG, UK reading age",
    "gunning_fog": "Gunning fog, US grade",
    "coleman_liau": "Coleman-Liau, US grade",
    "automated_readability_index": "Automated readability index, US grade",
    "dale_chall": "Dale-Chall 1948",
    "new_dale_chall": "New Dale-Chall (64 is easy)",
    "forcast": "FORCAST, US grade",
    "linsear_write": "Linsear Write, US grade",
    "lix": "LIX (below 25 is very easy)",
    "rix": "RIX (long words in a sentence)",
}
# The target is for the text as it is written.
WAYS = {
    "as_written": "As written",
    "explained_known": "With explained words counted as known",
}
_ENGINES = {"textstat": "textstat", "languagetool": "LanguageTool", "axe": "axe-core"}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words: the first cell of each row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids(report: Report) -> list[Grid]:
    """The tables of the section, those with nothing to say left away."""
    reading = report.measures.get("reading", {})
    tables = [
        _two_ways(report.measures.get("jargon", {})),
        _counts(reading),
        _formulas(reading),
        _left_out(reading),
        _versions(report),
    ]
    return [table for table in tables if table.rows]


def _two_ways(jargon: Mapping[str, Any]) -> Grid:
    score = jargon.get("score") or {}
    rows = [
        (
            label,
            _ends(score[name]["band"]["reading_age"]),
            _ends(score[name]["band"]["us_grade"]),
            _number(score[name]["difficulty"]),
        )
        for name, label in WAYS.items()
        if name in score
    ]
    head = ("The text", "Reading age", "US grade", "Difficulty, 1 to 6")
    return Grid("Reading level, two ways", head, tuple(rows))


def _ends(band: Mapping[str, float]) -> str:
    return f"{_number(band['low'])} to {_number(band['high'])}"


def _counts(reading: Mapping[str, Any]) -> Grid:
    views, other = _views(reading), reading.get("textstat") or {}
    rows = [
        (label, *(_number(view.get(name)) for view in views.values()), _other(other, name))
        for name, label in COUNTS.items()
        if any(name in view for view in views.values())
    ]
    return Grid("What we counted", ("Count", *views, "By textstat"), tuple(rows))


def _formulas(reading: Mapping[str, Any]) -> Grid:
    views, other = _views(reading), reading.get("textstat") or {}
    rows = [
        (
            label,
            *(_number(view.get("formulas", {}).get(name)) for view in views.values()),
            _other(other, name),
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


def _other(figures: Mapping[str, float], name: str) -> str:
    """textstat's figure, or nothing where it has none of that name."""
    return _number(figures[name]) if name in figures else ""


def _number(value: float | None) -> str:
    return "not measured" if value is None else f"{round(value, 1):,g}"
