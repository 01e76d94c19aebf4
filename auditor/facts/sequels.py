"""Sentences that explain what came before them: a heading, a label, or the term that ended a sentence.

"It is a …", "In this …", "A thin tube is passed …", "A rare illness which …".
"""

import re

from auditor.facts.definitions import (
    Names,
    Strength,
    is_side_effect,
    noun_phrase,
    strength,
    words_of,
)
from auditor.facts.plain_words import pictured
from auditor.facts.predicates import tells_nothing, told_by_verb

_THING = (
    r"(?:treatment|therap(?:y|ie)|test|scan|drug|medicine|vaccine|cell|protein|condition|operation|procedure|device|"
    r"tablet|cream|gene|hormone|virus(?:e)?)s?"
)
_PRONOUN = re.compile(
    r"(?:it turns out (?:that )?|now,? |well,? )?(?:this|these|it|they|that|here|(?:he or she|she|he)(?= is (?:an?|the|your|someone|one)\b)|both|all (?:of )?(?:them|these))\b(?:[ ,]+(?:simply|just|really|usually|often|also|"
    r"only|normally|condition|treatment|test|drug|medicine|illness|disease|operation|cell|word|procedure|scan)s?)*"
    r"(?:\s+(?P<verb>is|are|was|were)|['’]s)\s+(?P<gloss>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "They …", "This kind of drug …", "The tablets …": who does what the verb says.
_DOERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:it|they|this|these|that|both)\s",
        rf"the\s{_THING}\s",
        rf"(?:this|these|that|both)(?: (?:kind|form|type)s? of)?(?: (?!can\b)[\w-]+)?\s{_THING}\s",
        r"(?:this|these|that)(?: (?:kind|form|type)s? of)?\s(?!(?:can|may|might|will|could|should|must|do|does|did|is|are|was|has|have)\b)[\w-]+\s",
    )
)
_AGAIN = re.compile(r"(?P<this>this|these)\s+(?P<noun>[\w-]+)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"(?:it|this|that|they|these)\s+(?:\w+ly |just |only )?(?:means?|refers? to|describes?|happens? (?:when|if|because)|is when)\s(?:that\s)?(?P<gloss>.+)",
    re.IGNORECASE | re.DOTALL,
)
_IN_THIS = re.compile(
    r"(?:there,?|(?:in|during|with|for) (?:this|these|it)(?: \w+)?,?)\s+(?!(?:is|are|was|were|may|can|will)\b)(?!you (?:are|will|may|should) )(?P<gloss>.+)",
    re.IGNORECASE | re.DOTALL,
)
# What a reader or the staff do round it; the rest of what is done is the thing itself.
_NO_PROCESS = re.compile(
    r"(?:please|before|after|if|when|do not|don['’]t|never|always|ask|tell|ring|call|phone|bring|take|eat|drink|avoid|wear|keep|see|talk|"
    r"use|try|check|stop|start|wait|rest|leave|go|come|read|write|sign|send|have|get|be|it|this|that|there|some|most|many|few|people|"
    r"and|but|so|or|his|her|he|she|my|i)\b"
    r"|(?:you|we|they|your \w+|the \w+|an? \w+) (?:will|may|might|should|can|must|need|are (?!put|given|asked|laid|moved|strapped)|do not|were|have|had|feel|get|want|ask|see|talk|tell|ring|call|eat|drink|come|go|know|wait|sign|agree|start|stop)\b"
    r"|.{0,60}\b(?:booked|letter|appointment|drive|results?|hurts?|sore|allergic|times? (?:a|per) day|once a|twice a|every (?:day|week|month)|worn)\b"
    r"|[^:]{0,30}:|.{0,80}\bfor (?:about |up to |at least )?(?:an?|one|two|three|four|five|six|\d+) (?:nights?|days?|weeks?|months?|hours?)\b",
    re.IGNORECASE | re.DOTALL,
)
_LEAST_PROCESS = 7  # words
_FRAGMENT = re.compile(
    r"(?:an?|the|one|any|some|all the|when|where|how|having|being|small|tiny|thin|swelling|pain|a group of)\s+\S+|"
    r"(?!(?:you|your|we|our|i|my|it|this|they|if|ask|take|see|keep|use|do|try)\b)(?:[\w'’-]+,? ){1,5}"
    r"(?:that|which|who|where|of|used|made|caused)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|may|might|can|could|should|must|has|have|had|does|do|did|pays?|gets?|comes?|goes)\b",
    re.IGNORECASE,
)


_INSTEAD = re.compile(
    r"^(?:instead|rather|in fact|so|and|but|in this way|usually|normally|of course|luckily),?\s(?=(?:it|they|this|these|that)\b)",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"(?:in other words|in plain (?:english|words)|put (?:simply|another way)|simply put|to put it simply|that is(?: to say)?|which is to say|i\.e\.|basically),?\s",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:you|they|people|we) (?:will |may |can )?(?:have|get|feel)\s", re.IGNORECASE
)
# First words of every pattern here: most sentences begin otherwise, and are passed over quickly.
_BEGINS = frozenset(
    "this these it they that here he she both all the there in during with for now well it's it’s that's that’s people someone a those children women men anyone babies".split()
)


def told_by_pronoun(sentence: str, names: Names) -> tuple[Strength, str] | None:
    """What a sentence that begins with "It", "These" or "In this" says of the thing before."""
    sentence = _INSTEAD.sub("", sentence)
    other = _OTHER_WORDS.match(sentence)
    if other:
        judged = strength(_LEAD.sub("", sentence[other.end() :]), names)
        return (judged, sentence[other.end() :]) if judged else None
    if sentence.partition(" ")[0].rstrip(",").lower() not in _BEGINS:
        return None
    sentence = _with_pronoun(sentence, names)
    found = _PRONOUN.match(sentence)
    if found:
        gloss = noun_phrase(
            found["gloss"], plural=(found["verb"] or "is").lower() in ("are", "were")
        )
        judged = strength(gloss, names) if gloss else None
        return (judged, gloss) if judged and gloss else None
    lived = _LIVED.match(sentence)
    if lived and len(lived["gloss"].split()) > 3 and not _MAY.match(lived["gloss"]):
        judged = strength(lived["gloss"], names)
        return (judged, lived["gloss"]) if judged else None
    means = _MEANS.match(sentence)
    if means:
        judged = strength(means["gloss"], names)
        return (judged, means["gloss"]) if judged else None
    inside = _IN_THIS.match(sentence)
    told = inside["gloss"] if inside else _does(sentence)
    if told and not is_side_effect(told):
        judged = strength(told, names)
        return (judged, told) if judged else None
    return None


# "People who have it make red blood cells with an odd shape"
_LIVED = re.compile(
    r"(?:people|someone|a person|those|children|women|men|anyone|babies) (?:(?:who|that) (?:have|has|get)|with) (?:it|this|these|them)\s(?P<gloss>[a-z].+)",
    re.IGNORECASE | re.DOTALL,
)
_MAY = re.compile(
    r"(?:may|might|will|can|could|should|must|need|often|usually|also|tend|are|is|live|do|take|ask|want|know)\b"
)


def told_again(sentence: str, names: Names) -> tuple[Strength, str] | None:
    """What "the anaesthetic" does, after "a local anaesthetic": the last word of the name again."""
    last = names.main[-1].rpartition(" ")[2].lower().removesuffix("s")
    at = sentence.lower().find(f"the {last}")
    if len(last) < 5 or at < 0:
        return None
    behind = sentence[at + 4 + len(last) :]
    told = told_by_verb(behind.removeprefix("s").lstrip(), "s" if behind[:1] == "s" else last)
    if told is None or is_side_effect(told):
        return None
    judged = strength(told, names)
    return (judged, told) if judged else None


def _does(sentence: str) -> str | None:
    for doer in _DOERS:
        who = doer.match(sentence)
        told = told_by_verb(sentence[who.end() :], who.group()) if who else None
        if told:
            return told
    return None


def _with_pronoun(sentence: str, names: Names) -> str:
    """ "These checkpoints are …", right after immune checkpoints, is "These are …"."""
    last = names.main[0].rpartition(" ")[2].lower().removesuffix("s")
    again = _AGAIN.match(sentence)
    if again is None or not last or again["noun"].lower().removesuffix("s") != last:
        return sentence
    return again["this"] + sentence[again.end() :]


# "After your throat has been sprayed, the doctor …": the main clause tells.
_FIRST_THIS = re.compile(
    r"^(?:(?:after|once|while|when|as soon as|during|in|with)\s[^,.;]{3,90},|first,?|then,?|next,?|here,?)\s",
    re.IGNORECASE,
)


def told_as_process(sentence: str, least: int = 2) -> bool:
    """Whether a sentence tells step by step what is done: "A thin tube is passed …".

    It must name at least so many things that a reader can picture, parts of the body or tools.
    """
    sentence = _FIRST_THIS.sub("", sentence)
    if sentence.endswith("?") or _NO_PROCESS.match(sentence) or tells_nothing(sentence):
        return False
    words = words_of(sentence)
    return len(words) >= _LEAST_PROCESS and pictured(words) >= least


def told_as_fragment(sentence: str) -> bool:
    """Whether it is the bare words of a definition: "A rare epilepsy which begins …"."""
    if not _FRAGMENT.match(sentence):
        return False
    if tells_nothing(sentence):
        return False
    verb = _VERB.search(sentence)
    clause = re.search(r"\b(?:that|which|who|when|where|how|so|because|if)\b", sentence, re.I)
    return verb is None or (clause is not None and clause.start() < verb.start())
