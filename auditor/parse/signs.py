"""Wordings by which a short line shows that it is page furniture and no part of the text.

Each sign is a region, a reason in words, the longest line it may hold (code points) and a pattern
that the whole line must match. The first that fits counts.
"""

import re
from typing import Any, NamedTuple

import re2

from auditor.model import Region
from auditor.parse.datelines import is_dateline
from auditor.parse.fused import fused
from auditor.parse.references import is_reference
from auditor.patterns import options


class Label(NamedTuple):
    """A region and why a block has it."""

    region: Region
    reason: str


LINK = "a link to another page"
NOTICE = "a notice of the website"
QUIZ = "part of a quiz"
SHARING = "for sharing the page"

_NETWORKS = r"(?:facebook|twitter|x|instagram|linked ?in|whatsapp|pinterest|youtube|tiktok|e-?mail|print|copy link|reddit)"
_SIGNS: tuple[tuple[Region, str, int, str], ...] = (
    ("advertisement", "says that an advertisement follows", 80,
     r"(?:advertisements?|ads?|sponsored(?: content| by .{1,50})?|promoted(?: content)?)\W*"),
    ("advertisement", "asks for a gift", 120,
     r"(?:please )?(?:donate|give)(?: now| today| online| here)\b.*|could you (?:give|donate)\b.*"
     r"|make a (?:donation|gift)\b.*"),
    ("boilerplate", "names a picture or a logo", 120,
     r"(?:an? )?(?:icon|logo|image|photo|picture|photograph) of\b.*|.*\b(?:logo|award)\.?"
     r"|(?:image|photo|picture|photograph|credit|illustration)s?(?: credit| by)?\s*:.*"),
    ("interactive", QUIZ, 400,
     r"\d+ of \d+ answered|question \d+ of \d+\b.*|.*\bflashcards?\b.*|.*\b(?:this|the) quiz\b.*"
     r"|test your (?:understanding|knowledge)\W*|(?:take|start) the quiz\W*|check (?:my|your) answers?\W*"),
    ("interactive", QUIZ, 400, r"q\d{1,2}\..*"),
    ("interactive", "asks about the page itself", 90,
     r"(?:was|is|did you find) this (?:page|article|information|leaflet|content|website)? ?(?:helpful|useful)\b.*"
     r"|did you find what you were looking for\W*|rate this (?:page|article)\W*"
     r"|(?:yes|no),? this (?:page|article|information) (?:is|was)(?: not|n[’']t)? (?:helpful|useful)\W*"),
    ("interactive", SHARING, 90,
     rf"share(?: this(?: page| article| story)?)?\s*:?|share (?:this(?: page| article| story)? )?(?:on|by|via|with|to) .*|{_NETWORKS}(?:[\s,|·]+{_NETWORKS})*"
     r"|print this(?: page| article)?"),
    ("interactive", "readers' comments", 90,
     r"(?:\d+ )?(?:comments|replies)(?: \(\d+\))?:?|\d+ (?:thoughts|comments|replies|responses) (?:on|to)\b.*"
     r"|(?:leave|post|add|write) a (?:reply|comment)\W*|[\w .'-]{1,30} (?:said|says|wrote)(?:\.\.\.|…)"),
    ("form", "part of a form", 90,
     r"(?:your |enter your )?e-?mail address|subscribe\W*|search|search (?:the|this|our) .{1,40}(?:site|website)"
     r"|sign (?:me )?up(?: (?:for|to) .{1,50})?\W*|(?:first|last|full) name|post comment|submit"),
    ("boilerplate", NOTICE, 400,
     r".*\b(?:accept|reject|allow|manage) (?:all |additional |optional )?cookies\b.*|.*\bcookie (?:policy|settings|preferences|notice)\b.*"
     r"|.*\b(?:we|site|website|uses?) (?:some |essential |only )*(?:use|uses|essential)? ?cookies\b.*|cookies on .{1,40}"
     r"|(?:accept|reject) all|.*\ball rights reserved\b.*|copyright (?:\d{4}|of|©).*"
     r"|.*\bregistered (?:charity|office|company|charities|in england)\b.*|.*\b(?:charity|company) (?:no|number|registration)\b.*"
     r"|(?:proudly )?powered by .*|(?:app )?version \d[\d.]*|.*\b(?:needs|enable|turn on) javascript\b.*|.*\bbest viewed (?:at|in|with)\b.*"
     r"|.*\bunder the open (?:government )?licen[cs]e\b.*|(?:support|useful|quick|footer) links|follow us(?: on .*)?"
     r"|learn more about (?:the|our) .{1,40} and our editorial process\W*"),
    ("boilerplate", NOTICE, 400, r"(?:crown )?(?:copyright )?(?:©|\(c\)).*"),
    ("boilerplate", "says who made the page", 160,
     r"(?:written|posted|produced|published|edited|prepared) by\b.*|(?:by )[A-Z][\w.'-]+ [A-Z][\w.'-]+(?:, .{2,40})?"
     r"|webmaster\b.*|(?:leaflet|document) (?:number|reference|ref|id|code)\b.*|page \d+ of \d+|(?:ref|pin)(?: no)?[.:]? ?\d+\b.*"
     r"|[^.!?]*\bthis (?:leaflet|page|information|document) in (?:another language|large print|braille|easy read|a different)[^.!?]*[.!?]?"
     r"|to get this (?:page|leaflet|information) in .*"),
    ("navigation", LINK, 90,
     r"(?:find out more|read (?:more )?about|learn more|see also|browse|back to|go to|skip to|click here|view all|see all|"
     r"sign in|log ?in|(?:open|close|main )?menu|donate|home|site ?map|newer post|older post)\b[^.!?:]*"
     r"|(?:previous|next|read next)(?: page| post| article)?\s*:\s*[^.!?]*|(?:previous|next)(?: page| post| article)?"
     r"|français|español|cymraeg|deutsch|polski|gaeilge|italiano|português"),
    ("navigation", "a list of the page's parts", 60,
     r"(?:on this page|in this (?:article|section|guide|leaflet)|jump to|table of contents|page contents)\s*:?"),
    ("navigation", "says where the page stands in the website", 160,
     r"you are here\b.*|(?:home|start|startpage)\s*[>›»/→|].*"),
    ("dateline", "a date of the page itself", 160,
     r".*\bdue for review\b.*"),
)  # fmt: skip
_PATTERNS = tuple(
    (region, reason, most, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for region, reason, most, pattern in _SIGNS
)


def _filter() -> Any:
    """Which signs a line may show: those whose fixed letters it has. Most lines have none."""
    found, how = re2.Filter(), options()
    for sign in _SIGNS:
        found.Add(sign[3], how)
    found.Compile()
    return found


_FILTER = _filter()
_FEW = 160
_LONGEST = 400
_MENU_PARTS = re.compile(r"\s*[|·•›»→\[\]]\s*|\s+/\s+")
_MENU_WORD = re.compile(
    r"home|start|about(?: us)?|contact(?: us)?|news|search|menu|privacy(?: policy| notice)?|terms(?: of use)?|"
    r"accessibility(?: statement)?|cookies|site ?map|jobs|careers|donate|help|log ?in|visiting|map|legal(?: notice)?|"
    r"patients|departments|services|blog|press",
    re.IGNORECASE,
)


def label_of(text: str, kind: str) -> Label | None:
    """What the words of a block say about it, or None; `kind` is the block's kind."""
    if len(text) > _LONGEST:
        return None
    heading, item = kind.startswith("heading"), kind == "item"
    if len(text) <= _FEW and is_dateline(text):
        return Label("dateline", "a date of the page itself")
    for number in sorted(_FILTER.Match(text.encode(), True) or ()):
        region, reason, most, pattern = _PATTERNS[number]
        if len(text) > most or not pattern.fullmatch(text):
            continue
        if item and reason == "names a picture or a logo":
            continue
        return Label(region, reason)
    if len(text) <= _FEW:
        if (label := fused(text)) is not None:
            return Label(*label)
        if _is_menu(text):
            return Label("navigation", "a row of links")
        if text.endswith(("→", "»", "›")):
            return Label("navigation", LINK)
    if text.endswith(("...", "…")) and kind == "paragraph":
        return Label("teaser", "the cut-off start of another page")
    if not heading and is_reference(text):
        return Label("references", "a reference")
    return None


def _is_menu(text: str) -> bool:
    """Three short labels or more with bars or dots between them, one of them known from menus."""
    if text[-1] in ".!?:;":
        return False
    parts = [part for part in _MENU_PARTS.split(text) if part]
    return (
        len(parts) >= 3
        and all(len(part.split()) <= 4 for part in parts)
        and any(_MENU_WORD.fullmatch(part) for part in parts)
    )
