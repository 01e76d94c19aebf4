"""The ways in which running text explains a term (STANDARDS 6.1), as patterns round a mention.

A pattern sees the sentence before and after the mention. What it captures is the gloss: the words
that do the explaining; `definitions.strength` then judges them.
"""

import re
from dataclasses import dataclass

from auditor.facts.definitions import Strength, is_expansion, is_side_effect, noun_phrase, strength


@dataclass(frozen=True, slots=True)
class Gloss:
    """An explanation found beside a mention."""

    strength: Strength
    text: str


_SHORT = r"(?:\s*\((?:or |also |short: )?[^()\s]{1,14}(?: for short)?\)|, or [A-Z][\w-]{1,8}(?: for short)?,)?"
_TAIL = r"[\"”’'*_\s]*"
# Words that a subject may have before it; anything else before the mention makes it no subject.
_SUBJECT = re.compile(
    r"(?:(?:an?|the|your|this|these|some|any|so|and|but|or|also|now|then|first|here|well|yes|in fact|in short|remember,?|"
    r"taking|having|called|word|medicines? called|drugs? called|term|both|because|while|as|that|if|when)[ ,]*){0,3}[\"“‘'*_(]*",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?:.*[,;:] )?(?:in|during|with|for) (?:an?|the|your)? ?[\"“‘'*_]*", re.IGNORECASE
)
_ASIDE = r"(?:,\s[^,.;:]{3,70},)?"
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
    "cut|damp|damage|destro(?:y|ys)|dissolve|drain|ease|fight|filter|flush|guard|harm|heal|help|kill|let|limit|look like|"
    "looks like|look at|looks at|loosen|lower|make|measure|mend|mov(?:e)|narrow|numb|open|prevent|produce|protect|pump|push|raise|"
    "record|reduce|relax|relieve|remov(?:e)|repair|replac(?:e)|restor(?:e)|rins(?:e)|save|shrink|show|slow|soak|soften|"
    "sooth(?:e)|squeez(?:e)|stop|store|strengthen|suppl(?:y|ies)|support|swell|take away|takes away|take out|takes out|"
    "take your|takes your|tell|thin|tighten|train|treat|turn|us(?:e)|warm|watch|weaken|widen|work by|works by|work like|works like|"
    "act as|acts as|act like|acts like|attach(?:es)?|bind|bring|draw|trick|teach|teaches|mimic|mop up|mops up|"
    "wash(?:es)?|flush(?:es)?|attach|do(?:es)? the work|last(?:s)? longer|keep|involve"
)
_DOES = re.compile(
    rf"{_TAIL}{_SHORT}{_ASIDE}\s+(?:all |both |also |simply |just |usually |normally |mainly |then |can (?=show|find|tell|help|measure))?"
    rf"(?P<gloss>(?:{_VERBS})(?:s|es)?\s+\S.+)",
    re.DOTALL,
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
    rf"{_TAIL},\s*(?:or|also (?:known as|called)|better known as|sometimes called)\s+(?P<gloss>(?:an? |the )?[\w'’ -]{{3,80}})[,:;.)]",
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


def after(start: str, rest: str, term: str, *, condition: bool = False) -> Gloss | None:
    """The gloss that follows a mention directly, in the rest of its sentence.

    `condition` tells that the term names an illness, which "causes …" may explain.
    """
    found = _beside(start, rest, term)
    if found and found.strength == "explained":
        return found
    clause = re.split(r"[.;:?!–—]\s|,\s+(?:and|but|so|because|while)\s", start)[-1]
    if _SUBJECT.fullmatch(clause):
        told = _as_subject(rest, term, condition)
        if told and (found is None or told.strength == "explained"):
            return told
    if _IN.fullmatch(start) and (inside := _inside(rest, term)):
        return inside
    if _AS_PICTURE.search(start) and re.match(r"\s+(?:as|like)\s", rest):
        return Gloss("explained", rest.strip(" ."))
    return found


def _judged(gloss: str, term: str, least: int = 2) -> Gloss | None:
    if is_expansion(gloss, term):
        return Gloss("weak", gloss.strip())
    how = strength(gloss, term, least=least)
    return Gloss(how, gloss.strip()) if how else None


def _as_subject(rest: str, term: str, condition: bool) -> Gloss | None:
    stands = _STANDS.match(rest)
    if stands:
        letters, comma, more = stands["gloss"].partition(",")
        plain = bool(comma) and len(more.split()) >= 4
        letters_only = is_expansion(re.split(r"[:;,(]", letters)[0], term)
        colon = re.search(r"[:;(]\s*(\S+(?:\s+\S+){3,})", stands["gloss"])
        if letters_only and colon:
            return _judged(colon.group(1), term)
        return Gloss("explained" if plain or not letters_only else "weak", stands["gloss"].strip())
    means = _MEANS.match(rest)
    if means:
        return _judged(means["gloss"], term, 1) if "coming to" not in means["gloss"][:24] else None
    is_ = _IS.match(rest)
    if is_:
        gloss = noun_phrase(is_["gloss"], plural=is_["verb"] in ("are", "were"))
        if gloss is None and _has_aside(rest):
            return None
        return _judged(gloss, term) if gloss else None
    does = _DOES.match(rest) or (_CAUSES.match(rest) if condition else None)
    if does and not is_side_effect(does["gloss"]):
        return _judged(does["gloss"], term)
    return None


def _has_aside(rest: str) -> bool:
    return rest.lstrip().startswith(",")


def _inside(rest: str, term: str) -> Gloss | None:
    """ "In a T you go stiff and fall": what happens in it."""
    match = re.match(
        rf"{_TAIL}{_SHORT},?\s+(?P<gloss>(?:you|your|the|an?|some|only|one|part|both|there|fluid|blood|too|[a-z]+,? an?)\b.+)",
        rest,
        re.DOTALL,
    )
    if not match or re.match(
        r"(?:\S+\s+){0,6}?(?:may|might|should|must|will|can|could|ask|usually|often|advised|offered|asked|given)\b",
        match["gloss"],
    ):
        return None
    return _judged(match["gloss"], term) if len(match["gloss"].split()) >= 5 else None


def _beside(start: str, rest: str, term: str) -> Gloss | None:
    """A gloss set off by a bracket, comma, dash or colon: the mention need be no subject."""
    best: Gloss | None = None
    if not rest:
        return None
    mark = rest.lstrip("\"”’'*_ \t\n\u00a0")[:1]
    if mark not in "([,–—-:=":
        return None
    for pattern in (_OR_BRACKET, _OR):
        named = pattern.match(rest)
        if named:
            found = _judged(named["gloss"], term)
            if found and found.strength == "explained":
                best = best or Gloss("explained", found.text)
    bracket = _BRACKET.match(rest)
    if bracket and not _OR_BRACKET.match(rest):
        inner = bracket["gloss"]
        if re.match(
            r"(?:for example|e\.g\.|such as|including|like|see|or|also)\b", inner, re.IGNORECASE
        ):
            inner = ""
        inner = re.sub(r"^(?:i\.e\.|that is|meaning|which (?:is|are|means)),?\s*", "", inner)
        best = best or (_judged(inner, term) if inner else None)
    said = _SAID.match(rest)
    if said:
        best = best or _judged(said["gloss"], term)
    which = _WHICH.match(rest)
    if which and best is None:
        best = _which(which, term)
    apposed = _APPOSED.match(rest)
    if apposed and best is None and not _is_list(start, apposed["gloss"]):
        gloss = noun_phrase(apposed["gloss"], plural=False)
        best = _judged(gloss, term) if gloss else None
    dash = _DASH.match(rest)
    if dash and best is None:
        best = _judged(dash["gloss"], term)
    colon = _COLON.match(rest)
    if colon and best is None and not _NO_COLON.search(start):
        best = _judged(colon["gloss"], term)
    return best


def _is_list(start: str, gloss: str) -> bool:
    """Whether what follows the comma is the next of a list rather than an explanation."""
    return bool(
        re.match(r"(?:an?|the|some) (?:[\w-]+ ){0,3}[\w-]+(?:,? (?:and|or) |,)", gloss)
    ) and not re.search(r"\b(?:that|which|who|where|when|of|in|at|made|used|for)\b", gloss)


def _which(match: re.Match[str], term: str) -> Gloss | None:
    said = match["gloss"]
    if match["verb"]:
        after_verb = said[len(match["verb"]) :].strip()
        named = re.match(r"(?:also |sometimes )?(?:called|known as|named)\s+(.+)", after_verb)
        if named:
            more = re.split(r",\s", named.group(1), maxsplit=1)
            return _judged(more[1], term) if len(more) > 1 and len(more[1].split()) > 5 else None
        gloss = noun_phrase(after_verb, plural=match["verb"] in ("are", "were"))
        return _judged(gloss, term) if gloss else None
    if re.match(r"means?\s", said):
        return _judged(said.split(None, 1)[1], term)
    if re.match(rf"(?:{_VERBS})(?:s|es)?\s+\S", said) and not is_side_effect(said):
        return _judged(said, term)
    return None


# The words that name: "…, which doctors call T", "the medical name for this is T".
_NAMING = re.compile(
    r"\b(?:called|call|calls|known as|termed|named|speaks? of|talk of|refer to (?:\w+ )?as|"
    r"(?:name|word|term) (?:for|of) (?:this|it|that|them|these|which)(?: \w+)? is|(?:name|word|term) is|"
    r"say (?:that )?(?:you have|you are in|it is)|put down (?:[\w ]{3,20} )?as|written (?:down )?as|"
    r"what (?:people|doctors|we) mean by|meant by|(?:our|the|a) word for)"
    r"(?:\s(?:this|it|them|these|that|such an? \w+))?\s+(?:an?\s|the\s|your\s)?[\"“‘'*_(]*$",
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
    while words and words[-1].strip(",(;:–—-").lower() in _FILLERS | {""}:
        mark = words[-1].endswith((",", "(", ";", ":", "–", "—", "-"))
        words.pop()
        if mark and words and words[-1].strip(",(;:–—-"):
            break
    return " ".join(words)


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


def _class_before(start: str) -> str | None:
    """The class that the term is given as an example of: "drugs" in "drugs such as T"."""
    last = next(reversed(list(_EXAMPLE.finditer(start + " "))), None)
    if last is None:
        return None
    between = (start + " ")[last.end() :]
    if re.search(r"[.;?!]", between) or not _LIST.match(
        between.rstrip() + " " if between.strip() else ""
    ):
        return None
    if len(between.split()) > 14:
        return None
    words = re.split(r"[.;:?!]\s", start[: last.start()])[-1].strip(" ,(")
    return words if _CLASS.search(words) else None


_CLASS = re.compile(
    r"(?:drugs?|medicines?|medications?|tablets?|treatments?|therap(?:y|ies)|illness(?:es)?|conditions?|diseases?|tests?|scans?|"
    r"infections?|problems?|cancers?|antibiotics?|painkillers?|steroids?|inhibitors?|blockers?|binders?|agonists?|diuretics?|"
    r"benzodiazepines|biologics?|vaccines?|operations?|symptoms?|creams?|inhalers?|[a-z]+s)\W*$",
    re.IGNORECASE,
)


def before(start: str, rest: str, term: str, previous: str = "") -> Gloss | None:
    """The gloss that leads up to a mention: "…, called a T", "a sample (T)", "… such as T".

    `previous` is the sentence before, for "The name for this is T".
    """
    if not start:
        return None
    head = start.rstrip()
    if head.endswith("(") and re.match(r"s?(?:, [A-Z][\w-]{1,8})?\)", rest):
        return _bracketed(head[:-1].rstrip(), term)
    named = _named(start)
    if named is not None:
        gloss = re.sub(r"^(?:and|but|or|so)\s+", "", named.strip(" ,(;:"))
        if len(gloss.split()) < 2 and previous:
            gloss = previous
        judged = strength(gloss, term)
        if judged == "partial" and re.match(r"\s+(?:that|which|who)\b.{8,}", rest):
            judged = "explained"
        return Gloss(judged, gloss) if judged else None
    example = _class_before(start)
    if example:
        return Gloss("partial", example)
    is_the = _IS_THE.match(start)
    if (
        is_the
        and re.fullmatch(r"[\"”’'*_]*[.;,)]?.{0,3}", rest.strip())
        and len(is_the["gloss"].split()) >= 5
    ):
        gloss = is_the["gloss"].strip()
        if (
            not re.search(
                r"\b(?:there|it|this|treatment|reason|you|he|she|they|who|cause|option)$",
                gloss,
                re.IGNORECASE,
            )
            and strength(gloss, term) == "explained"
        ):
            return Gloss("explained", gloss)
    return None


def _bracketed(plain: str, term: str) -> Gloss | None:
    """The words before a bracket that holds the term."""
    clause = re.split(r"[.;:!?]\s|,\s", plain)[-1]
    words = clause.split()
    if not words:
        return None
    gloss = " ".join(words[-8:])
    how = strength(gloss, term)
    return Gloss(how, gloss) if how else None
