"""As plain text, to be pasted at the end of a draft."""

from collections.abc import Sequence

from auditor.render.glossary.entry import TITLE, Entry

NAME = "text"
WORDS = "Plain text"
MEDIA_TYPE = "text/plain"
EXTENSION = "txt"


def render(entries: Sequence[Entry]) -> str:
    """A title and a paragraph for each entry; nothing without entries."""
    rows = "\n".join(f"{one.term}: {one.definition}\n" for one in entries)
    return f"{TITLE}\n\n{rows}" if rows else ""
