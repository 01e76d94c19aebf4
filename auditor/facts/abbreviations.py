"""Abbreviations, and whether the text spells them out (STANDARDS 6.1).

After Schwartz and Hearst 2003: a long form stands right before or right after its short form in
brackets, and gives its letters in order. Spelling out is not explaining: see `explanations`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor import frequency
from auditor.facts.context import Context
from auditor.facts.definitions import is_expansion
from auditor.facts.mentions import Mentions, is_prose
from auditor.facts.tips import Tips
from auditor.model import Document, Span, Term

NAME = "abbreviations"
NEEDS: tuple[str, ...] = ("mentions", "tips")

# A word with a capital behind its first letter, or with a capital and a digit; then `_is_short`.
_SHORT = re.compile(
    r"(?<![\w./@#&-])[^\W_](?:[^\W_]|[&/-](?=[^\W_]))*[A-Z0-9Α-Ωα-ω](?:[^\W_]|[&-](?=[^\W_]))*(?![\w@]|-\w)"
)
# What every such word holds; most blocks hold none, and are passed over quickly.
_MAYBE = re.compile(r"[\w&/-][A-Z0-9Α-Ωα-ω]")
_CODE_BEFORE = re.compile(
    r"\b(?:policy|ref|reference|form|room|ward|clinic|version|leaflet|code|number|no\.?|bay|zone|unit|level|"
    r"car park|postcode|floor|suite|grant|charity|extension)\s*:?\s*$",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?(?:\s*\d[A-Z]{2})?")
_POSTCODE_END = re.compile(r"\s*\d[A-Z]{2}\b")
_LONGEST = 12
_LOUD = 4.75  # Zipf: capitals of such a word are a raised voice
_LONG, _LOUD_LONG = 6, 3.5  # so many letters are seldom a short form
# Names, units, and stages such as IIb.
_NO_SHORT = re.compile(
    r"(?:Mc|Mac|De|La|Le|Van|Di|O['’])[A-Z][a-z]+|(?:k|M|G|m|d|c|µ|μ)(?:Pa|Bq|Sv|Gy|Hz|J|W|L)|mmHg|"
    r"(?:IX|IV|V?I{1,3})[a-dA-D]\d?"
)
_BEFORE = 90


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form: its uses (span and block), and the long forms that the text gives for it.

    `spelled_at` is where a long form stands right before the short form, in brackets or not;
    `listed` tells that the lexicon has the letters, so that the term stands for them.
    """

    short: str
    uses: tuple[tuple[Span, int], ...]
    expansions: tuple[str, ...]
    spelled_at: Span | None = None
    listed: bool = False

    @property
    def first_use(self) -> Span:
        """Where it stands first."""
        return self.uses[0][0]

    @property
    def expansion(self) -> str:
        """The first long form, or ""."""
        return self.expansions[0] if self.expansions else ""


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Abbreviation, ...]:
    """Each abbreviation of the content that is not known to everyone, by first use."""
    mentions: Mentions = evidence["mentions"]
    inside = _longer_terms(mentions)
    own = _short_forms(mentions, document.text)
    known = {short.upper() for short in context.lexicon.known}
    text = document.text
    uses: dict[str, list[tuple[Span, int]]] = {}
    expansions: dict[str, dict[str, str]] = {}
    spelled: dict[str, Span] = {}
    listed: set[str] = set()
    for index, block in enumerate(document.blocks):
        if not is_prose(block) or not _MAYBE.search(text, block.span.start, block.span.end):
            continue
        loud = text[block.span.start : block.span.end].isupper()
        for match in _SHORT.finditer(text, block.span.start, block.span.end):
            written = match.group()
            if loud or not _is_short(written) or written.upper() in known:
                continue
            short = _singular(written)
            if short.upper() in known or _is_code(text, match) or _is_inside(inside, match):
                continue
            if match.span() in own and (short not in uses or short in listed):
                long = _expansion(text, block.span, Span(*match.span()), short)[0] or _tip(
                    evidence["tips"], text, match
                )
                if not long or not _has_initials(long, short) or _is_meant(long, own[match.span()]):
                    listed.add(short)
                else:
                    listed.discard(short)
            short = next((one for one in uses if one.lower() == short.lower()), short)
            span = Span(match.start(), match.end())
            uses.setdefault(short, []).append((span, index))
            long, at = _expansion(text, block.span, span, short)
            if long:
                expansions.setdefault(short, {}).setdefault(_key(long), long)
                if at is not None:
                    spelled.setdefault(short, at)
    tips: Tips = evidence["tips"]
    for span, title in tips.said:
        short = _singular(span.of(text).strip())
        if short in uses and is_expansion(title, short):
            expansions.setdefault(short, {}).setdefault(_key(title), title)
    return tuple(
        Abbreviation(
            short,
            tuple(places),
            tuple(expansions.get(short, {}).values()),
            spelled.get(short),
            short in listed,
        )
        for short, places in sorted(uses.items(), key=lambda item: item[1][0][0].start)
    )


def _key(long: str) -> str:
    """A long form as it is compared: US and UK, plural and case count as one."""
    return re.sub(r"\W+", "", long.lower()).removesuffix("s").replace("ae", "e").replace("oe", "e")


def _singular(written: str) -> str:
    body = written[:-1]
    return (
        body
        if written[-1] == "s" and body and not body[-1].islower() and len(body) > 1
        else written
    )


def _is_short(written: str) -> bool:
    """Whether a word has the shape of a short form: ECG, mAbs, T-VEC, eGFR, HbA1c, PD-L1, BRCA1."""
    if not 2 <= len(written) <= _LONGEST or _NO_SHORT.fullmatch(written):
        return False
    capitals = sum(char.isupper() for char in written)
    letters = sum(char.isalpha() for char in written)
    if re.fullmatch(r"[a-z][A-Z]\d", written):
        return True
    if capitals < 2 or written[0].isdigit():
        return bool(
            re.fullmatch(r"[a-z]{1,2}[A-Z][A-Za-z]?|[A-Z]{1,2}[a-z]?[A-Z][a-z]?", written)
        ) and (capitals >= 1 and letters >= 3)
    if max((len(run) for run in re.findall(r"[a-z]+", written)), default=0) > 3:
        return False
    if capitals / letters < 0.4:
        return False
    if written.isalpha() and written.isupper() and len(written) > 2:
        return frequency.zipf(written.lower()) < (_LOUD if len(written) < _LONG else _LOUD_LONG)
    return True


def _is_code(text: str, match: re.Match[str]) -> bool:
    """A room, a form or a postcode rather than a short form."""
    if _POSTCODE.fullmatch(match.group()) and _POSTCODE_END.match(text, match.end()):
        return True
    digits = any(char.isdigit() for char in match.group())
    return digits and bool(_CODE_BEFORE.search(text[max(0, match.start() - 24) : match.start()]))


def _longer_terms(mentions: Mentions) -> list[tuple[int, int]]:
    """Where terms of the lexicon stand: an abbreviation inside is (part of) the term."""
    return sorted(
        (mention.span.start, mention.span.end)
        for _, places in mentions.content.values()
        for mention in places
    )


def _is_inside(terms: list[tuple[int, int]], match: re.Match[str]) -> bool:
    start, end = match.span()
    return any(low <= start and end <= high and high - low > end - start for low, high in terms)


def _short_forms(mentions: Mentions, text: str) -> dict[tuple[int, int], Term]:
    """The mentions of terms by their letters: the text may mean something else by them."""
    return {
        (one.span.start, one.span.end): term
        for term, places in mentions.content.values()
        for one in places
        if sum(map(str.isupper, written := one.span.of(text))) > 1
        and written.removesuffix("s").upper() in _letters(term)
    }


def _letters(term: Term) -> set[str]:
    """The short forms of a term; its name and its variants may be ones too."""
    forms = (*term.abbreviations, *(a for a in (term.term, *term.variants) if _is_short(a)))
    return {form.upper() for form in forms}


def _is_meant(long: str, term: Term) -> bool:
    """Whether a long form is a name of the lexicon's term, or close to one."""
    names = {_key(name) for name in (term.term, *term.variants)}
    key = _key(long)
    return any(key.endswith(name) or name.endswith(key) or name in key for name in names)


def _tip(tips: Tips, text: str, match: re.Match[str]) -> str:
    for span, said in tips.said:
        if span.start <= match.start() < span.end and is_expansion(said, match.group()):
            return said
    return ""


def _expansion(text: str, block: Span, span: Span, short: str) -> tuple[str, Span | None]:
    """The long form beside the short form at `span`, or "", and where it stands if before."""
    low = max(block.start, span.start - _BEFORE)
    before = text[low : span.start].rstrip()
    rest = text[span.end : block.end].lstrip()
    if before.endswith(("(", "[")) and rest.startswith((")", "]", ",", ";", " for short")):
        long = _long_form(before[:-1].rstrip(), short)
        at = text.rfind(long, low, span.start) if long else -1
        return long, Span(at, at + len(long)) if at >= 0 else None
    inner = re.match(r"[(\[]([^()]{3,90})[)\]]", rest)
    if inner and _long_form(inner.group(1), short):
        return inner.group(1), None
    named = re.match(
        r"[\"”’']?,?\s*(?:stands? for|means|is short for|short for|or|–|—|-|:)\s+(?:an? |the )?([^.;,:()]{3,90})",
        rest,
    )
    if named and _whole(named.group(1), short):
        return _whole(named.group(1), short), None
    aside = re.search(
        r"([^.;:(]{3,90}?),? (?:or|called|known as|shortened to|also called)\s*(?:the |an? )?$",
        before + " ",
    )
    if aside is None and rest.startswith("for short"):
        aside = re.search(r"([^.;:(]{3,90}?)\s*[,–—-]\s*(?:or )?$", before)
    if aside:
        long = _long_form(aside.group(1).rstrip(" ,"), short)
        long = long if long and _has_initials(long, short) else ""
        at = text.rfind(long, low, span.start) if long else -1
        return long, Span(at, at + len(long)) if at >= 0 else None
    return "", None


def _has_initials(long: str, short: str) -> bool:
    """Whether most letters of a short form begin words of the long one, in order."""
    letters = [char for char in short.lower().translate(_GREEK) if char.isalpha()]
    initials = [word[0].translate(_GREEK) for word in re.findall(r"[^\W\d_]+", long.lower())]
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    return at >= 0.6 * len(letters)


def _whole(words: str, short: str) -> str:
    """The beginning of `words` that spells the short form out, or ""."""
    letters = sum(char.isalpha() for char in short)
    pieces = words.split()
    for size in range(min(len(pieces), letters + 3), 0, -1):
        long = " ".join(pieces[:size])
        if is_expansion(long, short) and len(pieces[size - 1]) > 3:
            return long
    return ""


_GREEK = str.maketrans({"α": "a", "β": "b", "γ": "g", "δ": "d", "κ": "k", "μ": "m"})


def _long_form(words: str, short: str) -> str:
    """The shortest end of `words` whose letters give `short` in order, or ""."""
    letters = [char for char in short.lower().translate(_GREEK) if char.isalpha()]
    lower = words.lower().translate(_GREEK)
    at = len(words) - 1
    for position in range(len(letters) - 1, -1, -1):
        while at >= 0 and (
            lower[at] != letters[position] or (position == 0 and at > 0 and words[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    long = words[at + 1 :]
    return long if len(long.split()) <= 2 * len(letters) + 3 and len(long) > len(short) else ""
