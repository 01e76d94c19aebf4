"""Names of medicines as companies write them: a capital, and words of doses and taking round it."""

import re

from auditor.facts.shapes import is_medicine
from auditor.model import Span

_NEAR = 70  # characters on either side
_TAKEN = re.compile(
    r"(?:\b(?:take|taking|on|use|using|start(?:ed)?|stop(?:ped)?|prescribed|swallow|with|given|give|have|switch(?:ed)? to|your|and|or)"
    r"|^|[.:;,(–—-])\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[®™]|\s(?:\d[\d.,]* ?(?:mg|mcg|micrograms?|ml|g|units?)\b|tablets?|capsules?|inhalers?|creams?|drops|spray|patch(?:es)?|"
    r"injections?|(?:is|are) (?:taken|given|swallowed|injected)|contains?\b)"
)
_DOSES = re.compile(
    r"\b(?:tablets?|capsules?|doses?|mg|mcg|inhalers?|medicines?|medication|swallow|puffs?|prescri\w+|pharmacist|"
    r"(?:once|twice) (?:a|per) day|morning and evening|every (?:morning|night|evening))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]{6,}")


def is_brand(text: str, block: Span, span: Span) -> bool:
    """Whether an unknown word with a capital, at `span` in a block, is a medicine's brand."""
    word = text[span.start : span.end]
    if len(word) < 4 or not word.isalpha() or not word[0].isupper() or not word[1:].islower():
        return False
    before = text[max(block.start, span.start - _NEAR) : span.start]
    behind = text[span.end : min(block.end, span.end + _NEAR)]
    if _GOES_ON.match(behind):
        return True
    if not _TAKEN.search(before) or re.match(r"\s[A-Z]", behind):
        return False
    near = before + " " + behind
    return bool(_DOSES.search(near)) or any(is_medicine(one) for one in _WORD.findall(near))
