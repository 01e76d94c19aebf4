"""The ways in which running text explains a term (STANDARDS 6.1), as patterns round a mention.

A pattern sees the sentence before and after the mention. What it captures is the gloss: the words
that do the explaining; `definitions.strength` then judges them. Here are those in which the
term is a subject; `asides` has those set off behind it, `naming` those before it.
"""

import re

from auditor.facts.asides import beside
from auditor.facts.definitions import Names
from auditor.facts.gloss import SHORT, TAIL, Gloss, judged
from auditor.facts.plain_words import BODY
from auditor.facts.subjects import as_subject, does_so

# Words that a subject may have before it; anything else before the mention makes it no subject.
_SUBJECT = re.compile(
    r"(?:(?:an?|the|another|one) (?:[\w-]+ ){0,3}(?:called|known as) )?(?:(?:an?|the|your|this|these|some|any|so|and|but|or|also|now|then|first|here|well|yes|in fact|in short|remember,?|"
    r"taking|having|being|getting|called|word|term|both|because|as|that)[ ,]*){0,3}"
    # one more word of the name, or the rest of a list
    r"(?:(?!(?:of|with|for|to|in|on|at|by|from|take|have|has|had|get|give|given|after|before|than|about|like|use|start|stop|"
    r"need|ask|if|when|while|unless|until|once|whether|is|are|was|were|not|no|without|during)\b)[\w’'-]+ )?(?:(?:[\w’'-]+, ){0,6}[\w’'-]+,? (?:and|or) |(?:[\w’'-]+, ){1,6})?[\"“‘'*_(]*",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:.*[,;:] )?(?:in|during|with|for) (?:an?|the|your)? ?(?:[\w’'-]+ )?[\"“‘'*_]*",
    re.IGNORECASE,
)
# What may stand between the mention and its verb: the noun it belongs to, more of a list.
BETWEEN = re.compile(
    r"(?:(?:, [\w’'-]+){0,6},? (?:and|or) [\w’'-]+(?: (?!are|is|all|both)[\w-]+)?(?= (?:are|all|both|work|help|stop|[-–—]) ?| [a-z]+ (?:the|your|an?|how|up|down|off|out|away|more|other|people)\b| \(|, (?:two|which|both|all))"
    r"| (?:on|in|at|for) (?:the |your |a )?\w+(?: \w+)?(?=,? (?:is|are|means?|better|or|also|which)\b)"
    r"| (?!(?:and|or|is|are|was|were|that|which|who|to|of|in|on|at|by|for|from|with|has|have|may|can|will|not)\b)[a-z]+(?: (?!(?:is|are|was|were|may|can|will|that|which|who|to|of|in|on|at|by|for|from|with|has|have|not|and|or)\b)[a-z]+)?(?= (?:is|are|means?) |,? \(|, (?:which|or|since|because|when|where|an? \w+ \w+|one)\b))"
)
# "you may have T to calm your defences"
_PURPOSE = re.compile(
    rf"{TAIL}{SHORT}\s+to (?:help )?(?P<gloss>(?!help|treat|use|tell|look|let|make sure|see|take|try|be|go|get|have)[a-z]+\s\S.+)",
    re.DOTALL,
)
_OFFERED = re.compile(
    r"\b(?:offered|given|have|take|need|get|prescribed?|use|gives?|started on|start)\s(?:(?:an?|the|some|your|more)\s)?(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_AS_PICTURE = re.compile(r"(?:think of|imagine|picture)\s+(?:an?|the|your)?\s*$", re.IGNORECASE)


def after(
    start: str, rest: str, names: Names, *, condition: bool = False, subject: str = ""
) -> Gloss | None:
    """The gloss that follows a mention directly, in the rest of its sentence.

    `condition` tells that the term names an illness, which "causes …" may explain; `subject` is
    the last word before `rest`, when it is not the term's.
    """
    subject = subject or (names.main[-1] if names.main else "")
    found = beside(start, rest, names)
    if found and found.strength == "explained":
        return found
    clause = re.split(r"[.;:?!–—]\s|,\s+(?:and|but|so|because|while)\s", start)[-1]
    if _SUBJECT.fullmatch(clause):
        several = re.search(r"\b(?:and|both|or)\b", clause) is not None
        told = as_subject(rest, names, condition, "s" if several else subject)
        if told and (found is None or told.strength == "explained"):
            return told
    behind = _KIND_BEHIND.match(rest) if condition else None
    if behind and behind["part"].lower() in BODY:
        return Gloss("explained", behind["gloss"])
    purpose = _PURPOSE.match(rest) if not condition and _OFFERED.search(start) else None
    if purpose:
        return judged(purpose["gloss"], names)
    if condition and _PEOPLE_WITH.search(start) and (lived := _lived(rest, names)):
        return lived
    if _IN.fullmatch(start) and (inside := _inside(rest, names)):
        return inside
    return _rarer(start, rest, names, subject) or found


def _rarer(start: str, rest: str, names: Names, subject: str) -> Gloss | None:
    """The ways that are seldom taken."""
    if rest[:2] == ", " and _ALSO_CALLED.search(start) and (told := does_so(rest[1:], subject)):
        return judged(told, names)
    if _BE.search(start) and (so := _SO.match(rest)):
        return judged(so["gloss"], names)
    if _WITH_A.search(start) and (tool := _TOOL.match(rest)):
        return judged(tool["gloss"], names)
    if _BY.fullmatch(start) and (meant := _WE_MEAN.match(rest)):
        return judged(meant["gloss"], names)
    if _AS_PICTURE.search(start) and re.match(r"\s+(?:as|like)\s", rest):
        return Gloss("explained", rest.strip(" ."))
    return None


def _lived(rest: str, names: Names) -> Gloss | None:
    """What people with an illness go through: a verb, and no word on treatment or chance."""
    said = rest.split()
    if len(said) < 6 or not _IN_IT.match(rest) or not (said[0].isalpha() and said[0].islower()):
        return None
    if said[1] in _GOES_ON or said[1] == "cancer":
        return None
    if _NOT_INSIDE.match(rest.strip()) or _ARE.match(rest):
        return None
    return judged(rest.strip(), names)


_BY = re.compile(r"(?:.* )?by [\"“‘']?", re.IGNORECASE | re.DOTALL)
_WE_MEAN = re.compile(r"[\"”’']?,?\s+we mean (?:that )?(?P<gloss>.{8,})", re.DOTALL)
_BE = re.compile(r"\b(?:is|are|was|were|be) $")
# "The opposite, a T, gives you the all-clear by mistake"
_ALSO_CALLED = re.compile(
    r"^(?:the|an?|another|this)\s[^,;.]{3,40},\s(?:an?|the|or)\s(?:an?\s)?[\"“‘'*_]*$",
    re.IGNORECASE,
)
# "Your record is T, so your name is swapped for a code"
_SO = re.compile(
    r"[\"”’'*_]*,?\s(?:so|so that|which means that|which means|meaning that|meaning|because|since|as)\s(?P<gloss>(?:\S+\s+){4,}\S+)",
    re.DOTALL,
)
# "shines a light in your eyes with a T to look at the nerve"
_WITH_A = re.compile(r"\b(?:with|through|using|by means of|uses?)\s(?:an?|the)\s$", re.IGNORECASE)
_TOOL = re.compile(
    rf"{TAIL}{SHORT}\sto (?P<gloss>(?!help|treat|find out|see if|make sure)[a-z]+\s(?:\S+\s+){{2,}}\S+)",
    re.DOTALL,
)
# "melanoma skin cancer"
_KIND_BEHIND = re.compile(
    r" (?P<gloss>(?P<part>\w+) (?:cancer|tumou?r|disease|infection)s?)\b", re.IGNORECASE
)
# "People with T stop breathing many times a night"
_PEOPLE_WITH = re.compile(
    r"(?:^|[,;:.]\s)(?:most |some |many )?(?:people|someone|a person|men|women|children|those|anyone|babies|adults)(?: (?:with|who (?:have|has|get)))\s(?:an?\s)?[\"“‘'*_]*$",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"\s(?:is|are|was|were|live|need|tend|often|usually|who|and|or|have|has|do|does|on|in|at|that|from|get better|like|want|know|cope|go|take|use|ask)\b",
    re.IGNORECASE,
)
# Clauses after "In a T, " that tell of care, of chance or of other people rather than of the thing.
_NOT_INSIDE = re.compile(
    r"(?:\S+\s+){0,3}?(?:may|might|should|must|will|can|could|ask|usually|often|advised|offered|asked|given)\b"
    r"|(?:ring|call|tell|talk|see|take|ask)\b"
    r"|(?:there (?:is|are|was|were) (?:no|some|many|a|several|\d)|it (?:is|was|helps|takes)|(?:some|most|many|few) (?:people|women|men|children)|"
    r"(?:the|your) (?:doctor|nurse|aim|goal|risk|chance|team|dose|clinic)|doctors?|nurses?|symptoms?|signs?|treatment|please|we|i|he|she|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of|of)|what|who|how|if|when)\b",
    re.IGNORECASE,
)
_IN_IT = re.compile(rf"{TAIL}{SHORT},?\s+(?P<gloss>[\w’'-]+,? [\w’'-].+)", re.DOTALL)


def _inside(rest: str, names: Names) -> Gloss | None:
    """ "In a T you go stiff and fall": what happens in it."""
    match = _IN_IT.match(rest)
    if match is None or len(match["gloss"].split()) < 5 or _NOT_INSIDE.match(match["gloss"]):
        return None
    first = match["gloss"].split(None, 1)[0]
    if "," not in rest[: match.start("gloss")] and first in _GOES_ON:
        return None
    return judged(match["gloss"], names)


# After "in a T" without a comma these carry on the same phrase: "in a T or", "for T is".
_GOES_ON = frozenset(
    "and or is are was were has have had of in on at by for from to with that which who as than be not but so because".split()
)
