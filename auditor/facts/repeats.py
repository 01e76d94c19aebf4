"""What stands in the text twice: a title in a row, a long paragraph again.

No damage: the sentences are whole, and all of them are scored.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span

NAME = "repeats"
NEEDS: tuple[str, ...] = ()

_LONG = 60  # code points; shorter lines may be said twice on purpose
_OFTEN = 3  # what stands there more often is a refrain and no slip of a copy


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> tuple[Span, ...]:
    """Headings and long paragraphs of the content that stood there before, in order."""
    return tuple(_repeats(document))


def _repeats(document: Document) -> Iterator[Span]:
    blocks = [
        (block, " ".join(block.span.of(document.text).split()))
        for block in document.blocks
        if block.region == "content"
    ]
    counts = Counter(words for block, words in blocks if block.is_a("paragraph"))
    seen: set[str] = set()
    title = ""
    for block, words in blocks:
        if block.is_a("heading"):
            if title == words.lower():
                yield block.span
            title = words.lower()
            continue
        title = ""
        if block.is_a("paragraph") and len(words) >= _LONG and counts[words] <= _OFTEN:
            if words in seen:
                yield block.span
            seen.add(words)
