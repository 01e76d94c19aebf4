"""Places in the file, and evidence that may be missing, for the measures that name them."""

from collections.abc import Mapping
from typing import Any

from auditor.engine import Judged
from auditor.model import LEVELS, Document, Location, Point, Span, Unavailable
from auditor.text import Lines


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

    def json(
        self, span: Span | None, source: tuple[str, Span] | None = None
    ) -> dict[str, Any] | None:
        """The same as JSON values; `source` is a stretch of the file that is not in the text."""
        if span is not None:
            place = self.at(span)
        elif source is not None:
            lines = self._lines[source[0]]
            place = Location(source[0], lines.point(source[1].start), lines.point(source[1].end))
        else:
            return None
        return {
            "part": place.part,
            "start": _point(place.start),
            "end": _point(place.end),
        }


def _point(point: Point) -> dict[str, int]:
    return {"line": point.line, "column": point.column, "offset": point.offset}


def have(evidence: Mapping[str, Any], name: str) -> Any:
    """A piece of evidence, or None when it was not gathered or could not be had."""
    value = evidence.get(name)
    return None if isinstance(value, Unavailable) else value


def level_counts(judged: Judged, category: str) -> dict[str, int]:
    """How many findings of a category stand at each level, worst level first."""
    return {
        level: len(
            {f.point for f in judged.findings if f.category == category and f.level == level}
        )
        for level in reversed(LEVELS)
    }
