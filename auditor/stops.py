"""Which stops end a sentence, decided once.

`bounds` is given the text of one block: a heading, an item or a cell never joins its neighbour,
because it is never in the same call. All offsets are code points.
"""

import re

from auditor.model import Span
from auditor.text import ADDRESS, Signs

# A run of stops, what closes behind it (quotes, brackets, reference marks), and white space, the end,
# or a capital without a space between.
_STOP = re.compile(
    r"([.!?…‽](?:[.!?…‽]| (?=\.))*)"
    r"((?:[\"'”’)\]»*_]|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]|[¹²³⁰⁴-⁹]+|(?<=[a-z][.?!])\d{1,3}(?=\s+[A-Z\"“])"
    r"| ?[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?)*)"
    r"(\s+|\Z|(?=[A-Z]))"
)
_OPENING = "\"'“‘([«*_¿¡"
_WEEKDAYS_AND_MONTHS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June "
    "July August September October November December"
)
# Words that begin sentences and hardly ever names: after "U.S." or "vitamin D." they tell.
_STARTERS = frozenset(
    "A About After All Also Although An And Any Are As Ask At Avoid Be Because Before Both But By "
    "Call Can Check Children Common Contact Could Depending Do Does Doctors Doing Don Drink During "
    "Each Eat Even Every For From Get Give Go Has Have He Her Here His How However I If In Is It Its "
    "Keep Learn Let Like Make Many Men Most Much My Never No Not Now Nurses On Once One Only Or Other "
    "Our Over Patients People Phone Please Read See Several She Should So Some Sometimes Start Stop "
    "Such Symptoms Take Talk Tell That The Their Then There These They This Those To Today Treatment "
    "Try Two Under Until Use Usually Visit Wash We What When Where Which While Who Why Will With "
    "Without Women Would You Your Ring Dr Mr Mrs Ms Mx".split()
)
_NEVER = frozenset(
    "e.g i.e eg ie dr drs mr mrs ms mx messrs prof mt vs v approx cf viz incl rev hon sr fr "
    "figs gen sgt capt lt col".split()
)
_BEFORE_DIGIT = frozenset(
    "no nos p pp fig figs vol ch chap sec sect art par para eq ref refs ext tel jan feb mar apr jun "
    "jul aug sep sept oct nov dec ca c est lb lbs mon tue tues wed thu thurs fri sat sun".split()
)
# Never inside a sentence before one of the starters; else a name may follow.
_NAMES = frozenset("al st jr co dept ed eds assoc univ hosp".split())
_TIMES = frozenset("a.m p.m am pm".split())
_LETTER_NAMES = frozenset(
    "hepatitis vitamin vitamins type types group grade stage plan class table part point option "
    "appendix section step level phase scan category factor figure box ward room eye arm "
    "clinic unit blood influenza flu strep streptococcus".split()
)
_LABEL = re.compile(
    r"\s*(?:step|part|section|chapter|question|figure|fig|table|box|tip|day|week) (?:\d{1,3}|[A-Z]|[IVX]{1,4})",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_INSIDE = re.compile(r"[:;] *[(\[]?(?:\d{1,2}|[a-z])$")
_INNER_CAPITAL = re.compile(r"[a-z]{1,2}[A-Z]|[a-z]\d")
_ENUMERATION = re.compile(
    r"\s*[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{2,4}|Q\d{1,2}|\d{1,2}\.\d{1,2})[.)\]]?"
)
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of one block, without the white space around them."""
    return [Span(low, high) for low, high in bounds(text, start, end)]


def bounds(
    text: str, start: int = 0, end: int | None = None, signs: Signs | None = None
) -> list[tuple[int, int]]:
    """The same as plain pairs (start, end), which cost less; `signs` are those of `text`."""
    end = len(text) if end is None else end
    signs = signs or Signs(text)
    addresses = (
        [match.span() for match in ADDRESS.finditer(text, start, end)]
        if signs.address(start, end)
        else []
    )
    found: list[tuple[int, int]] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and not _ends(text, begin, match, end, addresses):
            continue
        _add(text, begin, match.end(2), found)
        begin = match.end()
    if begin < end:
        _add(text, begin, end, found)
    return found


def _add(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    """Add a sentence without the white space around it, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _ends(
    text: str, begin: int, match: re.Match[str], end: int, addresses: list[tuple[int, int]]
) -> bool:
    """Whether the stop at `match` ends a sentence that began at `begin`; more text follows."""
    at = match.start()
    if addresses and any(low < at < high for low, high in addresses):
        return False
    stop = match.group(1)
    if not match.group(3):
        return _is_fused(text, begin, match, end)
    place = match.end()
    first = text[place]
    if not first.isalnum():
        while place < end and (text[place] in _OPENING or text[place].isspace()):
            place += 1
        if place == end:
            return True
        first = text[place]
    if first.islower() and not _INNER_CAPITAL.match(text, place, end):
        # A question may be asked in passing; an exclamation in a quotation is.
        return stop[0] in "!?" and not match.group(2) and len(stop) > 1 and stop[1] in "!?"
    if stop != ".":
        return True
    return _full_stop(text, begin, at, place, end)


def _is_fused(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """A capital right behind the stop: a space is missing where words stand on both sides."""
    before = text[max(begin, match.start() - 2) : match.start()].replace(")", "x")
    word = _FIRST_WORD.match(text, match.end(), end)
    if word is None or len(before) < 2 or not before.isalpha() or not before[1].islower():
        return False
    follows = word.group()
    return follows in ("I", "A") or not (len(follows) == 1 or follows.isupper())


def _full_stop(text: str, begin: int, at: int, place: int, end: int) -> bool:
    """Whether one full stop at `at` ends the sentence; what follows begins at `place`."""
    left = max(text.rfind(" ", begin, at), text.rfind("\n", begin, at), begin - 1) + 1
    last = text[left:at]
    if len(last) > 9 and last.isalpha():
        return True
    last = last.lstrip(_OPENING + "/–—\u00a0")
    word = last.lower().rpartition("\u00a0")[2].rstrip(".")
    if word in _NEVER:
        return False
    digit = text[place].isdigit()
    if word in _BEFORE_DIGIT and (digit or last in ("ca", "c")):
        return False
    starter = _FIRST_WORD.match(text, place, end)
    follows = starter.group().partition("'")[0].partition("’")[0] if starter else ""
    if word in _NAMES or _INITIALS.fullmatch(last):
        return follows in _STARTERS
    if word in _TIMES:
        return follows not in _DATES
    if at - begin <= 14:
        whole = text[begin:at].strip()
        if _ENUMERATION.fullmatch(whole) or _LABEL.fullmatch(whole):
            return False
    if len(last) <= 2 and _INSIDE.search(text, begin, at):
        return False
    if len(last) == 1 and last.isupper() and text[place].isupper():
        previous = text[begin:left].split()
        named = bool(previous) and previous[-1].lower().strip(_OPENING) in _LETTER_NAMES
        return named or follows in _STARTERS or (last == "I" and bool(previous))
    return True


_DATES = frozenset(_WEEKDAYS_AND_MONTHS.split()) | {"GMT", "BST", "EST", "EDT", "PST", "Eastern"}
