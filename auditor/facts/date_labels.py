"""The words that name a page's own date: "last reviewed", "next review due", "published".

One linear pattern looks for them all in one pass over a text; a short look back then tells whether
the words speak of this page ("NCI reviewed" speaks of another's).
"""

import re
from dataclasses import dataclass
from typing import Any, Literal

from auditor.patterns import pattern

Role = Literal["last_reviewed", "next_review", "updated", "published"]

_BY = r"(?: (?:on|in|by|before|from|for|due|is|at|no later than)){0,2}"
_LABELS: tuple[tuple[Role, str], ...] = (
    ("next_review",
     r"(?:date (?:of|for) (?:the )?)?next (?:planned |scheduled |full )?(?:review(?:ed)?|re-?evaluation|revision|update|check)(?: date)?(?: is| are)?(?: now)?(?: due| planned| scheduled)?(?: date)?"
     r"|(?:review|revision|update|re-?evaluation|re-?check) (?:is )?(?:now )?(?:due|planned|scheduled|set)(?: date)?|re-?evaluation|re-?check(?: date| due)?"
     r"|(?:next )?due for (?:a |an )?(?:fresh |full |new )?(?:review|revision|update|re-?evaluation|check)|(?:over)?due (?:for )?(?:a |its next |next |another )?(?:review|revision|update|check)|due again"
     r"|(?:date )?(?:for|of) review|(?:planned|scheduled|expected|proposed) review(?: date)?"
     r"|(?:to be|will be|should be|must be|is to be) (?:next )?(?:reviewed|revised|checked|updated|refreshed|re-?evaluated|rewritten|looked at)(?: again| next)?"
     r"|(?:will|shall) (?:next )?(?:be )?(?:check|review|look at|look again at|go over|update|revise|revisit|refresh|re-?evaluate)(?:ed)?(?: (?:it|them|this|these|the|page|leaflet|sheet|guide|booklet|text|information)){0,2}(?: again| next| after that)?"
     r"|(?:plan|aim|intend|expect|hope) to (?:review|update|revise|check|look at)(?: (?:it|them|this|these|the|page|leaflet|sheet|guide|booklet|text|information)){0,2}(?: again| next)?"
     r"|next (?:edition|version)(?: is)?(?: due| planned)?"
     r"|(?:recertify|re-?approve|review(?:ed)? again|check(?:ed)? again|valid (?:un)?til|valid to|(?:leaflet |document |page |version )?expir(?:es|y(?: date)?)|review before|review by|revisit|good until|(?:scheduled|planned|due|ready) for (?:a )?(?:review|re-?evaluation|revision|update))|review(?: date)?"),
    ("last_reviewed",
     r"(?:date (?:of|for) )?(?:the |our )?(?:last|latest|most recent|previous|medical|clinical) (?:medical |clinical |full |content |expert )?(?:review|check|verification)(?: date)?"
     r"|(?:last |re-?|fact[- ]?|medically |clinically )?(?:reviewed|checked|verified|approved|validated|certified|re-?evaluated)(?: and (?:updated|approved|revised|checked))?(?: again)?"
     r"|(?:review|check) (?:completed|complete|done|carried out|finished)|(?:went|gone|been|looked) (?:through|over|at)|(?:current|correct|accurate|up[- ]to[- ]date) (?:as (?:at|of)|on)|review(?:ed)? and approved"),
    ("updated",
     r"(?:date (?:of|for) )?(?:the |our )?(?:last|latest|most recent) (?:update|revision|change|amendment|edit|modification)(?: date)?"
     r"|(?:date of (?:the )?)?(?:revision|update|amendment)(?: date)?|(?:last )?(?:updated|revised|amended|edited|modified|changed|rewritten|refreshed|brought up[- ]to[- ]date)(?: again)?"),
    ("published",
     r"(?:date (?:of|for) )?(?:first |original )?(?:publication|issue|production|preparation|release|creation|printing)(?: date)?|effective(?: date| from)?"
     r"|(?:published|issued|produced|written|created|posted|printed|prepared|released|compiled)|version v?\d[\d.]{0,5}(?: dated| of)?"),
)  # fmt: skip
LABEL: Any = pattern(
    "|".join(rf"(?P<{role}>(?:{words})\b)" for role, words in _LABELS) + r"|(rev\.)"
)
_ORDER: dict[int, Role] = {index: role for index, (role, _) in enumerate(_LABELS, 1)}
_ORDER[len(_LABELS) + 1] = "updated"
# Between label and date: what was looked at, "on", a colon, a day of the week.
JOIN = re.compile(
    r"(?:(?: (?:all|every|each|the|this|these|our|its|facts|words|on|in|of|page|pages|leaflet|sheet|text|"
    r"guide|booklet|content|information|article|handout|it|them|again|fully|last|date)){1,9}(?= ))?"
    r"(?: and (?:up ?dated|revised|approved|reviewed|checked|published))?"
    r"(?: date)?" + _BY + r"[ \u00a0]*(?:[:=|(,]|[-–—](?=[ \u00a0])|\.{2,})*[ \u00a0]*"
    r"(?:(?:on|in|by|the|end of|the end of|early|late|mid|about|around|during)[ \u00a0-]){0,3}"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \u00a0])?(?:the[ \u00a0])?",
    re.IGNORECASE,
)
NAMED = re.compile(r"[^|;\n]{0,24}?\bby\b:?[^|;\n]{2,90}?(?:,|\bon|\bin|[(:–—-])[ \u00a0]?", re.I)
_EDGE = re.compile(r"[.!?;|·•–—:()/\]]\s|\s-\s|[·•|(]|…|\.\.\.")
_OWN = re.compile(
    r"\W*(?:(?:this|the|our|these|all|each|every|please|note|page|pages|content|contents|leaflet|leaflets|"
    r"booklet|sheet|fact|factsheet|facts|information|info|article|guide|handout|document|website|web|"
    r"site|webpage|text|texts|resource|material|materials|brochure|pamphlet|advice|topic|version|edition|issue|"
    r"was|were|is|are|has|have|had|been|be|it|its|they|them|date|of|on|last|latest|first|originally|most|"
    r"recently|recent|current|medically|clinically|medical|clinical|peer|editorially|expert|"
    r"internally|fully|next|and|then|but|also|"
    r"we|i|by|in|at|a|an|no|nr|number|ref|code|leaflet|patient|patients|owner|author|authors|to|again|"
    r"will|facts|here|v?\d[\w./-]*|(?-i:[A-Z]{1,5}[-/]?\d[\w./-]*))\b\W*){0,9}",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:sources?:|content source|adapted from|retrieved|accessed|available (?:at|from)|evidence:|"
    r"guidelines?\b|guidance (?:ng|cg)|et al|doi|cochrane|study|trial|survey|website:|report\b|"
    r"links?|references?)\b|[\"”’][ ,(]*$",
    re.IGNORECASE,
)
_OF_PAGE = re.compile(r"\b(?:page|leaflet|booklet|sheet|article|guide|handout|content)\b", re.I)
_NOT_MEDICINE = re.compile(r"\bmedicine\b|\bpatients?\b", re.I)
_NO_AUTHORITY = re.compile(r"[ \u00a0]by (?:the )?(?:FDA|MHRA|EMA|TGA|HPRA|NICE|SMC|an? )\b")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: its role, where it stands, its own words, and whether a date must follow."""

    role: Role
    start: int
    end: int
    words: str

    @property
    def bare(self) -> bool:
        """Whether it says only "review" or "review date", which names the next one by custom."""
        return self.words in ("review date", "review", "date of review", "of review")


def labels(text: str) -> list[Label]:
    """Every label in a text, whoever's date it is."""
    found = []
    for match in LABEL.finditer(text):
        start, end = match.span()
        if start and text[start - 1].isalnum() and not _fused(text, start):
            continue
        if end < len(text) and text[end].isalpha():
            continue
        words = match.group().lower().replace("\u00a0", " ")
        found.append(Label(_ORDER[match.lastindex], start, end, words))
    return found


def _fused(text: str, start: int) -> bool:
    """ "BeginnerUpdated 2026": labels that ran together when a page was copied."""
    return text[start].isupper() and text[start - 1].islower()


def is_own(text: str, begin: int, label: Label) -> bool:
    """Whether the label speaks of this page; `begin` is where its block, or the last date, ends."""
    if _NO_AUTHORITY.match(text, label.end):
        return False
    before = text[max(begin, label.start - 160) : label.start]
    edge = 0
    for match in _EDGE.finditer(before):
        edge = match.end()
    own = before[edge:]
    if _FOREIGN.search(before) and not (edge and _OF_PAGE.search(own) and "website:" not in before):
        return False
    if _fused(text, label.start):
        return True
    if own and text[label.start].isupper() and text[label.end : label.end + 1] in (":", " "):
        return not own.rstrip().endswith(("The", "the", "a", "A")) or bool(_OWN.fullmatch(own))
    return bool(_OWN.fullmatch(own)) and not _NOT_MEDICINE.fullmatch(own.strip())
