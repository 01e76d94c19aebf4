"""Sentences that explain what came before them: a heading, a label, or the term that ended a sentence.

"It is a …", "In this …", "A thin tube is passed …", "A rare illness which …".
"""

import re

from auditor.facts.definitions import Names, Strength, is_side_effect, noun_phrase, strength

_ABOUT = (
    r"(?:use|help|change|work by|work like|stop|block|let|involve|happen|show|boost|look|train|make|mean|"
    r"measure|carry|carrie|clean|lower|raise|remove|relax|kill|slow|widen|copie|copy|calm|protect|prevent|"
    r"filter|tell|keep|act|target|attack|destroy|find|train|manage|control|break|open|turn)"
)
_THING = (
    r"(?:treatment|therap(?:y|ie)|test|scan|drug|medicine|vaccine|cell|protein|condition|operation|procedure|device|"
    r"tablet|cream|gene|hormone|virus(?:e)?)s?"
)
_PRONOUN = re.compile(
    r"(?:it turns out (?:that )?|now,? |well,? )?(?:this|these|it|they|that|here|both|all (?:of )?(?:them|these))\b(?:[ ,]+(?:simply|just|really|usually|often|also|"
    r"only|normally|condition|treatment|test|drug|medicine|illness|disease|operation|cell|word|procedure|scan)s?)*"
    r"\s+(?P<verb>is|are|was|were|'s|’s)\s+(?P<gloss>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PRONOUN_DOES = re.compile(
    rf"(?:this|these|it|they|that|both)\b(?:\s+(?:kind|form|type)s? of)?(?:\s+(?!(?:can|may|might|will|could|should|must|do|does|did|is|are|was|has|have|two|three)\b)[\w-]+)?(?:\s+{_THING})?\s+(?:can (?=show|find|tell|help|target|attack|find)|also )?(?P<gloss>{_ABOUT}(?:s|es)?\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_AGAIN = re.compile(r"(?P<this>this|these)\s+(?P<noun>[\w-]+)\b", re.IGNORECASE)
_IN_THIS = re.compile(
    r"(?:in|during|with|for) (?:this|these|it)(?: \w+)?,?\s+(?!you (?:are|will|may|should) )(?P<gloss>.+)",
    re.IGNORECASE | re.DOTALL,
)
_DOING = (
    r"(?:pass(?:es|ed)?|put|plac(?:es|ed)|stuck|sticks|insert(?:s|ed)?|inject(?:s|ed)|remov(?:es|ed)|remove|aim(?:s|ed)|"
    r"cuts?|tap(?:es|ed)|shin(?:es|ed|ing)|blow|fit(?:s|ted)|thread(?:s|ed)|takes? (?:out|away|a|your (?:blood|own|stem|bone|skin|cells?))|"
    r"taken (?:out|away|with|from|off)|send(?:s)?|sent|pumps?|freez(?:es|ed|ing)|join(?:s|ed)|open(?:s|ed)|mix(?:es|ed)|"
    r"grow(?:s|n)?|heat(?:s|ed)?|clean(?:s|ed)?|replac(?:es|ed)|look(?:s)? (?:inside|at)|guid(?:es|ed)|draws?|measur(?:es|ed))"
)
_PROCESS = re.compile(
    rf"(?:while you \w+ \w+,? |here,? |in this,? |for this,? |first,? )?(?:(?:an?|the|one|two|small|tiny|thin|special|soft|sticky|you|we|your \w+|the \w+)\b)"
    rf"[^.;]{{0,60}}?\b{_DOING}\b[^.]{{6,}}",
    re.IGNORECASE | re.DOTALL,
)
_NO_PROCESS = re.compile(
    r"(?:you|we|your \w+|the \w+) (?:will|may|might|should|can|must|need|are|do not|were)\b|.{0,40}\b(?:booked|letter|"
    r"appointment|drive|sample is taken)\b",
    re.IGNORECASE | re.DOTALL,
)
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


def told_by_pronoun(sentence: str, names: Names) -> tuple[Strength, str] | None:
    """What a sentence that begins with "It", "These" or "In this" says of the thing before."""
    sentence = _with_pronoun(sentence, names)
    found = _PRONOUN.match(sentence)
    if found:
        gloss = noun_phrase(found["gloss"], plural=found["verb"].lower() in ("are", "were"))
        judged = strength(gloss, names) if gloss else None
        return (judged, gloss) if judged and gloss else None
    found = _IN_THIS.match(sentence) or _PRONOUN_DOES.match(sentence)
    if found and not is_side_effect(found["gloss"]):
        judged = strength(found["gloss"], names)
        return (judged, found["gloss"]) if judged else None
    return None


def _with_pronoun(sentence: str, names: Names) -> str:
    """ "These checkpoints are …", right after immune checkpoints, is "These are …"."""
    last = names.main[0].rpartition(" ")[2].lower().removesuffix("s")
    again = _AGAIN.match(sentence)
    if again is None or not last or again["noun"].lower().removesuffix("s") != last:
        return sentence
    return again["this"] + sentence[again.end() :]


def told_as_process(sentence: str) -> bool:
    """Whether a sentence tells step by step what is done: "A thin tube is passed …"."""
    return bool(_PROCESS.match(sentence)) and not _NO_PROCESS.match(sentence)


def told_as_fragment(sentence: str) -> bool:
    """Whether it is the bare words of a definition: "A rare epilepsy which begins …"."""
    if not _FRAGMENT.match(sentence):
        return False
    verb = _VERB.search(sentence)
    clause = re.search(r"\b(?:that|which|who|when|where|how|so|because|if)\b", sentence, re.I)
    return verb is None or (clause is not None and clause.start() < verb.start())
