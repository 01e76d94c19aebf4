"""The sentences of the document's own content, block by block."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span
from auditor.text import sentences, words

NAME = "sentences"
NEEDS: tuple[str, ...] = ("damage",)

_END = re.compile(r"[.!?…][\"'”’)\]*_]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, its words, and whether words seem to be lost from it.

    `kind` is its block's kind, `block` its block's index. `complete` tells that it ends with a
    stop; list fragments and lead-ins ("You may feel:") do not.
    """

    span: Span
    words: tuple[Span, ...]
    block: int
    kind: str
    complete: bool
    damaged: bool


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Sentence, ...]:
    """All sentences of content blocks, in order; pieces without a word are left out."""
    damage: tuple[Span, ...] = evidence["damage"]
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.region != "content":
            continue
        for span in sentences(document.text, block.span.start, block.span.end):
            inside = tuple(words(document.text, span.start, span.end))
            if inside:
                found.append(
                    Sentence(
                        span,
                        inside,
                        index,
                        block.kind,
                        bool(_END.search(document.text, span.end - 3, span.end)),
                        any(lost.overlaps(span) for lost in damage),
                    )
                )
    return tuple(found)
