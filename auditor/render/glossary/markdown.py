"""As a Markdown section with a list."""

import re
from collections.abc import Sequence

from auditor.render.glossary.entry import TITLE, Entry

NAME = "markdown"
WORDS = "Markdown"
MEDIA_TYPE = "text/markdown"
EXTENSION = "md"
_MARKS = re.compile(r"([\\`*_\[\]<>&])")


def render(entries: Sequence[Entry]) -> str:
    """A heading and an item for each entry; nothing without entries."""
    items = "".join(f"- **{_plain(one.term)}**: {_plain(one.definition)}\n" for one in entries)
    return f"## {TITLE}\n\n{items}" if items else ""


def _plain(words: str) -> str:
    return _MARKS.sub(r"\\\1", words)
