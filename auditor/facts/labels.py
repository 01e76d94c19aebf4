"""Explanations that stand apart: entries of glossaries, headings, elements with a tooltip."""

import re
from collections.abc import Iterator

from auditor.facts.asides import STOPS
from auditor.facts.definitions import (
    Names,
    Status,
    Strength,
    is_expansion,
    strength,
    strength_in_list,
)
from auditor.facts.entry import Entry
from auditor.facts.inline import names
from auditor.facts.mentions import Mention
from auditor.facts.page import Page
from auditor.facts.sequels import told_as_fragment, told_as_process, told_by_pronoun
from auditor.facts.uses import Use
from auditor.model import Span
from auditor.stops import bounds

Found = tuple[Status, str]
_SPARE = 3  # words of a label besides the term


def found(page: Page, use: Use, first: Mention) -> Iterator[Found]:
    """Status and words of every such explanation of a term."""
    for mention in use.mentions:
        for span, said in page.said.at(mention.span):
            if _is_same(span, mention.span):
                yield from _tip(said, use)
    for mention in use.mentions:
        for entry in page.entries.get(mention.block, ()):
            if _is_label(page, entry, mention):
                yield from _entry(page, entry, mention, use, first)


def _is_same(element: Span, mention: Span) -> bool:
    return element.overlaps(mention) and len(element) <= len(mention) + 24


def _tip(said: str, use: Use) -> Iterator[Found]:
    names = (use.term.term, *use.term.abbreviations)
    if any(is_expansion(said, name) for name in names) or said.lower() in (
        use.term.term.lower(), *(one.lower() for one in use.term.variants),
    ):  # fmt: skip
        yield "weak", said
        return
    how = strength(said, Names((use.term.term,)))
    if how:
        yield how, said


def _is_label(page: Page, entry: Entry, mention: Mention) -> bool:
    """Whether the label names the term and little else."""
    if not entry.head.overlaps(mention.span):
        return False
    label = entry.head.of(page.text)
    low = max(0, mention.span.start - entry.head.start)
    around = label[:low] + " " + label[max(0, mention.span.end - entry.head.start) :]
    around = re.sub(r"\([^()]*\)", " ", around)
    spare = _SPARE if entry.glossary else 2 if entry.shape == "label" else 1
    return len(re.findall(r"\w+", around)) <= spare


def _entry(page: Page, entry: Entry, mention: Mention, use: Use, first: Mention) -> Iterator[Found]:
    called = names(page, use, mention)
    gloss = entry.gloss.strip()
    for short in (*called.main, *called.short):
        if is_expansion(re.split(r"[.:;]", gloss)[0], short):
            longer = gloss.partition(":")[2]
            yield (strength(longer, called, least=3) if longer else None) or "weak", gloss
            return
    told = _told(gloss, called, entry)
    if told is None:
        return
    how, gloss = told
    if how == "explained" and not entry.glossary and entry.shape == "label":
        sentence = page.sentence_at(page.document.blocks[entry.last].span.start)
        near = page.is_heading(first) or page.is_near(first, sentence)
        yield ("explained" if near or _is_linked(page, use, entry) else "explained late"), gloss
        return
    yield how, gloss


def _told(gloss: str, called: Names, entry: Entry) -> tuple[Strength, str] | None:
    """How well what follows a label explains it, and in which words; under a heading it must look
    like a meaning.
    """
    sentences = [gloss[low:high] for low, high in bounds(gloss)][:2]
    if not sentences:
        return None
    if entry.glossary:
        if re.match(r"see\b", gloss, re.IGNORECASE):
            pointed = len(gloss.split()) <= 6 and "policy" not in gloss
            return ("weak", gloss) if pointed else None
        return _with(strength_in_list(gloss, called), gloss)
    if entry.asked and not re.match(r"(?:you|we|they|it|this)\b", gloss, re.IGNORECASE):
        return _with(strength(gloss, called, least=3), gloss)
    for sentence in sentences:
        told = told_by_pronoun(sentence, called)
        if told:
            return told[0], sentence
        if told_as_fragment(sentence) and sentence is sentences[0]:
            return _with(strength(sentence, called, least=3), sentence)
        if told_as_process(sentence):
            return "explained", sentence
    in_words = re.match(r"[a-z]", gloss) and not re.search(r"\d", gloss)
    if entry.shape == "set off" and in_words and STOPS.search(gloss[:60]):
        return _with(strength(gloss, called, least=3), gloss)
    return None


def _with(how: Strength | None, gloss: str) -> tuple[Strength, str] | None:
    return (how, gloss) if how else None


def _is_linked(page: Page, use: Use, entry: Entry) -> bool:
    """Whether a use of the term is a link to the entry."""
    return any(
        target.overlaps(entry.head) and _is_same(span, one.span)
        for one in use.mentions
        for span, target in page.links.at(one.span)
    )
