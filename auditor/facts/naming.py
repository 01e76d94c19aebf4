"""The ways in which running text leads up to a term: "…, called a T", "a sample (T)", "drugs such as T"."""

import re

from auditor.facts.definitions import STOP, Names, is_expansion, strength, words_of
from auditor.facts.examples import class_before, named_by_class
from auditor.facts.gloss import Gloss

# The words that name: "…, which doctors call T", "the medical name for this is T".
_NAMING = re.compile(
    r"\b(?:(?<!so-)called|call|calls|known as|termed|named|speaks? of|talk of|refer to (?:\w+ )?as|"
    r"(?:name|word|term) (?:for|of) (?:this|it|that|them|these|which)(?: \w+)? is|(?:name|word|term) is|"
    r"go(?:es)? (?:by|under) the name(?: of)?|goes? under the heading(?: of)?|say (?:that )?(?:you have|you are in|it is)|put down (?:[\w ]{3,20} )?as|written (?:down )?as|"
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
# Words that name and who does it: what is left of a sentence tells whether it says more than a name.
_NAMES = frozenset(
    "called call calls known term terms termed named name names word words label title speak speaks talk refer mean means meant "
    "write written say says hear read see use used full medical proper grand official long latin real fancy short kind kinds "
    "sort thing things go goes get gets give given put doctor doctors nurse nurses staff people surgeon surgeons team "
    "scientists experts hospital clinic notes letter report test illness condition problem treatment operation procedure "
    "process method state disease disorder drug medicine feeling symptom scan whole both letters".split()
)
_YES_NO = re.compile(
    r"(?:do|does|have|has|is there|are there) (?:you|your|the|an?)?\b", re.IGNORECASE
)


def _only_names(start: str, rest: str) -> bool:
    """Whether a sentence does no more than give the thing before it a name: "This is called T"."""
    if not (_THIS_IS.fullmatch(start) or _A_NAME.search(start + rest)):
        return False
    if any(word not in _NAMES for word in words_of(rest) if word not in _STOP_WORDS):
        return False  # "This is T day"
    said = start + " " + rest
    left = [w for w in words_of(said) if w not in _STOP_WORDS and w not in _NAMES]
    return len(left) <= 1


_STOP_WORDS = STOP | {"often", "sometimes", "usually", "simply", "commonly", "my"}
_A_NAME = re.compile(
    r"\b(?:called?|calls|known as|names?|words?|terms?|termed|label|speak of|mean by|say|title)\b",
    re.I,
)
_THIS_IS = re.compile(
    r"(?:this|that|it|these)(?: [\w-]+)? (?:is|are|was|were)(?: \w+ly)?(?: an?| the)?\s+[\"“‘'*_]*",
    re.IGNORECASE,
)


_BRACKET = re.compile(r"\((?:the |an? )?(?:[\w’'-]+ ){0,2}$")
_BRACKET_ENDS = re.compile(r"(?: [\w-]+){0,2}(?:, [A-Z][\w-]{1,8}|, which [^()]{3,90})?\)")


def before(start: str, rest: str, names: Names, previous: str = "") -> Gloss | None:
    """The gloss that leads up to a mention: "…, called a T", "a sample (T)", "… such as T".

    `previous` is the sentence before, for "The name for this is T".
    """
    if not start:
        return None
    bracket = _BRACKET.search(start, max(0, len(start) - 60)) if ")" in rest else None
    if bracket and _BRACKET_ENDS.match(rest):
        return _bracketed(start[: bracket.start()].rstrip(), names)
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
                r"\b(?:this|it|that|these|those|them|(?:full|medical|proper|real) name)\b",
                start,
                re.IGNORECASE,
            )
        ):
            gloss = previous
        if any(is_expansion(gloss, name) for name in (*names.main, *names.short)):
            return Gloss("weak", gloss)
        judged = strength(gloss, names) or strength(_LEAD.sub("", gloss), names)
        if judged is None:  # "You may get shorter, or your back may round into what is called T"
            gloss = re.split(r",\s(?:and|or|but)?\s?|;\s", gloss)[-1]
            judged = strength(gloss, names)
        if judged is None and gloss.lower() in ("another", "one", "others", "some") and previous:
            judged = "partial"
        if judged == "explained" and _SOME_OF.fullmatch(gloss):
            judged = "partial"
        if judged == "partial" and (clause := _clause_before(start, gloss)):
            return Gloss("explained", clause)
        if judged == "partial" and re.match(r"\s+(?:that|which|who)\b.{8,}", rest):
            judged = "explained"
        return Gloss(judged, gloss) if judged else None
    if (
        previous
        and _SUCH.search(start)
        and strength(_IF.sub("", previous), names, least=5) == "explained"
    ):
        return Gloss("explained", previous)
    aim = _AIM.fullmatch(start)
    if aim and strength(aim["gloss"], names, least=3) == "explained":
        return Gloss("explained", aim["gloss"])
    example = class_before(start, rest, previous)
    if example:
        return Gloss("partial", example)
    by_class = named_by_class(start, rest)
    if (
        previous
        and (not previous.endswith("?") or _YES_NO.match(previous))
        and _only_names(start, rest)
    ):
        told = _LEAD.sub("", previous.strip(" ."))
        if len(told.split()) >= 5 and strength(told, names) == "explained":
            return Gloss("explained", told)
    ends = rest[:1] in ",." or re.match(r" [\w-]+[,.]", rest) is not None
    apposed = (_APPOSED.search(start) or _OR_NAME.search(start)) if ends else None
    apposed = apposed or (_OR_BETWEEN.fullmatch(start) if rest[:1] == "," else None)
    if apposed and apposed.re is _OR_BETWEEN and apposed["gloss"] in names.short:
        return None  # "TIA, or transient ischaemic attack"
    if apposed and apposed.re is _OR_BETWEEN and strength(apposed["gloss"], names, least=1):
        return Gloss("explained", apposed["gloss"])
    apposed = apposed or (_THEN_YOU.fullmatch(start) if rest[:1] == "." else None)
    if apposed and strength(apposed["gloss"], names) == "explained":
        return Gloss("explained", apposed["gloss"])
    led = _LED_TO.fullmatch(start) if rest.strip() in (".", "") else None
    if led and strength(_MODAL.sub("", led["gloss"]), names, least=2) == "explained":
        return Gloss("explained", led["gloss"])
    is_the = _IS_THE.match(start)
    if (
        is_the
        and re.fullmatch(r"[\"”’'*_]*[.;,)]?.{0,3}", rest.strip())
        and len(is_the["gloss"].split()) >= 5
    ):
        gloss = is_the["gloss"].strip()
        if re.search(r"\bone$|^(?:the|another|our|your) (?:\w+ )?ones?\b", gloss, re.IGNORECASE):
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
    return Gloss("partial", by_class) if by_class else None


# "To keep clots away you go home with T": what it is for, said first.
_IF = re.compile(r"^(?:if|when) ", re.IGNORECASE)
_SUCH = re.compile(r"\bsuch (?:an? )?[\"“‘'*_]*$", re.IGNORECASE)
_AIM = re.compile(
    r"to (?P<gloss>(?!help|treat|find out|see|make sure|be|get|have|go|avoid)[a-z]+ (?:[\w’'-]+ ){1,8}?[\w’'-]+),? (?:you|we|they|your \w+|most people|some people|people|doctors)"
    r" (?:(?:may|might|will|can) )?(?:also )?(?:be )?(?:given?|gets?|have|takes?|needs?|use|try|suggest|start|add|go home with|offer(?:ed)?|prescribe) (?:you )?(?:an?|the|some|your)? ?[\"“‘'*_]*",
    re.IGNORECASE,
)
# "She can no longer dress herself although her arms are strong: T."
_SOME_OF = re.compile(
    r"(?:some|many|most|certain|these|a few|other)(?: (?:types?|kinds?|forms?) of)? [\w-]+",
    re.IGNORECASE,
)
_MODAL = re.compile(r"^(?:can|may|might|will) ", re.IGNORECASE)
_LED_TO = re.compile(
    r"(?:.*,\s(?:and\s)?)?(?P<gloss>[^:;]{10,}):\s(?:an?\s|the\s|(?:the|this|it|that)(?: \w+)? (?:is|was|are|were)(?: called| known as)?\s)?[\"“‘'*_]*",
    re.DOTALL,
)
# "You may be given", "Your team will": what comes before the words that tell.
_LEAD = re.compile(
    r"^(?:(?:sometimes|first|then|next|often|if [^,]{3,60}),?\s)?(?:you|we|they|he|she|it|doctors|people|some people|most people|"
    r"your [\w-]+|the [\w-]+|some [\w-]+)\s(?:may|might|will|can|could|should|must)\s(?:also |often |sometimes )?"
    r"(?:be (?:given|offered|asked)|have|get|need|take|feel|see)\s(?:to )?",
    re.IGNORECASE,
)
# "the thin layer round your joints, the T, …"
_APPOSED = re.compile(
    r"(?:^|[,;]\s|\b(?:in|of|on|to|by|with|is|are|and|feels?|have|has|gets?|sees?|uses?|makes?)\s)(?P<gloss>(?:an?|the|your)\s[^,;.]{12,90}),\s(?:the|an?|your)\s(?:so-called\s)?[\"“‘'*_]*$",
    re.IGNORECASE,
)
# "a small mesh tube, or T,"
_OR_NAME = re.compile(
    r"\b(?P<gloss>(?:an?|the|your)\s[\w’'-]+\s[\w’' -]{3,60}),\s(?:or|called)\s(?:an?\s)?[\"“‘'*_]*$",
    re.IGNORECASE,
)
# "Heartburn, or T, is common": a plain name at the start, the term between commas.
_OR_BETWEEN = re.compile(
    r"(?:an? |the |your )?(?P<gloss>[\w’'-]+(?: [\w’'-]+){0,2}), or (?:an? |the )?[\"“‘'*_]*", re.I
)
# "If your blood sugar drops too low, you have T."
_THEN_YOU = re.compile(
    r"(?:if|when)\s(?P<gloss>[^.;]{12,120}?),?\s(?:then\s)?(?:you have|it is|it may be|this is|that is|think of|suspect|we speak of|we call (?:it|this)|doctors call (?:it|this))\s(?:an?\s)?[\"“‘'*_]*",
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


_PLACE = re.compile(r"(?:in|into|on|under|through|by|to)\b", re.IGNORECASE)


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
    if any(
        is_expansion(tail, name) and not _PLACE.match(tail)  # "into a vein (IV)"
        for tail in tails
        for name in (*names.main, *names.short)
    ):
        return None
    how = strength(gloss, names)
    if how is None and (thing := re.search(r"\b(?:an?|the|some|your)\s.+", gloss)):
        gloss = thing.group()
        how = strength(gloss, names)
    return Gloss(how, gloss) if how else None
