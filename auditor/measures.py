"""The figures of the five categories, as plain JSON values, from evidence and findings."""

from collections.abc import Iterable, Mapping
from typing import Any

from auditor.engine import Judged
from auditor.facts import dates as dates_fact
from auditor.facts import reading as reading_fact
from auditor.facts.abbreviations import Abbreviation
from auditor.facts.explanations import Explained
from auditor.formulas import reading_age
from auditor.model import LEVELS, Document, Location, Outcome, Profile, Rule, Span, Unavailable
from auditor.text import Lines

_HARDEST = 5


class Places:
    """Locations of spans, for measures that name a place."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = {part: Lines(text) for part, text in document.parts.items()}

    def at(self, span: Span) -> Location:
        """Where a span of the text stands in the file."""
        part, source = self._document.to_source(span)
        lines = self._lines[part]
        return Location(part, lines.point(source.start), lines.point(source.end))

    def json(self, span: Span | None) -> dict[str, Any] | None:
        """The same as JSON values."""
        if span is None:
            return None
        place = self.at(span)
        return {
            "part": place.part,
            "start": _point(place.start),
            "end": _point(place.end),
        }


def _point(point: Any) -> dict[str, int]:
    return {"line": point.line, "column": point.column, "offset": point.offset}


def measure(
    document: Document, profile: Profile, evidence: Mapping[str, Any], judged: Judged
) -> dict[str, dict[str, Any]]:
    """All measures of one audit."""
    places = Places(document)
    return {
        "reading": _reading(document, profile, evidence, places),
        "plain_english": _plain_english(evidence, judged),
        "jargon": _jargon(evidence, places),
        "statements": _statements(document, profile, evidence, judged, places),
        "accessibility": _accessibility(document, judged),
    }


def _have(evidence: Mapping[str, Any], name: str) -> Any:
    """A piece of evidence, or None when it was not gathered or could not be had."""
    value = evidence.get(name)
    return None if isinstance(value, Unavailable) else value


def target(profile: Profile) -> dict[str, float] | None:
    """The profile's highest reading age, with its US grade; None when it sets none."""
    for rule in profile.rules:
        if rule.params.get("metric") == "reading_age":
            age = float(rule.params["max"])
            return {"reading_age": age, "us_grade": age - 5}
    return None


def _reading(
    document: Document, profile: Profile, evidence: Mapping[str, Any], places: Places
) -> dict[str, Any]:
    reading: reading_fact.Reading | None = _have(evidence, "reading")
    if reading is None:
        return {"enough_text": False, "reason": "not measured", "views": {}, "band": None,
                "target": target(profile), "left_out": [], "hard_sentences": []}  # fmt: skip
    band = None
    if reading.band:
        low, high = (round(grade, 1) for grade in reading.band)
        band = {
            "reading_age": {"low": round(reading_age(low), 1), "high": round(reading_age(high), 1)},
            "us_grade": {"low": low, "high": high},
        }
    longest = sorted(
        (s for s in evidence["sentences"] if s.complete and not s.damaged),
        key=lambda s: -len(s.words),
    )[:_HARDEST]
    return {
        "enough_text": band is not None,
        "reason": reading.reason,
        "views": {name: reading_fact.as_json(view) for name, view in reading.views.items()},
        "band": band,
        "target": target(profile),
        "left_out": [
            {"reason": one.reason, "blocks": one.blocks, "words": one.words}
            for one in reading.left_out
        ],
        "textstat": _have(evidence, "textstat"),
        "hard_sentences": [
            {
                "quote": sentence.span.of(document.text),
                "words": len(sentence.words),
                "reason": f"{len(sentence.words)} words",
                "location": places.json(sentence.span),
            }
            for sentence in longest
            if len(sentence.words) > 20
        ],
    }


def _counts(judged: Judged, category: str) -> dict[str, int]:
    return {
        level: sum(f.category == category and f.level == level for f in judged.findings)
        for level in reversed(LEVELS)
    }


def _plain_english(evidence: Mapping[str, Any], judged: Judged) -> dict[str, Any]:
    passives = _have(evidence, "passives") or ()
    sentences = [s for s in _have(evidence, "sentences") or () if s.complete and not s.damaged]
    passive = len({sentence.span for _, sentence in passives if sentence.complete})
    grammar = evidence.get("languagetool")
    reason = grammar.reason if isinstance(grammar, Unavailable) else ""
    return {
        **_counts(judged, "plain-english"),
        "passive": {
            "sentences": passive,
            "of": len(sentences),
            "share": round(100 * passive / len(sentences), 1) if sentences else None,
        },
        "grammar": {"checked": grammar is not None and not reason, "reason": reason},
    }


def _jargon(evidence: Mapping[str, Any], places: Places) -> dict[str, Any]:
    terms: Iterable[Explained] = _have(evidence, "explanations") or ()
    short: Iterable[Abbreviation] = _have(evidence, "abbreviations") or ()
    rows = [
        {
            "term": one.term.term,
            "status": one.status,
            "first_use": places.json(one.first_use.span if one.first_use else None),
            "explained_by": one.quote,
            "abbreviation": False,
            "definition": one.term.definition,
            "everyone": one.term.explain == "everyone",
        }
        for one in terms
    ] + [
        {
            "term": one.short,
            "status": "explained" if one.expansion else "unexplained",
            "first_use": places.json(one.first_use),
            "explained_by": one.expansion,
            "abbreviation": True,
            "definition": "",
            "everyone": True,
        }
        for one in short
    ]
    needed = [row for row in rows if row["everyone"]]
    return {
        "terms": rows,
        "explained": sum(row["status"] == "explained" for row in needed),
        "unexplained": sum(row["status"] == "unexplained" for row in needed),
    }


def _statements(
    document: Document,
    profile: Profile,
    evidence: Mapping[str, Any],
    judged: Judged,
    places: Places,
) -> dict[str, Any]:
    outcomes = {outcome.rule: outcome for outcome in judged.outcomes}
    dates: dates_fact.Dates | None = _have(evidence, "dates")
    elements: list[dict[str, Any]] = []
    for rule in profile.rules:
        if rule.extends == "required" and _have(evidence, "elements") is not None:
            found = evidence["elements"][rule.id]
            elements.append(_element(document, rule, found.status, found.span, places))
        elif rule.extends == "date" and rule.params["element"]:
            missing = outcomes[rule.id].status == "failed"
            roles: tuple[dates_fact.Role, ...] = (
                ("next_review",)
                if rule.params["element"] == "E06"
                else ("last_reviewed", "updated")
            )
            first = next((d for role in roles if dates and (d := dates.of(role))), None)
            span = first.span if first else None
            status = "not found" if missing else "present"
            elements.append(_element(document, rule, status, span, places))
    elements.sort(key=lambda element: str(element["id"]))
    return {
        "elements": elements,
        "dates": [
            {
                "role": one.role,
                "raw": one.raw,
                "value": one.value.isoformat() if one.value else None,
                "precision": one.precision,
                "readings": [day.isoformat() for day in one.readings],
                "status": one.status,
                "location": places.json(one.span),
            }
            for one in (dates.dates if dates else ())
        ],
        "found": sum(element["status"] == "present" for element in elements),
        "of": len(elements),
    }


def _element(
    document: Document, rule: Rule, status: str, span: Span | None, places: Places
) -> dict[str, Any]:
    return {
        "id": rule.params["element"],
        "name": rule.params["name"],
        "status": status,
        "level": rule.level,
        "quote": span.of(document.text) if span else "",
        "location": places.json(span),
        "wording": rule.params["wording"],
    }


def _accessibility(document: Document, judged: Judged) -> dict[str, Any]:
    outcomes: list[Outcome] = [o for o in judged.outcomes if o.category == "accessibility"]
    checked = any(o.status not in ("inapplicable", "untested") for o in outcomes)
    reason = ""
    if not checked:
        reason = (
            "plain text has no headings, images, links or tables to check"
            if document.media_type == "text/plain"
            else "nothing in this document that our rules are about"
        )
    return {"checked": checked, "reason": reason, **_counts(judged, "accessibility")}
