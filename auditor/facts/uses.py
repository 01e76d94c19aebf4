"""Every term of a text, whatever showed that it is one: the lexicon, its letters, or the text itself.

An abbreviation that stands beside a term in brackets is another form of that term.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from auditor.facts.abbreviations import Abbreviation
from auditor.facts.context import Context
from auditor.facts.definitions import Names, strength
from auditor.facts.entry import Entry
from auditor.facts.mentions import Mention, Mentions, is_prose
from auditor.facts.tips import Tips
from auditor.facts.unlisted import Unlisted
from auditor.model import Document, Span, Term
from auditor.phrases import Phrases, Tokens

NAME = "uses"
NEEDS: tuple[str, ...] = ("tokens", "mentions", "abbreviations", "unlisted", "entries", "tips")

Source = Literal["lexicon", "abbreviation", "candidate", "declared"]


@dataclass(slots=True)
class Use:
    """A term, what showed that it is one, and all its mentions in order.

    `declared` terms are those that the text itself sets apart: an entry of its glossary, a `dfn`, a
    word with a tooltip.
    """

    term: Term
    source: Source
    mentions: list[Mention] = field(default_factory=list)
    short: Abbreviation | None = None


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> tuple[Use, ...]:
    """Every term, by its first mention."""
    mentions: Mentions = evidence["mentions"]
    uses: list[Use] = []
    for name, (term, places) in mentions.content.items():
        uses.append(Use(term, "lexicon", places + mentions.outside.get(name, [])))
    unlisted: tuple[Unlisted, ...] = evidence["unlisted"]
    uses += [Use(_term(one.text, "candidate"), "candidate", list(one.mentions)) for one in unlisted]
    _drop_other_senses(uses, evidence["abbreviations"])
    uses = _joined(uses, document.text)
    _drop_parts(uses, evidence["abbreviations"], document.text)
    ends = {mention.span.end: use for use in uses for mention in use.mentions}
    short_forms = [short for short in evidence["abbreviations"] if not short.listed]
    for short in short_forms:
        _add_short(uses, ends, short, document.text)
    _add_declared(document, context, evidence, uses)
    for use in uses:
        use.mentions.sort(key=lambda mention: mention.span.start)
    return tuple(sorted(uses, key=lambda use: use.mentions[0].span.start))


def _drop_other_senses(uses: list[Use], shorts: Sequence[Abbreviation]) -> None:
    """Take from the lexicon's terms the letters that this text spells out otherwise."""
    other = {span for short in shorts if not short.listed for span, _ in short.uses}
    for use in uses:
        use.mentions = [one for one in use.mentions if one.span not in other]


def _drop_parts(uses: list[Use], shorts: Sequence[Abbreviation], text: str) -> None:
    """Take out what stands inside a long form: "corticosteroid" in "inhaled corticosteroid (ICS)".

    The letters are the term there; both would be one finding twice.
    """
    wholes: list[tuple[Span, float]] = []
    for short in shorts:
        for long in short.expansions:
            for use, _ in short.uses:
                low = text.find(
                    long, max(0, use.start - 2 * len(long) - 20), use.end + 2 * len(long) + 40
                )
                if low >= 0:
                    # behind the letters the whole long form is said again
                    least = 2 if low > use.start and not short.listed else _MOST_OF
                    wholes.append((Span(low, low + len(long)), least * len(long)))
    if not wholes:
        return
    for own in uses:
        own.mentions = [
            one
            for one in own.mentions
            if not any(whole.covers(one.span) and len(one.span) < least for whole, least in wholes)
            or sum(map(str.isupper, one.span.of(text))) > 1  # letters themselves
        ]
    uses[:] = [own for own in uses if own.mentions]


_MOST_OF = 0.7  # of the letters of a long form: a term so long is the long form itself


def _is_most(use: Use, long: Span) -> bool:
    return any(
        one.span.end == long.end and len(one.span) >= _MOST_OF * len(long) for one in use.mentions
    )


_ADJECTIVE = re.compile(r".*(?:al|ic|ous|ar|ary|ine|ute|tive|eal|ian|oid|ed|ent|ant)")


def _joined(uses: list[Use], text: str) -> list[Use]:
    """A describing term right before another is part of it: "nocturnal" in "nocturnal dyspnoea"."""
    places = sorted(
        ((mention, use) for use in uses for mention in use.mentions),
        key=lambda pair: -pair[0].span.start,
    )
    after: Mention | None = None
    for mention, use in places:
        if use.term.explain != "everyone":
            after = None
            continue
        own = mention.span
        if (
            after is not None
            and own.end + 1 == after.span.start
            and text[own.end] in " -\u00a0"
            and after.block == mention.block
            and _ADJECTIVE.fullmatch(own.of(text).lower())
        ):
            after.span = Span(own.start, after.span.end)
            use.mentions.remove(mention)
        else:
            after = mention
    return [use for use in uses if use.mentions]


def _term(text: str, domain: str) -> Term:
    return Term(text, "", "condition", "everyone", domain=domain)


def _add_short(uses: list[Use], ends: Mapping[int, Use], short: Abbreviation, text: str) -> None:
    places = [Mention(span, block) for span, block in short.uses]
    if short.spelled_at is not None:
        whole = ends.get(short.spelled_at.end)
        if whole is not None and _is_most(whole, short.spelled_at):
            whole.mentions += places
            whole.short = whole.short or short
            return
    uses.append(Use(_term(short.short, "abbreviation"), "abbreviation", places, short))


# --- terms that the text sets apart ------------------------------------------------------------

_MOST_WORDS, _MOST_LETTERS = 6, 60
_NO_TERM = re.compile(
    r"(?:phone|telephone|tel|fax|e-?mail|address|opening hours?|hours|date|name|time|(?:where|when|who|why|how|what)\b.*|note|notes|"
    r"important|warning|tip|tips|example|step \d+|day \d+|week \d+|yes|no|q|a|contents|introduction|summary|remember|"
    r"morning|evening|afternoon|breakfast|lunch|dinner|test|result|word|term|\W*|\d+\W*.*|.*\?)",
    re.IGNORECASE,
)


def _add_declared(
    document: Document, context: Context, evidence: Mapping[str, Any], uses: list[Use]
) -> None:
    entries: Sequence[Entry] = evidence["entries"]
    tips: Tips = evidence["tips"]
    text = document.text
    heads = [entry.head for entry in entries if entry.glossary and _defines(entry, text)]
    heads += [span for span, said in tips.said if len(said.split()) >= 3] + list(tips.defined)
    taken = [mention.span for use in uses for mention in use.mentions]
    letters = {use.short.short: use for use in uses if use.short is not None}
    new: dict[str, str] = {}
    for head in heads:
        words = re.sub(r"\s*\([^()]*\)\s*$", "", head.of(text)).strip(" \"“”‘’'*_.")
        if not words or len(words) > _MOST_LETTERS or len(words.split()) > _MOST_WORDS:
            continue
        at = head.start + head.of(text).find(words)
        covered = sum(len(span) for span in taken if span.start < at + len(words) and at < span.end)
        if covered * 2 > len(words) or _NO_TERM.fullmatch(words) or words.lower() in new:
            continue
        if _is_everyday(context, words):
            continue
        if words in letters:  # a label in capitals is no new term
            where = next(n for n, one in enumerate(document.blocks) if one.span.end >= head.end)
            letters[words].mentions.append(Mention(Span(at, at + len(words)), where))
            continue
        new[words.lower()] = words
    if not new:
        return
    found: dict[str, list[Mention]] = {}
    phrases = Phrases((form, name) for name in new for form in _forms(name))
    tokens: Sequence[Tokens] = evidence["tokens"]
    for index, block in enumerate(document.blocks):
        if is_prose(block):
            for span, name in phrases.find(text, tokens[index]):
                if not any(span.overlaps(other) for other in taken):
                    found.setdefault(name, []).append(Mention(span, index))
    for name, places in found.items():
        uses.append(Use(_term(new[name], "declared"), "declared", places))


def _forms(name: str) -> tuple[str, ...]:
    return (name, name + "s", name.removesuffix("s")) if len(name) > 4 else (name,)


def _defines(entry: Entry, text: str) -> bool:
    return strength(entry.gloss, Names((entry.head.of(text),))) is not None


def _is_everyday(context: Context, words: str) -> bool:
    term = context.lexicon.by_form.get(words.lower())
    return term is not None and term.explain == "some"
