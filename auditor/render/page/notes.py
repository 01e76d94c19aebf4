"""Findings as numbered notes: numbers stand in the order of the text and outlast any filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import LEVELS, Finding, Report, ReportBlock, Span


@dataclass(frozen=True, slots=True)
class Note:
    """One finding under its number; `title` is its rule's.

    `anchored` says whether the text holds a mark for it that the note can link back to.
    """

    number: int
    finding: Finding
    title: str
    anchored: bool


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
        )
        for number, finding in enumerate(ordered, start=1)
    ]


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
