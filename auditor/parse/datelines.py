"""Lines that only say when a page was written, reviewed or changed, or how long it takes to read."""

import re

_LONGEST = 300  # code points; what is longer is more than dates
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \u00a0]+)?"
_DATE = (
    rf"(?:{_WEEKDAY}(?:\d{{1,2}}(?:st|nd|rd|th)?[ \u00a0]+)?{_MONTH}[ \u00a0]+"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?[ \u00a0]+)?\d{4}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?<!\d)(?:19|20)\d\d(?!\d))"
)
_LABEL = (
    r"(?:date (?:of (?:last |next )?review|modified|published|reviewed)|"
    r"(?:(?:page|content|leaflet|medically|clinically|last|next|date|first|to be|planned|[A-Z]{2,5})[ \u00a0]+){0,3}"
    r"(?:reviewed|review due|review date|review|updated|update|published|verified|checked|modified|produced|approved|posted))"
)
_WHO = r"(?: by (?:the |an? |our )?[\w.,’'& -]{2,60}?(?= (?:on|in) |[ \u00a0]*[|·.]?[ \u00a0]*\Z))?"
_SAID = re.compile(
    rf"(?:(?:this|the) (?:page|leaflet|content|information|article|document) (?:was |is )?)?{_LABEL}{_WHO}"
    rf"(?: on| in| due| for)?\s*:?\s*(?:{_DATE})?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(r"\d{1,2}[ -]min(?:ute)?s?(?: read)?(?: time)?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s|·•,;.()–—-]+")
_PREFIX = re.compile(r"(?:source|by|leaflet number|version|ref)\b[^:.]{0,40}$|(?:source|by)\s*:[^:.]{0,60}$", re.IGNORECASE)  # fmt: skip
_ONLY_DATE = re.compile(_DATE, re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LABELLED = re.compile(
    r"review|updat|publish|verif|check|modif|produc|approv|posted", re.IGNORECASE
)
_START = re.compile(rf"{_LABEL}|{_DATE}|\d{{1,2}}[ -]min", re.IGNORECASE)


def is_dateline(text: str) -> bool:
    """Whether a line holds nothing but the page's dates, their labels and who set them."""
    if len(text) > _LONGEST:
        return False
    short = text.rstrip().endswith(":") or len(text.split()) <= 4
    if not _DIGIT.search(text) and not (short and _LABELLED.search(text)):
        return False
    first = _START.search(text)
    if first is None:
        return False
    prefix = text[: first.start()]
    lead = re.match(r"(?:this|the) (?:page|leaflet|content|information|article|document) (?:was |is )?$", prefix, re.IGNORECASE)  # fmt: skip
    if (
        prefix
        and not lead
        and not _PREFIX.match(prefix)
        and not _PREFIX.match(prefix.split(".")[0])
    ):
        return False
    at = 0 if lead else first.start()
    found = dated = False
    while at < len(text):
        gap = _BETWEEN.match(text, at)
        if gap:
            at = gap.end()
            continue
        match = _SAID.match(text, at) or _READING_TIME.match(text, at) or _ONLY_DATE.match(text, at)
        if match is None or match.end() == at:
            return False
        ends = text[match.end() : match.end() + 1]
        if ends.isalnum():
            return False
        found = True
        dated = dated or any(char.isdigit() for char in match.group())
        at = match.end()
    return found and (dated or short)
