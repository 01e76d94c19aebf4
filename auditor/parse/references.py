"""Entries of a list of references, told by their own shape, also where the heading is lost."""

import re

_YEAR = r"(?:19|20)\d\d"
_STRONG = re.compile(
    r"\bdoi\b\s*:?\s*(?:https?://\S*)?10\.\d{4,}"
    rf"|\b{_YEAR}\b[^.;:]{{0,20}}[;:,.]\s*(?:vol(?:ume)?\.?\s*)?\d{{1,4}}\s*(?:\(\s*[\w-]{{1,6}}\s*\)\s*)?[:;,]\s*[a-z]?\d+"  # 2021;30(4):512
    rf"|\b{_YEAR}\b.{{0,20}}\bvol(?:ume)?\b.{{0,12}}\d"
    rf"|\b{_YEAR}\b[^.]{{0,20}}\b\d+\s*\(\d+\)"
    r"|\baccessed\b(?: on| in)?:?\s.{0,20}\d{4}"
    r"|\(\d+(?:st|nd|rd|th) edition\)"
    rf"|[A-Z][\w .]{{2,30}}: [A-Z][^.;:]{{1,40}}[;,] {_YEAR}",  # London: RIC; 2020
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[A-Z][^.!?\"“]{2,60}\. [\"“][^\"”]+[\"”]\.?(?: Accessed .{4,30})?")
_AUTHORS = re.compile(
    r"(?:\d{1,3}[.)] )?[A-Z][\w’'-]+ [A-Z]{1,3}(?:, [A-Z][\w’'-]+ [A-Z]{1,3})*(?:,? et al| and others)?[.,:]"
)
_ET_AL = re.compile(rf"(?:\bet al\b|\band others\b).*\b{_YEAR}\b", re.DOTALL)
# In running text a study is named inside a sentence.
_SENTENCE = re.compile(
    r"\b(?:found|showed|shows|suggests?|reported|you|your|we|our|they|should|can|will)\b"
)
_LONGEST = 400
# An entry has four digits in a row, an edition, or its title in quotes; begins with one set of
# characters, so that running text is passed over at once.
_SIGN = re.compile(
    r"[\d\"“](?:(?<=[\"“])|(?<=\d)(?:\d{3}|(?:st|nd|rd|th) edition\)))", re.IGNORECASE
)


def is_reference(text: str) -> bool:
    """Whether a block reads as an entry of a list of references."""
    if len(text) > _LONGEST or not _SIGN.search(text):
        return False
    if _QUOTED.fullmatch(text):
        return True
    if _AUTHORS.match(text) and (re.search(_YEAR, text) or _ET_AL.search(text)):
        return True
    if not _STRONG.search(text) and not _ET_AL.search(text):
        return False
    return not _SENTENCE.search(text)
