"""The blocks of the text as a person reads them: lists together, what was left out folded away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from auditor.model import ReportBlock
from auditor.render.page.marks import marked, pieces
from auditor.render.page.notes import Note, inside, spots

_LABELS = {
    "title": "Page title",
    "alt": "Picture text",
    "caption": "Caption",
    "cell.header": "Table heading",
    "cell": "Table cell",
    "term": "Term",
    "definition": "Meaning",
    "quote": "Quotation",
    "code": "Code",
}


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block, ready to show. `label` names its kind; "" where the look says it already."""

    look: str
    label: str
    html: Markup
    left_out: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stand together: a list (`items`), loose blocks, or a gap with its `reason`.

    `first` is the number of its first block in the document.
    """

    look: str
    blocks: tuple[ShownBlock, ...]
    gap: int = 0
    reason: str = ""
    first: int = 0


def groups(
    blocks: Sequence[ReportBlock], notes: Sequence[Note], left_out: bool, prefix: str
) -> list[Group]:
    """The blocks to show, in order; those left out are shown if asked for or if marked."""
    placed: set[str] = set()
    by_block = _by_block(blocks, spots(notes))
    shown = [
        (block, block.region == "content" or left_out or bool(by_block[index]), index)
        for index, block in enumerate(blocks)
    ]
    result: list[Group] = []
    for look, run in groupby(shown, key=lambda entry: _look(entry[0]) if entry[1] else "gap"):
        members = list(run)
        first = members[0][2]
        if look == "gap":
            reasons = dict.fromkeys(
                block.reason.rstrip(".") or block.region for block, _, _ in members
            )
            result.append(Group("gap", (), len(members), "; ".join(reasons), first))
            continue
        ready = []
        for position, (block, _, index) in enumerate(members):
            label = _label(block) if position == 0 or look == "heading" else ""
            html = marked(pieces(block, by_block[index], placed), prefix)
            why = "" if block.region == "content" else block.reason or block.region
            ready.append(ShownBlock(look, label, html, why))
        result.append(Group(look, tuple(ready), first=first))
    return result


def _by_block(blocks: Sequence[ReportBlock], notes: Sequence[Note]) -> list[list[Note]]:
    """For each block the notes that touch it; both are in the order of the text."""
    result: list[list[Note]] = [[] for _ in blocks]
    first = 0
    for note in notes:
        span = note.finding.span
        if span is None:
            continue
        while first < len(blocks) and blocks[first].span.end < span.start:
            first += 1
        index = first
        while index < len(blocks) and blocks[index].span.start <= span.end:
            if inside(blocks[index].span, span):
                result[index].append(note)
                if not len(span):
                    break
            index += 1
    return result


def _look(block: ReportBlock) -> str:
    """The general kind: `heading.h2` is a `heading`; a kind we do not know is a paragraph."""
    if block.kind == "cell.header":
        return "header"
    general = block.kind.partition(".")[0]
    return general if general in _LABELS or general in ("heading", "item") else "paragraph"


def _label(block: ReportBlock) -> str:
    general, _, detail = block.kind.partition(".")
    if general == "heading":
        level = detail.removeprefix("h")
        return f"Heading {level}" if level.isdigit() else "Heading"
    return _LABELS.get(block.kind) or _LABELS.get(general, "")
