"""Every sentence of a page as evidence: what kind of words it is, and where a reader meets it.

"When should I call you?" in a list of questions to ask is no instruction, a title in a list of
references is no statement, and small print in a page's footer is easily missed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from auditor.facts.sentences import Sentence
from auditor.model import Block, Document, Span
from auditor.stops import bounds
from auditor.text import Signs

Form = Literal[
    "instruction", "statement", "question", "heading", "link", "logo", "reference",
    "advertisement", "quiz", "navigation",
]  # fmt: skip
Place = Literal["text", "furniture", "aside", "teaser"]

_REGIONS: dict[str, tuple[Form | None, Place]] = {
    "content": (None, "text"),
    "dateline": (None, "text"),
    "boilerplate": (None, "furniture"),
    "teaser": (None, "teaser"),
    "references": ("reference", "text"),
    "advertisement": ("advertisement", "aside"),
    "interactive": ("quiz", "aside"),
    "navigation": ("navigation", "furniture"),
}
_TERMS = re.compile(
    r"(?:(?:terms|conditions)(?: and conditions| of (?:use|service|website use))?|terms & conditions"
    r"|legal (?:notice|information|terms)|website terms|user agreement|privacy (?:policy|notice)|small print"
    r"|conditions (?:of|for) (?:use|sale)|liability)\W*",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"\bcookies\b", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:sidebar|side-bar|cookie|modal|tooltip|popover|popup|footnotes?)\b", re.I)
_READERS = re.compile(
    r"\bquestions\b[^.]{0,30}\b(?:ask|think about|discuss|take|bring)\b|\b(?:ask|asking)\b[^.]{0,40}:\W*$"
    r"|\byou (?:may|might|could) (?:want|like|wish) to ask\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    r"(?:please|always|do|do not|don['’]t|never|ask|tell|see|call|phone|ring|dial|contact|go|get|take|keep|"
    r"use|talk|speak|let|check|make|stop|seek|visit|read|bring|wear|watch|look|send|write|report|have|come|"
    r"try|avoid|eat|drink|start|follow|give|say|show|remember|consult|discuss|email|text|search)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$£€]\s?\d|\b\d+% off\b|\b(?:buy|shop|order) now\b", re.IGNORECASE)
_LEAD = re.compile(r"(?::|\bif)\W*$", re.IGNORECASE)
_THEM = re.compile(r"\b(?:them|they|her|him|it|this)\b", re.IGNORECASE)
_CITED = re.compile(
    r"^\W*(?:[Aa]dapted from:? )?[A-Z][^.:]{2,80}\. [^.]{3,120}\. (?:In: [^.]{3,80}[.,]|[A-Z][\w ]{2,30}: [A-Z][^.;]{2,40}[;,])"
    r"[^.]{0,30}\b(?:19|20)\d\d\b|^\W*(?:[Aa]dapted from:? )?[A-Z][\w-]+,? [A-Z]{1,2}\. [^.]{3,120}\. In: "
)
_ADDRESS = re.compile(r"\w\.(?:org|gov|uk|com|ie|au|eu|net|info|example)\b")
_FILLED = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: [A-Z\d]")  # "Funding: The Lamp Trust"
_POLICY = re.compile(
    r"\badvertis(?:ing|ements?|ers?)\b[^.]{0,60}\b(?:helps?|supports?|funds?|pays?)\b|\bnot endorse\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bthis (?:page|leaflet|booklet|information|guide)\b|\bwe used\b"
    r"|^\W*(?:ask|tell|call|see|stop|take|do not|never|always) [a-z]",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|can|may|will|who|that|spent|took|got)\b")
_SHORTENED = ("reg.", "no.", "nr.", "tel.")  # a number follows
_TITLE_WORDS = 5
_TITLES = frozenset({"heading", "title", "caption"})


class Candidate(NamedTuple):
    """A sentence: where it stands, its words, what it is, the heading or lead-in above it, and the
    sentence before it in the same block.

    `text` begins with the question before the sentence, if that is one: "Any worries? Call us."
    """

    start: int
    end: int
    text: str
    form: Form
    place: Place
    under: str
    last: str = ""

    @property
    def own(self) -> str:
        """The sentence, with a question that it answers, but with no other sentence before it."""
        before = self.text[: -(self.end - self.start)]
        return self.text if before.endswith("? ") else self.text[len(before) :]

    @property
    def span(self) -> Span:
        """Where it stands in the text of the document."""
        return Span(self.start, self.end)


def candidates(document: Document, sentences: Sequence[Sentence]) -> Iterator[Candidate]:
    """All sentences of the page in order, with the words of its logos first."""
    yield from _logos(document)
    text, signs = document.text, Signs(document.text)
    known: dict[int, list[tuple[int, int]]] = {}
    for sentence in sentences:
        known.setdefault(sentence.block, []).append((sentence.span.start, sentence.span.end))
    folded, links = _folded(document), _links(document)
    heading = lead = head_row = ""
    aside = asked = was_title = False
    previous: Block | None = None
    for index, block in enumerate(document.blocks):
        if block.region not in _REGIONS or block.reason == "hidden":
            continue
        start, end = block.span.start, block.span.end
        words = text[start:end]
        form, place = _REGIONS[block.region]
        base = block.kind.partition(".")[0]
        title = _is_title(base, words)
        # Words of the page itself may stand in a slot for advertisements, among references, in a
        # footnote, beside the text, or in the question whether the page was any use.
        if (
            (form == "advertisement" and _POLICY.search(words))
            or (form == "reference" and words.endswith(".") and _OWN.search(words))
            or block.reason == "beside the main text"
        ):
            form, place = None, "aside"
        elif block.reason == "asks about the page itself":
            form, place = None, "furniture"
        entered = previous is None or previous.region != block.region
        if entered and block.region == "boilerplate" and not was_title:
            heading = ""  # a footer does not stand under the last heading of the text
        if title:
            heading, lead = words, ""
            aside = bool(_TERMS.fullmatch(words))
            asked = bool(_READERS.search(words))
        elif lead and base != "item" and (previous is None or previous.is_a("item")):
            lead = ""
        if base == "cell":
            head_row = _head_row(block, previous, words, head_row)
        if (
            aside
            or (folded and any(low <= start < high for low, high in folded))
            or (place != "text" and _COOKIE.search(words))
        ):
            place = "aside"
        if form == "reference" and (title or _is_running(block, words)):
            form = None
        elif form is None and ": " in words and _CITED.search(words):
            form = "reference"
        if previous and previous.region == "advertisement" and _PRICE.search(words):
            form = "advertisement"
        if links and form is None and not title and _all_links(links, start, end, words):
            form = "link" if len(links_in(links, start, end)) == 1 else "navigation"
        under = head_row if base == "cell" else lead or heading
        before = last = ""
        for low, high in known[index] if index in known else bounds(text, start, end, signs):
            sentence_text = text[low:high]
            kind = form or _form(title, sentence_text, asked and not title)
            yield Candidate(low, high, before + sentence_text, kind, place, under, last)
            last = sentence_text
            question = kind == "question" and not asked and not _READERS.search(heading)
            if high < end:  # there is a next sentence, which may lean on this one
                leans = (
                    question
                    or sentence_text.lower().endswith(_SHORTENED)
                    or (high - low < 200 and _THEM.search(text, high, end))
                )
                before = sentence_text + " " if leans else ""
        if base != "item" and (_LEAD.search(words[-8:]) or _heads_list(document, index, words)):
            lead = words[-200:]
            asked = asked or bool(_READERS.search(words))
        previous, was_title = block, title


def _form(title: bool, text: str, asked: bool) -> Form:
    if text.rstrip("\"'”’)* ").endswith("?") or asked:
        return "question"
    if title and not (_LEAD.search(text[-8:]) or _ADDRESS.search(text) or _FILLED.match(text)):
        return "heading"
    return "instruction" if _IMPERATIVE.match(text) else "statement"


def _is_running(block: Block, words: str) -> bool:
    """Whether a block is taken for a reference for one of its sentences, and begins as text."""
    if block.reason != "a reference":
        return False
    first, stop, rest = words.partition(". ")
    return (
        bool(stop)
        and rest.count(". ") >= 2
        and len(first.split()) > 4
        and bool(_VERB.search(first))
    )


def _is_title(base: str, words: str) -> bool:
    """A heading, or a short line without a stop that looks like one."""
    if base in _TITLES:
        return True
    if base != "paragraph" or len(words) > 50 or len(words.split()) > _TITLE_WORDS:
        return False
    return words[:1].isupper() and words[-1:].isalpha() and bool(_TERMS.fullmatch(words))


def _heads_list(document: Document, index: int, words: str) -> bool:
    """A short line without a stop on top of a list: "Useful links" in bold."""
    following = document.blocks[index + 1 : index + 2]
    return len(words) <= 60 and words[-1:].isalpha() and any(b.is_a("item") for b in following)


def _head_row(block: Block, previous: Block | None, words: str, known: str) -> str:
    """The words at the head of the table's columns."""
    if not block.kind.endswith("header"):
        return known
    fresh = previous is None or not previous.kind.endswith("header")
    return words if fresh else f"{known} | {words}"


def _folded(document: Document) -> list[tuple[int, int]]:
    """Stretches that few readers open: details, footnotes, side boxes."""
    return [
        (node.span.start, node.span.end)
        for node in document.nodes
        if node.name == "details"
        or node.attrs.get("role") == "doc-footnote"
        or ("class" in node.attrs and _SIDE.search(node.attrs["class"]))
    ]


def _links(document: Document) -> list[tuple[int, int]]:
    return [
        (node.span.start, node.span.end)
        for node in document.nodes
        if node.name == "a" and node.span.end > node.span.start
    ]


def links_in(links: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The links that stand in a stretch; `links` are in order."""
    return links[bisect_right(links, (start, -1)) : bisect_right(links, (end, -1))]


def _all_links(links: list[tuple[int, int]], start: int, end: int, words: str) -> bool:
    """Whether a block is links and hardly anything else: "Home | Side effects | Risks"."""
    inside = links_in(links, start, end)
    if not inside or ":" in words:
        return False
    return sum(high - low for low, high in inside) >= 0.7 * (end - start) and words[-1:] not in ".!"


def _logos(document: Document) -> Iterator[Candidate]:
    for node in document.nodes:
        if node.name != "img":
            continue
        words = node.attrs.get("alt", "").strip()
        if words and ("logo" in node.attrs.get("src", "").lower() or "logo" in words.lower()):
            at = node.span.start
            yield Candidate(at, at, words, "logo", "furniture", "")
