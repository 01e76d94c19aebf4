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
_DONE = (
    r"(?:reviewed|checked|verified|approved|validated|certified|re-?evaluated|vetted|signed off|passed|cleared|ratified|endorsed"
    r"|re-?read|read through|read over|looked (?:over|through|at)|gone (?:over|through)|gone into|went (?:over|through)|inspected"
    r"|audited|assured|confirmed|accepted|agreed|authori[sz]ed|proof-?read|seen and agreed|found correct)"
)
_CHANGED = (
    r"(?:updated|revised|amended|edited|modified|changed|rewritten|refreshed|altered|corrected|reworked|redrafted|renewed"
    r"|brought up[- ]to[- ]date|touched|reworded|overhauled)"
)
_LOOK = (
    r"(?:review|re-?evaluation|revision|update|check|vetting|audit|look|reading|read|re-?read|edition|version|amendment|inspection|approval"
    r"|assessment|appraisal|refresh|renewal|re-?issue|sign-?off|overhaul)"
)
_AGAIN = (
    r"(?:reviewed|revised|checked|updated|refreshed|re-?evaluated|rewritten|looked at|looked over|re-?read|vetted|renewed|replaced|revisited"
    r"|gone (?:over|through)|gone back to|examined|read|signed off|approved|withdrawn|thrown away|seen)"
)
_IT = r"(?: (?:it|them|this|these|the|our|page|pages|leaflet|sheet|guide|booklet|form|text|information|content|fact|factsheet)){0,3}"
_LABELS: tuple[tuple[Role, str], ...] = (
    ("next_review",
     rf"(?:date (?:of|for) (?:the |its |our )?)?(?:next|following|fresh|further|future|coming) (?:planned |scheduled |full )?{_LOOK}(?:ed)?(?: date)?(?: (?:is|are|falls|comes|will be|must be|should be))?(?: now)?(?: due| planned| scheduled| set| expected)?(?: date)?"
     rf"|{_LOOK} (?:is )?(?:now )?(?:due|planned|scheduled|set|expected|falls|comes up)(?: date)?|re-?evaluation|re-?check(?: date| due)?"
     rf"|(?:next )?(?:due|up) for (?:a |an |its |another )?(?:fresh |full |new |second )?{_LOOK}|(?:over)?due (?:for )?(?:a |its next |next |another )?(?:review|revision|update|check)|due again|falls? due"
     r"|(?:date )?(?:for|of) review|(?:planned|scheduled|expected|proposed) review(?: date)?"
     rf"|(?:to be|will be|shall be|should be|should have been|was to be|must be|is to be|needs? to be|has to be|due to be|ought to be|is being) (?:next )?{_AGAIN}(?: again| next| afresh| anew)?"
     rf"|(?:will|shall|must|should|we[’']ll) (?:next |then )?(?:be )?(?:check|review|look at|look over|look again at|look again|go over|go through|go back to|come back to|return to|update|revise|revisit|refresh|re-?evaluate|re-?read|read|vet|renew|rewrite)(?:ed)?{_IT}(?: again| next| afresh| after that| once more)?"
     rf"|(?:plan|aim|intend|expect|hope|promise|mean|are due|is due|are going) to (?:review|update|revise|check|look at|look over|go over|revisit|renew|read|vet|come back to){_IT}(?: again| next)?"
     r"|next (?:edition|version)(?: is)?(?: due| planned)?|(?:another|a new|a fresh|the next|our next) (?:look|edition|version|review|check)(?: is| at (?:it|this))?(?: due| planned)?"
     r"|(?:recertify|re-?approve|re-?read|look again|review(?:ed)? again|check(?:ed)? again|valid (?:un)?til|valid to|in date (?:un)?til|in force (?:un)?til|good (?:un)?til|current until|lasts? until|runs? until|holds? (?:good )?until|stands? until|(?:leaflet |document |page |version |form |sheet )?(?:expir(?:es|y(?: date)?)|lapses|runs out|goes out of date|is out of date)|best before|use by|(?:do not|don[’']t|not to be) (?:use|used|rely on|hand out)(?: this| it)?(?: leaflet| sheet| form| page)?(?: after| beyond)|withdraw(?:n)? (?:after|on|by)|(?:throw|put|take) (?:this|it)(?: sheet| leaflet| page| form)? (?:away|in the bin|down) (?:after|on|by)|date for re-?\w+|(?:go|look|read|check)(?:es|s)? (?:over|through|at)? ?(?:it|them|this|every word(?: of it)?|all of it)(?: all)? (?:again|afresh|once more)|(?:back|again) on the (?:editor[’']s|panel[’']s|our) desk|review before|review by|renew by|revisit|(?:goes|comes|sent|due|returns|is|go) back (?:to (?:\w+ ){1,4}?)?(?:no later than|by|before|in|on|for review)|(?:scheduled|planned|due|ready) for (?:a )?(?:review|re-?evaluation|revision|update))|review(?: date)?"),
    ("last_reviewed",
     rf"(?:date (?:of|for) )?(?:the |our )?(?:last|latest|most recent|previous|medical|clinical) (?:medical |clinical |full |content |expert |editorial )?(?:{_LOOK}|verification|approval)(?: date)?"
     rf"|(?:last |re-?|fact[- ]?|medically |clinically )?{_DONE}(?: and (?:updated|approved|revised|checked|passed|agreed|signed off))?(?: again)?"
     r"|(?:review|check|vetting) (?:completed|complete|done|carried out|finished|held)|been (?:through|over)|(?:current|correct|accurate|right|true|up[- ]to[- ]date) (?:as (?:at|of)|on|in|when (?:checked|read))|(?:last )?review(?:ed)? and approved|approval(?: date)?|date of approval"),
    ("updated",
     r"(?:date (?:of|for) )?(?:the |our )?(?:last|latest|most recent) (?:update|revision|change|amendment|edit|modification|alteration|correction|rewrite)(?: date)?"
     rf"|(?:date of (?:the )?)?(?:revision|update|amendment)(?: date)?|(?:last )?{_CHANGED}(?: again)?"),
    ("published",
     r"(?:date (?:of|for) )?(?:first |original )?(?:publication|issue|production|preparation|release|creation|printing)(?: date)?|effective(?: date| from)?|(?:first )?(?:went|put) (?:online|live|up)"
     r"|(?:published|issued|produced|written|created|posted|printed|prepared|released|compiled|drafted|put together)|version v?\d[\d.]{0,5}(?:,? dated| of)?"),
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
    r"(?:(?:on|in|by|the|dated|end of|the end of|early|late|mid|about|around|during)[ \u00a0-]){0,3}"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \u00a0])?(?:the[ \u00a0])?"
    r"(?:[^\W\d_]{3,12} ?/ ?)?",  # the month in two languages
    re.IGNORECASE,
)
NAMED = re.compile(r"[^|;\n]{0,24}?\bby\b:?[^|;\n]{2,90}?(?:,|\bon|\bin|[(:–—-])[ \u00a0]?", re.I)
_EDGE = re.compile(r"[.!?;|·•–—:()/\]]\s|\s-\s|[·•|(]|…|\.\.\.")
_OWN = re.compile(
    r"\W*(?:(?:this|the|our|these|all|each|every|please|note|page|pages|content|contents|leaflet|leaflets|"
    r"booklet|sheet|fact|factsheet|form|summary|card|poster|letter|pack|accuracy|wording|links|figures|editorial|facts|information|info|article|guide|handout|document|website|web|"
    r"site|webpage|text|texts|resource|material|materials|brochure|pamphlet|advice|topic|version|edition|issue|"
    r"was|were|is|are|has|have|had|been|be|it|its|they|them|date|of|on|last|latest|first|originally|most|"
    r"recently|recent|current|medically|clinically|medical|clinical|peer|editorially|expert|"
    r"internally|fully|next|and|then|but|also|"
    r"we|i|by|in|at|a|an|no|nr|number|ref|code|leaflet|patient|patients|owner|author|authors|to|again|"
    r"will|comes|come|falls|fall|facts|here|v?\d[\w./-]*|(?-i:[A-Z]{1,5}[-/]?\d[\w./-]*))\b\W*){0,9}",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:sources?:|content source|adapted from|retrieved|accessed|available (?:at|from)|evidence:|"
    r"guidelines?\b|guidance (?:ng|cg)|et al|doi|cochrane|study|trial|survey|website:|report\b|"
    r"links?|references?)\b|[\"”’][ ,(]*$",
    re.IGNORECASE,
)
_OF_PAGE = re.compile(
    r"\b(?:page|leaflet|booklet|sheet|article|guide|handout|content|summary|form|information)\b",
    re.I,
)
# "STRIDE-2 information sheet, version 3.1, created …": the text by its name.
_NAMED_TEXT = re.compile(
    r"[^.]{0,60}\b(?:leaflet|booklet|sheet|factsheet|guide|handout|form|summary|version \d[\d.]*|edition \d+),? "
    r"(?:version v?\d[\d.]*,? |edition \d+,? )?",
    re.IGNORECASE,
)
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
    if _fused(text, label.start) or _NAMED_TEXT.fullmatch(own):
        return True
    if own and text[label.start].isupper() and text[label.end : label.end + 1] in (":", " "):
        return not own.rstrip().endswith(("The", "the", "a", "A")) or bool(_OWN.fullmatch(own))
    return bool(_OWN.fullmatch(own)) and not _NOT_MEDICINE.fullmatch(own.strip())
