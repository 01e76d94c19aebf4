"""The ways in which running text explains a term (STANDARDS 6.1), as patterns round a mention.

A pattern sees the sentence before and after the mention. What it captures is the gloss: the words
that do the explaining.
"""

import re
from dataclasses import dataclass
from typing import Literal

Strength = Literal["explained", "partial"]


@dataclass(frozen=True, slots=True)
class Gloss:
    """An explanation found beside a mention."""

    strength: Strength
    text: str


_VAGUE = (
    r"(?!(?:a |an |the |one of the )?(?:very |quite |most |more |not )?(?:standard|common|good|possible|"
    r"main|suitable|available|different|effective|promising|option|right|new|useful|rare|safe|used|"
    r"given|needed|done|likely|also|often|usually|sometimes|still|now|being|part of your)\b)"
)
_ABBREVIATION = r"(?:\s*\([^()]{1,40}\))?"
_NOUNS = (
    r"(?:drugs?|medicines?|treatments?|cells?|proteins?|tests?|scans?|substances?|chemicals?|germs?|"
    r"illness(?:es)?|conditions?|diseases?|cancers?|tumou?rs?|doctors?|nurses?|people|parts?|tubes?|"
    r"machines?|changes?|problems?|places?|groups?|ways?|studies|operations?|small|tiny|thin|"
    r"lab-made|man-made|types?|kinds?|forms?|swelling|when|where|what|how|your body|the body)"
)
_AFTER = [
    re.compile(rf"^{_ABBREVIATION},?\s+(?:is|are|was|were)\s+{_VAGUE}"
               rf"((?:an?|the|any|types? of|kinds? of|one of|{_NOUNS})\b.+)", re.S),
    re.compile(rf"^{_ABBREVIATION},?\s+(?:is|are)\s+{_VAGUE}((?:[\w'’-]+\s+){{1,4}}"
               r"(?:that|which|who|made|used to|taken|found|caused|where|for)\b.+)", re.S),
    re.compile(rf"^{_ABBREVIATION}\s+(?:means?|refers? to|stands? for|describes?|involves?|"
               r"happens? when|is when|are when|works? by|uses?|helps?|boosts?|stops?|blocks?|"
               r"lets?|carr(?:y|ies)|makes?|removes?|shows?|looks? at|measures?|"
               r"changes?|kills?|relieves?|attacks?|treats?)\s+(.+)", re.S),
    re.compile(rf"^{_ABBREVIATION}\s*\(([^()]{{4,}})\)"),
    re.compile(rf"^{_ABBREVIATION},\s*(?:which|that|who)\s+(?:is|are|was|were|means?|helps?|can|"
               r"will|looks?|works?|carr(?:y|ies)|makes?|stops?|uses?|involves?|causes?)\s+(.+)", re.S),
    re.compile(rf"^{_ABBREVIATION}\s*[–—]\s*(.{{8,}})", re.S),
    re.compile(rf"^{_ABBREVIATION}\s+-\s+(.{{8,}})", re.S),
    re.compile(rf"^{_ABBREVIATION},\s*or\s+([\w'’ -]{{3,60}}),"),
    re.compile(r"^\s*[\"”’']?\s+\(?or\s+([a-z][\w'’ -]{3,40})\)"),
]  # fmt: skip
_CALLED = re.compile(
    r"(?P<gloss>.{6,}?)[,(]?\s*\(?(?:is |are |(?:it |this |these |they )?(?:is |are )?(?:also |sometimes |"
    r"often |usually )?)?(?:called|known as|termed|named|the name for|medical (?:name|word|term) "
    r"(?:is|for this is))\s*(?:an?\s|the\s)?[\"“‘'*_]*$",
    re.S | re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?P<gloss>[\w'’ -]{4,60}?),?\s+(?:such as|including|for example|like)[\s:]+(?:[^.;]*(?:,|and|or)\s+)?$",
    re.S | re.IGNORECASE,
)
_LETTERS_ONLY = re.compile(r"[A-Z][A-Za-z0-9-]{0,8}s?")


def after(sentence_rest: str) -> Gloss | None:
    """The gloss that follows a mention directly, in the rest of its sentence."""
    for pattern in _AFTER:
        match = pattern.match(sentence_rest)
        if match and not _LETTERS_ONLY.fullmatch(match.group(1).strip()):
            return Gloss("explained", match.group(1).strip())
    return None


def before(sentence_start: str, rest: str) -> Gloss | None:
    """The gloss that leads up to a mention: "…, called a T", "a sample (T)", "… such as T"."""
    called = _CALLED.search(sentence_start)
    if called and len(called.group("gloss").split()) >= 2:
        return Gloss("explained", called.group("gloss").strip())
    if sentence_start.rstrip().endswith("(") and rest.lstrip("s").startswith(")"):
        plain = sentence_start.rstrip(" (").split()
        if plain:
            return Gloss("explained", " ".join(plain[-6:]))
    example = _EXAMPLE.search(sentence_start)
    if example:
        return Gloss("partial", example.group("gloss").strip())
    return None


def defines(sentence: str) -> bool:
    """Whether a sentence under a heading that names the term says what it is or does."""
    return bool(_SUBJECT.match(sentence))


_SUBJECT = re.compile(
    r"(?:this|these|it|they|the|an?)\b(?:\s+[\w'’-]+){0,3}?\s+(?:is|are|means?|uses?|helps?|changes?|"
    r"works?|stops?|blocks?|lets?|involves?|happens?|shows?|boosts?|looks?|trains?|gives?|makes?)\b",
    re.IGNORECASE,
)
