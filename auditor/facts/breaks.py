"""Whole blocks that a copy broke: a lead-in whose list is gone."""

import re
from collections.abc import Iterator, Sequence

from auditor.model import Block, Span

_LEAD_WORDS = 3
_NEAR_WORDS = 4
_LINK_WORDS = re.compile(
    r"\b(?:call|ring|email|phone|tel|visit|website|address|reference|date|publication|published|reviewed|updated|next)\b",
    re.I,
)


def lost_lists(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Lead-ins that end in a colon with nothing but a heading, or the end, behind them.

    The span is the lead-in's last word with its colon.
    """
    for index, block in enumerate(blocks):
        if not block.is_a("paragraph") or not text[: block.span.end].endswith(":"):
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if following is not None and not following.is_a("heading"):
            continue
        words = block.span.of(text).split()
        if len(words) >= _LEAD_WORDS and not _LINK_WORDS.search(" ".join(words[-_NEAR_WORDS:])):
            yield Span(block.span.end - len(words[-1]), block.span.end)
