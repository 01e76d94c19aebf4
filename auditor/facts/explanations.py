"""Which terms a text uses, and whether it explains each (STANDARDS 6.1).

A term counts as explained where a glossary, an element made for it (`dfn`, `abbr`, `dl`), a
heading with its first sentence, or the sentence itself says what it means. An explanation that
comes only after the first use is late, unless it stands in a glossary.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from auditor.facts import glosses
from auditor.facts.context import Context
from auditor.facts.sentences import Sentence
from auditor.model import Block, Document, Span, Term
from auditor.phrases import Token

NAME = "explanations"
NEEDS: tuple[str, ...] = ("tokens", "sentences")

Status = Literal["explained", "partial", "explained late", "weak", "unexplained"]
_GLOSSARY = re.compile(
    r"(?:a )?(?:glossary|words? to know|key (?:words|terms)|what (?:the|these) (?:words|terms) mean|"
    r"jargon buster|definitions|medical (?:words|terms)(?: explained)?|useful words|words we use|"
    r"terms (?:explained|used)|explanation of (?:words|terms)).{0,30}",
    re.IGNORECASE,
)
_NEAR = 1  # blocks between first use and explanation that still count as beside it


@dataclass(slots=True)
class Mention:
    """One use of a term: its span, and the index of its block."""

    span: Span
    block: int


@dataclass(slots=True)
class Explained:
    """A term of the lexicon in this document, where it is first used, and what explains it."""

    term: Term
    status: Status
    mentions: list[Mention] = field(default_factory=list)
    first_use: Mention | None = None
    quote: str = ""


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Explained, ...]:
    """Every term of the lexicon that content uses, in order of first use."""
    tokens: Sequence[Sequence[Token]] = evidence["tokens"]
    found: dict[str, Explained] = {}
    for index, block in enumerate(document.blocks):
        if block.region != "content" or block.is_a("code") or block.is_a("title"):
            continue
        for span, form in context.lexicon.forms.find(document.text, tokens[index]):
            if form.is_written(span.of(document.text)):
                entry = found.setdefault(form.term.term, Explained(form.term, "unexplained"))
                entry.mentions.append(Mention(span, index))
    by_block = _sentences_by_block(evidence["sentences"])
    glossary = _glossary_blocks(document)
    for entry in found.values():
        _judge(document, entry, by_block, glossary)
    return tuple(sorted(found.values(), key=lambda entry: entry.mentions[0].span.start))


def _sentences_by_block(sentences: Sequence[Sentence]) -> dict[int, list[Sentence]]:
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    return by_block


def _glossary_blocks(document: Document) -> frozenset[int]:
    """Indexes of blocks in a section that a heading calls a glossary, and of definition lists."""
    inside = False
    depth = ""
    found: set[int] = set()
    for index, block in enumerate(document.blocks):
        text = block.span.of(document.text)
        if block.is_a("heading"):
            if _GLOSSARY.fullmatch(text.strip(" :")):
                inside, depth = True, block.kind
            elif inside and not _is_entry(document, index, depth):
                inside = False
        if inside or block.is_a("term") or block.is_a("definition"):
            found.add(index)
    return frozenset(found)


def _is_entry(document: Document, index: int, depth: str) -> bool:
    """Whether a heading inside a glossary is an entry's term rather than the next section.

    Levels tell where there are any; in plain text an entry has one short paragraph and then
    another short heading or the end.
    """
    block = document.blocks[index]
    if block.kind != "heading" and depth != "heading":
        return block.kind > depth
    body = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    words = len(block.span.of(document.text).split())
    return body is not None and body.is_a("paragraph") and words <= 5


def _judge(
    document: Document,
    entry: Explained,
    sentences: Mapping[int, list[Sentence]],
    glossary: frozenset[int],
) -> None:
    body = [m for m in entry.mentions if not _is_heading(document.blocks[m.block])]
    outside = [m for m in body if m.block not in glossary]
    entry.first_use = (outside or body or entry.mentions)[0]
    best: tuple[Status, int, str] | None = None
    for mention in entry.mentions:
        found = (
            _glossary_entry(document, mention, glossary)
            or _element(document, mention)
            or _heading(document, mention, sentences)
            or _inline(document, mention, sentences)
        )
        if found is None:
            continue
        status, quote = found
        if _is_circular(entry.term, quote):
            status = "weak"
        if best is None or _RANK[status] < _RANK[best[0]]:
            best = (status, mention.block, quote)
        if status == "explained":
            break
    if best is None:
        return
    entry.status, block, entry.quote = best
    late = block - entry.first_use.block > _NEAR and block not in glossary
    if late and entry.status == "explained":
        entry.status = "explained late"


_RANK: dict[str, int] = {"explained": 0, "partial": 1, "weak": 2}
Found = tuple[Status, str]


def _is_heading(block: Block) -> bool:
    return block.is_a("heading") or block.is_a("term")


def _is_circular(term: Term, gloss: str) -> bool:
    """Whether a short gloss says little but the term again."""
    words = gloss.lower().split()
    return len(words) <= 4 and term.term.lower().split()[-1] in words


def _glossary_entry(document: Document, mention: Mention, glossary: frozenset[int]) -> Found | None:
    """The mention begins an entry of a glossary, and a definition follows it."""
    if mention.block not in glossary:
        return None
    block = document.blocks[mention.block]
    head = document.text[block.span.start : mention.span.start]
    if head.strip(" *_\"“‘'").lower() not in ("", "a", "an", "the"):
        return None
    rest = document.text[mention.span.end : block.span.end].strip(" \u00a0:–—-*_.()")
    if len(rest.split()) >= 3:
        return "explained", rest
    if mention.block + 1 < len(document.blocks):
        following = document.blocks[mention.block + 1]
        if not _is_heading(following):
            return "explained", following.span.of(document.text)
    return None


def _element(document: Document, mention: Mention) -> Found | None:
    """The mention stands in a `dfn`, or in an `abbr` or link whose title says what it is."""
    for node in document.nodes:
        if node.name in ("dfn", "abbr", "a", "span") and node.span.covers(mention.span):
            title = node.attrs.get("title", "")
            if len(title.split()) >= 3 and node.name != "a":
                return "explained", title
            if node.name == "dfn" and len(node.span) <= len(mention.span) + 4:
                return "explained", node.span.of(document.text)
    return None


def _heading(
    document: Document, mention: Mention, sentences: Mapping[int, list[Sentence]]
) -> Found | None:
    """The mention is (nearly) all of a heading, and the text below begins by defining it."""
    block = document.blocks[mention.block]
    if not block.is_a("heading"):
        return None
    other = len(block.span.of(document.text).split()) - len(mention.span.of(document.text).split())
    if other > 3:
        return None
    for sentence in sentences.get(mention.block + 1, [])[:2]:
        text = sentence.span.of(document.text)
        if not sentence.damaged and glosses.defines(text):
            return "explained", text
    return None


def _inline(
    document: Document, mention: Mention, sentences: Mapping[int, list[Sentence]]
) -> Found | None:
    block = document.blocks[mention.block]
    if block.is_a("heading"):
        return None
    here = sentences.get(mention.block, [])
    for index, sentence in enumerate(here):
        if not sentence.span.covers(mention.span) or sentence.damaged:
            continue
        start = document.text[sentence.span.start : mention.span.start]
        rest = document.text[mention.span.end : sentence.span.end]
        runs_in = mention.span.start <= block.span.start + 2 and re.match(r"\s*[.:]", rest)
        if runs_in and len(rest.strip(" .:").split()) >= 3:
            return "explained", rest.strip(" .:")
        if runs_in and index + 1 < len(here):
            return "explained", here[index + 1].span.of(document.text)
        gloss = _subject_gloss(start, rest) or glosses.before(start, rest)
        if gloss:
            return gloss.strength, gloss.text
    return None


def _subject_gloss(start: str, rest: str) -> glosses.Gloss | None:
    """A gloss after the mention; verbs count only where the mention can be the subject."""
    gloss = glosses.after(rest)
    if gloss is None:
        return None
    beside = rest.lstrip().startswith(("(", ",", "–", "—", "-"))
    return gloss if beside or len(re.split(r"[.;:]", start)[-1].split()) <= 4 else None
