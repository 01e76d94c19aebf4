"""The ways in which running text leads up to a term: "…, called a T", "a sample (T)", "drugs such as T"."""

import re

from auditor.facts.definitions import Names, is_expansion, strength
from auditor.facts.glosses import Gloss

# The words that name: "…, which doctors call T", "the medical name for this is T".
_NAMING = re.compile(
    r"\b(?:called|call|calls|known as|termed|named|speaks? of|talk of|refer to (?:\w+ )?as|"
    r"(?:name|word|term) (?:for|of) (?:this|it|that|them|these|which)(?: \w+)? is|(?:name|word|term) is|"
    r"say (?:that )?(?:you have|you are in|it is)|put down (?:[\w ]{3,20} )?as|written (?:down )?as|"
    r"what (?:people|doctors|we) mean by|meant by|(?:our|the|a) word for)"
    r"(?:\s(?:this|it|them|these|that|such an? \w+))?\s+(?:an?\s|the\s|your\s)?[\"“‘'*_(]*(?:[\w’'-]+ )?$",
    re.IGNORECASE,
)
_FILLERS = frozenset(
    "which that this it they these we what who and is are was were be being also sometimes often "
    "usually commonly better then short may might can will you hear the doctors doctor nurses "
    "nurse surgeons surgeon staff people your notes team letter report some experts scientists its "
    "their our full proper right medical other technical hospital usual official doctors' doctors’ "
    "an a whose or but so in a".split()
)


def _named(start: str) -> str | None:
    """What stands before the words that name, without the fillers between; None without any."""
    match = _NAMING.search(start, max(0, len(start) - 70))
    if match is None:
        return None
    words = start[: match.start()].split()
    if (
        words
        and words[-1].strip("(").lower() not in _FILLERS
        and not words[-1].endswith((",", ";"))
    ):
        # "a protein called T": the name belongs to the words right before it
        at = next((n for n in range(len(words) - 1, -1, -1) if words[n].lower() in _ARTICLES), 0)
        if len(words) - at <= 5:
            return " ".join(words[at:])
    while words and words[-1].strip(",(;:–—-").lower() in _FILLERS | {""}:
        mark = words[-1].endswith((",", "(", ";", ":", "–", "—", "-"))
        words.pop()
        if mark and words and words[-1].strip(",(;:–—-"):
            break
    return " ".join(words)


_ARTICLES = frozenset("a an the these those some two three of with".split())
_IS_THE = re.compile(
    r"(?P<gloss>.{12,}?)(?:;|,|:|\s[–—-])?\s+(?:(?:and )?(?:that|this|it)\s)?(?:is|are|means you have|that is)\s+(?:an?|the|your)?\s*[\"“‘'*_]*$",
    re.DOTALL | re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:such as|including|includes?|for example|for instance|e\.g\.|like|examples? (?:are|is)|best known (?:is|are)|"
    r"namely)[,:]?\s",
    re.IGNORECASE,
)
# Words of `_EXAMPLE` without its edges: quick to look for.
_MAY_BE_EXAMPLE = re.compile(r"such as|includ|xample|nstance|e\.g\.|like|best known|amely")
_LIST = re.compile(
    r"(?:.*(?:,|;|\band|\bor)\s)?\s*(?:(?:an?|the|some)\s)?[\"“*_]*$", re.IGNORECASE | re.DOTALL
)


def _class_before(start: str, rest: str, previous: str) -> str | None:
    """The class that the term is given as an example of: "drugs" in "drugs such as T"."""
    if not _MAY_BE_EXAMPLE.search(start):
        return _class_in_list(start, rest)
    padded = start + " "
    last = next(reversed(list(_EXAMPLE.finditer(padded))), None)
    if last is None:
        return _class_in_list(start, rest)
    between = padded[last.end() :]
    if re.search(r"[.;?!]", between) or len(between.split()) > 14:
        return _class_in_list(start, rest)
    if between.strip() and not _LIST.match(between.rstrip() + " "):
        return None
    words = re.split(r"[.;:?!]\s", start[: last.start()])[-1].strip(" ,(")
    if not re.sub(r"^(?:the|some|other|these)$", "", words.lower()):
        words = previous.strip(" .")
        return words or None
    return words if _CLASS.search(words) else None


_MEMBERS = re.compile(
    r"(?P<gloss>[\w’'-]+(?: [\w’'-]+)?s) \((?:(?:[\w’'-]+ ){1,3}(?:and|or) |(?:[\w’'-]+ ?){1,3}, )*$|"
    r"(?P<listed>(?:drugs|medicines|tablets|treatments|tests|creams|drops) (?:for|to|that|against) [^:.;]{3,60}):\s(?:[^.:]*[,;]\s|[^.:]*(?:and|or)\s)?$",
    re.IGNORECASE,
)


def _class_in_list(start: str, rest: str) -> str | None:
    """The class before a bracket that holds its members, or before the colon of a list of them."""
    near = start[-240:].replace("e.g.", "eg")
    found = _MEMBERS.search(near) if "(" in near or ": " in near else None
    if found is None:
        return None
    if found["listed"]:
        return found["listed"]
    several = re.match(r"[^()]*\)", rest) and (
        not start.rstrip().endswith("(") or re.match(r"[^()]*(?:,| and | or )[^()]*\)", rest)
    )
    return found["gloss"] if several else None


_CLASS = re.compile(
    r"(?:drugs?|medicines?|medications?|tablets?|treatments?|therap(?:y|ies)|illness(?:es)?|conditions?|diseases?|tests?|scans?|"
    r"infections?|problems?|cancers?|antibiotics?|painkillers?|steroids?|inhibitors?|blockers?|binders?|agonists?|diuretics?|"
    r"benzodiazepines|biologics?|vaccines?|operations?|symptoms?|creams?|inhalers?|[a-z]+s)\W*$",
    re.IGNORECASE,
)


def before(start: str, rest: str, names: Names, previous: str = "") -> Gloss | None:
    """The gloss that leads up to a mention: "…, called a T", "a sample (T)", "… such as T".

    `previous` is the sentence before, for "The name for this is T".
    """
    if not start:
        return None
    bracket = re.search(r"\((?:the |an? )?(?:[\w’'-]+ ){0,2}$", start[-60:])
    if bracket and re.match(r"(?: [\w-]+){0,2}(?:, [A-Z][\w-]{1,8}|, which [^()]{3,90})?\)", rest):
        return _bracketed(
            start[-60:][: bracket.start()].rstrip()
            if len(start) <= 60
            else start[: len(start) - 60 + bracket.start()].rstrip(),
            names,
        )
    named = _named(start)
    if named is not None:
        gloss = re.sub(r"^(?:and|but|or|so)\s+", "", named.strip(" ,(;:"))
        if (
            (
                len(gloss.split()) < 2
                or re.fullmatch(r"(?:these|this|those) \w+", gloss, re.IGNORECASE)
            )
            and previous
            and re.search(
                r"\b(?:this|it|that|these|them|(?:full|medical|proper|real) name)\b",
                start,
                re.IGNORECASE,
            )
        ):
            gloss = previous
        if any(is_expansion(gloss, name) for name in (*names.main, *names.short)):
            return Gloss("weak", gloss)
        judged = strength(gloss, names) or strength(_LEAD.sub("", gloss), names)
        if judged == "partial" and (clause := _clause_before(start, gloss)):
            return Gloss("explained", clause)
        if judged == "partial" and re.match(r"\s+(?:that|which|who)\b.{8,}", rest):
            judged = "explained"
        return Gloss(judged, gloss) if judged else None
    example = _class_before(start, rest, previous)
    if example:
        return Gloss("partial", example)
    if (
        previous
        and _THIS_IS.fullmatch(start)
        and re.fullmatch(r"[\"”’'*_]*(?:\s\([^()]+\))?[.!]?\s*", rest)
    ):
        told = _LEAD.sub("", previous.strip(" ."))
        if len(told.split()) >= 5 and strength(told, names) == "explained":
            return Gloss("explained", told)
    apposed = (_APPOSED.search(start) or _OR_NAME.search(start)) if rest[:1] in ",." else None
    apposed = apposed or (_THEN_YOU.fullmatch(start) if rest[:1] == "." else None)
    if apposed and strength(apposed["gloss"], names) == "explained":
        return Gloss("explained", apposed["gloss"])
    is_the = _IS_THE.match(start)
    if (
        is_the
        and re.fullmatch(r"[\"”’'*_]*[.;,)]?.{0,3}", rest.strip())
        and len(is_the["gloss"].split()) >= 5
    ):
        gloss = is_the["gloss"].strip()
        if re.search(r"\bone$", gloss):
            return Gloss("partial", gloss)
        if (
            not re.search(
                r"\b(?:there|it|this|treatment|reason|you|he|she|they|who|cause|option)$",
                gloss,
                re.IGNORECASE,
            )
            and strength(gloss, names) == "explained"
        ):
            return Gloss("explained", gloss)
    return None


# "You may be given", "Your team will": what comes before the words that tell.
_LEAD = re.compile(
    r"^(?:(?:sometimes|first|then|next|often|if [^,]{3,60}),?\s)?(?:you|we|they|he|she|it|doctors|people|some people|most people|"
    r"your [\w-]+|the [\w-]+|some [\w-]+)\s(?:may|might|will|can|could|should|must)\s(?:also |often |sometimes )?"
    r"(?:be (?:given|offered|asked)|have|get|need|take|feel|see)\s(?:to )?",
    re.IGNORECASE,
)
_THIS_IS = re.compile(
    r"(?:this|that|it|these)(?: [\w-]+)? (?:is|are|was|were)(?: \w+ly)?(?: an?| the)?\s+[\"“‘'*_]*",
    re.IGNORECASE,
)
# "the thin layer round your joints, the T, …"
_APPOSED = re.compile(
    r"(?:^|[,;]\s|\b(?:in|of|on|to|by|with|is|are|and)\s)(?P<gloss>(?:an?|the|your)\s[^,;.]{12,90}),\s(?:the|an?|your)\s[\"“‘'*_]*$",
    re.IGNORECASE,
)
# "a small mesh tube, or T,"
_OR_NAME = re.compile(
    r"\b(?P<gloss>(?:an?|the|your)\s[\w’'-]+\s[\w’' -]{3,60}),\s(?:or|called)\s(?:an?\s)?[\"“‘'*_]*$",
    re.IGNORECASE,
)
# "If your blood sugar drops too low, you have T."
_THEN_YOU = re.compile(
    r"(?:if|when)\s(?P<gloss>[^,.;]{12,90}),?\s(?:then\s)?you have\s(?:an?\s)?[\"“‘'*_]*",
    re.IGNORECASE,
)
_ONLY_KIND = re.compile(
    r"(?:an?|the) (?:problem|condition|feeling|illness|symptom|side effect|state|process|complication|thing)",
    re.IGNORECASE,
)


def _clause_before(start: str, gloss: str) -> str | None:
    """What stands before ", a problem called": that tells more than "a problem"."""
    if not _ONLY_KIND.fullmatch(gloss.strip()):
        return None
    clause = start.partition(f", {gloss}")[0].strip()
    return clause if len(clause.split()) >= 4 and len(clause) < len(start) else None


_PARTICIPLE = re.compile(r"(?:\w+ed|put|done|made|given|taken|sent|kept|cut)\b", re.IGNORECASE)


def _bracketed(plain: str, names: Names) -> Gloss | None:
    """The words before a bracket that holds the term."""
    clause = re.split(r"[.;:!?]\s|,\s", plain)[-1]
    short = re.split(
        r"\b(?:be|is|are|was|were|have|has|had|get|causes?|called|take|takes|taking|use|using|need|try|can|may|might|will|could)\s",
        clause,
    )[-1]
    words = (clause if _PARTICIPLE.match(short) else short).split()
    if not words:
        return None
    gloss = re.sub(r"^(?:(?:and|or|but|can|may|might|will|could|also) )+", "", " ".join(words[-8:]))
    tails = [" ".join(words[-size:]) for size in range(1, min(len(words), 8) + 1)]
    if any(is_expansion(tail, name) for tail in tails for name in (*names.main, *names.short)):
        return None
    how = strength(gloss, names)
    if how is None and (thing := re.search(r"\b(?:an?|the|some|your)\s.+", gloss)):
        gloss = thing.group()
        how = strength(gloss, names)
    return Gloss(how, gloss) if how else None
