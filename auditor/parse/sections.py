"""Blocks that are furniture because they stand under a heading that announces it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.model import Block, Document, Region
from auditor.parse.landmarks import MARKED
from auditor.parse.page import Page
from auditor.parse.signs import Label

_HEADINGS: tuple[tuple[Region, str, str], ...] = (
    ("references", "stands in the list of references",
     r"(?:further reading and )?(?:references?|sources?|bibliography|citations?|our sources|where this comes from)\W*"),
    ("teaser", "stands under links to other pages",
     r"(?:more on|more from|more stories|related (?:links|pages|articles|content|topics|information|stories)|"
     r"(?:you )?(?:may|might) also|read next|latest (?:news|posts|articles)|recent posts|"
     r"popular|recommended|trending|blog archive)\b.*"),
    ("boilerplate", "says who made the page", r"about the authors?\W*"),
    ("interactive", "readers' comments", r"(?:\d+ )?comments(?: \(\d+\))?:?|leave a (?:reply|comment)\W*|\d+ thoughts on.*"),
    ("interactive", "part of a quiz", r"test your (?:understanding|knowledge)\W*|(?:take the |quick )?quiz\W*"),
    ("form", "part of a form", r"sign up (?:for|to) .*|subscribe to .*|join our (?:newsletter|mailing list)\W*"),
    ("navigation", "a list of the page's parts",
     r"(?:on this page|in this (?:article|section|guide|leaflet)|jump to|(?:table of |page )?contents)\s*:?"),
)  # fmt: skip
_ANY = re.compile("|".join(f"({pattern})" for _, _, pattern in _HEADINGS), re.IGNORECASE)
_LONG = 250
_SHORT = 80
_QUOTE = "”\"’')"


def by_sections(page: Page, blocks: list[Block]) -> list[Block]:
    """Blocks under a heading that announces furniture, as far as that part of the page goes."""
    document = page.document
    found: list[Block] = []
    section: Label | None = None
    until = -1
    seen = 0
    for index, block in enumerate(blocks):
        text = block.span.of(document.text)
        opened = opens_section(block, text)
        if opened is not None:
            section, until, seen = opened, _reach(page, block), 0
        elif section is not None and _is_over(section, block, text, blocks, index, until, seen, document):  # fmt: skip
            section = None
        if section and is_open(block):
            block = replace(block, region=section.region, reason=section.reason)
        seen += 1
        found.append(block)
    return found


def opens_section(block: Block, text: str) -> Label | None:
    """What stands under a block, when that is a heading that announces furniture."""
    if block.reason == MARKED or len(text) > _SHORT:
        return None
    if not block.is_a("heading") and (len(text.split()) > 4 or not text[:1].isupper()):
        return None
    found = _ANY.fullmatch(text)
    return Label(*_HEADINGS[found.lastindex - 1][:2]) if found and found.lastindex else None


def _reach(page: Page, block: Block) -> int:
    """Where the part of the page ends that a heading stands in; -1 where nothing bounds it."""
    at = block.node
    while at is not None:
        node = page.nodes[at]
        if (
            node.name in ("div", "section", "aside", "nav", "footer", "td", "form")
            and node.span.end > block.span.end
        ):
            title = page.title_at
            if title is None or not node.span.start <= title < node.span.end:
                return node.span.end
            return -1
        at = node.parent
    return -1


def _is_over(
    section: Label,
    block: Block,
    text: str,
    blocks: Sequence[Block],
    index: int,
    until: int,
    seen: int,
    document: Document,
) -> bool:
    if 0 <= until <= block.span.start:
        return True
    if section.reason == "a list of the page's parts":
        return not block.is_a("item")
    if section.reason == "says who made the page":
        return block.is_a("heading") or seen > 2
    if section.region == "form":
        return len(text) > _SHORT or seen > 5 or (block.is_a("heading") and seen > 1)
    if section.region == "references" and block.region not in ("content", "references"):
        return True
    if section.region == "references":
        return block.is_a("heading")
    if section.region == "teaser" and until < 0:
        return block.is_a("heading") and _goes_on(blocks[index + 1 : index + 3], document)
    return until < 0 and block.is_a("heading") and section.reason != "readers' comments"


def _goes_on(following: Sequence[Block], document: Document) -> bool:
    """Whether whole, long paragraphs follow: the text itself has begun again."""
    texts = [block.span.of(document.text) for block in following if block.region == "content"]
    return len(texts) == 2 and all(
        len(text) > _LONG and text.rstrip(_QUOTE).endswith(".") and not text.endswith("...")
        for text in texts
    )


def is_open(block: Block) -> bool:
    """Whether a block is content that the author has not marked: only such is labelled."""
    return block.region == "content" and block.reason != MARKED
