"""Hard words that the lexicon lacks: found by how rare they are, by their shape and by their case.

A person has to look: the checks report them as not certain. Names of people and places, numbers,
addresses, the other spelling and forms of everyday words are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from auditor.facts.abbreviations import Abbreviation
from auditor.facts.brands import is_brand
from auditor.facts.context import Context
from auditor.facts.mentions import Mention, Mentions, is_prose
from auditor.facts.shapes import has_rare_ending, is_medical, is_medicine
from auditor.model import Document, Span
from auditor.phrases import Tokens
from auditor.vocabulary import AT, vocabulary

NAME = "unlisted"
NEEDS: tuple[str, ...] = ("tokens", "mentions", "abbreviations")

# Zipf of the word's family. Below the first, a word is a candidate; below the second, only if its
# shape is medical; below the third, if the word itself is as rare and the shape of a medicine.
_UNSHAPED, _RARE, _SHAPED = 2.0, 2.45, 3.1
_HARD = 0.4  # difficulty of a neighbour that belongs to the same term
_UNKNOWN = 1.7  # Zipf of a word that hardly any text holds, as brand names of medicines are
_LEAST_LETTERS = 5
_OF_PERSON = 4.3  # Zipf of a name before "'s disease"; "the patient's score" is of everyone
_LONGEST = 24  # letters of two words together
_EVERYDAY = 3.8  # Zipf of the parts of a word that readers can take apart
# Words that end a term that a hard word begins: "JAK inhibitors", "the postictal phase".
_HEADS = frozenset(
    "inhibitor blocker agonist antagonist analogue analog binder receptor cell syndrome disease disorder test acid line "
    "diet phase meshwork laser therapy treatment score factor gene protein antibody scan drain flap graft shunt valve "
    "vaccine virus cream ointment spray gel patch index class position reflex sign artery vein duct gland nerve "
    "chloride sulphate sulfate phosphate acetate carbonate citrate hydroxide oxide sodium hydrochloride gravidarum aureus "
    "surgery lobectomy stent implant pump monitor panel epilepsy lymphoma leukaemia carcinoma anaemia".split()
)
_TITLES = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Sir|Lady|Dame|St|Lord)\.?\s+(?:[A-Z][\w'’-]+\s+)?$"
)
_PERSON_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:said|says|told|writes|wrote|Hospital|Hospice|House|Road|Street|Centre|Center|Ward|Clinic|University|Foundation|Trust|Institute|College|Park|Suite|Unit|Building|Lane|Avenue)\b"
)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A hard word or words, as first written, and all their uses."""

    text: str
    mentions: tuple[Mention, ...]


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> tuple[Unlisted, ...]:
    """Every candidate of the content, by first use."""
    tokens: Sequence[Tokens] = evidence["tokens"]
    text = document.text
    blocks = [index for index, block in enumerate(document.blocks) if is_prose(block)]
    norms = [norm for index in blocks for norm in tokens[index].norms]
    if not norms:
        return ()
    table = vocabulary().rows(norms)[0]
    family = table[:, AT["family"]]
    rare = np.nonzero((family < _SHAPED) & (table[:, AT["number"]] == 0))[0]
    taken = _taken(evidence["mentions"], evidence["abbreviations"])
    named = (
        tuple(_named_after_people(document, blocks, taken)) if _KINDS.intersection(norms) else ()
    )
    if not len(rare):
        return named
    taken = (
        (
            sorted([*taken[0], *(one.mentions[0].span.start for one in named)]),
            sorted([*taken[1], *(one.mentions[0].span.end for one in named)]),
        )
        if named
        else taken
    )
    starts = np.cumsum([0] + [len(tokens[index]) for index in blocks])
    hard = table[:, AT["difficulty"]]
    lower = _lower_case(text, tokens, blocks, norms, rare.tolist(), starts)
    found: dict[str, list[Mention]] = {}
    first: dict[str, str] = {}
    reached = -1
    for at in rare.tolist():
        if at <= reached:
            continue
        where = int(np.searchsorted(starts, at, side="right")) - 1
        block, place = blocks[where], at - int(starts[where])
        own = tokens[block]
        span = own.span(place, place)
        if _is_taken(taken, span):
            continue
        if not (float(family[at]) < _UNKNOWN and is_brand(text, document.blocks[block].span, span)):
            if not _is_hard(norms[at], float(family[at])) or _is_compound(norms[at]):
                continue
            if _is_name(text, document.blocks[block].span.start, span, norms[at], lower):
                continue
        end = _end(text, own, place, hard[int(starts[where]) :], taken)
        reached = at + end - place
        whole = own.span(place, end)
        key = " ".join(own.norms[place : end + 1]).removesuffix("s")
        first.setdefault(key, whole.of(text))
        found.setdefault(key, []).append(Mention(whole, block))
    return (*named, *(Unlisted(first[key], tuple(places)) for key, places in found.items()))


# "Lhermitte's sign", "the McDonald criteria": a thing named after a person.
_RULES = "criteria manoeuvre maneuver sign phenomenon triad".split()
_OF_PEOPLE = (
    "syndrome disease palsy sarcoma lymphoma contracture thyroiditis oesophagus esophagus classification "
    "fracture gangrene ulcer procedure score scale index reflex node cyst tumour tumor anaemia anemia chorea "
    "ataxia dystrophy".split()
)
_KINDS = frozenset([*_RULES, *_OF_PEOPLE])
_AFTER_PEOPLE = re.compile(
    r"\b(?P<name>[A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)*)(?P<own>['’]s?)?[ \u00a0]"
    rf"(?:(?P<rule>{'|'.join(_RULES)})|{'|'.join(_OF_PEOPLE)})\b"
)


def _named_after_people(
    document: Document, blocks: Sequence[int], taken: tuple[list[int], list[int]]
) -> Iterator[Unlisted]:
    text = document.text
    found: dict[str, list[Mention]] = {}
    for index in blocks:
        block = document.blocks[index].span
        for match in _AFTER_PEOPLE.finditer(text, block.start, block.end):
            span = Span(match.start(), match.end())
            name = match["name"].lower()
            if _is_taken(taken, span) or is_medical(name):
                continue
            most = _OF_PERSON if match["own"] else _RARE
            if (
                match["rule"]
                and text[max(block.start, span.start - 4) : span.start].lower() == "the "
            ):
                most = 9.0  # "the McDonald criteria"
            if vocabulary().rows([name])[0][0, AT["family"]] < most:
                found.setdefault(match.group(), []).append(Mention(span, index))
    for written, places in found.items():
        yield Unlisted(written, tuple(places))


def _is_hard(norm: str, family: float) -> bool:
    norm = norm.removesuffix("'s").removesuffix("'")
    if len(norm) < _LEAST_LETTERS or not norm.isalpha():
        return False
    singular = norm.removesuffix("s")
    shaped = is_medicine(norm) or is_medicine(singular) or is_medical(norm) or is_medical(singular)
    if family < _RARE:
        return shaped or 1.0 < family < _UNSHAPED or has_rare_ending(norm) or len(norm) >= 8
    return shaped and family < _SHAPED


def _is_compound(norm: str) -> bool:
    """Whether two everyday words make up the word: "windpipe", "jawbone"."""
    norm = norm.removesuffix("s")
    if len(norm) > _LONGEST or is_medical(norm) or is_medicine(norm):
        return False
    pairs = [(norm[:at], norm[at:]) for at in range(3, len(norm) - 2)]
    known = {word for pair in pairs for word in pair if len(word) > 2}
    if not known:
        return False
    rows = sorted(known)
    common = dict(zip(rows, vocabulary().rows(rows)[0][:, AT["family"]] >= _EVERYDAY, strict=True))
    return any(common[one] and common[other] for one, other in pairs)


def _taken(
    mentions: Mentions, abbreviations: Sequence[Abbreviation]
) -> tuple[list[int], list[int]]:
    """Starts and ends of what is a term already, sorted."""
    spans = [
        (one.span.start, one.span.end) for _, many in mentions.content.values() for one in many
    ]
    spans += [(use.start, use.end) for short in abbreviations for use, _ in short.uses]
    spans.sort()
    return [start for start, _ in spans], [end for _, end in spans]


def _is_taken(taken: tuple[list[int], list[int]], span: Span) -> bool:
    at = int(np.searchsorted(taken[0], span.end, side="left")) - 1
    return at >= 0 and taken[1][at] > span.start


def _lower_case(
    text: str,
    tokens: Sequence[Tokens],
    blocks: Sequence[int],
    norms: Sequence[str],
    rare: Sequence[int],
    starts: Any,
) -> frozenset[str]:
    """The rare words that stand somewhere with a small first letter: those are no names."""
    found = set()
    for at in rare:
        where = int(np.searchsorted(starts, at, side="right")) - 1
        own = tokens[blocks[where]]
        if text[own.starts[at - int(starts[where])]].islower():
            found.add(norms[at])
    return frozenset(found)


def _is_name(text: str, start: int, span: Span, norm: str, lower: frozenset[str]) -> bool:
    """Whether a capital shows a name: inside a sentence always, at its start without a sign of
    the contrary. Medicines are hard words even where they are written like names.
    """
    if not text[span.start].isupper() or norm in lower:
        return False
    if text[span.start : span.end].isupper() and len(norm) > 5:
        return False
    before = text[max(start, span.start - 24) : span.start]
    if _TITLES.search(before) or _PERSON_AFTER.match(text, span.end):
        return True
    shaped = is_medicine(norm) or is_medical(norm)
    if shaped:
        return False
    opening = before.rstrip(" \t\n\u00a0\"“‘'*_(")
    begins = span.start == start or not opening or opening[-1] in ".!?:;–—-•|"
    follows = text[span.end : span.end + 2]
    if begins:
        return bool(re.match(r" [A-Z]", follows)) or not has_rare_ending(norm)
    return True


def _end(text: str, own: Tokens, place: int, hard: Any, taken: tuple[list[int], list[int]]) -> int:
    """The last word of the term that begins at `place`."""
    end = place
    for at in _following(text, own, place):
        norm = own.norms[at]
        head = norm in _HEADS or norm.removesuffix("s") in _HEADS
        joins = head or (
            len(norm) > 4
            and hard[at] >= _HARD
            and text[own.starts[at]].islower()
        )  # fmt: skip
        if not joins:
            break
        end = at
        if head and not norm.endswith(("al", "ic")):
            break
    return end


def _following(text: str, own: Tokens, place: int) -> Iterator[int]:
    for at in range(place + 1, min(place + 4, len(own))):
        if text[own.ends[at - 1] : own.starts[at]].strip(" -‐‑\u00a0"):
            return
        yield at
