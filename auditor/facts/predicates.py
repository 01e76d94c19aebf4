"""What a sentence says of its subject with a verb of its own: "Statins lower the fat in your blood".

Any verb may tell what a thing is or does. What tells nothing is a small set: how long, how often and
how well (takes, lasts, works well), where and when (starts, happens), what it costs the reader (needs,
makes you sleepy).
"""

import re

_ADVERB = r"(?:\w+ly|also|all|both|just|then|often|always|sometimes|first|instead|in turn|at once|itself|themselves)"
# "can melt", "may help you walk"; what it can do besides is told of side effects.
_CAN = (
    r"(?:can|may|might) (?:also )?(?=help (?:you|your|people|them|with|to|the)\b|(?!(?:make|cause|give|raise|be|have|affect|"
    r"upset|increase|take|need|not|harm|damage|lead|interfere|interact|change|help|last|happen|leave|come|get|go|feel|bring|"
    r"trigger|set|irritate|mean|then|sometimes|only|still|lower your|well|go|do|drop|fall|rise|start|begin|stay|return)\b)[a-z]+\s)"
)
_LEAD = re.compile(
    rf"(?:{_ADVERB}[ ,]+|(?:do|does) not [^,.;]{{3,40}},? but (?:it |they )?|{_CAN})*",
    re.IGNORECASE,
)
# Verbs that place a thing in time, in a plan or in a list, or say how it suits people.
_TELLS_NOTHING = frozenset(
    "cost last tend need require depend vary stay remain seem appear suit interact include contain belong count matter "
    "become feel get go come run return pass begin start end finish happen occur take work have do say want wait "
    "hurt sting upset fail follow cause affect react wear sit stand book deserve result differ exist continue "
    "improve worsen recur clear settle rise fall apply range score look read arrive close ring visit please know "
    "see hear ask call meet mean lead bring tell fulfil confirm suggest explain support prove agree recommend suggest advise prescribe think believe decide hope discuss recover disappear save prefer like put use".split()
)
# The same verbs, where what follows them tells: "works by", "comes from", "takes away".
_TELLS_WITH = re.compile(
    r"(?:work|works) (?:by|like|on|inside|out how|against)\b|(?:comes?|goes|go) from\b|takes? (?:away|out|over|in|up (?!to)|a (?:close )?(?:picture|look|sample)|pictures|tiny|small|the|your|some of|fluid|water|blood|over)\b"
    r"|(?:starts?|begins?) (?:in|inside|with|when|as|off|out) (?!\d)|(?:happens?|occurs?) (?:when|if|because|inside)\b|puts? (?:\w+ ){0,5}(?:into|close to|near|round|in|on|back|inside|under|out|through|to sleep)\b"
    r"|looks? (?:(?:just |exactly |a bit |rather |much )?like|at|inside|into|for|after|through|deeper|closely|whether|how)\b|uses? (?!of\b)\S+|brings? (?:down|up|back|on|together|the|more|your)\b|clears? (?:out|up the|the|away|\w+ (?:out|from|of))\b"
    r"|tells? (?:us |doctors |the doctor |you |your team |the team )?(?:how (?:much|many|well|fast|strong|hard|big|quickly|thick|full|good|likely|bad|far)|what|which|whether|your (?:body|brain|bones?|kidneys?|liver|muscles?|cells?|womb|heart|stomach) to|(?:the|your|other) \w+ (?:to|when to|how to))\b"
    r"|sits? (?:on|in|inside|under|behind|below|above|between|at|just|round|over|next)\b|lead?s? from\b|runs? (?:from|down|along|through|between|across|up)\b|passes? (?:\w+ ){0,5}(?:from|through|on|along|down|into|between|up|over|round|inside|under|across)\b"
    r"|(?:gets?|goes|go|comes?) (?:rid|in the way|into|inside|round|under|between|through|out of)\b|reads? (?:the|your|how)\b|(?:stand|stands) in for\b|contains? (?:a|the|two|tiny|small|live)\b|rises? (?:when|if)\b|saves? (?:you )?(?:from|the)\b"
    r"|(?:settles?|improves?|ends?|returns?|recovers?|reads?|reacts?|begins?) (?:the|your|how|an?)\b|has (?:the job|a hole|a small|a tiny|a camera)\b|stays? (?:in|inside|under)\b|does (?:the work|the job|what|nothing but|the same)\b|do (?:the work|the job|the same)\b|lasts? longer\b|calls? (?:up|in)\b",
    re.IGNORECASE,
)
_NO_VERB = frozenset(
    "is are was were be been being am can could may might will would shall should must ought cannot "
    "and or but nor so if than then because while although though unless until when where which who whose that as "
    "of in on at by for from to with without into onto over under through during after before between against about "
    "near like off out up down around across behind beside above below per plus via since this these those his us "
    "its yours hers ours theirs always sometimes perhaps less across besides afterwards yes has had does did not "
    "such one two three four five six seven eight nine ten both other others few many several "
    "day days week weeks month months year years time times hour hours people patients "
    "each either every there here too well very more most some any no a an the your you we they it i he she".split()
)
_NO_VERB_ENDINGS = ("ed", "ing", "ly", "ss", "ous", "ful", "al", "ic", "able", "tion", "ment")
# After these, what looked like a verb was a noun: "the results are", "statins side effects can".
_AFTER_NOUN = re.compile(
    r"(?:is|are|was|were|can|could|may|might|will|would|should|must|has|have|had|do|does|did|of|and|or)\b"
)
_ELSEWHERE = re.compile(
    r"[^,.;]*?\b(?:amount|level|levels|effect|effects|dose|action|strength) of (?:it|this|other|your (?:medicine|tablets?))\b"
    r"|\S+ (?:with|well|badly|best) (?:other|some|many|certain)\b|\S+ (?:it|them)[.,;]?$",
    re.IGNORECASE,
)


_MODAL = re.compile(r"\b(?:can|may|might)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:(?<![us])s|\bboth|\bthey|\bthese|\ball|ae)\W*$", re.IGNORECASE)


def told_by_verb(said: str, subject: str = "s") -> str | None:
    """The predicate that `said` begins with, without its adverbs, when its verb may tell; else None.

    `subject` is what stands before: one thing takes a verb in -s, or it is no verb of today.
    """
    lead = _LEAD.match(said)
    said = said[lead.end() :] if lead else said
    if lead and _MODAL.search(lead.group()):
        subject = "s"  # "can melt": one thing or many
    verb, _, rest = said.partition(" ")
    if not verb.isalpha() or not verb.islower() or len(rest.split()) < 2:
        return None
    if not verb.endswith("s") and not _SEVERAL.search(subject):
        return None
    if _TELLS_WITH.match(said):
        return said
    if (
        verb in _NO_VERB
        or verb.endswith(_NO_VERB_ENDINGS)
        or _AFTER_NOUN.match(rest)
        or _ELSEWHERE.match(said)
    ):
        return None
    return None if any(base in _TELLS_NOTHING for base in _bases(verb)) else said


def tells_nothing(sentence: str) -> bool:
    """Whether it says only how long, how well or when: "The result takes three weeks"."""
    for subject in _SHORT_SUBJECTS:
        found = subject.match(sentence)
        if found and any(base in _TELLS_NOTHING for base in _bases(found["verb"])):
            return not _TELLS_WITH.match(sentence, found.end())
    return False


_SHORT_SUBJECTS = tuple(
    re.compile(
        rf"(?:the|your|our|an?|this|most) (?:[\w’'-]+ ){{{size}}}(?=(?P<verb>[a-z]+)\b)",
        re.IGNORECASE,
    )
    for size in (1, 2)
)


def _bases(verb: str) -> tuple[str, ...]:
    forms = [verb, verb.removesuffix("s"), verb.removesuffix("es")]
    if verb.endswith("ies"):
        forms.append(verb[:-3] + "y")
    return tuple(forms)
