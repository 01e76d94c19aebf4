"""The particulars of a text that a rewrite must not lose: figures, times, numbers to call, links.

Each is found with its place and a normal form, so that "2.5mg" and "2.5 mg" are the same, and
"twice" and "2 times". Patterns are ours and linear.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from auditor.model import Document, Span

Kind = Literal["figure", "dose", "time", "date", "phone", "link"]


class Particular(NamedTuple):
    """One of them: `normal` is what is compared, `said` stands in the text at `span`."""

    kind: Kind
    normal: str
    said: str
    span: Span


_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "a hundred": 100, "half": 0.5,
}  # fmt: skip
_UNITS = {
    "mcg": "microgram", "µg": "microgram", "μg": "microgram", "ug": "microgram",
    "mg": "milligram", "g": "gram", "kg": "kilogram", "ml": "millilitre", "l": "litre",
    "milliliter": "millilitre", "liter": "litre", "mm": "millimetre", "cm": "centimetre",
    "percent": "%", "per cent": "%", "hr": "hour", "hrs": "hour", "min": "minute",
    "mins": "minute", "wk": "week", "yr": "year", "iu": "unit", "international unit": "unit",
    "c": "°c", "°c": "°c", "tab": "tablet",
}  # fmt: skip
_DOSES = frozenset(
    "microgram milligram gram millilitre litre unit tablet capsule drop puff dose spoonful sachet "
    "patch injection mmol mmol/l".split()
)
_UNIT = (
    r"micrograms?|milligrams?|grams?|kilograms?|kilos?|mcg|µg|μg|ug|mg|kg|g|millilit(?:re|er)s?|"
    r"lit(?:re|er)s?|ml|l|mm|cm|millimetres?|centimetres?|units?|international units?|iu|"
    r"tablets?|tabs?|capsules?|drops?|puffs?|doses?|spoonfuls?|sachets?|patch(?:es)?|injections?|"
    r"hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|wks?|months?|years?|yrs?|times?|"
    r"%|per ?cent|°c|mmol/l|mmol|degrees?|in \d+"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FIND = re.compile(
    r"(?P<link>\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?P<date>\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} \d{{1,2}},? \d{{4}}\b"
    rf"|\b{_MONTH} \d{{4}}\b)"
    r"|(?P<time>\b\d{1,2}(?:[:.]\d\d)? ?[ap](?:\.m\.|m\b)|\b(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|\bmidday\b|\bnoon\b|\bmidnight\b)"
    r"|(?P<phone>\+?\(?\b0[\d() -]{8,16}\d\b|\+\d[\d() -]{7,16}\d\b|\b1[ -]\d{3}-\d{3}-\d{4}\b"
    r"|\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b"
    r"|(?<=call )\d{3}\b|(?<=ring )\d{3}\b|(?<=dial )\d{3}\b|(?<=phone )\d{3}\b|(?<=text )\d{5}\b"
    r"|(?<=or )(?:999|112|111|911|988)\b|\b(?:NHS )?(?:999|911|988)\b)"
    rf"|(?P<amount>(?<![\w.])(?P<value>\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)})"
    rf"(?P<unit>[ -]?(?:{_UNIT})(?![\w/]))|(?<![\w.-])\d[\d,]*(?:\.\d+)?(?!\w))"
    r"|(?P<often>\bonce\b(?= (?:a|an|every|each|daily|weekly|in))|\btwice\b)",
    re.IGNORECASE,
)
_TIMES = {"midday": "12:00", "noon": "12:00", "midnight": "00:00"}


def particulars(document: Document) -> Iterator[Particular]:
    """Those of the content, in order; links that only the mark-up has as well."""
    for block in document.scoped():
        start = block.span.start
        for match in _FIND.finditer(document.text, start, block.span.end):
            found = _of(match)
            if found is not None:
                kind, normal = found
                yield Particular(kind, normal, match.group(), Span(*match.span()))
    for node in document.nodes:
        target = node.attrs.get("href", "") if node.name == "a" else ""
        if target and not target.startswith("#"):
            yield Particular("link", target.rstrip("/"), target, node.span)


def _of(match: re.Match[str]) -> tuple[Kind, str] | None:
    said = " ".join(match.group().split()).lower()
    if match["link"]:
        return "link", said.rstrip(".,;:/")
    if match["date"]:
        return "date", _date(said)
    if match["time"]:
        return "time", _time(said)
    if match["phone"]:
        return "phone", re.sub(r"\D", "", said)
    if match["often"]:
        return "figure", "1 time" if said == "once" else "2 time"
    if match["unit"] is None:
        return "figure", said.replace(",", "")
    value = match["value"].lower().replace(",", "")
    number = f"{_WORDS[value]:g}" if value in _WORDS else value
    unit = _unit(match["unit"])
    return ("dose" if unit in _DOSES else "figure"), f"{number} {unit}"


def _unit(said: str) -> str:
    unit = " ".join(said.strip(" -").lower().split())
    if unit in _UNITS:
        return _UNITS[unit]
    single = re.sub(r"(?<=patch)es$|(?<!s)s$", "", unit)
    return _UNITS.get(single, single)


def _date(said: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", re.sub(r"([a-z]{3})[a-z]*", r"\1", said))


def _time(said: str) -> str:
    """The time of day as `HH:MM`."""
    if said in _TIMES:
        return _TIMES[said]
    hour, _, minute = re.sub(r"[^\d:.]", "", said).strip(".").replace(".", ":").partition(":")
    hours = int(hour) % 12 + 12 if "p" in said else int(hour) % 12 if "a" in said else int(hour)
    return f"{hours:02}:{minute or '00'}"
