"""Findings as numbered notes: numbers stand in the order of the text and outlast any filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import LEVELS, Finding, Report, ReportBlock, Span
from auditor.render.words import points


@dataclass(frozen=True, slots=True)
class Note:
    """One finding under its number; `title` is its rule's.

    `anchored` says whether the text holds a mark for it that the note can link back to. `again`
    are the other places of the same words; `place` tells which of them this is, 0 the first.
    """

    number: int
    finding: Finding
    title: str
    anchored: bool
    again: tuple[Finding, ...] = ()
    place: int = 0

    @property
    def anchor(self) -> str:
        """The end of the id of its mark: `4`, or `4-2` at the second place."""
        return f"{self.number}-{self.place + 1}" if self.place else str(self.number)


def notes(report: Report) -> list[Note]:
    """Every finding that is not suppressed: about the whole text first, then in its order."""
    titles = {outcome.rule: outcome.title for outcome in report.outcomes}
    ordered = sorted(
        (finding for finding in report.findings if finding.suppressed is None),
        key=lambda f: (
            (-1, -1) if f.span is None else (f.span.start, f.span.end),
            -LEVELS.index(f.level),
            f.rule,
            f.fingerprint,
        ),
    )
    return [
        Note(
            number,
            finding,
            titles.get(finding.rule, finding.rule),
            finding.span is not None and touches(report.blocks, finding.span),
            tuple(one for one in again if one.span and touches(report.blocks, one.span)),
        )
        for number, (finding, *again) in enumerate(points(ordered), start=1)
    ]


def spots(notes: Sequence[Note]) -> list[Note]:
    """A note for each place that is marked, in the order of the text."""
    every = [note for note in notes if note.anchored]
    every += [
        Note(note.number, finding, note.title, True, (), place)
        for note in notes
        for place, finding in enumerate(note.again, start=1)
    ]
    return sorted(every, key=_start)


def _start(note: Note) -> tuple[int, int, int]:
    span = note.finding.span
    return (span.start, span.end, note.number) if span else (-1, -1, note.number)


def touches(blocks: Sequence[ReportBlock], span: Span) -> bool:
    """Whether the span covers a character of a block, or (if empty) stands at one."""
    low, high = 0, len(blocks)
    while low < high:
        middle = (low + high) // 2
        if blocks[middle].span.end < max(span.start, 0):
            low = middle + 1
        else:
            high = middle
    return any(inside(block.span, span) for block in blocks[low : low + 2])


def inside(block: Span, span: Span) -> bool:
    """Whether a mark for `span` can stand in `block`."""
    if not len(span):
        return block.start <= span.start <= block.end
    return block.overlaps(span)
