"""A report answers a worksheet: yes, partly or no where it can, and "person" where it cannot."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any, Literal

from auditor.model import Report
from auditor.stops import bounds
from auditor.worksheet.sheets import Evidence, Item, Worksheet

Word = Literal["yes", "partly", "no", "does not apply", "person"]
_STATUS: Mapping[str, Word] = {
    "present": "yes", "buried": "partly", "weak": "partly", "not found": "no",
}  # fmt: skip
_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """What one piece of evidence shows: its label, what was seen in words, and what that means."""

    label: str
    words: str
    means: Word


@dataclass(frozen=True, slots=True)
class Answer:
    """One item with its answer; "person" means that a person must judge."""

    item: Item
    word: Word
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Points from `low` (all open items the worst) to `high`, of `most`; `open` items are left.

    In percent of the points that can be had, if the worksheet says what is good enough; `low`
    equals `high` only when no item is open.
    """

    group: str
    low: float
    high: float
    most: float
    open: int
    items: int

    @property
    def percent(self) -> tuple[int, int]:
        """Both ends in percent of `most`, rounded."""
        if not self.most:
            return 0, 0
        return round(100 * self.low / self.most), round(100 * self.high / self.most)


@dataclass(frozen=True, slots=True)
class Filled:
    """A worksheet with its answers and a score for each group (one for all without groups)."""

    worksheet: Worksheet
    answers: tuple[Answer, ...]
    scores: tuple[Score, ...]


def answered(worksheet: Worksheet, report: Report) -> Filled:
    """Answer each item from the report alone: no document is needed."""
    answers = tuple(_answer(item, report) for item in worksheet.items)
    groups = list(worksheet.groups) or [""]
    scores = tuple(
        _score(worksheet, group, [a for a in answers if a.item.group == group]) for group in groups
    )
    return Filled(worksheet, answers, scores)


def _answer(item: Item, report: Report) -> Answer:
    decided = [_seen(evidence, report) for evidence in item.decides]
    shown = [_seen(evidence, report) for evidence in item.shows]
    return Answer(item, _together(decided), tuple(decided + shown))


def _together(seen: Iterable[Seen]) -> Word:
    words: set[Word] = {one.means for one in seen}
    counted = words - {"does not apply"}
    if not words or "person" in words:
        return "person"
    if not counted:
        return "does not apply"
    return counted.pop() if len(counted) == 1 else "partly"


def _score(worksheet: Worksheet, group: str, answers: list[Answer]) -> Score:
    points = worksheet.scale
    least, most = min(points.values()), max(points.values())
    counted = [answer for answer in answers if answer.word != "does not apply"]
    known = [points[answer.word] for answer in counted if answer.word != "person"]
    left = len(counted) - len(known)
    return Score(
        worksheet.groups.get(group, ""),
        sum(known) + left * least,
        sum(known) + left * most,
        len(counted) * most,
        left,
        len(counted),
    )


def _seen(evidence: Evidence, report: Report) -> Seen:
    means: Word = "no"
    said = "not found in this text"
    for kind, value in evidence.kinds.items():
        means, said = _LOOK[kind](evidence, value, report)
        if means == "yes":
            break
    return Seen(evidence.label, said, means)


_Look = tuple[Word, str]


def _element(_: Evidence, number: str, report: Report) -> _Look:
    for element in report.measures.get("statements", {}).get("elements", ()):
        if element["id"] == number:
            quote = _cut(str(element["quote"]))
            return _STATUS[element["status"]], element["status"] + (f": “{quote}”" if quote else "")
    return "person", "not checked under this profile"


def _rules(_: Evidence, names: list[str], report: Report) -> _Look:
    outcomes = [one for one in report.outcomes if one.rule in names]
    states = {one.status for one in outcomes}
    found = sum(len(one.findings) for one in outcomes)
    if found:
        return "no", f"{found} to change"
    if not outcomes or "untested" in states or "cantTell" in states:
        return "person", "not checked"
    if states == {"inapplicable"}:
        return "does not apply", "the text has none"
    return "yes", "nothing to change"


def _figure(evidence: Evidence, path: str, report: Report) -> _Look:
    value: Any = report.measures
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    if not isinstance(value, int | float) or evidence.most is None:
        return "person", "not measured"
    said = f"{value:g}; {evidence.most:g} at most"
    if value <= evidence.most:
        return "yes", said
    return ("partly" if evidence.partly is not None and value <= evidence.partly else "no"), said


def _words(_: Evidence, patterns: Iterable[Any], report: Report) -> _Look:
    texts = [b.text for b in report.blocks if b.region == "content" and b.kind != "title"]
    return _first(patterns, texts)


def _headings(_: Evidence, patterns: Iterable[Any], report: Report) -> _Look:
    texts = [
        b.text for b in report.blocks if b.region == "content" and b.kind.startswith("heading")
    ]
    return _first(patterns, texts)


def _first(patterns: Iterable[Any], texts: list[str]) -> _Look:
    for text in texts:
        for one in patterns:
            if match := one.search(text):
                return "yes", f"“{_cut(text[_sentence_start(text, match.start()) :])}”"
    return "no", "not found in this text"


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that holds the place `at`."""
    return next((start for start, end in bounds(text) if start <= at < end), 0)


def _blocks(evidence: Evidence, kinds: list[str], report: Report) -> _Look:
    number = sum(
        any(b.kind == kind or b.kind.startswith(kind + ".") for kind in kinds)
        for b in report.blocks
        if b.region == "content"
    )
    return ("yes" if number >= evidence.least else "no"), f"{number} found"


def _regions(_: Evidence, names: list[str], report: Report) -> _Look:
    number = sum(block.region in names for block in report.blocks)
    return ("no" if number else "yes"), f"{number} found"


_LOOK: Mapping[str, Callable[[Evidence, Any, Report], _Look]] = {
    "element": _element,
    "rule": _rules,
    "figure": _figure,
    "words": _words,
    "headings": _headings,
    "blocks": _blocks,
    "regions": _regions,
}


def _cut(text: str) -> str:
    """The first words, whole ones, with an ellipsis where some are left out."""
    words = " ".join(text.split())
    return shorten(words, _QUOTE, placeholder="…") if len(words) > _QUOTE else words
