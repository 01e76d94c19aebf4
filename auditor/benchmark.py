"""A report's figures beside those of the source documents."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.manifest import Source


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the comparison: how to read it from a report's measures."""

    id: str
    label: str
    unit: str
    direction: str
    of: Callable[[Mapping[str, Any]], float | None]


def _reading_age(measures: Mapping[str, Any]) -> float | None:
    band = measures["reading"]["band"]
    if not band:
        return None
    ages = band["reading_age"]
    return round((float(ages["low"]) + float(ages["high"])) / 2, 1)


def _difficulty(measures: Mapping[str, Any]) -> float | None:
    known = measures["reading"].get("difficulty")
    return float(known["mean"]) if known else None


def _words_per_sentence(measures: Mapping[str, Any]) -> float | None:
    view: dict[str, Any] | None = measures["reading"]["views"].get("running")
    mean = view["words_per_sentence"] if view else None
    return float(mean) if mean else None


MEASURES = (
    Measure("reading_age", "Reading age", "years", "lower", _reading_age),
    Measure("difficulty", "Difficulty as people judge it", "out of 6", "lower", _difficulty),
    Measure("words_per_sentence", "Words in a sentence", "words", "lower", _words_per_sentence),
    Measure(
        "passive_share",
        "Passive sentences",
        "in 100",
        "lower",
        lambda m: m["plain_english"]["passive"]["share"],
    ),
    Measure(
        "unexplained_terms",
        "Terms not explained",
        "terms",
        "lower",
        lambda m: float(m["jargon"]["unexplained"]),
    ),
    Measure(
        "statements_found",
        "Required statements found",
        "statements",
        "higher",
        lambda m: float(m["statements"]["found"]),
    ),
)


def figures(measures: Mapping[str, Any]) -> dict[str, float | None]:
    """The compared figures of one report."""
    return {measure.id: measure.of(measures) for measure in MEASURES}


def compare(
    measures: Mapping[str, Any], targets: Mapping[str, float | None], sources: Iterable[Source]
) -> tuple[dict[str, Any], ...]:
    """One row a measure: the document's figure, the target, and each source document's figure."""
    own = figures(measures)
    known = list(sources)
    return tuple(
        {
            "id": measure.id,
            "label": measure.label,
            "unit": measure.unit,
            "target": targets.get(measure.id),
            "direction": measure.direction,
            "value": own[measure.id],
            "sources": [
                {"id": source.id, "title": source.title, "value": source.figures.get(measure.id)}
                for source in known
            ],
        }
        for measure in MEASURES
    )
