"""What a copy lost or broke: gaps in sentences, fused words, mangled letters, ends and lists.

Sentences with damage are not scored, and nothing is claimed about the words that are lost.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from auditor.facts.bare import bare_words
from auditor.facts.breaks import lost_lists
from auditor.facts.context import Context
from auditor.facts.gaps import gaps
from auditor.frequency import is_counted, zipf
from auditor.model import Block, Document, Span

NAME = "damage"
NEEDS: tuple[str, ...] = ()

Kind = Literal["lost words", "fused words", "mangled letters", "cut-off end", "lost list"]


@dataclass(frozen=True, slots=True, order=True)
class Damage(Span):
    """A damaged place, with the words round it."""

    kind: Kind = "lost words"


_MANGLED = re.compile(
    r"â€|[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\dÂ|Â[ \u00a0]|\ufffd|ï»¿|ï¿½|&(?:amp;)*(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[\da-fA-F]{2,4});"
)
_WORD_AROUND = 40  # code points at most on each side of mangled letters
# "treatmentThe", "water.It"; short beginnings are names, such as iPhone.
_FUSED = re.compile(r"\b(?P<head>[a-z]{3,})(?P<stop>[.!?]?)(?P<tail>[A-Z][a-z]*)\b(?![.@/])")
_LONG_WORD = re.compile(r"\b[A-Za-z]{9,}\b")
_TAILS = (
    "include about with from your this that which have will may can are and the for is to"
).split()  # fmt: skip
# "thatlets", "youcan": a small word that ran into the next.
_HEADED = re.compile(
    r"\b(?:that|this|with|your|you|and|the|from|have|which|when|they)(?P<tail>[a-z]{3,})\b"
)
_COMMON = 3.0  # Zipf
_VERY_COMMON = 4.5
_ENDS = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_UNFINISHED = re.compile(
    r"\b(?:(?:if|when|because|but|and|which|while|until|unless|before|after|once|how|what|where) (?:it|you|they|we|he|she)|that|the|an?|your|our|their|my|its|of|for|with|in|on|at|by|from|into|to|as|between|without|"
    r"within|and|or|but|if|when|because|than|is|are|was|were|will|can|may|must|should|which|who)$"
)
# "What it is used for", "Things to look out for": titles that end with a small word on purpose.
_ASKING = re.compile(
    r"\b(?:what|who|where|how|which|things?|there)(?:[ \u00a0]+\w+){0,4}[ \u00a0]+(?:is|are|was|were|for|of|in|at|with|from|to)\Z",
    re.IGNORECASE,
)
_BEHEADED = re.compile(
    r"(?:is|are|was|were|has|have|can|may|will|must|should)[ \u00a0]|[,;][ \u00a0]"
)
_SEEN = ("paragraph", "item", "cell", "definition", "quote")


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Damage, ...]:
    """The damaged places of the content, in order, none inside another."""
    found: list[Damage] = []
    wide = _wide(document)
    content = [block for block in document.blocks if block.region == "content"]
    for before, block in zip([None, *content], content, strict=False):
        if not block.is_a("code"):
            found += _of_block(document, block, before, wide)
    found += [Damage(one.start, one.end, "lost list") for one in lost_lists(document.text, content)]
    return tuple(_apart(sorted(found)))


def _of_block(
    document: Document, block: Block, before: Block | None, wide: frozenset[int]
) -> Iterator[Damage]:
    text, start, end = document.text, block.span.start, block.span.end
    yield from _mangled(text, start, end)
    yield from _fused(text, start, end)
    if not any(block.is_a(kind) for kind in _SEEN):
        return
    lost = itertools.chain(gaps(text, start, end, wide), bare_words(text, start, end))
    yield from (Damage(first, last, "lost words") for first, last in lost)
    if not block.is_a("paragraph"):
        return
    ended = _ENDS.search(text, max(start, end - 4), end)
    led = before is not None and not _ENDS.search(before.span.of(text)) and before.is_a("paragraph")
    if ended and not led and (match := _BEHEADED.match(text, start, end)):
        yield Damage(*match.span(), "lost words")
    if not ended and len(text[start:end].split()) >= 5:
        last = _UNFINISHED.search(text, max(start, end - 12), end)
        if last and last.end() == end and not _ASKING.search(text[start:end]):
            yield Damage(*last.span(), "cut-off end")


def _mangled(text: str, start: int, end: int) -> Iterator[Damage]:
    """The words that hold letters read in a wrong encoding."""
    reached = start
    for match in _MANGLED.finditer(text, start, end):
        if match.start() < reached:
            continue
        first, last = match.span()
        while first > max(reached, match.start() - _WORD_AROUND) and not text[first - 1].isspace():
            first -= 1
        while last < min(end, match.end() + _WORD_AROUND) and not text[last].isspace():
            last += 1
        yield Damage(first, last, "mangled letters")
        reached = last


def _fused(text: str, start: int, end: int) -> Iterator[Damage]:
    for match in _FUSED.finditer(text, start, end):
        if match["stop"] or _are_words(match["head"], match["tail"].lower()):
            yield Damage(*match.span(), "fused words")
    for match in _LONG_WORD.finditer(text, start, end):
        word = match.group().lower()
        tail = next((tail for tail in _TAILS if word.endswith(tail)), "")
        if tail and not is_counted(word) and len(word) - len(tail) >= 5:
            head = word[: -len(tail)]
            if is_counted(head) and zipf(head) >= _COMMON:
                yield Damage(*match.span(), "fused words")
    for match in _HEADED.finditer(text, start, end):
        least = _COMMON if len(match["tail"]) > 4 else _VERY_COMMON
        if not is_counted(match.group()) and zipf(match["tail"]) >= least:
            yield Damage(*match.span(), "fused words")


def _are_words(head: str, tail: str) -> bool:
    return is_counted(head) and zipf(head) >= _COMMON and zipf(tail) >= _COMMON


def _wide(document: Document) -> frozenset[int]:
    """The places of spaces that were two or more on one line of the file."""
    return frozenset(
        segment.text.start
        for segment in document.segments.replaced()
        if len(segment.source) > 1
        and segment.text.of(document.text) == " "
        and not segment.source.of(document.parts[segment.part]).strip(" \u00a0")
    )


def _apart(found: list[Damage]) -> Iterator[Damage]:
    reached = -1
    for one in found:
        if one.start >= reached:
            yield one
            reached = one.end
