"""Entries: places where a word stands as a label and what it means follows.

Definition lists, rows of tables, a bold word and a line, "word: meaning", a label line and the line
below, a summary and its details, a question and its answer. Where they stand under "Glossary",
"Words to know" and the like, or several of one shape follow each other, they are a glossary.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from auditor.facts.context import Context
from auditor.facts.entry import Entry, Shape, core
from auditor.facts.sequels import told_as_fragment
from auditor.facts.table_entries import rows
from auditor.model import Block, Document, Span
from auditor.stops import bounds

NAME = "entries"
NEEDS: tuple[str, ...] = ("sentences",)

_TITLE = re.compile(
    r"(?:an? |the |our |your )?(?:(?:short |mini |useful |medical |quick )?(?:glossary|word ?list|dictionary|jargon[ -]?buster|definitions)|"
    r"(?:key |useful |medical |hard |difficult |new |some |important )*(?:words|terms|names|jargon|abbreviations)"
    r"(?: (?:to know|to learn|explained|used|we use|you (?:may|might|will) (?:hear|see|meet|read)|your \w+ (?:uses?|may use)|"
    r"(?:in|on|used (?:in|on)) this \w+|and (?:their )?(?:meanings?|what they mean)|you need))*|"
    r"what (?:the |these |those |all (?:the|these) )?(?:\w+ )?(?:words|terms|letters) (?:mean|stand for)|"
    r"explanations? of (?:\w+ )?(?:words|terms)(?: .*)?|meaning of (?:\w+ )?(?:words|terms)|"
    r"(?:in this leaflet|on this page)|a(?: to |-)z)"
    r"(?: \{#\w+\})?",
    re.IGNORECASE,
)
# A label, and the mark between it and its meaning.
_SET_OFF = re.compile(
    r"(?P<head>[^\s:–—=.;!?,()][^:–—=.;!?]{0,70}?(?:\([^()]{1,60}\))?)\s*(?::|[–—]|\s-|=)\s+(?P<gloss>\S.*)",
    re.DOTALL,
)
# A label and its mark are no longer than this, and hold one of these.
_NEAR = 150
_MARK = re.compile(r"[:–—=]|\s-")
_RUN_IN = re.compile(
    r"(?P<head>[A-Z0-9][^.:;!?]{0,50}(?:\([^()]{1,30}\))?)[.?]\s+(?P<gloss>\S.*)", re.DOTALL
)
_ANSWER = re.compile(r"A(?:\d+[.:]?|[.:])\s+")
_MOST_WORDS = 9
_LONGEST_TITLE = 60  # characters
_REGIONS = ("content", "boilerplate", "interactive")


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Every entry, in order of its label."""
    inside = _sections(document)
    bold = {
        node.span.start: node.span
        for node in document.nodes
        if node.name in ("b", "strong", "dfn", "em", "i") and len(node.span) < 90
    }
    found = list(rows(document))
    ends: dict[int, list[int]] = {}  # of the sentences of each block
    for sentence in evidence.get("sentences", ()):
        ends.setdefault(sentence.block, []).append(sentence.span.end)
    for index, block in enumerate(document.blocks):
        # What is pasted behind the links at the end of a page seems to be part of them.
        read = (
            block.region in _REGIONS
            or block.reason == "beside the main text"
            or (block.region == "teaser" and index in inside)
        )
        if not read or block.is_a("cell") or block.is_a("title"):
            continue
        entry = _entry(document, index, block, bold, ends)
        if entry is not None:
            found.append(entry)
    found.sort(key=lambda entry: (entry.head.start, entry.head.end))
    return tuple(_marked(document, found, inside))


def _sections(document: Document) -> frozenset[int]:
    """Indexes of blocks below a title such as "Glossary", up to the next section."""
    depth = ""
    found: set[int] = set()
    for index, block in enumerate(document.blocks):
        if len(block.span) < _LONGEST_TITLE:
            text = block.span.of(document.text).strip(" :*_.#")
        else:
            text = ""
        if text and _TITLE.fullmatch(text) and not block.is_a("cell"):
            depth = block.kind if block.is_a("heading") else "paragraph"
            continue
        if depth and block.is_a("heading") and not _is_label(document, index, depth):
            depth = ""
        if depth:
            found.add(index)
    return frozenset(found)


def _is_label(document: Document, index: int, depth: str) -> bool:
    """Whether a heading inside a glossary is an entry's label rather than the next section."""
    block = document.blocks[index]
    if block.kind != "heading" and depth.startswith("heading.") and block.kind > depth:
        return True
    if index + 1 >= len(document.blocks) or not document.blocks[index + 1].is_a("paragraph"):
        return False
    plain = block.kind == "heading"
    return plain and len(block.span.of(document.text).split()) <= 5


def _entry(
    document: Document,
    index: int,
    block: Block,
    bold: Mapping[int, Span],
    ends: Mapping[int, list[int]],
) -> Entry | None:
    text = block.span.of(document.text)
    start = block.span.start
    if len(text) < _LONGEST_TITLE and _TITLE.fullmatch(text.strip(" :*_.#")):
        return None
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if block.is_a("term"):
        return _below(document, index, block.span, "list", ends)
    whole = bold.get(start)
    if whole is None and text[:1] in "\"“‘'":
        whole = bold.get(start + 1)
    if whole is not None and whole.end < block.span.end and block.span.covers(whole):
        rest = document.text[whole.end : block.span.end].lstrip(" :.–—-=*_\n")
        label = document.text[whole.start : whole.end]
        joined = document.text[whole.end : whole.end + 3].lstrip()
        runs_on = joined[:1].islower() or joined[:1] in ",;("
        if rest and not runs_on and len(label.split()) <= _MOST_WORDS:
            rest = _ANSWER.sub("", rest, count=1) if _ANSWER.match(rest) else rest
            return Entry(core(document, whole), rest, index, index, "bold", False)
        bracket = re.match(
            r"\s*\([^()]{1,60}\)\s*[:–—=-]?\s*(\S.*)",
            document.text[whole.end : block.span.end],
            re.S,
        )
        if bracket and bracket.group(1)[0].isupper():
            return Entry(core(document, whole), bracket.group(1), index, index, "bold", False)
    short = len(text) <= 90 and len(text.split()) <= _MOST_WORDS
    if (
        short
        and following is not None
        and (block.is_a("heading") or _is_line(document, block, text))
    ):
        return _below(document, index, block.span, "label", ends)
    near = text[:_NEAR]
    set_off = _MARK.search(near) is not None
    if set_off and (match := _SET_OFF.match(text)) and len(match["head"].split()) <= _MOST_WORDS:
        head = Span(start + match.start("head"), start + match.end("head"))
        return Entry(core(document, head), match["gloss"], index, index, "set off", False)
    runs_in = ". " in near or "? " in near or ".\n" in near
    if runs_in and (match := _RUN_IN.match(text)) and len(match["head"].split()) <= 5:
        head = Span(start + match.start("head"), start + match.end("head"))
        return Entry(core(document, head), match["gloss"], index, index, "run in", False)
    return None


def _is_line(document: Document, block: Block, text: str) -> bool:
    """A paragraph that is a label: a summary, all bold, or a short line without a stop."""
    if block.node is not None:
        node = document.nodes[block.node]
        if node.name == "summary":
            return True
        if any(
            one.name in ("b", "strong", "dfn") and len(one.span) >= len(block.span) - 1
            and one.span.overlaps(block.span)
            for one in document.nodes[block.node + 1 : block.node + 3]
        ):  # fmt: skip
            return True
    short = block.is_a("paragraph") and len(text.split()) <= 5 and text[-1:].isalnum()
    return short and not _SET_OFF.match(text)


def _below(
    document: Document, index: int, head: Span, shape: Shape, ends: Mapping[int, list[int]]
) -> Entry | None:
    """The entry whose meaning is the next block: its first two sentences."""
    if index + 1 >= len(document.blocks):
        return None
    block = document.blocks[index + 1]
    if block.is_a("heading") or block.is_a("term") or block.is_a("title"):
        return None
    stops = ends.get(index + 1) or [
        end for _, end in bounds(document.text, block.span.start, block.span.end)
    ]
    if not stops:
        return None
    last = stops[min(1, len(stops) - 1)]
    gloss = document.text[block.span.start : last]
    return Entry(core(document, head), gloss, index, index + 1, shape, shape == "list")


def _marked(
    document: Document, entries: Sequence[Entry], inside: frozenset[int]
) -> Iterator[Entry]:
    """The entries, those that are part of a list of words marked."""
    for at, entry in enumerate(entries):
        beside = [
            other
            for other in entries[max(0, at - 1) : at + 2]
            if other is not entry
            and other.shape == entry.shape
            and abs(other.block - entry.block) <= (3 if entry.shape == "row" else 1)
        ]
        listed = bool(beside) and entry.shape in ("set off", "bold", "run in", "row")
        block = document.blocks[entry.block]
        lead = document.text[block.span.start : entry.head.start].lower()
        if (
            re.match(r"(?:q\d*[.:]? )?(?:so,? )?(?:what|how (?:does|do|is|are))\b", lead)
            or "what" in lead
        ):
            entry = replace(entry, asked=True)
        own = entry.block in inside or entry.last in inside
        if own or entry.glossary or entry.shape == "list" or (listed and _means(entry)):
            yield replace(entry, glossary=True)
        else:
            yield entry


def _means(entry: Entry) -> bool:
    """Whether the gloss has the shape of a meaning."""
    first = entry.gloss.split(". ")[0]
    return told_as_fragment(first) or bool(re.match(r"[a-z]+s that\b|[a-z]+ing\b", first))
