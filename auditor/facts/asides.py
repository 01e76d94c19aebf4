"""Explanations that a bracket, a comma, a dash or a colon sets off behind a mention."""

import re

from auditor.facts.definitions import Names, is_side_effect, noun_phrase, words_of
from auditor.facts.gloss import SHORT, TAIL, Gloss, judged
from auditor.facts.plain_words import pictured
from auditor.facts.predicates import told_by_verb
from auditor.facts.sequels import told_by_pronoun

_BRACKET = re.compile(rf"{TAIL}{SHORT}\s*[(\[](?P<gloss>[^()\[\]]{{4,}})[)\]]")
_WHICH = re.compile(
    rf"{TAIL}{SHORT},\s*(?:which|that|who)\s+(?:also |simply |just |can |will |does )?(?P<gloss>(?P<verb>is|are|was|were)?\s*.+)",
    re.DOTALL,
)
_A_THING = re.compile(
    rf"{TAIL}{SHORT}, (?P<gloss>an? [\w-]+(?: [\w-]+)?),(?= (?:is|are|was|were|may|might|can|will|has|have|works?|helps?|should|must)\b)"
)  # "T, an ARNI, …"
_JOB = re.compile(
    rf"{TAIL}{SHORT},\s*whose (?:job|task|work|role|aim) (?:it )?is (?:to )?(?P<gloss>.+)",
    re.DOTALL,
)
# "T, U and other sleeping pills": a class and no more
_AND_OTHER = re.compile(r"(?:, [\w’'-]+){0,5},? (?:and|or) other (?P<gloss>[a-z][\w’' -]{2,40})")
_SAID = re.compile(
    rf"{TAIL}{SHORT}[,;]?\s*(?:\(?\s*)(?:that is|that is to say|which is to say|i\.e\.,?|in other words|meaning|or rather|in plain words),?\s+(?P<gloss>.+)",
    re.DOTALL | re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"{TAIL}{SHORT},\s*(?P<gloss>(?!(?:one|two|three|some|most|many|all) of (?:which|whom|them|these)\b|(?:an?|one|two|three|four|five|six|some) (?:\w+ )?(?:times?|hours?|days?|weeks?|months?|years?|minutes?)\b)(?:an?|the|one of|small|tiny|thin|soft|painful|some|two|any|types? of|kinds? of|when|where|(?!(?:or|and|but|so|if|as|because|when|while|than|then|this|it|you|we|they|he|she|in|on|at|to|for|with|of|by|from|which|who|that)\b)(?:[a-z-]+ ){{1,3}}(?:that|which|who))\s[^.;]{{6,}})",
    re.DOTALL,
)
# "T, where the worst parts are cut away", "T, with a thin camera passed down your throat"
_WHERE = re.compile(
    rf"{TAIL}{SHORT},?\s(?:where|in which|during which|by which|when)\s(?P<gloss>(?!(?:you (?:can|may|will|should)|we (?:can|may|will)|your (?:doctor|nurse|team))\b).+)",
    re.DOTALL,
)
_WITH = re.compile(
    rf"{TAIL}{SHORT},\s(?:with|using|by|in)\s(?P<gloss>(?:an?|the|tiny|small|thin|two|your)\s.+)",
    re.DOTALL,
)
# "T, and it means …", "T; it keeps …", "T – this is …"
_AND_IT = re.compile(
    rf"{TAIL}{SHORT}(?:,? and|,? but|;|:|\s[–—-]|,? because|,? as|,? since)\s(?P<clause>(?:it|they|this|these|that|both)\s.+)",
    re.DOTALL,
)
_DASH = re.compile(rf"{TAIL}{SHORT}\s*(?:[–—]|\s-\s|\s=\s)\s*(?P<gloss>.{{8,}})", re.DOTALL)
_COLON = re.compile(rf"{TAIL}{SHORT}{TAIL}:\s+(?P<gloss>.{{8,}})", re.DOTALL)
# A list of findings has none of these near its start; words that explain do.
STOPS = re.compile(
    r"\b(?:an?|the|of|that|which|who|when|in|inside|to|for|your|is|are|with|you|on|at|from|like|by|made)\b|ing\b",
    re.I,
)
# "DXA: T-score -2.8": a result, no explanation.
_RESULT = re.compile(r"[^,.;]{0,24}[-–<>=]? ?\d+(?:[.,]\d+|%|/)")
_OR = re.compile(
    rf"{TAIL},\s*(?:or|also (?:known as|called)|better known as|sometimes called)\s+(?P<gloss>(?!(?:that|if|to|by|in|on|at|you|it|they|we|not|for|with|from|another|even|maybe|when|have|has|are|is)\b)(?:an? |the )?[\w'’ -]{{3,80}})[,:;.)]",
    re.IGNORECASE,
)
_OR_BRACKET = re.compile(
    rf"{TAIL}\s*\((?:or|also (?:known as|called)|known as|better known as)\s+(?P<gloss>[\w'’ -]{{3,60}})\)",
    re.IGNORECASE,
)
_NO_COLON = re.compile(
    r"(?:side effects?|signs?|symptoms?|kinds?|types?|doses?|forms?|sorts?|results?|causes?|risks?|benefits?|stages?|before|after|about|with|"
    r"take|taking|each|for|on|your|than|not|no)\W*$",
    re.IGNORECASE,
)


def beside(start: str, rest: str, names: Names) -> Gloss | None:
    """A gloss set off by a bracket, comma, dash or colon: the mention need be no subject."""
    best: Gloss | None = None
    if not rest:
        return None
    mark = rest.lstrip("\"”’'*_ \t\n\u00a0")[:1]
    if mark not in "([,–—-:=;wiam":
        return None
    for pattern in (_OR_BRACKET, _OR):
        named = pattern.match(rest)
        if named and not re.fullmatch(r".*\b[A-Z]\b.*|[A-Z][\w-]*[A-Z]\w*", named["gloss"]):
            found = judged(named["gloss"], names, 1)
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
        best = best or (judged(inner, names) if inner else None)
    said = _SAID.match(rest)
    if said:
        best = best or judged(said["gloss"], names)
    which = _WHICH.match(rest)
    if which and best is None:
        best = _which(which, names)
    job = _JOB.match(rest)
    if job and best is None:
        best = judged(job["gloss"], names)
    other = _AND_OTHER.match(rest)
    if other and best is None:
        best = Gloss("partial", other["gloss"])
    apposed = _APPOSED.match(rest)
    if apposed and best is None and _is_told(apposed["gloss"]):
        gloss = noun_phrase(apposed["gloss"], plural=False)
        best = judged(gloss, names) if gloss else None
    brief = _A_THING.match(rest)
    if brief and best is None:
        best = judged(brief["gloss"], names)
    where = _WHERE.match(rest)
    if (
        where
        and best is None
        and len(where["gloss"].split()) > 4
        and pictured(words_of(where["gloss"]))
    ):
        best = judged(where["gloss"], names)
    using = _WITH.match(rest)
    if using and best is None and pictured(words_of(using["gloss"])) > 1:
        best = judged(using["gloss"], names)
    again = _AND_IT.match(rest)
    if again and best is None:
        told = told_by_pronoun(again["clause"], names)
        best = Gloss(*told) if told else None
    dash = _DASH.match(rest)
    if dash and best is None:
        best = judged(dash["gloss"], names)
    colon = _COLON.match(rest)
    if (
        colon
        and best is None
        and STOPS.search(colon["gloss"][:60])
        and not _NO_COLON.search(start)
        and not _RESULT.match(colon["gloss"])
    ):
        best = judged(colon["gloss"], names)
    return best


def _is_told(gloss: str) -> bool:
    """Whether what follows a comma explains, rather than being the next of a list."""
    return bool(
        re.match(r"(?:small|tiny|thin|soft|painful)\b", gloss)
        or re.search(
            r"\b(?:that|which|who|where|when|of|in|at|made|used|for|from|to|like|between|inside|by|with|on|called|known as)\b",
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
            return judged(more[1], names) if len(more) > 1 and len(more[1].split()) > 5 else None
        gloss = noun_phrase(after_verb, plural=match["verb"] in ("are", "were"))
        return judged(gloss, names) if gloss else None
    if re.match(r"means?\s", said):
        return judged(said.split(None, 1)[1], names)
    told = told_by_verb(said)
    return judged(told, names) if told and not is_side_effect(told) else None
