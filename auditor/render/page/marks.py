"""Marks in the text: findings overlap and nest, so a block is cut at every edge of a finding.

The characters stay exactly those of the block: the number of a note stands in an attribute and
is drawn by the style sheet, so that what is read, copied and searched is the draft itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from auditor.model import LEVELS, Level, ReportBlock, Span
from auditor.render.page.notes import Note
from auditor.render.words import LEVEL_WORDS


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block between two edges.

    `notes` cover it; `ends` are those whose numbered link stands after it.
    """

    text: str
    notes: tuple[Note, ...]
    ends: tuple[Note, ...]


def pieces(block: ReportBlock, notes: Sequence[Note], placed: set[str]) -> list[Piece]:
    """The block's text, cut at the edges of the notes that touch it.

    `placed` holds the anchors that already have their link; those placed here are added.
    """
    clipped = [(note, _clip(note, block.span)) for note in notes]
    starts: dict[int, list[Note]] = {}
    ends: dict[int, list[Note]] = {}
    for note, span in clipped:
        if len(span):
            starts.setdefault(span.start, []).append(note)
        ends.setdefault(span.end, []).append(note)
    edges = sorted({block.span.start, block.span.end} | starts.keys() | ends.keys())
    active: dict[str, Note] = {}
    result = [Piece("", (), _unplaced(ends.get(edges[0], []), placed))]
    for here, there in pairwise(edges):
        active.update((note.anchor, note) for note in starts.get(here, []))
        text = block.text[here - block.span.start : there - block.span.start]
        ending = ends.get(there, [])
        result.append(Piece(text, tuple(active.values()), _unplaced(ending, placed)))
        for note in ending:
            active.pop(note.anchor, None)
    return [piece for piece in result if piece.text or piece.ends]


def _clip(note: Note, block: Span) -> Span:
    # An empty span counts as false, so that `or` will not do.
    span = block if note.finding.span is None else note.finding.span
    start = min(max(span.start, block.start), block.end)
    return Span(start, max(start, min(span.end, block.end)))


def _unplaced(notes: Sequence[Note], placed: set[str]) -> tuple[Note, ...]:
    new = tuple(note for note in notes if note.anchor not in placed)
    placed.update(note.anchor for note in new)
    return tuple(sorted(new, key=lambda note: note.number))


def marked(cut: Sequence[Piece], prefix: str) -> Markup:
    """The pieces as HTML; `prefix` keeps the ids of several reports on one page apart."""
    return Markup("").join(_piece(piece, prefix) for piece in cut)


def _piece(piece: Piece, prefix: str) -> Markup:
    html = Markup("{}").format(piece.text)
    if piece.notes:
        numbers = " ".join(str(note.number) for note in piece.notes)
        html = Markup('<mark class="{}" data-notes="{}">{}</mark>').format(
            _worst(piece.notes), numbers, piece.text
        )
    return html + Markup("").join(_link(note, prefix) for note in piece.ends)


def _link(note: Note, prefix: str) -> Markup:
    return Markup(
        '<a class="ref {level}" id="{prefix}at-{anchor}" href="#{prefix}note-{number}" '
        'data-n="{number}" aria-label="Note {number}: {words}"></a>'
    ).format(
        level=note.finding.level,
        prefix=prefix,
        anchor=note.anchor,
        number=note.number,
        words=LEVEL_WORDS[note.finding.level].lower(),
    )


def _worst(notes: Sequence[Note]) -> Level:
    return max((note.finding.level for note in notes), key=LEVELS.index)
