"""Which blocks are the text itself, and which are what a page puts round it.

A parser labels what its markup says (`nav`, `aside`); here the words decide, the same way for
every format. Only blocks still labelled `content` are looked at, so that markup wins.
"""

import re
from dataclasses import replace

from auditor.model import Block, Document, Region

_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ \u00a0]+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"\.?[ \u00a0]+(?:\d{1,2},?[ \u00a0]+)?\d{4}|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
)
_DATE_LABEL = (
    r"(?:page |content |leaflet |medically |clinically |last |next |date |first )*"
    r"(?:reviewed|review due|review date|review|updated|update|published|verified|checked)"
)
_DATELINE = re.compile(
    rf"(?:.{{0,30}}\b)?{_DATE_LABEL}(?: on| by| in| due)?\s*:?\s*(?:{_DATE})?\W*", re.IGNORECASE
)
_ONLY_DATE = re.compile(rf"(?:{_DATE})\W*", re.IGNORECASE)
_FUSED = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")
_LINK_LINE = re.compile(
    r"(?:find out more|read (?:more )?about|learn more|see also|browse|back to|go to|skip to|"
    r"click here|view all|share this|print this|sign up|log in|menu|search|donate|home)\b[^.!?:]*",
    re.IGNORECASE,
)
_PICTURE_LINE = re.compile(
    r"(?:an? )?(?:icon|logo|image|photo|picture) of\b.*|.*\b(?:logo|award|icon)\.?", re.IGNORECASE
)
_ADVERTISEMENT = re.compile(r"(?:advertisement|sponsored(?: content)?|promoted)\W*", re.IGNORECASE)
_QUIZ = re.compile(
    r"\d+ of \d+ answered|q\d{1,2}\..*|.*\bflashcards?\b.*|.*\b(?:this|the) quiz\b.*|"
    r"test your (?:understanding|knowledge)",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r".*\b(?:accept (?:all )?cookies|cookie (?:policy|settings|preferences)|we use cookies)\b.*|"
    r".*\ball rights reserved\b.*|(?:copyright )?(?:©|\(c\)).*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r".*(?:\bdoi\b|\bet al\b|\band others\b|\b(?:19|20)\d\d\b.{0,20}\b(?:vol(?:ume)?|issue)\b|"
    r"\b(?:vol(?:ume)?)\b.{0,12}\d|\baccessed\b.{0,20}\d{4}|\d{4};\s*\d+|"
    r"\b(?:19|20)\d\d\b[^.]{0,20}\b\d+\s*\(\d+\)).*|"
    r"[A-Z][^.!?]{2,60}\. [\"“][^\"”]+[\"”]\.?|[^.]{2,80}\(\d+(?:st|nd|rd|th) edition\).*",
    re.IGNORECASE | re.DOTALL,
)
_REFERENCE_HEADING = re.compile(
    r"(?:references?|sources?|bibliography|citations?|our sources|where this comes from)\W*",
    re.IGNORECASE,
)
_TEASER_HEADING = re.compile(
    r"(?:more on|more from|related (?:links|pages|articles|content|topics)|you (?:may|might) also|"
    r"read next|latest news|popular|recommended|trending)\b.*",
    re.IGNORECASE,
)

Label = tuple[Region, str]


def label(document: Document) -> Document:
    """The document with a region and a reason for every block that is not content."""
    blocks = [_by_words(document, block) for block in document.blocks]
    blocks = _sections(document, _advertisements(document, blocks))
    return replace(document, blocks=tuple(_after_dateline(blocks)))


def _by_words(document: Document, block: Block) -> Block:
    if block.region != "content":
        return block
    text = block.span.of(document.text)
    few = len(text) <= 160
    for applies, pattern, region, reason in (
        (few, _ADVERTISEMENT, "advertisement", "says that an advertisement follows"),
        (few, _DATELINE, "dateline", "a date of the page itself"),
        (few, _ONLY_DATE, "dateline", "a date of the page itself"),
        (few and not block.is_a("item"), _PICTURE_LINE, "boilerplate", "names a picture or a logo"),
        (len(text) <= 90, _LINK_LINE, "navigation", "a link to another page"),
        (True, _QUIZ, "interactive", "part of a quiz"),
        (few, _COOKIES, "boilerplate", "a notice of the website"),
        (not block.is_a("heading") and len(text) <= 400, _REFERENCE, "references", "a reference"),
    ):
        if applies and pattern.fullmatch(text):
            return _relabel(block, region, reason)
    if few and _FUSED.search(text) and text[-1] not in ".!?:;" and len(text.split()) <= 8:
        return _relabel(block, "navigation", "labels that ran together when the page was copied")
    if text.endswith(("...", "…")) and block.is_a("paragraph"):
        return _relabel(block, "teaser", "the cut-off start of another page")
    if text.endswith(("→", "»", "›")) and few:
        return _relabel(block, "navigation", "a link to another page")
    return block


def _relabel(block: Block, region: str, reason: str) -> Block:
    return replace(block, region=region, reason=reason)  # type: ignore[arg-type]  # from our table


def _advertisements(document: Document, blocks: list[Block]) -> list[Block]:
    """A block that follows "Advertisement" every time it appears belongs to the advertisement."""
    after: dict[str, int] = {}
    total: dict[str, int] = {}
    for index, block in enumerate(blocks):
        text = block.span.of(document.text)
        total[text] = total.get(text, 0) + 1
        if index and blocks[index - 1].region == "advertisement":
            after[text] = after.get(text, 0) + 1
    repeated = {text for text, count in after.items() if count > 1 and count == total[text]}
    return [
        _relabel(block, "advertisement", "stands under an advertisement, more than once")
        if block.region == "content" and block.span.of(document.text) in repeated
        else block
        for block in blocks
    ]


def _sections(document: Document, blocks: list[Block]) -> list[Block]:
    """Blocks under a heading for references or related pages, up to the next heading."""
    found: list[Block] = []
    section: Label | None = None
    for block in blocks:
        text = block.span.of(document.text)
        title = block.is_a("heading") or len(text.split()) <= 3
        if title and _REFERENCE_HEADING.fullmatch(text):
            section = ("references", "stands in the list of references")
        elif title and _TEASER_HEADING.fullmatch(text):
            section = ("teaser", "stands under links to other pages")
        elif block.is_a("heading") and (section is None or section[0] != "teaser"):
            section = None
        if section and block.region == "content":
            block = _relabel(block, *section)
        found.append(block)
    return found


def _after_dateline(blocks: list[Block]) -> list[Block]:
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
        _relabel(block, "teaser", "stands after the page's own date, among links and logos")
        if block.region == "content"
        else block
        for block in rest
    ]
