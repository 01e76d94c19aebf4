"""Which blocks are the text itself, and which are what a page puts round it.

In this order, and what is labelled once is not looked at again: what the author marked and what the
page's landmarks say (the parser's work), the names of elements and the share of links in them, the
words of each block, and what stands round it. Each region comes with its reason in words.
"""

from dataclasses import replace

from auditor.model import Block, Document
from auditor.parse.company import by_company
from auditor.parse.line_lists import is_line_list
from auditor.parse.page import Page, by_structure
from auditor.parse.sections import by_sections, is_open, opens_section
from auditor.parse.signs import label_of


def label(document: Document) -> Document:
    """The document with a region and a reason for every block that is not content."""
    blocks = list(document.blocks)
    if is_line_list([block.span.of(document.text) for block in blocks]):
        return document
    page = Page(document)
    if document.nodes and document.media_type != "text/plain":
        blocks = by_structure(page, blocks)
    blocks = [_by_words(document, block) for block in blocks]
    blocks = by_company(page, by_sections(page, blocks))
    if document.media_type == "text/plain":
        blocks = [_as_paragraph(page, block) for block in blocks]
    return replace(document, blocks=tuple(blocks))


def _by_words(document: Document, block: Block) -> Block:
    if not is_open(block):
        return block
    found = label_of(block.span.of(document.text), block.kind)
    return replace(block, region=found.region, reason=found.reason) if found else block


def _as_paragraph(page: Page, block: Block) -> Block:
    """In plain text a heading is only guessed from its shape, so furniture that looks like one is none."""
    if block.region == "content" or not block.is_a("heading"):
        return block
    if opens_section(block, block.span.of(page.document.text)):
        return block
    return replace(block, kind="paragraph")
