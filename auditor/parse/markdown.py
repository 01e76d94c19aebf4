"""Markdown: CommonMark with tables, strikethrough, footnotes, definition lists and front matter.

The elements of the page that the Markdown stands for go through the same walker as HTML, so raw
HTML inside Markdown means what it means in a browser.
"""

from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse.builder import Builder
from auditor.parse.decode import decode
from auditor.parse.inline import PlacedInline
from auditor.parse.lines import DEEP, STARTS, Lines, PlacedBlocks
from auditor.parse.walker import Walker
from auditor.parse.writer import Writer

MEDIA_TYPES = ("text/markdown",)
EXTENSIONS = (".md", ".markdown")

_TOO_DEEP = "Lists or quotes are nested too deep; the innermost were not read."


def parse(data: bytes, name: str, media_type: str) -> Document:
    """Read Markdown; raises DocumentError when it holds neither text nor elements.

    `metadata`: "front:<key>" for each value of the front matter, "lang", and "title": the front
    matter's, or the first heading of level 1.
    """
    source, notes = decode(data)
    lines = Lines(source)
    env: dict[str, Any] = {STARTS: {}}
    builder = Builder({"": source})
    writer = Writer(Walker(builder), lines, env[STARTS])
    writer.blocks(_MARKDOWN.parse(lines.text, env))
    notes += writer.finish()
    if env.get(DEEP):
        notes += (_TOO_DEEP,)
    metadata = writer.metadata
    language = metadata.get("front:lang") or metadata.get("front:language", "")
    document = builder.document(
        name=name,
        media_type=media_type,
        data=data,
        language=language,
        notes=notes,
    )
    if not document.text and not document.nodes:
        raise DocumentError("there is no text in this file; add the text and try again")
    headings = (block for block in document.blocks if block.is_a("heading.h1"))
    first = next((block.span.of(document.text) for block in headings), "")
    known = {"lang": language, "title": metadata.get("front:title") or first}
    return replace(
        document, metadata={**metadata, **{key: value for key, value in known.items() if value}}
    )


def _markdown() -> MarkdownIt:
    md = MarkdownIt("js-default", {"html": True})
    md.block, md.inline = PlacedBlocks(), PlacedInline()
    md.core.ruler.disable(["text_join"])
    deflist_plugin(md)
    footnote_plugin(md, inline=False, move_to_end=False)
    front_matter_plugin(md)
    return md


_MARKDOWN = _markdown()
