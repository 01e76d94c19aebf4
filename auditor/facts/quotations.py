"""What somebody else said: stretches between quotation marks, three words or more.

Their words are not the writer's to change. One or two words in quotation marks are a name or a
wink, and count as the writer's.
"""

import re
from collections.abc import Mapping
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document, Span

NAME = "quotations"
NEEDS: tuple[str, ...] = ()

_LEAST_WORDS = 3
_MARKED = re.compile(
    r"“([^“”]{1,800})”|(?<!\w)\"([^\"]{1,800})\"(?!\w)|(?<!\w)‘([^‘]{1,800}?)’(?!\w)|«([^«»]{1,800})»"
)


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> tuple[Span, ...]:
    """The quotations of content blocks, in order, without their marks."""
    text = document.text
    found = []
    for block in document.blocks:
        if block.region == "content":
            for match in _MARKED.finditer(text, block.span.start, block.span.end):
                which = match.lastindex or 1
                if len(match.group(which).split()) >= _LEAST_WORDS:
                    found.append(Span(*match.span(which)))
    return tuple(found)
