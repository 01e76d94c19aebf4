"""Whether a few words say what a thing is: the one judge of every gloss, wherever it was found.

A gloss is the words that are meant to explain. It counts when it says more than the name of a
class ("a tablet"), how often or where something is given ("a jab in the arm"), how common or safe
it is, or the term itself again.
"""

import re
from typing import Literal, NamedTuple

from auditor.facts.predicates import told_by_verb

Strength = Literal["explained", "partial", "weak"]
Status = Literal["explained", "partial", "explained late", "weak", "unexplained"]


class Names(NamedTuple):
    """What a term is called here: its name and as it is written, its short forms, and all other
    forms. A gloss that only gives one of them explains nothing.
    """

    main: tuple[str, ...]
    short: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """Every word of every form, lower case."""
        return frozenset(word for name in (*self.main, *self.other) for word in words_of(name))


STOP = frozenset(
    "a an the this that these those it its they them their he she you your we our us i my one ones "
    "of in on at by for from to with without into onto over under through as and or but nor so if "
    "than then there here is are was were be been being am do does did have has had can could may "
    "might will would shall should must not no yes all any both each every some such same other "
    "another which who whom whose what when where how why also just only very quite more most less "
    "least too about around up down out off".split()
)
# Names of classes: alone, they tell little.
_CLASSES = frozenset(
    "drug drugs medicine medicines medication medications tablet tablets pill pills capsule capsules "
    "treatment treatments therapy therapies test tests scan scans operation operations procedure "
    "procedures gene genes protein proteins chemical chemicals substance substances condition "
    "conditions illness illnesses disease diseases disorder disorders problem problems cream creams "
    "injection injections jab jabs infusion infusions antibiotic antibiotics painkiller painkillers "
    "cell cells type types kind kinds form forms sort sorts group member thing things way part "
    "symptom symptoms cancer cancers virus infection infections device devices machine product "
    "mineral vitamin hormone inhaler drops ointment spray word term name class examples example "
    "option options choice supplement supplements remedy remedies product products".split()
)
_VAGUE = frozenset(
    "common rare safe usual standard good best better new main important serious useful simple quick "
    "small short long possible different certain special particular particularly several many few "
    "first second last once twice daily weekly monthly day days week weeks month months hour hours "
    "minute minutes night morning evening times time every often usually sometimes rarely never "
    "always given taken used called known named done made prescribed recommended available add-on "
    "add painless effective licensed approved popular oldest newest strong mild slightly raised high low clear "
    "inherited similar related separate long-term chronic lifelong "
    "positive negative stable higher lower detected found pending".split()
)
# No explanation begins like this.
_NO = re.compile(
    r"(?:to be (?:written|added|done|confirmed)|tb[acd]|see|ask|read|call|ring|visit|go to|turn to|contact|not|no(?! longer| more| [^.]{3,60}\b(?:but|until|unless|so that))|yes|n/a|none|normal|there (?:is|are|was|were)|there['’]s|"
    r"can|cannot|can['’]t|may|might|will|should|must|could|would|has|have|had|is|are|was|were|"
    r"your (?:doctor|nurse|team|consultant|midwife|surgeon|result)|you (?:will|may|might|should|can|must|need|"
    r"do|are|have|were)|we (?:will|may|can|do|offer|give)|"
    r"for this you|good|please|if you|this (?:is|was) (?:given|done|taken|rare|common|safe|normal|not)|"
    r"it (?:is|was) (?:given|done|taken|rare|common|safe|normal|not|low|high)|"
    r"use (?:it|this|them|once|twice|\w+ times|every|daily|for|as|only|with)|(?:once|twice|\d+ times?|three times|every \w+|each) (?:a|per|day|week|month|morning|night)|take)(?![\w’'-])",
    re.IGNORECASE,
)
_NOT = re.compile(r"^\s*(?:not|no)\s", re.IGNORECASE)
_DOSE = re.compile(
    r"[\d.,/–-]+ ?(?:mg|g|mcg|ml|mmol|units?|%|kg|times?|tablets?|days?|weeks?|months?|hours?|minutes?|puffs?)?\b"
    r"(?: (?:a|per|once|twice|each) .*)?",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?!water (?:tablet|pill))(?:an? |the |one |two )?(?:[\w-]+ ){0,2}(?:jab|injection|tablet|capsule|pill|drip|infusion|liquid|powder|syrup)s?"
    r"(?: (?:a (?:day|week|month)|in|into|under|on|twice|once|taken|given|every|each|(?:that |which )?you (?:take|swallow|drink|get|have|put|rub|use|inject|apply)|before|after|with (?:food|water|milk|meals?|a meal|breakfast))\b"
    r"(?! (?:the )?(?:body|blood)).*)?",
    re.IGNORECASE,
)
_OTHER_NAME = re.compile(
    r"(?:also |sometimes |often |better |formerly |previously |or )?(?:called|known as|named|termed)\s+(?:an?|the)?",
    re.IGNORECASE,
)
_NAME_WORDS = 5
_TOLD_BESIDES = 4  # words; so many make up for the term's own words in its explanation
_PLACED = 4  # words; "a jab in the arm" tells where, not what
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def words_of(gloss: str) -> list[str]:
    """The words of a gloss, lower case."""
    return [word.lower() for word in _WORD.findall(gloss)]


def strength(gloss: str, names: Names, *, least: int = 2) -> Strength | None:
    """How well a gloss explains a term: `partial` when it only names a class, `weak` when it only
    says the term again, None when it is no explanation. `least`: how few words may do.
    """
    gloss = gloss.strip(" \t\n\"“”‘’'*_.,;:–—-=()")
    words = words_of(gloss)
    if len(words) < least or _NO.match(gloss) or _DOSE.fullmatch(gloss):
        return None
    if len(words) <= _NAME_WORDS and set(words) - STOP <= names.words:
        return None
    if any(is_circular(words, name) for name in names.main):
        return "weak"
    if _GIVEN.fullmatch(gloss) and not _tells_more(gloss):
        return "partial" if len(words) < _PLACED else None
    told = [word for word in words if word not in STOP and word not in _VAGUE]
    if not told:
        return None
    if all(word in _CLASSES for word in told):
        return "partial" if len(told) < 3 else "explained"
    return "explained"


def _tells_more(gloss: str) -> bool:
    """Whether an injection or a tablet has a clause behind it that tells what it does."""
    clause = re.search(r"\b(?:that|which|so that)\s+(?P<told>.+)", gloss, re.DOTALL)
    return clause is not None and told_by_verb(clause["told"]) is not None


def strength_in_list(gloss: str, names: Names) -> Strength | None:
    """The same for an entry in a list of words, where one word may do, and "not …" tells."""
    return strength(_NOT.sub("", gloss), names, least=1)


def is_circular(gloss: list[str], term: str) -> bool:
    """Whether a gloss says little but the words of its own term again."""
    own = [word for word in words_of(term) if word not in STOP and word not in _CLASSES]
    if not own:
        return False
    said = [word for word in gloss if word not in STOP]
    parts = len(own) > 1
    if not all(any(_same_root(word, one, parts) for word in said) for one in own):
        return False
    rest = [
        word
        for word in said
        if word not in _CLASSES and not any(_same_root(word, one, parts) for one in own)
    ]
    return len(rest) < _TOLD_BESIDES


def _same_root(one: str, other: str, parts: bool) -> bool:
    if one == other or one + "s" == other or other + "s" == one:
        return True
    if len(one) < len(other) - 1 and other.startswith(one):
        return parts  # alone, a plain word that the term is built of: protein in proteinuria
    size = max(5, round(0.5 * max(len(one), len(other))))
    return len(one) >= size and len(other) >= size and one[:size] == other[:size]


def is_expansion(gloss: str, short: str) -> bool:
    """Whether words do no more than spell out the letters of a short form."""
    letters = [char.lower() for char in short.removesuffix("s") if char.isalpha()]
    if len(letters) < 2 or not sum(char.isupper() for char in short) > 1:
        return False
    words = words_of(gloss.replace("-", " "))
    return len(words) <= len(letters) + 3 and _in_order(letters, words)


def _in_order(letters: list[str], words: list[str]) -> bool:
    """Whether the letters stand in order in the words, the first of each word counted first."""
    at = 0
    for word in words:
        if at < len(letters) and word.startswith(letters[at]):
            at += 1
            for char in word[1:]:
                rest = len(letters) - at
                if at < len(letters) and char == letters[at] and rest > len(words):
                    at += 1
        elif word not in STOP and at == 0:
            return False
    if at == len(letters):
        return True
    joined, at = "".join(words), 0
    for char in joined:
        if at < len(letters) and char == letters[at]:
            at += 1
    return at == len(letters) and bool(words) and words[0].startswith(letters[0])


_ADJECTIVES = (
    r"(?:why|because|something else|another (?:matter|story|thing)|newer|older|further|[\d<>≥≤~-]|not|n[o']t|seldom|hardly|barely|scarcely|nearly|almost|very|quite|more|less|most|least|too|so|as|also|often|usually|always|never|sometimes|still|now|only|"
    r"just|rarely|mainly|mostly|generally|normally|likely|unlikely|common|uncommon|rare|safe|painless|normal|abnormal|possible|available|the ones?|"
    r"effective|useful|helpful|important|essential|easy|hard|difficult|due|good|bad|best|better|worse|worst|fine|free|expensive|cheap|"
    r"serious|severe|mild|dangerous|harmless|harmful|fatal|deadly|quick|slow|short|long|new|old|strong|weak|higher|lower|high|low|"
    r"frightening|scary|annoying|uncomfortable|unpleasant|tender|similar|different|suitable|right|wrong|ready|able|unable|worth|"
    r"[a-z]+er (?:to|than|in|on|for|at|if|when)|positive|negative|clear|going|working|becoming|getting (?:better|worse|more)|at|on|for|from|under|over|up|down|out|around|about|"
    r"in(?! the (?:blood|body))|with|without|by|to|there|here|yours|ours|his|hers|that|this|it|what you need|where you (?:are|will))\b"
)
_PARTICIPLES = (
    r"(?:given|taken|made|done|put|kept|seen|sent|sold|known|called|worn|chosen|bought|held|left|lost|found|"
    r"stuck|run|set|cut|read|born|thought|said|felt|hidden|spread|worse|[a-z]{2,}ed)\b"
)
_FRAMES = re.compile(
    r"one of (?:its|their|these|those|them)\b|(?:an?|the|one|another)(?: of the)?(?: (?:main|common|rare|usual|other|possible|likely|known|most common))* (?:causes?|reasons?|risk factors?) (?:of|for|why)\b|"
    r"(?:the|a) (?:main )?(?:mainstay|backbone|cornerstone)\b|"
    r"(?:an?|the|one of the|our|your|another)?\s*(?:very |[a-z]+est |most |more |other |another |newer |older |further |different |cheaper |stronger |weaker |only |usual |same |main |first |best |next |common |"
    r"rare |safe |good |great |medical |serious |important |possible |new |standard |last |big |real |useful |likely |daily |simple |"
    r"quick |hardest |ones? )*(?:option|choice|alternative|substitute|emergency|resort|risk|worry|problem|cause|reason|one|ones|sign that you|must|issue|concern|"
    r"answer|matter|treatment of choice|first choice|priority|success|team|topic|treatment|hardest|treatments? for|"
    r"part of (?:your|the) (?:care|treatment|plan)|way (?:forward|to go)|sort|type|kind|form)\b(?! of\b)(?!\s+(?:that|which|who|where|when|in which)\b)",
    re.IGNORECASE,
)
_NOUN_START = re.compile(
    r"(?:an?|another|the|one|any|some|all|our|your|types?|kinds?|forms?|when|where|how|what|used (?:to|for|in|when|by|as)|"
    r"small|tiny|thin|part of|how)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:[\w'’-]+,? (?:and |or )?){1,4}(?:that|which|who|of|in|with|where|when|from|made|used|caused|found|on|so|to|you|for|between|inside)\b",
    re.IGNORECASE,
)


_PLURAL_NOUN = re.compile(r"\w+ed,? (?:[\w-]+,? )?[a-z]+s (?:that|which|who|on|in|of|with|where)\b")


def noun_phrase(said: str, *, plural: bool) -> str | None:
    """What follows "is" or "are", when it says what the thing is; else None."""
    said = said.strip()
    if said.startswith("the ") and len(words_of(said)) < 3:
        return None  # "is the trust": who it is, not what
    adverb = re.match(
        r"(?:simply|just|basically|really|often|usually|both|all|mainly|actually) (?=an?\b|the\b|types?\b|when\b|[a-z]+s\b)",
        said,
    )
    if adverb:
        said = said[adverb.end() :]
    if re.match(_ADJECTIVES, said, re.IGNORECASE) or _FRAMES.match(said):
        return None
    if _NOUN_START.match(said):
        return said
    if re.match(_PARTICIPLES, said, re.IGNORECASE):
        follows = re.match(r"[\w-]+ (?:and [\w-]+ )?([\w-]+)", said)
        if _PLURAL_NOUN.match(said):
            return said  # "raised, scaly areas that itch"
        return said if follows and follows.group(1).lower() in _CLASSES else None
    if plural and re.match(r"[a-z]+ing\b(?! (?:of|in|that)\b)", said):
        return None  # "trials are testing …"
    if plural or _CLAUSE.match(said) or re.match(r"[a-z]+ing\b", said):
        return said
    return None


_SIDE_EFFECT = re.compile(
    r"(?:helps?$|helps? (?:you |people )?(?:if|when|a lot|many|most|some)\b|works? (?:well|best|in the same|for|better)|"
    r"makes? (?:\w+ ){1,3}(?:feel|go|tired|sick|sleepy|drowsy|dizzy|ill|unwell|thirsty|hungry|weepy|tender|worse)\b|"
    r"shows? (?:up|most|that it|no)\b|stops? (?:after|when|by|on)\b|keeps? (?:well|for|on)\b|changes? (?:over|with|from)\b|"
    r"use of|uses? (?:should|may|can)\b|tells? .{0,12}apart|looks? (?:worse|bad|red|harmless)\b|tells? (?:you|me|them|your doctor|us(?! (?:how|what|where|which)\b))\b)",
    re.IGNORECASE,
)


def is_side_effect(said: str) -> bool:
    """Whether "makes …", "helps …" and the like say something else than what the thing does."""
    return bool(_SIDE_EFFECT.match(said))
