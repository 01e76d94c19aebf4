"""The class that a term is given as an example of: "drugs" in "drugs such as T"."""

import re

from auditor.facts.shapes import is_medical

_EXAMPLE = re.compile(
    r"\b(?:such as|including|includes?|for example|for instance|e\.g\.|like|examples? (?:are|is)|others? (?:are|is|include)|best known (?:is|are)|"
    r"namely)[,:]?\s",
    re.IGNORECASE,
)
# Words of `_EXAMPLE` without its edges: quick to look for.
_MAY_BE_EXAMPLE = re.compile(r"thers? |such as|includ|xample|nstance|e\.g\.|like|best known|amely")
_LIST = re.compile(
    r"(?:.*(?:,|;|\band|\bor)\s)?\s*(?:(?:an?|the|some)\s)?[\"“*_]*$", re.IGNORECASE | re.DOTALL
)


def class_before(start: str, rest: str, previous: str) -> str | None:
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
    words = re.sub(
        r"\s(?:now|today|too|nowadays|here|as well|available|on offer|around)$", "", words
    )
    words = re.sub(r"\s\([^()]{2,12}\)?$", "", words)  # "drugs (NSAIDs) such as"
    single = _ONE_OF.search(words) or _HEAD_CLASS.match(words)
    return words if single or _CLASS.search(words) or is_medical(words.rpartition(" ")[2]) else None


# "a blood thinner such as": one thing may be a class too.
_ONE_OF = re.compile(r"\b(?:an?|another|some) (?:[\w-]+ ){0,2}[\w-]+$", re.IGNORECASE)
# The names of classes, as the last word of a phrase.
_KIND = (
    r"(?:drug|medicine|medication|tablet|pill|capsule|cream|ointment|inhaler|injection|jab|antibiotic|painkiller|steroid|"
    r"vaccine|treatment|therapy|chemotherapy|operation|procedure|test|scan|condition|illness|disease|disorder|infection|"
    r"hormone|protein|gene|enzyme|chemical|substance|virus|germ|bacteri(?:um|a)|supplement|vitamin|dye)s?"
)
# "Other medicines are used too, for example": the class is what the sentence begins with.
_HEAD_CLASS = re.compile(rf"(?:\w+ )?{_KIND}\b", re.IGNORECASE)
# "the antibiotic T", "your heart tablet, T,", "Two drugs, T and U,", "The main treatments are T and U"
_BEFORE = re.compile(
    rf"\b(?:an?|the|your|this|these|two|three|four|some|other|another|one|our) (?:[\w-]+ ){{0,3}}{_KIND}(?:,? (?:called )?|"
    rf"(?: (?:for|of|in|we|you|that) [\w ]{{2,30}})? (?:is|are) )(?:[\w-]+(?: [\w-]+)?(?:,| and| or) ){{0,4}}[\"“‘'*_]*$",
    re.IGNORECASE,
)


_SET_OFF = re.compile(r"[,.;)]| (?:and|or|is|are)\b")


def named_by_class(start: str, rest: str) -> str | None:
    """The class right before a term: "the antibiotic T", "your heart tablet, T,"."""
    found = _BEFORE.search(start, max(0, len(start) - 120))
    if found is None:
        return None
    if "," in found.group() and not _SET_OFF.match(rest):
        return None
    return found.group().strip(" ,")


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
