"""What a sentence says of the term that is its subject: "T is …", "T means …", "T lowers …"."""

import re

from auditor.facts.definitions import Names, is_expansion, is_side_effect, noun_phrase, words_of
from auditor.facts.gloss import SHORT, TAIL, Gloss, judged
from auditor.facts.plain_words import pictured
from auditor.facts.predicates import told_by_verb
from auditor.facts.sequels import told_as_fragment, told_by_pronoun

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
# "T is taken with the breast pressed between two plates"
_GIVEN_TO = re.compile(
    r"(?:\w+ly |often |also )?(?:given|added|used|taken|put in|prescribed|offered|injected|inserted) (?:\w+ly )?"
    r"(?:so that (?:the |your )?|to (?!treat|people|you\b|patients|children|women|men|anyone|those|your|the |help (?:treat|with)|find out|see if|make sure|a\b))"
    r"(?P<gloss>\S+\s\S+\s\S+.*)",
    re.DOTALL,
)
_DONE_WITH = re.compile(
    rf"{TAIL}{SHORT}\s(?:is|are)\s(?:\w+ly )?(?:taken|done|made|carried out|performed|given|put in|fitted|measured)\s(?:\w+ly )?"
    r"(?P<gloss>(?:with|by|through|using|from|over)\s.+)",
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
_CAUSES = re.compile(
    rf"{TAIL}{SHORT}\s+(?P<gloss>(?:causes?|affects?)\s+(?:the|your|an?|how)\s(?:\S+\s+){{2,}}\S+.*)",
    re.DOTALL,
)


def as_subject(rest: str, names: Names, condition: bool, subject: str) -> Gloss | None:
    """What a sentence says of its subject; `rest` is what follows it, `subject` its last word."""
    if stands := _STANDS.match(rest):
        return _letters(stands["gloss"], names)
    if means := _MEANS.match(rest):
        return _meant(means["gloss"], names)
    if made := _MADE.match(rest):
        return judged(made["gloss"], names)
    found, is_ = _found(rest), _IS.match(rest)
    if is_ and not found and not (condition and _CAUSED.match(rest)):
        return _is(rest, is_, names) or _of_it(rest, names)
    elaborated = None if is_ else _ELABORATED.match(rest)
    if elaborated and told_as_fragment(elaborated["gloss"]):
        return judged(elaborated["gloss"], names)
    does = found or does_so(rest, subject)
    if does is None and (told := _of_it(rest, names)):
        return told
    if does is None and condition and (causes := _CAUSES.match(rest) or _CAUSED.match(rest)):
        does = causes["gloss"]
    if does is None or is_side_effect(does):
        return None
    return judged(re.sub(r"^take\b", "takes", does), names)


def _letters(said: str, names: Names) -> Gloss | None:
    """What "T stands for" tells: the long form alone is no explanation."""
    letters, comma, more = said.partition(",")
    core = re.split(r"[:;,.(]", letters)[0]
    if not any(is_expansion(core, name) for name in (*names.main, *names.short)):
        return Gloss("explained", said.strip())
    colon = re.search(r"[:;(]\s*(\S+(?:\s+\S+){3,})", said)
    if colon:
        return judged(colon.group(1), names)
    if comma and len(more.split()) >= 4:
        return judged(more.strip(), names)
    return Gloss("weak", said.strip())


def _meant(said: str, names: Names) -> Gloss | None:
    if "coming to" in said[:24]:
        return None
    meant = judged(re.sub(r"^there (?:is|are|was) ", "", said), names, 1)
    if meant and meant.strength == "partial":  # "T means all one type": so it is meant
        return Gloss("explained", meant.text)
    return meant


def _is(rest: str, is_: re.Match[str], names: Names) -> Gloss | None:
    said = noun_phrase(is_["gloss"], plural=is_["verb"] in ("are", "were"))
    if said is None and (aim := _GIVEN_TO.match(is_["gloss"])):
        said = aim["gloss"]  # "is added so that your nerves come to no harm"
    if said is None and (more := _WORSE.match(is_["gloss"])) and len(more["gloss"].split()) > 4:
        said = more["gloss"]  # "T is worse: the bag itself is swollen"
    done = None if said else _DONE_WITH.match(rest)
    if done and pictured(words_of(done["gloss"])) > 1:
        said = done["gloss"]
    return judged(said, names) if said else None


def _of_it(rest: str, names: Names) -> Gloss | None:
    """ "T smells, but it slows the skin down": what is said of it further on."""
    again = _AND_IT.search(rest)
    told = told_by_pronoun(again["clause"], names) if again else None
    return Gloss(*told) if told else None


def does_so(rest: str, subject: str) -> str | None:
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
