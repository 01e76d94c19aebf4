"""Places where words seem to be lost, as when tooltips or links vanish in a copied page."""

import re
from collections.abc import Mapping
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span

NAME = "damage"
NEEDS: tuple[str, ...] = ()

_GAP = re.compile(
    r"\b(?:is|are|was|were|be) (?:an?|the) (?:for|of|in|with|to|and|or)\b"
    r"|\b(?:is|are|be|and it is)[ \u00a0]in[ \u00a0]{1,3}for\b"
    r"|\b(?:the|an?|and|or|of|in|with|for|called|includes?)[ \u00a0]+[,.;](?!\d)"
    r"|,[ \u00a0]*(?:and|or)[ \u00a0]*\.(?!\d)"
    r"|[’']s[ \u00a0]+to (?:help|make|be|have|find|stop)\b"
    r"|(?<=[a-z])[ \u00a0]+,(?=[ \u00a0])"
)


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> tuple[Span, ...]:
    """The places, in order; each covers the words round the gap."""
    if document.media_type not in ("text/plain", "text/markdown", "text/html"):
        return ()
    return tuple(
        Span(*match.span())
        for block in document.blocks
        if block.region == "content" and not block.is_a("code")
        for match in _GAP.finditer(document.text, block.span.start, block.span.end)
    )
