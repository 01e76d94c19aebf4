"""The sentences of the document's own content, block by block."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from auditor.facts.context import Context
from auditor.model import Document, Span
from auditor.stops import bounds
from auditor.text import Signs, word_forms

NAME = "sentences"
NEEDS: tuple[str, ...] = ("damage",)

_END = re.compile(r"[.!?…‽][\"'”’)\]*_\d¹²³\U0001f300-\U0001faff\u2600-\u27bf ]*\Z")


class Sentence(NamedTuple):
    """One sentence: where it stands, its words as written, and whether words seem to be lost.

    `kind` is its block's kind, `block` its block's index. `complete` tells that it ends with a
    stop; list fragments and lead-ins ("You may feel:") do not.
    """

    span: Span
    words: tuple[str, ...]
    block: int
    kind: str
    complete: bool
    damaged: bool


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Sentence, ...]:
    """All sentences of content blocks, in order; pieces without a word are left out."""
    damage: tuple[Span, ...] = evidence["damage"]
    text = document.text
    signs = Signs(text)
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.region != "content":
            continue
        for start, end in bounds(text, block.span.start, block.span.end, signs):
            inside = word_forms(text, start, end, signs)
            if not inside:
                continue
            span = Span(start, end)
            found.append(
                Sentence(
                    span,
                    tuple(inside),
                    index,
                    block.kind,
                    text[end - 1] in ".!?" or bool(_END.search(text, max(start, end - 8), end)),
                    bool(damage) and any(lost.overlaps(span) for lost in damage),
                )
            )
    return tuple(found)
