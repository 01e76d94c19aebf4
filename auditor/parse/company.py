"""Blocks that are furniture because of their company: menus, advertisements, lists of references."""

import re
from dataclasses import replace
from itertools import groupby

from auditor.model import Block, Document
from auditor.parse.page import Page
from auditor.parse.sections import is_open

_LONG = 250
_SHORT = 80
_ENDS = (".", "!", "?", ":", ";")
_QUOTE = "”\"’')"
_FURNITURE = ("navigation", "boilerplate", "form", "interactive")
# What fills a section so that its heading belongs to it.
_OWNING = ("references", "teaser", "interactive", "form")


def by_company(page: Page, blocks: list[Block]) -> list[Block]:
    """Short lines among menus, lines repeated under advertisements, headings of furniture."""
    document = page.document
    regions = {block.region for block in blocks}
    if "advertisement" in regions:
        blocks = _advertisements(document, blocks)
    if "interactive" in regions:
        blocks = _answers(document, blocks)
    blocks = _above_title(page, _lists(blocks))
    if document.media_type == "text/plain":
        blocks = _among_menus(document, _groups(document, blocks))
        blocks = _after_dateline(document, blocks)
    return _lone_headings(blocks)


def _advertisements(document: Document, blocks: list[Block]) -> list[Block]:
    """A block that follows "Advertisement" every time it appears belongs to the advertisement.

    Once is enough where it speaks of advertising itself.
    """
    after: dict[str, int] = {}
    total: dict[str, int] = {}
    for index, block in enumerate(blocks):
        text = block.span.of(document.text)
        total[text] = total.get(text, 0) + 1
        if index and blocks[index - 1].region == "advertisement":
            after[text] = after.get(text, 0) + 1
    repeated = {
        text
        for text, count in after.items()
        if count == total[text]
        and (count > 1 or (re.search(r"\b[Aa]dvertis|\b[Ss]ponsor|endorse", text) and len(text) < _LONG))
    }  # fmt: skip
    return [
        replace(block, region="advertisement", reason="stands under an advertisement")
        if is_open(block) and block.span.of(document.text) in repeated
        else block
        for block in blocks
    ]


def _answers(document: Document, blocks: list[Block]) -> list[Block]:
    """ "Yes" and "No" under a question about the page, and what readers say under their names."""
    found = list(blocks)
    for index, block in enumerate(found[1:], 1):
        before = found[index - 1]
        if not is_open(block) or before.region != "interactive":
            continue
        text = block.span.of(document.text)
        if text.strip(".").lower() in ("yes", "no", "not sure"):
            found[index] = replace(block, region="interactive", reason=before.reason)
        elif before.span.of(document.text).endswith(("said...", "said…", "says...", "wrote...")):
            found[index] = replace(block, region="interactive", reason="readers' comments")
    return found


def _lists(blocks: list[Block]) -> list[Block]:
    """A list of which the greater part is references is a list of references."""
    found: list[Block] = []
    for is_list, group in groupby(blocks, key=lambda block: block.is_a("item")):
        run = list(group)
        known = sum(1 for block in run if block.region == "references")
        if is_list and known >= 2 and 2 * known >= len(run):
            run = [
                replace(b, region="references", reason="stands in the list of references")
                if is_open(b)
                else b
                for b in run
            ]
        found += run
    return found


def _above_title(page: Page, blocks: list[Block]) -> list[Block]:
    """Short lines without a stop above the page's title are the website's own."""
    if page.title_at is None:
        return blocks
    above = [block for block in blocks if block.span.end <= page.title_at and is_open(block)]
    texts = [block.span.of(page.document.text) for block in above]
    if not above or any(_is_text(text) for text in texts):
        return blocks
    return [
        replace(block, region="boilerplate", reason="a short line above the title")
        if block.span.end <= page.title_at and is_open(block)
        else block
        for block in blocks
    ]


def _groups(document: Document, blocks: list[Block]) -> list[Block]:
    """Short lines without a stop that stand, with no blank line between, among menus and notices."""
    source = document.parts[""]
    groups: list[list[int]] = []
    end = None
    for index, block in enumerate(blocks):
        _, where = document.to_source(block.span)
        gap = source[end : where.start] if end is not None else ""
        if end is None or gap.replace("\r\n", "\n").count("\n") > 1:
            groups.append([])
        groups[-1].append(index)
        end = where.end
    found = list(blocks)
    for group in groups:
        known = [blocks[index] for index in group if blocks[index].region in _FURNITURE]
        lines = [blocks[index].span.of(document.text) for index in group if is_open(blocks[index])]
        if not known or not lines or any(_is_text(line) for line in lines):
            continue
        for index in group:
            if is_open(found[index]):
                found[index] = replace(
                    found[index], region="navigation", reason="a short line among menus and notices"
                )
    return found


def _among_menus(document: Document, blocks: list[Block]) -> list[Block]:
    """What stands among menus above the text: labels with dots between, and the section's name.

    A name is a heading right above the title that comes again further down.
    """
    first = next((i for i, block in enumerate(blocks) if _is_prose(document, block)), 0)
    menus = [i for i in range(first) if blocks[i].region in _FURNITURE]
    if not menus:
        return blocks
    texts = [block.span.of(document.text) for block in blocks]
    headings = [
        i for i in range(menus[0], first) if is_open(blocks[i]) and blocks[i].is_a("heading")
    ]
    names = {texts[i] for i in headings[:-1] if texts.count(texts[i]) > 1}
    found = list(blocks)
    for index, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if not is_open(block):
            continue
        if text in names and block.is_a("heading"):
            found[index] = replace(
                block, region="navigation", reason="the name of the website's section"
            )
        elif index < menus[-1] and ("·" in text or "|" in text) and not text.endswith(_ENDS):
            found[index] = replace(block, region="boilerplate", reason="labels among the menus")
    return found


def _is_prose(document: Document, block: Block) -> bool:
    text = block.span.of(document.text).rstrip(_QUOTE)
    return is_open(block) and _is_text(text) and text.endswith(_ENDS)


def _is_text(line: str) -> bool:
    return len(line) > _SHORT or line.rstrip(_QUOTE).endswith(_ENDS)


def _after_dateline(document: Document, blocks: list[Block]) -> list[Block]:
    """What follows the page's own dates near its end, if it is furniture: cards, logos, links."""
    dated = [index for index, block in enumerate(blocks) if block.region == "dateline"]
    if not dated:
        return blocks
    start = dated[-1] + 1
    rest = blocks[start:]
    furniture = sum(1 for block in rest if block.region in ("boilerplate", "navigation", "teaser"))
    if start < len(blocks) * 0.5 or furniture < 2:
        return blocks
    return blocks[:start] + [
        replace(block, region="teaser", reason="stands after the page's own date, among links and logos")
        if is_open(block)
        else block
        for block in rest
    ]  # fmt: skip


def _lone_headings(blocks: list[Block]) -> list[Block]:
    """A heading with nothing but one kind of furniture below it belongs to that."""
    found = list(blocks)
    for index, block in enumerate(blocks):
        if not is_open(block) or not block.is_a("heading") or block.is_a("heading.h1"):
            continue
        below: list[Block] = []
        for other in blocks[index + 1 : index + 40]:
            if other.is_a("heading"):
                break
            below.append(other)
        regions = {other.region for other in below}
        if len(regions) == 1 and (region := next(iter(regions))) in _OWNING:
            found[index] = replace(block, region=region, reason=below[0].reason)
    return found
