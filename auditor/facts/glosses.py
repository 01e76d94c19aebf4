"""The ways in which running text explains a term (STANDARDS 6.1), as patterns round a mention.

A pattern sees the sentence before and after the mention. What it captures is the gloss: the words
that do the explaining; `definitions.strength` then judges them. Here are those that stand behind
the mention; `naming` has those before it.
"""

import re
from dataclasses import dataclass

from auditor.facts.definitions import (
    Names,
    Strength,
    is_expansion,
    is_side_effect,
    noun_phrase,
    strength,
)


@dataclass(frozen=True, slots=True)
class Gloss:
    """An explanation found beside a mention."""

    strength: Strength
    text: str


_SHORT = r"(?:\s*\([^()]{1,40}\)|, or [A-Z][\w-]{1,8}(?: for short)?,)?"
_TAIL = r"[\"”’'*_\s]*"
# Words that a subject may have before it; anything else before the mention makes it no subject.
_SUBJECT = re.compile(
    r"(?:(?:an?|the|your|this|these|some|any|so|and|but|or|also|now|then|first|here|well|yes|in fact|in short|remember,?|"
    r"taking|having|being|getting|called|word|term|both|because|while|as|that|if|when)[ ,]*){0,3}"
    # one more word of the name, or the rest of a list
    r"(?:(?!(?:of|with|for|to|in|on|at|by|from|take|have|has|had|get|give|given|after|before|than|about|like|use|start|stop|"
    r"need|ask|is|are|was|were|not|no|without|during)\b)[\w’'-]+ )?(?:(?:[\w’'-]+, ){0,6}[\w’'-]+,? (?:and|or) )?[\"“‘'*_(]*",
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
    r"| [a-z]+(?= (?:is|are|means?) |,? \(|, (?:which|or)\b))"
)
# Between a subject and its verb: "T, …, is", "T for cancer is".
_ASIDE = (
    r"(?:,\s[^,.;:]{3,70},| (?:for|in|of) (?:[\w’'-]+ ){0,2}[\w’'-]+(?= [\w’'-])|"
    r" or (?:an? )?[\w’'-]+(?: [\w’'-]+)?(?= ))?"
)
_IS = re.compile(
    rf"{_TAIL}{_SHORT}{_ASIDE}\s+(?:itself |simply |just |really |usually |often )?(?P<verb>is|are|was|were)\s+(?P<gloss>.+)",
    re.DOTALL,
)
_MEANS = re.compile(
    rf"{_TAIL}{_SHORT}{_ASIDE}\s+(?:just |simply |really |usually |often |here )?(?:means?|refers? to|describes?|is short for|"
    r"is (?:another|the|a|our|their) (?:\w+ )?(?:word|name|term) for|are (?:the |our )?(?:words?|names?) for|"
    r"comes? about when|happens? (?:when|if|because)|occurs? when|develops? when|starts? when|is when|are when)\s+"
    r"(?:that\s+)?(?P<gloss>.+)",
    re.DOTALL,
)
_STANDS = re.compile(rf"{_TAIL}\s+(?:stands? for|is short for)\s+(?P<gloss>.+)", re.DOTALL)
_VERBS = (
    "allow|attack|balance|block|boost|break|calm|carr(?:y|ies)|catch|check|clean|clear|clog|control|convert|cop(?:y|ies)|"
    "chang(?:e)|cut|damp|damage|destro(?:y|ys)|dissolve|drain|ease|fight|filter|flush|guard|harm|heal|help|kill|let|limit|look like|"
    "looks like|look at|looks at|loosen|lower|make|measure|mend|mov(?:e)|narrow|numb|open|prevent|produce|protect|pump|push|raise|"
    "record|reduce|relax|relieve|remov(?:e)|repair|replac(?:e)|restor(?:e)|rins(?:e)|save|shrink|show|slow|soak|soften|"
    "sooth(?:e)|squeez(?:e)|stop|store|strengthen|suppl(?:y|ies)|support|swell|take away|takes away|take out|takes out|"
    "take your|takes your|tell|thin|tighten|train|treat|turn|us(?:e)|warm|watch|weaken|widen|look after|looks after|care for|cares for|deal with|deals with|work by|works by|work like|works like|"
    "act as|acts as|act like|acts like|attach(?:es)?|bind|join|put|connect|link|cover|line|surround|wake|switch|send|test whether|tests whether|take the|takes the|start in|starts in|begin in|begins in|grow in|grows in|bring|draw|trick|teach|teaches|mimic|mop up|mops up|"
    "wash(?:es)?|flush(?:es)?|attach|do(?:es)? the work|last(?:s)? longer|keep|involve"
)
_DOES = re.compile(
    rf"{_TAIL}{_SHORT}{_ASIDE}\s+(?:all |both |also |simply |just |usually |normally |mainly |then |do(?:es)? not [^,.;]{{3,40}},? but (?:it |they )?|can (?=show|find|tell|help|measure))?"
    rf"(?P<gloss>(?:{_VERBS})(?:s|es)?\s+\S.+)",
    re.DOTALL,
)
# "T are found in the blood and help us to fight germs"
_FOUND = re.compile(
    rf"{_TAIL}{_SHORT}\s+(?:is|are)\s+(?:[a-z]+ly )?(?:found|made|released|carried|produced)\s[^.;]{{3,60}}?"
    rf"\s(?:and|to|that|which)\s+(?P<gloss>(?:{_VERBS})(?:s|es)?\s+\S.+)",
    re.DOTALL,
)
# "a stroke is caused by a clot in the brain": where it happens tells what it is
_CAUSED = re.compile(
    rf"{_TAIL}{_SHORT}\s+(?:is|are)\s+(?:usually |often )?caused by\s+"
    r"(?P<gloss>[^.;]*\b(?:in|of|around|between|inside|into|to) (?:or \w+ )?(?:the|your|a)\b.+)",
    re.DOTALL,
)
# "you may have T to calm your defences"
_PURPOSE = re.compile(
    rf"{_TAIL}{_SHORT}\s+to (?:help )?(?P<gloss>(?!help|treat|use|tell|look|let|make sure)(?:{_VERBS})\b\s\S.{{6,}})",
    re.DOTALL,
)
_OFFERED = re.compile(
    r"\b(?:offered|given|have|take|need|get|prescribed?|use|gives?|started on|start)\s(?:(?:an?|the|some|your|more)\s)?(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
_CAUSES = re.compile(
    rf"{_TAIL}{_SHORT}\s+(?P<gloss>(?:causes?|affects?)\s+(?:the|your|an?|how)\b.+)", re.DOTALL
)
_BRACKET = re.compile(rf"{_TAIL}{_SHORT}\s*[(\[](?P<gloss>[^()\[\]]{{4,}})[)\]]")
_WHICH = re.compile(
    rf"{_TAIL}{_SHORT},\s*(?:which|that|who)\s+(?:also |simply |just |can |will |does )?(?P<gloss>(?P<verb>is|are|was|were)?\s*.+)",
    re.DOTALL,
)
_SAID = re.compile(
    rf"{_TAIL}{_SHORT},?\s*(?:\(?\s*)(?:that is|that is to say|which is to say|i\.e\.,?|in other words|meaning|or rather|in plain words),?\s+(?P<gloss>.+)",
    re.DOTALL | re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"{_TAIL}{_SHORT},\s*(?P<gloss>(?:an?|the|one of|small|tiny|thin|soft|painful|some|two|any|types? of|kinds? of|when|where)\s[^.;]{{6,}})",
    re.DOTALL,
)
_DASH = re.compile(rf"{_TAIL}{_SHORT}\s*(?:[–—]|\s-\s|\s=\s)\s*(?P<gloss>.{{8,}})", re.DOTALL)
_COLON = re.compile(rf"{_TAIL}{_SHORT}{_TAIL}:\s+(?P<gloss>.{{8,}})", re.DOTALL)
_OR = re.compile(
    rf"{_TAIL},\s*(?:or|also (?:known as|called)|better known as|sometimes called)\s+(?P<gloss>(?!(?:that|if|to|by|in|on|at|you|it|they|we|not|for|with|from|another|even|maybe|when|have|has|are|is)\b)(?:an? |the )?[\w'’ -]{{3,80}})[,:;.)]",
    re.IGNORECASE,
)
_OR_BRACKET = re.compile(
    rf"{_TAIL}\s*\((?:or|also (?:known as|called)|known as|better known as)\s+(?P<gloss>[\w'’ -]{{3,60}})\)",
    re.IGNORECASE,
)
_AS_PICTURE = re.compile(r"(?:think of|imagine|picture)\s+(?:an?|the|your)?\s*$", re.IGNORECASE)
_NO_COLON = re.compile(
    r"(?:side effects?|signs?|symptoms?|kinds?|types?|doses?|forms?|sorts?|results?|causes?|risks?|benefits?|stages?|before|after|about|with|"
    r"take|taking|each|for|on|your|than|not|no)\W*$",
    re.IGNORECASE,
)


def after(start: str, rest: str, names: Names, *, condition: bool = False) -> Gloss | None:
    """The gloss that follows a mention directly, in the rest of its sentence.

    `condition` tells that the term names an illness, which "causes …" may explain.
    """
    found = _beside(start, rest, names)
    if found and found.strength == "explained":
        return found
    clause = re.split(r"[.;:?!–—]\s|,\s+(?:and|but|so|because|while)\s", start)[-1]
    if _SUBJECT.fullmatch(clause):
        told = _as_subject(rest, names, condition)
        if told and (found is None or told.strength == "explained"):
            return told
    purpose = _PURPOSE.match(rest) if not condition and _OFFERED.search(start) else None
    if purpose:
        return _judged(purpose["gloss"], names)
    if _IN.fullmatch(start) and (inside := _inside(rest, names)):
        return inside
    by_we_mean = re.match(r"[\"”’']?,?\s+we mean (?:that )?(?P<gloss>.{8,})", rest, re.DOTALL)
    if by_we_mean and re.fullmatch(r"(?:.* )?by [\"“‘']?", start, re.IGNORECASE | re.DOTALL):
        return _judged(by_we_mean["gloss"], names)
    if _AS_PICTURE.search(start) and re.match(r"\s+(?:as|like)\s", rest):
        return Gloss("explained", rest.strip(" ."))
    return found


def _judged(gloss: str, names: Names, least: int = 2) -> Gloss | None:
    core = re.split(r"[:;,.(]", gloss)[0]
    if any(is_expansion(core, name) for name in (*names.main, *names.short)):
        return Gloss("weak", gloss.strip())
    how = strength(gloss, names, least=least)
    return Gloss(how, gloss.strip()) if how else None


def _as_subject(rest: str, names: Names, condition: bool) -> Gloss | None:
    stands = _STANDS.match(rest)
    if stands:
        letters, comma, more = stands["gloss"].partition(",")
        core = re.split(r"[:;,.(]", letters)[0]
        letters_only = any(is_expansion(core, name) for name in (*names.main, *names.short))
        colon = re.search(r"[:;(]\s*(\S+(?:\s+\S+){3,})", stands["gloss"])
        if letters_only and colon:
            return _judged(colon.group(1), names)
        if letters_only and comma and len(more.split()) >= 4:
            return _judged(more.strip(), names)
        return Gloss("weak" if letters_only else "explained", stands["gloss"].strip())
    means = _MEANS.match(rest)
    if means:
        gloss = re.sub(r"^there (?:is|are|was) ", "", means["gloss"])
        return _judged(gloss, names, 1) if "coming to" not in means["gloss"][:24] else None
    is_ = _IS.match(rest)
    found = _FOUND.match(rest)
    if is_ and not found and not (condition and _CAUSED.match(rest)):
        said = noun_phrase(is_["gloss"], plural=is_["verb"] in ("are", "were"))
        return _judged(said, names) if said else None
    does = _DOES.match(rest) or found
    if condition:
        does = does or _CAUSES.match(rest) or _CAUSED.match(rest)
    if does and not is_side_effect(does["gloss"]):
        return _judged(re.sub(r"^take\b", "takes", does["gloss"]), names)
    return None


def _inside(rest: str, names: Names) -> Gloss | None:
    """ "In a T you go stiff and fall": what happens in it."""
    match = re.match(
        rf"{_TAIL}{_SHORT},?\s+(?P<gloss>(?:you|your|the|an?|some|only|one|part|both|there|fluid|blood|too|[a-z]+,? an?|[a-z]+ (?:is|are) (?:put|passed|injected|taken|sent|drained))\b.+)",
        rest,
        re.DOTALL,
    )
    if not match or re.match(
        r"(?:\S+\s+){0,3}?(?:may|might|should|must|will|can|could|ask|usually|often|advised|offered|asked|given)\b",
        match["gloss"],
    ):
        return None
    return _judged(match["gloss"], names) if len(match["gloss"].split()) >= 5 else None


def _beside(start: str, rest: str, names: Names) -> Gloss | None:
    """A gloss set off by a bracket, comma, dash or colon: the mention need be no subject."""
    best: Gloss | None = None
    if not rest:
        return None
    mark = rest.lstrip("\"”’'*_ \t\n\u00a0")[:1]
    if mark not in "([,–—-:=":
        return None
    for pattern in (_OR_BRACKET, _OR):
        named = pattern.match(rest)
        if named and not re.fullmatch(r".*\b[A-Z]\b.*|[A-Z][\w-]*[A-Z]\w*", named["gloss"]):
            found = _judged(named["gloss"], names, 1)
            if found and found.strength == "explained":
                best = best or Gloss("explained", found.text)
    bracket = _BRACKET.match(rest)
    if bracket and not _OR_BRACKET.match(rest):
        inner = bracket["gloss"]
        if re.match(
            r"(?:(?:for example|such as|including|like|see|or|also)\b|e\.g\.|eg\b)",
            inner,
            re.IGNORECASE,
        ):
            inner = ""
        inner = re.sub(r"^(?:i\.e\.|that is|meaning|which (?:is|are|means)),?\s*", "", inner)
        best = best or (_judged(inner, names) if inner else None)
    said = _SAID.match(rest)
    if said:
        best = best or _judged(said["gloss"], names)
    which = _WHICH.match(rest)
    if which and best is None:
        best = _which(which, names)
    apposed = _APPOSED.match(rest)
    if apposed and best is None and _is_told(apposed["gloss"]):
        gloss = noun_phrase(apposed["gloss"], plural=False)
        best = _judged(gloss, names) if gloss else None
    dash = _DASH.match(rest)
    if dash and best is None:
        best = _judged(dash["gloss"], names)
    colon = _COLON.match(rest)
    if colon and best is None and not _NO_COLON.search(start):
        best = _judged(colon["gloss"], names)
    return best


def _is_told(gloss: str) -> bool:
    """Whether what follows a comma explains, rather than being the next of a list."""
    return bool(
        re.match(r"(?:small|tiny|thin|soft|painful)\b", gloss)
        or re.search(
            r"\b(?:that|which|who|where|when|of|in|at|made|used|for|from|to|like|between|inside|by|with|on)\b",
            gloss,
        )
    )


def _which(match: re.Match[str], names: Names) -> Gloss | None:
    said = match["gloss"]
    if match["verb"]:
        after_verb = said[len(match["verb"]) :].strip()
        named = re.match(r"(?:also |sometimes )?(?:called|known as|named)\s+(.+)", after_verb)
        if named:
            more = re.split(r",\s", named.group(1), maxsplit=1)
            return _judged(more[1], names) if len(more) > 1 and len(more[1].split()) > 5 else None
        gloss = noun_phrase(after_verb, plural=match["verb"] in ("are", "were"))
        return _judged(gloss, names) if gloss else None
    if re.match(r"means?\s", said):
        return _judged(said.split(None, 1)[1], names)
    if re.match(rf"(?:{_VERBS})(?:s|es)?\s+\S", said) and not is_side_effect(said):
        return _judged(said, names)
    return None
