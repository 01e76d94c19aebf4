"""Gaps in the grammar of a sentence where a word must have stood: "a for some", "the , and".

Closed lists of small words and what cannot follow them. Nothing here guesses which word is lost.
"""

import re
from collections.abc import Container, Iterator

from auditor.facts.bare import is_taken

_S = r"[ \u00a0]+"
_ARTICLES = r"the|an?|your|our|their|my|its"
_LINKS = (
    r"of|for|with|in|on|at|by|from|into|to|as|between|without|through|during|and|or|but|nor|if|"
    r"until|when|while|because|before|after|than|about"
)
_VERBS = r"is|are|was|were|be|been|has|have|had|can|could|may|might|will|would|must|should|do|does"
_SUBJECTS = r"you|we|they|he|she|it|who|which|whose|that"
_HOLDERS = (
    r"amounts?|levels?|lack|risks?|kinds?|types?|sorts?|forms?|doses?|signs|symptoms|effects|copies|"
    r"number|pieces?|causes?|pair|glass|cup|lining|list"
)
_PEOPLE = r"[Pp]eople|[Pp]atients|[Ww]omen|[Mm]en|[Cc]hildren|[Aa]dults|[Bb]abies|those|someone|anyone|everyone|person"
_UNITS = rf"minutes|hours|days|weeks|months|years|nights|mg|ml|mcg|micrograms|°C|°F|per cent|percent|%|pm|am(?!{_S}I\b)|o[’']clock"
_NUMBERED = r"at least|up to|almost|nearly|roughly|approximately|more than|less than|fewer than"

# A space stands before the stop, or a small word before it that cannot end a clause.
_STOPPED = (
    r"(?<=[\w)”’\"'])[ \u00a0]+(?:,|;|\.(?![.\w]))(?![ \u00a0]*\.\.)",
    r"\b(?:the|your|our|such as|as well as)[,.;?](?=\s|$)",
    r"\b(?<!-)(?:including|than|because)[.;?](?=\s|$)",
    r"(?<![Vv]itamin )(?<![Hh]epatitis )(?<![Gg]roup )\b(?:an?|and|or)[.;](?=\s|$)",
    rf":{_S}(?:and|or)\b",
)
_ARTICLE_GAPS = (
    rf"\b(?:{_ARTICLES}|The|Your|Our|Their|An){_S}(?:{_LINKS}|{_VERBS}|{_SUBJECTS})\b(?!-)",
    rf"(?:\A|(?<=\n)|(?<=[.!?] ))A{_S}(?:{_VERBS}|of|for|with|on|at|that|which|who|the)\b",
    rf"\ban?,{_S}(?:which|who|and|or|an?|the)\b",
    rf"\ban?{_S}(?:the|your|our|my|this|these)\b(?!-)",
    rf"\bas{_S}as\b",
    r"\b(?:every|their|its|my|very)\.(?=\s|$)",
    rf"\b(?:the|your|our){_S}(?:an?|the|your)\b(?!-)",
    rf"\b(?:the|an?|your){_S}(?:called|known as)\b",
    rf"\b(?:the|an?|your){_S}(?:used|given|found|made|caused|taken|done){_S}(?:in|for|to|by|as|with|from|into)\b",
)
# A clause that starts its sentence has its own object: "You should not take if …".
_MAIN = (
    rf"(?:\A|(?<=\n)|(?<=[.!?] ))(?:You|We|They|(?:(?:Most|Some|Many|All|Other){_S})?(?:{_PEOPLE})){_S}(?:(?:also|often|usually){_S})?"
    rf"(?:(?:can|may|will|should|must|might|could){_S})?(?:not{_S})?(?:(?:need|have|want){_S}to{_S})?"
)
_OBJECT_GAPS = (
    rf"{_MAIN}take{_S}(?:for(?!{_S}granted)|if|when|until|every{_S}(?:day|morning|night|evening|week|other|\d+)|twice|once|before|as(?!{_S}(?:long|little|few|many|much|soon|well|directed|needed|often)))\b",
    rf"{_MAIN}(?:avoid|use|buy|treat|carry|wear){_S}(?:for|if|when|until|at|in|before|after)\b",
    rf"{_MAIN}have{_S}as{_S}an?\b",
    rf"\bwho{_S}(?:have|has){_S}had{_S}(?:in|for|before|and|or|should|must|can|may|are|is)\b",
    rf"\b(?:if|whether|when){_S}you{_S}(?:have|take|use|get)(?:\.(?=\s|\Z)|{_S}or{_S}not\b)",
    rf"\bif{_S}you{_S}are{_S}taking{_S}or{_S}have{_S}taken{_S}in\b",
    rf"\bcall(?:ed)?{_S}(?:this|it){_S}or\b",
    rf"\b(?:found|shows?|showed|means?|so){_S}that{_S}(?:and|or)\b",
    rf"\b(?:how|why){_S}(?:works|helps|affects|causes|treats|spreads|happens|starts|grows)\b",
    rf"\b(?:page|leaflet|information|booklet|section|factsheet|advice|guide)s?{_S}(?:on|about){_S}(?:(?:or|and){_S}(?!about|off|by|from)|[.,])",
    rf"\bhave{_S}too{_S}(?:little|much|many){_S}in{_S}(?:your|the)\b",
    rf"\b(?:child|body|person|patient|baby|partner|mother|father)[’']s{_S}(?:and|or(?!{_S}other)|of|for|with|can|may|will|should)\b",
    rf"\b(?:Dr|Mr|Mrs|Ms|Prof)\.?{_S}(?:or|is|will|has|on|at|who)\b",
)
# A number is gone: "at least weeks", "about in 100", "above °C", "before pm".
_NUMBER_GAPS = (
    rf"\b(?:{_NUMBERED}){_S}(?:{_UNITS})(?![\w-])",
    rf"\b(?:up to|at least){_S}(?:tablets|capsules|puffs|doses|glasses|litres|units|portions|sessions)\b",
    rf"\b(?:takes?|lasts?|after|for|in|within|every|of|to|is|are|about|around){_S}(?:about|around|roughly){_S}(?:{_UNITS})(?![\w-])",
    rf"(?:\b(?:above|below|over|under|of|than|to|take|takes|give|is|and|or|from)|,){_S}(?:°C|°F|mg|ml|mcg|micrograms|%|per cent)(?![\w-])",
    rf"\b(?:before|after|at|by|until|from|between){_S}(?:pm|am|o[’']clock)\b(?!{_S}I\b)",
    rf"\b(?:[Aa]bout|[Aa]round|[Uu]p to|[Aa]t least|[Nn]early|[Aa]lmost|[Ff]ewer than|[Mm]ore than|[Ll]ess than){_S}(?:(?:{_PEOPLE}){_S})?(?:in|out of){_S}(?:every{_S})?\d",
    rf"\b(?:in|of|for|after|about|within|from){_S}to{_S}(?:\d|(?:{_UNITS})\b)",
    rf"\b(?:the|your){_S}(?:twice|once|three times|four times){_S}(?:a|each|every){_S}(?:day|week|month)(?=[.,;])",
)
_OTHER_GAPS = (
    rf"\b(?:{_HOLDERS}){_S}of{_S}(?:in|on|for|to|by|with|at|from|and|or|includes?|{_VERBS})\b",
    # A small word that needs something behind it has another in its place.
    rf"\bfor{_S}before{_S}(?:the|your|an?|you)\b",
    rf"\b(?:of|over|under|than|about|for|by){_S}or{_S}(?:more|less|fewer|older|younger)\b",
    rf"\bfrom{_S}to\b",
    rf"\b(?:if|when|before|because|until|unless|while|once){_S}(?:you|we|they){_S}(?:to|an?|the|your|any|for|of)\b(?!-)",
    rf"\bwithin{_S}of\b",
    rf"\b(?:[Gg]o|went|due){_S}to{_S}(?:or|and)\b(?!{_S}from)",
    rf"\b(?:more|information|advice){_S}about{_S}(?:and|or|is|are)\b",
    rf"\b(?:information|advice){_S}about{_S}(?:in|on|for|at|to)\b",
    rf"\b(?:either|both){_S}(?:by|as|with|in|on|for|from|to){_S}(?:or|and)\b",
    rf"\b(?:it|them|also|sometimes|often|usually|condition|illness|disease|this){_S}called{_S}(?:or|and)\b",
    rf"\b[Yy]our{_S}(?:next|nearest|usual|main|local){_S}(?:is|are|will|was|can|has)\b",
    rf"\b(?:[Yy]our|[Tt]he){_S}[a-z]+{_S}is{_S}tested{_S}for{_S}(?:and|or)\b",
    rf"\bpassed{_S}on{_S}(?:by|through|in|from){_S}(?:and|or)\b",
    rf"\b(?:{_PEOPLE}){_S}(?:with|over|under){_S}(?:who|{_VERBS})\b",
    rf"\b(?:who|that|which){_S}(?:have|has|had){_S}(?:is|are|was|were|should|must|can|may|will)\b",
    rf"\bwho{_S}(?:are|is|have|has){_S}(?:or|and){_S}who\b",
    rf"\bsuch as{_S}(?:and|or|is|are)\b",
    rf"\b(?:including|between|also called){_S}(?:and|or|is|are)\b(?!{_S}(?:excluding|including|within|across|beyond|during|after|before))",
    rf"\b(?:leads?|led|due){_S}to{_S}(?:in|on|and|or|for)\b",
    rf"\b(?:stop|start){_S}(?:taking|using){_S}(?:for|in|at|before|after|until|when|if|and)\b",
    rf"\b(?:given|called|take|use|of|the|with|includes?){_S}\((?:or|and|also|called)\b",
    rf"(?:\A|(?<=\n)|(?<=[.!?] ))(?:We|Doctors|Nurses|Surgeons){_S}use{_S}to{_S}(?!be\b)",
    rf"\bon{_S}(?:and|or){_S}(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)",
    rf"\b(?:eat|drink){_S}(?:or|and){_S}for\b",
    rf"\bat{_S}(?:(?:weeks|days|hours|months|years)\b(?!{_S}\d)|on\b|in\b)",
    rf"\bby{_S}and{_S}(?!large|by(?:\W|$)|for\b|with\b|about\b)",
    rf"\b(?:is|are|be|was|it is){_S}in{_S}for\b(?!{_S}(?:an?|it|the|good|life|his|her|my|your|their|our|surgery|treatment|tests|\w+{_S}(?:days?|weeks?|hours?|nights?|months?))\b)",
    r"\b(?:body|person|cell|patient)[’']s[ \u00a0]+to (?!be\b|have\b)\w+",
    rf"(?<=[a-z]{{3}}[.!?])(?<!etc\.)(?<!ept\.)(?<!approx\.){_S}(?:is|are|was|were|has|have|and|or|which){_S}(?=[a-z])",
)
_GAPS = re.compile("|".join(_STOPPED + _ARTICLE_GAPS + _OBJECT_GAPS + _NUMBER_GAPS + _OTHER_GAPS))
_WHOLE = re.compile(
    r"(?:the|an?|your)[ \u00a0](?:in[ \u00a0](?:vitro|vivo|situ|utero)|to[ \u00a0](?:and[ \u00a0]fro|z\b|do\b)|on[ \u00a0]call|off[ \u00a0]switch"
    r"|by[ \u00a0]now|over[ \u00a0]\d|must\b(?![ \u00a0](?:be|have|not)\b)|will[ \u00a0](?:to|of)\b|may[ \u00a0]bug|might\b|can[ \u00a0]of\b|if[ \u00a0]and\b|when\b|but[ \u00a0]s)"
    r"|a[ \u00a0]s?he\b|an?[ \u00a0]while\b|an?[ \u00a0]will\b(?![ \u00a0](?:be|have|take|ask|give|help|show|tell|need|check|do|make|see|use)\b)"
    r"|their[ \u00a0]will\b|your[ \u00a0]will[ \u00a0](?:is|or|and)\b",
    re.IGNORECASE,
)
_BEFORE = 16  # code points
_NOUN_BEFORE = re.compile(r"(?:[Vv]itamins?|[Hh]epatitis|[Gg]roup|[Tt]ype|[Pp]lan)[ \u00a0]$")

# Two spaces, one on each side of what was there.
_WIDE = re.compile(r"(?<=\w)(?:[ \u00a0]{2,}|[ \u00a0])(?=[\w,.;])")
_BEFORE_WIDE = re.compile(
    rf"(?:\b(?:{_ARTICLES}|{_LINKS}|{_VERBS}|some|most|all|many|every|this|that|such as|called|use|uses|using|used|"
    r"contact|avoid|call|ask|removes?|takes?|needs?|visit|see|bring|get|gives?|contains?|causes?|include|includes|"
    r"carry|carries|lowers?|raises?|treats?|prevents?|keeps?|put|send|wear|buy|show|shows|make|makes|check|checks)|[’']s)$",
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
    r"(?:used|need|needs|needed|called|get|ask|call|use|see|keep|keeps|show|check|send|make) (?:to|for|in|on|by|as|if|with|and|or|before|after|when|from)|"
    r"(?:used|called|taken) (?:and|or))",
    re.IGNORECASE,
)  # fmt: skip


def gaps(text: str, start: int, end: int, wide: Container[int]) -> Iterator[tuple[int, int]]:
    """Where words seem to be lost in `text[start:end]`, one block.

    `wide` holds the places of spaces that were two or more in the file.
    """
    for match in _GAPS.finditer(text, start, end):
        if _WHOLE.match(text, match.start(), end):
            continue
        before = text[max(start, match.start() - _BEFORE) : match.start()]
        if _NOUN_BEFORE.search(before) or (match.group().startswith("at") and is_taken(before)):
            continue
        yield match.span()
    for match in _WIDE.finditer(text, start, end):
        if match.end() - match.start() < 2 and match.start() not in wide:
            continue
        word = _BEFORE_WIDE.search(text, max(start, match.start() - 10), match.start())
        after = _AFTER_WIDE.match(text, match.end(), end)
        if word is None or after is None:
            continue
        pair = f"{word.group()} {after.group()}"
        first = word.start() == start or text[word.start() - 2] in ".!?"
        if first or _strong(word.group()) or not _PAIRED.fullmatch(pair):
            yield word.start(), after.end()


def _strong(word: str) -> bool:
    """Whether a word always wants another right behind it."""
    return word.lower() in ("the", "a", "an", "your", "our", "their", "my", "its", "’s", "'s", "every")  # fmt: skip
