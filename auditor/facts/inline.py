"""Explanations in running text: round a mention, or in the sentence after it."""

import re
from collections.abc import Iterator

from auditor.facts import glosses, naming
from auditor.facts.definitions import Names, Status, Strength, strength
from auditor.facts.mentions import Mention
from auditor.facts.page import Page
from auditor.facts.sequels import told_again, told_as_process, told_by_pronoun
from auditor.facts.uses import Use

Found = tuple[Status, str]
# The noun that ends a name which letters or a rare word begin: "SGLT2 inhibitors are …".
_HEAD = re.compile(
    r"[ -](?:inhibitors?|blockers?|agonists?|analogues?|receptors?|antibod(?:y|ies)|genes?|proteins?|tests?|scans?|class|cells?|"
    r"teams?|nurses?|doctors?|surgeons?|specialists?|consultants?|therapists?|clinics?|units?|services?|treatments?|therap(?:y|ies)|drugs?|medicines?|sprays?|tablets?|drops|creams?|ointments?|machines?|lines?|trials?|injections?|infusions?|levels?|counts?|scores?|results?|machines?)\b"
)
_CONDITIONS = frozenset({"condition", "symptom", "side-effect"})
_DONE = frozenset({"test", "procedure", "treatment", "equipment", "medicine"})
_MOST = 12  # mentions looked at; who has not explained a term by then does not
_AHEAD = 8  # sentences from the first use on
_FEW = 3  # of a term that most readers know
_QUOTED = re.compile(
    r"[\"“‘']?(?P<word>[A-Z]?[\w-]+)[\"”’']?\s+(?:just |simply )?means?\s+(?:that\s+)?(?P<gloss>.{8,})",
    re.DOTALL,
)
_BY_WE_MEAN = re.compile(
    r"by [\"“‘']?(?P<word>[\w-]+)[\"”’']?,? we mean (?:that )?(?P<gloss>.{8,})",
    re.DOTALL | re.IGNORECASE,
)


def found(page: Page, use: Use, first: Mention) -> Iterator[Found]:
    """Status and words of every explanation in running text, in the order of the mentions."""
    linked = [target for one in use.mentions for _, target in page.links.at(one.span)]
    late = False
    for mention in use.mentions[: _MOST if use.term.explain == "everyone" else _FEW]:
        if late and not linked:
            break  # what stands further on can only be late as well
        at = page.sentence_at(mention.span.start)
        if at < 0 or page.sentences[at].damaged or page.is_heading(mention):
            continue
        for status, quote, place in _round(page, use, mention, at):
            if status == "explained" and not (
                page.is_near(first, place) or any(one.overlaps(mention.span) for one in linked)
            ):
                yield "explained late", quote
                late = True
            else:
                yield status, quote


def _round(page: Page, use: Use, mention: Mention, at: int) -> Iterator[tuple[Strength, str, int]]:
    """What the sentence of a mention, and the one after it, say of the term."""
    text, called = page.text, names(page, use, mention)
    sentence = page.sentences[at]
    start = text[sentence.span.start : mention.span.start]
    rest = text[mention.span.end : sentence.span.end]
    skipped = _HEAD.match(rest) or glosses.BETWEEN.match(rest)
    previous = ""
    if at and page.sentences[at - 1].block == sentence.block:
        previous = page.sentences[at - 1].span.of(text)
    condition = use.term.kind in _CONDITIONS
    gloss = glosses.after(start, rest, called, condition=condition)
    if skipped and (gloss is None or gloss.strength != "explained"):
        gloss = (
            glosses.after(
                start,
                rest[skipped.end() :],
                called,
                condition=condition,
                subject="s" if " and " in skipped.group() else skipped.group(),
            )
            or gloss
        )
    if gloss:
        yield gloss.strength, gloss.text, at
    led = naming.before(start, rest, called, previous)
    if led:
        yield led.strength, led.text, at
    yield from _after(page, use, mention, at)


def names(page: Page, use: Use, mention: Mention) -> Names:
    """What the term is called: in the lexicon, here, in letters, and elsewhere."""
    written = mention.span.of(page.text)
    known = page.called.get((use.term.term, written))
    if known is not None:
        return known
    term = use.term
    shorts = (*term.abbreviations, *((use.short.short,) if use.short else ()))
    found = Names(tuple(dict.fromkeys((term.term, written))), shorts, term.variants)
    page.called[term.term, written] = found
    return found


def _after(page: Page, use: Use, mention: Mention, at: int) -> Iterator[tuple[Strength, str, int]]:
    """What the next sentence says of the term that ends this one, with "It" or step by step."""
    text = page.text
    sentence = page.sentences[at]
    called = names(page, use, mention)
    near = False  # the sentence between is of the term too
    for ahead in (1, 2):
        if at + ahead >= len(page.sentences):
            return
        following = page.sentences[at + ahead]
        if following.damaged or following.block > sentence.block + 1:
            return
        said = following.span.of(text)
        if following.block != sentence.block and not _continues(page, following.block):
            return
        whole = sentence.span.of(text)
        asked = whole.endswith("?") and (
            len(sentence.words) <= len(mention.span.of(text).split()) + 1 or _ASKED.match(whole)
        )
        answers = asked and ahead == 1 and not _ADVICE.match(said)
        if answers and strength(_NO.sub("", said), called, least=4) == "explained":
            yield "explained", said, at + 1
        only = (
            (
                page.is_last_term(mention, sentence.span.end)
                and not (_IT.match(said) and page.begins_with_other(sentence.span, mention))
            )
            or re.match(r"(?:they|both|these|all)\b", said, re.IGNORECASE)
            or _BEGINS.fullmatch(text[sentence.span.start : mention.span.start])
        ) and not _differs(mention.span.of(text), said, use)
        told = told_by_pronoun(said, called) if only else None
        told = told or told_again(said, called)
        letters = _LETTERS.match(said) if " for " in said else None
        if letters:
            told = told_by_letters(letters["more"], called)
        if told:
            yield told[0], told[1], at + (1 if near else ahead)
        elif only and not page.begins_with_term(following.span) and _is_process(use, said):
            yield "explained", said, at + (1 if near else ahead)
        if len(following.words) > 6 and not told:
            if ahead > 1 or not _STILL.search(said) or page.has_term(following.span):
                return
            near = True


_IT = re.compile(r"(?:it|they|there|he|she)\b(?! means?\b)", re.IGNORECASE)
_STILL = re.compile(r"\b(?:it|them|this|these)\b", re.IGNORECASE)
# "What does T mean?", "What happens in a T?": the next sentence answers.
_ASKED = re.compile(r"(?:so,? )?what(?:['’]s| is| are| does| do| happens)\b[^?]*\?$", re.IGNORECASE)
_NO = re.compile(r"^no\s", re.IGNORECASE)
_ADVICE = re.compile(
    r"(?:ask|tell|ring|call|see|speak|talk|you (?:should|must|can|may|need)|your (?:doctor|nurse|team)|we (?:will|can)|please|this depends|it depends)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:an?|the|your)?\s?[\"“‘'*_]*", re.IGNORECASE)  # a sentence's subject


def _differs(written: str, said: str, use: Use) -> bool:
    """Whether "It" follows several things: "statins … It …" is of something else."""
    several = written.endswith("s") and not written.endswith(("ss", "is", "us"))
    return (
        several and use.term.kind not in _CONDITIONS and re.match(r"it\b", said, re.I) is not None
    )


# What goes on in the body itself: not what staff do to it.
_OF_BODY = re.compile(
    r"(?!.*\b(?:is|are|be) \w+ed\b|(?:\S+ ){1,5}(?:can|may|might)\b|(?:the|your|an?) (?:midwife|nurse|doctor|surgeon|team|dentist)\b)"
    r"(?:the|your|one|some|parts? of|too (?:much|little)|fluid|blood|tiny|small|an?)\b",
    re.IGNORECASE,
)


def _is_process(use: Use, said: str) -> bool:
    if _is_done(use):
        return told_as_process(said)
    return bool(_OF_BODY.match(said)) and told_as_process(said, least=1)


def _is_done(use: Use) -> bool:
    """Whether the term may be something that is done to people, as a test is."""
    return use.source != "lexicon" or use.term.kind in _DONE


_LETTERS = re.compile(
    r"(?:the (?:letters?|full name|initials)(?= stands?| is)|it|this|that) (?:stands? for|is short for) [^:;,(–.]{6,60}[:;,(–-]+ (?P<more>.+)",
    re.IGNORECASE | re.DOTALL,
)


def told_by_letters(more: str, called: Names) -> tuple[Strength, str] | None:
    """What follows the long form in "The letters stand for …: your kidneys suddenly stop"."""
    how = strength(more, called, least=4)
    return (how, more) if how else None


def _continues(page: Page, block: int) -> bool:
    """Whether a block carries on the one before: a paragraph, no heading, item, cell or entry."""
    return page.document.blocks[block].is_a("paragraph") and block not in page.listed


def meant(page: Page, use: Use, first: Mention) -> Iterator[Found]:
    """What a sentence says that the term, or one hard word of it, means: "“Chronic” means that it
    does not go away". Nothing is plainer, so that no model is asked.
    """
    own = set(re.findall(r"[a-z][\w-]{5,}", use.term.term.lower()))
    if not own:
        return
    start = page.sentence_at(first.span.start)
    for at in range(max(0, start), min(len(page.sentences), start + _AHEAD)):
        said = page.sentences[at].span.of(page.text)
        match = _QUOTED.match(said) or _BY_WE_MEAN.match(said)
        if match and match["word"].lower() in own:
            near = page.is_near(first, at)
            yield ("explained" if near else "explained late"), match["gloss"]
            return
