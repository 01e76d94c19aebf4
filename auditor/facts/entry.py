"""A label and what it means, as `entries` finds them."""

import re
from dataclasses import dataclass
from typing import Literal

from auditor.model import Document, Span

Shape = Literal["list", "row", "set off", "bold", "run in", "label"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what follows it.

    `head` is the label's place, `gloss` the words behind it, `block` the label's block, `last` the
    gloss's. `glossary` tells that it is one of a list of words rather than a heading and its text,
    `asked` that the label is a question: "What is a T?".
    """

    head: Span
    gloss: str
    block: int
    last: int
    shape: Shape
    glossary: bool
    asked: bool = False


_QUESTION = re.compile(
    r"^(?:(?:Q\d*[.:]?|\d{1,2}[.)])\s+)?(?:(?:so,? )?(?:what(?:['’]s| is| are| does| do| happens (?:during|in|at|when you have)| to expect (?:from|during|at))|how (?:does|do|is|are))\s+"
    r"(?:meant by\s+)?(?:an?\s|the\s|my\s|your\s)?|having\s(?:an?\s|your\s)?|"
    r"about\s+(?:the\s)?|(?:an?|the)\s)",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:\s+(?:mean|work|done|do|involve|feel like|like))?(?:[:–—-]\s*(?:what (?:is|are) (?:it|they|this)|explained))?\s*[?:.]*\s*$",
    re.IGNORECASE,
)


def core(document: Document, head: Span) -> Span:
    """The label without "What is a …?" round it."""
    text = head.of(document.text)
    lead = _QUESTION.match(text)
    start = lead.end() if lead else 0
    tail = _ENDING.search(text, start)
    end = tail.start() if tail else len(text)
    while start < end and text[start] in " \t\n\"“‘'*_":
        start += 1
    while end > start and text[end - 1] in " \t\n\"”’'*_":
        end -= 1
    return Span(head.start + start, head.start + max(start, end))
