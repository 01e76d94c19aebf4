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
_LIST = re.compile(
    r"(?:.*(?:,|;|\band|\bor)\s)?\s*(?:(?:an?|the|some)\s)?[\"“*_]*$", re.IGNORECASE | re.DOTALL
)


def _class_before(start: str, rest: str, previous: str) -> str | None:
    """The class that the term is given as an example of: "drugs" in "drugs such as T"."""
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
    found = _MEMBERS.search(start[-240:].replace("e.g.", "eg"))
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
    if bracket and re.match(r"(?: [\w-]+){0,2}(?:, [A-Z][\w-]{1,8})?\)", rest):
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
        judged = strength(gloss, names)
        if judged == "partial" and re.match(r"\s+(?:that|which|who)\b.{8,}", rest):
            judged = "explained"
        return Gloss(judged, gloss) if judged else None
    example = _class_before(start, rest, previous)
    if example:
        return Gloss("partial", example)
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


_PARTICIPLE = re.compile(r"(?:\w+ed|put|done|made|given|taken|sent|kept|cut)\b", re.IGNORECASE)


def _bracketed(plain: str, names: Names) -> Gloss | None:
    """The words before a bracket that holds the term."""
    clause = re.split(r"[.;:!?]\s|,\s", plain)[-1]
    short = re.split(r"\b(?:be|is|are|was|were|have|has|had|get|causes?|called)\s", clause)[-1]
    words = (clause if _PARTICIPLE.match(short) else short).split()
    if not words:
        return None
    gloss = re.sub(r"^(?:(?:and|or|but|can|may|might|will|could|also) )+", "", " ".join(words[-8:]))
    tails = [" ".join(words[-size:]) for size in range(1, min(len(words), 8) + 1)]
    if any(is_expansion(tail, name) for tail in tails for name in (*names.main, *names.short)):
        return None
    how = strength(gloss, names)
    return Gloss(how, gloss) if how else None
