"""As an HTML section with a definition list."""

from collections.abc import Sequence
from html import escape

from auditor.render.glossary.entry import TITLE, Entry

NAME = "html"
WORDS = "HTML"
MEDIA_TYPE = "text/html"
EXTENSION = "html"


def render(entries: Sequence[Entry]) -> str:
    """A heading and a definition list; nothing without entries."""
    rows = "".join(
        f"  <dt>{escape(one.term)}</dt>\n  <dd>{escape(one.definition)}</dd>\n" for one in entries
    )
    return f"<h2>{TITLE}</h2>\n<dl>\n{rows}</dl>\n" if rows else ""
