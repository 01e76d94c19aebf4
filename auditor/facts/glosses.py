"""The ways in which running text explains a term (STANDARDS 6.1), as patterns round a mention.

A pattern sees the sentence before and after the mention. What it captures is the gloss: the words
that do the explaining; `definitions.strength` then judges them. Here are those in which the
term is a subject; `asides` has those set off behind it, `naming` those before it.
"""

import re

from auditor.facts.asides import beside
from auditor.facts.definitions import Names, is_expansion, is_side_effect, noun_phrase
from auditor.facts.gloss import SHORT, TAIL, Gloss, judged
from auditor.facts.predicates import told_by_verb
from auditor.facts.sequels import told_as_fragment, told_by_pronoun

# Words that a subject may have before it; anything else before the mention makes it no subject.
_SUBJECT = re.compile(
    r"(?:(?:an?|the|another|one) (?:[\w-]+ ){0,3}(?:called|known as) )?(?:(?:an?|the|your|this|these|some|any|so|and|but|or|also|now|then|first|here|well|yes|in fact|in short|remember,?|"
    r"taking|having|being|getting|called|word|term|both|because|while|as|that|if|when)[ ,]*){0,3}"
    # one more word of the name, or the rest of a list
    r"(?:(?!(?:of|with|for|to|in|on|at|by|from|take|have|has|had|get|give|given|after|before|than|about|like|use|start|stop|"
    r"need|ask|is|are|was|were|not|no|without|during)\b)[\w’'-]+ )?(?:(?:[\w’'-]+, ){0,6}[\w’'-]+,? (?:and|or) |(?:[\w’'-]+, ){1,6})?[\"“‘'*_(]*",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:.*[,;:] )?(?:in|during|with|for) (?:an?|the|your)? ?(?:[\w’'-]+ )?[\"“‘'*_]*",
    re.IGNORECASE,
)
# What may stand between the mention and its verb: the noun it belongs to, more of a list.
BETWEEN = re.compile(
    r"(?:(?:, [\w’'-]+){0,6},? (?:and|or) [\w’'-]+(?: (?!are|is|all|both)[\w-]+)?(?= (?:are|all|both|work|help|stop|[-–—]) ?| \(|, (?:two|which|both|all))"
    r"| (?:on|in|at|for) (?:the |your |a )?\w+(?: \w+)?(?=,? (?:is|are|means?|better|or|also|which)\b)"
    r"| (?!(?:and|or|is|are|was|were|that|which|who|to|of|in|on|at|by|for|from|with|has|have|may|can|will|not)\b)[a-z]+(?: (?!(?:is|are|was|were|may|can|will|that|which|who|to|of|in|on|at|by|for|from|with|has|have|not|and|or)\b)[a-z]+)?(?= (?:is|are|means?) |,? \(|, (?:which|or|since|because|an? \w+ \w+|one)\b))"
)
# Between a subject and its verb: "T, …, is", "T for cancer is".
_ASIDE = (
    r"(?:,\s[^,.;:]{3,70},| (?:for|in|of) (?:[\w’'-]+ ){0,2}[\w’'-]+(?= [\w’'-])|"
    r" or (?:an? )?[\w’'-]+(?: [\w’'-]+)?(?= ))?"
)
_IS = re.compile(
    rf"{TAIL}{SHORT}{_ASIDE}\s+(?:itself |simply |just |really |usually |often )?(?P<verb>is|are|was|were|belongs? to)\s+(?P<gloss>.+)",
    re.DOTALL,
)
_MEANS = re.compile(
    rf"{TAIL}{SHORT}{_ASIDE}\s+(?:just |simply |really |usually |often |here )?(?:means?|refers? to|describes?|is short for|(?:is|are) (?:the |a |our )?(?:[\w’']+ )?ways? of saying|"
    r"is (?:another|the|a|our|their) (?:\w+ )?(?:word|name|term) for|are (?:the |our )?(?:words?|names?) for|"
    r"comes? about when|happens? (?:when|if|because)|occurs? when|develops? when|starts? when|is when|are when)\s+"
    r"(?:that\s+)?(?P<gloss>.+)",
    re.DOTALL,
)
_STANDS = re.compile(rf"{TAIL}\s+(?:stands? for|is short for)\s+(?P<gloss>.+)", re.DOTALL)
# What may stand between a subject and its verb, shortest first: nothing, an aside, "for pain", "or T".
_ASIDES = tuple(
    re.compile(TAIL + SHORT + pattern)
    for pattern in (
        r"\s+",
        r",\s[^,.;:]{3,70},\s",
        r"\s(?:for|in|of) [\w’'-]+\s",
        r"\s(?:for|in|of) [\w’'-]+ [\w’'-]+\s",
        r"\s(?:for|in|of) [\w’'-]+ [\w’'-]+ [\w’'-]+\s",
        r"\sor (?:an? )?[\w’'-]+\s",
        r"\sor (?:an? )?[\w’'-]+ [\w’'-]+\s",
    )
)
_AND_IT = re.compile(
    r",? (?:and|but|so|because|as|since|though) (?P<clause>(?:it|they) .+)", re.DOTALL
)
# "T are given by injection and are made from living cells"
_MADE = re.compile(
    rf"{TAIL}{SHORT}\s(?:is|are)\s(?:[^.;,]{{3,50}}\sand (?:is|are )?)?(?P<gloss>made (?:from|of|out of|up of|by|in)\s.+)",
    re.DOTALL,
)
# "T may show on your legs: tiny red dots"
_ELABORATED = re.compile(
    rf"{TAIL}{SHORT}\s(?:[\w’'-]+ ){{1,6}}[\w’'-]+(?::|\s[–—-])\s(?P<gloss>.{{12,}})", re.DOTALL
)
_WORSE = re.compile(r"(?:[\w’'-]+ ){0,3}[\w’'-]+:\s(?P<gloss>.+)", re.DOTALL)
# "T are found in the blood and help us to fight germs"
_FOUND = re.compile(
    rf"{TAIL}{SHORT}\s+(?:is|are)\s+(?:[a-z]+ly )?(?:found|made|released|carried|produced)\s[^.;]{{3,60}}?"
    r"\s(?:and|to|that|which)\s+(?P<gloss>[a-z]+\s+\S.+)",
    re.DOTALL,
)
# "a stroke is caused by a clot in the brain": where it happens tells what it is
_CAUSED = re.compile(
    rf"{TAIL}{SHORT}\s+(?:is|are)\s+(?:usually |often )?caused by\s+"
    r"(?P<gloss>[^.;]*\b(?:in|of|around|between|inside|into|to) (?:or \w+ )?(?:the|your|a)\b.+)",
    re.DOTALL,
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
_CAUSES = re.compile(
    rf"{TAIL}{SHORT}\s+(?P<gloss>(?:causes?|affects?)\s+(?:the|your|an?|how)\s(?:\S+\s+){{2,}}\S+.*)",
    re.DOTALL,
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
        told = _as_subject(rest, names, condition, "s" if several else subject)
        if told and (found is None or told.strength == "explained"):
            return told
    purpose = _PURPOSE.match(rest) if not condition and _OFFERED.search(start) else None
    if purpose:
        return judged(purpose["gloss"], names)
    if condition and _PEOPLE_WITH.search(start) and _IN_IT.match(rest):
        whole = "they" + rest
        if not _NOT_INSIDE.match(rest.strip()) and len(whole.split()) > 6 and not _ARE.match(rest):
            return judged(rest.strip(), names)
    if _IN.fullmatch(start) and (inside := _inside(rest, names)):
        return inside
    by_we_mean = re.match(r"[\"”’']?,?\s+we mean (?:that )?(?P<gloss>.{8,})", rest, re.DOTALL)
    if by_we_mean and re.fullmatch(r"(?:.* )?by [\"“‘']?", start, re.IGNORECASE | re.DOTALL):
        return judged(by_we_mean["gloss"], names)
    if _AS_PICTURE.search(start) and re.match(r"\s+(?:as|like)\s", rest):
        return Gloss("explained", rest.strip(" ."))
    return found


def _as_subject(rest: str, names: Names, condition: bool, subject: str) -> Gloss | None:
    stands = _STANDS.match(rest)
    if stands:
        letters, comma, more = stands["gloss"].partition(",")
        core = re.split(r"[:;,.(]", letters)[0]
        letters_only = any(is_expansion(core, name) for name in (*names.main, *names.short))
        colon = re.search(r"[:;(]\s*(\S+(?:\s+\S+){3,})", stands["gloss"])
        if letters_only and colon:
            return judged(colon.group(1), names)
        if letters_only and comma and len(more.split()) >= 4:
            return judged(more.strip(), names)
        return Gloss("weak" if letters_only else "explained", stands["gloss"].strip())
    means = _MEANS.match(rest)
    if means:
        gloss = re.sub(r"^there (?:is|are|was) ", "", means["gloss"])
        return judged(gloss, names, 1) if "coming to" not in means["gloss"][:24] else None
    is_ = _IS.match(rest)
    made = _MADE.match(rest)
    if made:
        return judged(made["gloss"], names)
    found = _found(rest)
    if is_ and not found and not (condition and _CAUSED.match(rest)):
        said = noun_phrase(is_["gloss"], plural=is_["verb"] in ("are", "were"))
        if said is None and (more := _WORSE.match(is_["gloss"])) and len(more["gloss"].split()) > 4:
            said = more["gloss"]  # "T is worse: the bag itself is swollen"
        return judged(said, names) if said else None
    elaborated = _ELABORATED.match(rest)
    if elaborated and is_ is None and told_as_fragment(elaborated["gloss"]):
        return judged(elaborated["gloss"], names)
    again = _AND_IT.search(rest)
    told = told_by_pronoun(again["clause"], names) if again else None
    does = found or _does(rest, subject)
    if told and not does:
        return Gloss(*told)  # "T smells, but it slows the skin down"
    if condition and does is None and (causes := _CAUSES.match(rest) or _CAUSED.match(rest)):
        does = causes["gloss"]
    if does and not is_side_effect(does):
        return judged(re.sub(r"^take\b", "takes", does), names)
    return None


def _does(rest: str, subject: str) -> str | None:
    """What the subject does, in a verb of its own, with or without an aside before it."""
    for aside in _ASIDES:
        stands = aside.match(rest)
        told = told_by_verb(rest[stands.end() :], subject) if stands else None
        if told:
            return told
    return None


def _found(rest: str) -> str | None:
    found = _FOUND.match(rest)
    return told_by_verb(found["gloss"]) if found else None


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
