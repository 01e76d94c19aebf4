"""Gaps in the grammar of a sentence where a word must have stood: "a for some", "the , and".

Closed lists of small words and what cannot follow them. Nothing here guesses which word is lost.
"""

import re
from collections.abc import Container, Iterator

_S = r"[ \u00a0]+"
_ARTICLES = r"the|an?|your|our|their|my|its"
_LINKS = (
    r"of|for|with|in|on|at|by|from|into|to|as|between|without|through|during|and|or|but|nor|if|"
    r"until|when|while|because|before|after|than|about"
)
_VERBS = r"is|are|was|were|be|been|has|have|had|can|could|may|might|will|would|must|should|do|does"
_SUBJECTS = r"you|we|they|he|she|it|who|which|whose"
_HOLDERS = (
    r"amounts?|levels?|lack|risks?|kinds?|types?|sorts?|forms?|doses?|signs|symptoms|effects|copies|"
    r"number|pieces?|causes?|pair|glass|cup|lining|list"
)
_PEOPLE = r"people|patients|women|men|children|adults|babies|those|someone|anyone|everyone|person"

# A space stands before the stop, or a small word before it that cannot end a clause.
_STOPPED = (
    r"(?<=[\w)”’\"'])[ \u00a0]+(?:,|;|\.(?![.\w]))(?![ \u00a0]*\.\.)",
    r"\b(?:the|your|our|such as|including|than|because|as well as)[,.;?](?=\s|$)",
    r"(?<![Vv]itamin )(?<![Hh]epatitis )(?<![Gg]roup )\b(?:an?|and|or)[.;](?=\s|$)",
    rf":{_S}(?:and|or)\b",
)
_ARTICLE_GAPS = (
    rf"\b(?:{_ARTICLES}|The|Your|Our|Their|An){_S}(?:{_LINKS}|{_VERBS}|{_SUBJECTS})\b(?!-)",
    rf"(?:\A|(?<=\n)|(?<=[.!?] ))A{_S}(?:{_VERBS})\b",
    rf"\b(?:the|your|our){_S}(?:an?|the|your)\b(?!-)",
    rf"\b(?:the|an?|your){_S}(?:called|known as)\b",
    rf"\b(?:the|an?|your){_S}(?:used|given|found|made|caused|taken|done){_S}(?:in|for|to|by|as|with|from|into)\b",
)
_OTHER_GAPS = (
    rf"\b(?:{_HOLDERS}){_S}of{_S}(?:in|on|for|to|by|with|at|from|and|or|that|which|who|includes?|{_VERBS})\b",
    rf"\b(?:{_PEOPLE}){_S}(?:with|over|under){_S}(?:who|{_VERBS})\b",
    rf"\b(?:who|that|which){_S}(?:have|has|had){_S}(?:is|are|was|were|should|must|can|may|will)\b",
    rf"\bwho{_S}(?:are|is|have|has){_S}(?:or|and){_S}who\b",
    rf"\b(?:such as|including|between|also called){_S}(?:and|or|to|for|in|is|are)\b(?!{_S}(?:excluding|including))",
    rf"\b(?:leads?|led|due){_S}to{_S}(?:in|on|and|or|for)\b",
    rf"\b(?:stop|start){_S}(?:taking|using){_S}(?:for|in|at|before|after|until|when|if|and)\b",
    rf"\b(?:given|called|take|use|of|the|with|includes?){_S}\((?:or|and|also|called)\b",
    rf"(?:\A|(?<=\n)|(?<=[.!?] ))(?:We|Doctors|Nurses|Surgeons){_S}use{_S}to{_S}(?!be\b)",
    rf"\bon{_S}(?:and|or){_S}(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)",
    rf"\b(?:eat|drink){_S}(?:or|and){_S}for\b",
    rf"\bat{_S}(?:weeks|days|hours|months|years|on|in)\b",
    rf"\bby{_S}and{_S}(?!large|by(?:\W|$))",
    rf"\b(?:is|are|be|was|it is){_S}in{_S}for\b(?!{_S}(?:an?|it|the|good|life|\w+{_S}(?:days?|weeks?|hours?|nights?|months?))\b)",
    r"\b(?:body|person|cell|patient)[’']s[ \u00a0]+to (?!be\b|have\b)\w+",
    rf"(?<=[a-z]{{3}}[.!?])(?<!etc\.)(?<!ept\.)(?<!approx\.){_S}(?:is|are|was|were|has|have|and|or|which){_S}(?=[a-z])",
)
_GAPS = re.compile("|".join(_STOPPED + _ARTICLE_GAPS + _OTHER_GAPS))
_WHOLE = re.compile(
    r"(?:the|an?|your)[ \u00a0](?:in[ \u00a0](?:vitro|vivo|situ|utero)|to[ \u00a0](?:and[ \u00a0]fro|z\b|do\b)|on[ \u00a0]call|off[ \u00a0]switch"
    r"|by[ \u00a0]now|over[ \u00a0]\d|must\b(?![ \u00a0](?:be|have|not))|will[ \u00a0](?:to|of)\b|may[ \u00a0]bug|might\b|can[ \u00a0]of\b|if[ \u00a0]and\b|when\b|but[ \u00a0]s)"
    r"|an?[ \u00a0]while\b|an?[ \u00a0]will\b(?![ \u00a0](?:be|have|take|ask|give|help|show|tell|need|check|do|make|see|use)\b)"
    r"|their[ \u00a0]will\b|your[ \u00a0]will[ \u00a0](?:is|or|and)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(r"(?:[Vv]itamins?|[Hh]epatitis|[Gg]roup|[Tt]ype|[Pp]lan)[ \u00a0]$")

# Two spaces, one on each side of what was there.
_WIDE = re.compile(r"(?<=\w)(?:[ \u00a0]{2,}|[ \u00a0])(?=[\w,.;])")
_BEFORE_WIDE = re.compile(
    rf"(?:\b(?:{_ARTICLES}|{_LINKS}|{_VERBS}|some|most|all|many|every|this|that|such as|called|use|uses|using|used|"
    r"contact|avoid|call|ask|removes?|takes?|needs?|visit|see|bring|get|gives?|contains?|causes?|include|includes)|[’']s)$",
    re.IGNORECASE,
)
_AFTER_WIDE = re.compile(rf"(?:{_LINKS}|{_VERBS}|which|who|that|includes?)\b|[,.;]", re.IGNORECASE)
# What two spaces part without a word between: "because of", "up to", "is in", "and if".
_PAIRED = re.compile(
    r"(?:because of|up to|out of|such as|and (?:if|when|on|in|at|for|to|with|by|from|is|are|was|can|may|will|do|has|have|as|after|before)|"
    r"or (?:if|when|on|in|at|for|to|with|by|from|is|are|was|can|may|will|as)|but (?:if|when|in|for|is|are|can|may|do)|"
    r"(?:is|are|was|were|be|been) (?:in|on|at|by|for|with|from|to|of|as|been|if|when)|"
    r"(?:has|have|had|will|can|could|may|might|must|should|would) (?:to|be|been|have|do)|do (?:if|to|when|with|for)|"
    r"as (?:if|in|with|for|to|by)|(?:in|on|for|to|before|after|than|when|if|while|until) (?:and|or|in|on|to|by)|from (?:before|after|within)|"
    r"(?:this|that) (?:is|was|can|may|will|has|does|in|to|with|for|and|or|when|if)|(?:some|most|all|many) (?:of|are|have|can|may|will|do|in|with|for|to|on|who|that)|"
    r"(?:used|need|needs|needed|called|get|ask|call|take|takes|use|see) (?:to|for|in|on|by|as|if|with|and|or|before|after|when|from)|"
    r"(?:used|called|taken) (?:and|or))",
    re.IGNORECASE,
)  # fmt: skip


def gaps(text: str, start: int, end: int, wide: Container[int]) -> Iterator[tuple[int, int]]:
    """Where words seem to be lost in `text[start:end]`, one block.

    `wide` holds the places of spaces that were two or more in the file.
    """
    for match in _GAPS.finditer(text, start, end):
        if not _WHOLE.match(text, match.start(), end) and not _NOUN_BEFORE.search(
            text, max(start, match.start() - 12), match.start()
        ):
            yield match.span()
    for match in _WIDE.finditer(text, start, end):
        if match.end() - match.start() < 2 and match.start() not in wide:
            continue
        before = _BEFORE_WIDE.search(text, max(start, match.start() - 10), match.start())
        after = _AFTER_WIDE.match(text, match.end(), end)
        if before is None or after is None:
            continue
        pair = f"{before.group()} {after.group()}"
        first = before.start() == start or text[before.start() - 2] in ".!?"
        if first or _strong(before.group()) or not _PAIRED.fullmatch(pair):
            yield before.start(), after.end()


def _strong(word: str) -> bool:
    """Whether a word always wants another right behind it."""
    return word.lower() in ("the", "a", "an", "your", "our", "their", "my", "its", "’s", "'s", "every")  # fmt: skip
