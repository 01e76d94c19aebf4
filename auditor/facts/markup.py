"""The document's elements as a tree, made once for all rules about elements."""

from collections.abc import Mapping
from typing import Any

from auditor.facts.context import Context
from auditor.markup.page import Page
from auditor.model import Document

NAME = "markup"
NEEDS: tuple[str, ...] = ()


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Page:
    """The tree; names, roles and styles are found out when a rule asks."""
    return Page(document)
