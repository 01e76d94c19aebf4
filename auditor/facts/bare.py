"""Small words left bare: a preposition, a helper verb or "not" with nothing behind it that it needs.

English also leaves them bare on purpose ("the ward you are on", "what it is made of", "someone to
talk to"), so that each counts only where nothing before it in its sentence calls for that.
"""

import re
from collections.abc import Iterator

_S = r"[ \u00a0]+"
_NEEDY = r"of|for|with|from|into|at|by|to|between|than|during|until"
_OWNERS = r"a|an|the|your|our|their|my|its|this|these"
_MODALS = r"can|could|may|might|will|would|must|should"
_SEATED = r"charity|hospitals?|clinics?|cent(?:re|er)s?|offices?|services?|based|registered|published|live|born|sold|law"
_HELPERS = r"can|could|may|might|will|would|must"  # not "should": "call us should you need help"
_BE = r"is|are|was|were|be"
_ALSO = rf"{_NEEDY}|within|without|in|on|out|over|under|off|up|down|near|above|below|after|before|against|not|{_MODALS}|{_BE}"

_BARE = re.compile(
    rf"\b(?<!in )(?<!-)(?P<needy>{_NEEDY})(?:(?<!in)\.(?=\s|\Z)|{_S}(?:because|although|unless|if)\b|(?<!from)(?<!for){_S}(?:before|after)\b(?!{_S}(?:and|or)\b)|{_S}(?:and|or){_S}(?!(?:{_ALSO}|including|beyond|equal)\b))"
    rf"|\b(?P<be>{_BE}){_S}(?:and|or){_S}(?!(?:{_ALSO}|how|what|why|when|who|where|always|never|has|have|do|does)\b)"
    rf"|\b(?P<modal>{_HELPERS}){_S}(?:{_OWNERS}|you|we|they|us|them|me)\b(?!-)"
    rf"|\b(?:{_SEATED}){_S}in{_S}(?:and|or){_S}(?=[A-Z][a-z])|(?<=\b1[ \u00a0])in\.(?=\s|\Z)"
    rf"|\b(?P<not>(?:do|does|did){_S}not|don[’']t|doesn[’']t|didn[’']t|cannot|can[’']t|won[’']t)"
    rf"{_S}(?:for|with|to|from|of|a|an|the|your|by)\b(?!-|{_S}(?:it|them)sel|{_S}\w+{_S}(?:reason|moment|while|minute)\b)"
)
# What leaves a small word bare on purpose, anywhere before it in the sentence …
_CALLING = re.compile(
    r"\b(?:who|whom|whose|what|which|where|why|how|that|whatever|whoever|whichever|someone|anyone|something|anything|"
    r"nothing|nobody|everyone|everything|people|person|place|way|things?|ones?)\b",
    re.IGNORECASE,
)
# … or in the few words right before it: a subject of a clause, "easy to talk", "is looked".
_SUBJECT = re.compile(
    r"\b(?:you|we|they|he|she|it|I|to|be|been|being|is|are|was|were|get|gets|got|have|has|had)\b",
    re.IGNORECASE,
)
_NEAR_WORDS = 7
# "We listen to and respect you", "a group set up for and run by patients", "without a will the law …".
_TAKING = re.compile(
    r"\b(?:car(?:e|es|ed|ing)|listen\w*|respond\w*|look\w*|liv(?:e|es|ed|ing)|cop(?:e|es|ed|ing)|deal\w*|talk\w*|speak\w*|work\w*|"
    r"pa(?:y\w*|id)|ask\w*|search\w*|wait\w*|refer\w*|relat\w+|lead\w*|contribut\w+|attend\w*|adapt\w*|adjust\w*|appl\w+|link\w*|agree\w*|"
    r"consent\w*|object\w*|prepar\w+|plan\w*|provid\w+|test\w*|check\w*|screen\w*|allow\w*|account\w*|connect\w*|add\w*|react\w*|"
    r"stand\w*|stood|pass\w*|close|near|think\w*|suffer\w*|recover\w*|benefit\w*|arriv\w+|aim\w*|vot\w+|believ\w+|tak(?:e|es|ing) part)[ \u00a0]+\Z",
    re.IGNORECASE,
)
# "needs looking at", "worth asking about".
_WANTING = re.compile(
    r"\b(?:needs?|wants?|worth|bears?)[ \u00a0]+\w+ing[ \u00a0]+\Z", re.IGNORECASE
)
_BY = re.compile(r"\w+[ \u00a0]+by\b")
_NOUN = re.compile(r"\b(?:an?|the|your|their|his|her|my|living|free)[ \u00a0]+\Z", re.IGNORECASE)
_WILLING = re.compile(
    r"\b(?:told|asked|need\w*|have|has|had|want\w*|like\w*|wish\w*|able|used|going|ought|try\w*|tried|advised|allowed|"
    r"attempts?|attempted|says?|said|(?:ask|tell)\w*[ \u00a0]+(?:him|her|them|you|us|me)|supposed|choose|chose|hop(?:e|es|ed|ing)|plann?\w*|refus\w+|meant|expect\w*|invited|prefer\w*|agreed?|got|free|unable)[ \u00a0]+\Z",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:ed|en|wn)[ \u00a0]+\Z")  # "caused by" always says by whom or what
_INVERTED = re.compile(
    r"\b(?:nor|neither|so|only|not|never|rarely|seldom|what|how|when|where|why|who|which|whether|if|than|as|sooner|more|less|longer)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?](?=\s|\Z)")
_PARTS = re.compile(r"[.!?:;]\s+|\n|\A")


def bare_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bare small words of `text[start:end]`, one block, each with what follows it."""
    for match in _BARE.finditer(text, start, end):
        first = _sentence_start(text, start, match.start())
        before = text[first : match.start()]
        if _is_lost(match, before, text, end):
            yield match.start(), match.end()


def _is_lost(match: re.Match[str], before: str, text: str, end: int) -> bool:
    if not before.strip():
        return False
    if match["not"]:
        return not _CALLING.search(before)
    if match["modal"]:
        if _INVERTED.search(before) or _NOUN.search(before):
            return False
        return not _is_question(text, match.end(), end)
    if match["be"]:
        return not _CALLING.search(before)
    near = " ".join(before.split()[-_NEAR_WORDS:])
    if match["needy"] == "to" and _WILLING.search(before):
        return False
    if _WANTING.search(before):
        return False
    joined = match.group().rstrip().endswith((" and", " or", "\u00a0and", "\u00a0or"))
    if joined and (_TAKING.search(before) or _BY.match(text, match.end(), end)):
        return False
    if match["needy"] == "by" and _DONE.search(before):
        return not _CALLING.search(near)
    return not _CALLING.search(near) and not _SUBJECT.search(near)


def is_taken(before: str) -> bool:
    """Whether what stands before a small word is one that takes it: "looked" in "looked at"."""
    return _TAKING.search(before) is not None


def _sentence_start(text: str, start: int, at: int) -> int:
    """Where the sentence round `at` starts, not before `start`."""
    found = start
    for match in _PARTS.finditer(text, max(start, at - 300), at):
        found = match.end()
    return found


def _is_question(text: str, at: int, end: int) -> bool:
    stop = _STOP.search(text, at, end)
    return stop is not None and stop.group() == "?"
