"""The words of every block, once: phrase matching and counting both start from these."""

from collections.abc import Mapping
from typing import Any

from auditor.facts.context import Context
from auditor.model import Document
from auditor.phrases import Tokens, tokens

NAME = "tokens"
NEEDS: tuple[str, ...] = ()


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Tokens, ...]:
    """The tokens of each block, in the order of `Document.blocks`."""
    return tuple(
        tokens(document.text, block.span.start, block.span.end) for block in document.blocks
    )
