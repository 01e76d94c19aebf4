"""A date as people write it becomes the days it may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
_DAY_WORDS = "|".join(sorted(_DAYS, key=len, reverse=True))
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|(?:{_DAY_WORDS}))"
_GAP = r"[ \u00a0,]{1,3}"
_YEAR = r"(?:['’]\d{2}|\d{2,5})"
DATE = re.compile(
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:[T ]\d\d:[\d:.+Z-]+)?|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}}"
    rf"|{_DAY}(?:[ \u00a0]of)?(?:{_GAP}|-){_MONTH}(?:{_GAP}|-){_YEAR}"
    rf"|{_MONTH}{_GAP}\d{{1,2}}(?:st|nd|rd|th)?{_GAP}\d{{4,5}}"
    rf"|{_MONTH}(?:{_GAP}|[-/]|{_GAP}of{_GAP}){_YEAR}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,5}|\d{1,2}[/.-]\d{4}|\d{4}[/-]\d{2}|\d{1,2}/\d{2}|\d{4,5})"
    r"(?![\d/]|[.-]\d|[.,]\d)",
    re.IGNORECASE,
)
# What stands where a date should, and is none: of the template, of the season, in other words.
NO_DATE = re.compile(
    r"(?:T\.?B\.?[ACD]\.?|to be (?:confirmed|announced|agreed|decided|arranged)|pending|ongoing|soon"
    r"|unknown|not known|none|never|n/?a|yesterday|today|tomorrow|recently|now"
    r"|(?:early |late |mid[- ])?(?:spring|summer|autumn|fall|winter|easter|christmas)"
    rf"(?:[ \u00a0,]{{1,2}}{_YEAR})?"
    r"|(?:Q[1-4]|[1-4]Q|quarter [1-4]|(?:first|second|third|last|fourth) (?:quarter|half)(?: of)?)"
    r"[ \u00a0,/-]{0,2}\d{2,4}|\d{4}[ -]?Q[1-4]"
    r"|(?:last|this|next) (?:week|month|year|spring|summer|autumn|fall|winter|quarter)"
    r"|(?:in|within|after|every) (?:about )?(?:\d{1,2}|an?|one|two|three|four|five|six|twelve)"
    r" (?:days?|weeks?|months?|years?)(?:['’]? time)?"
    r"|(?:\d{1,2}|an?|one|two|three|four|five|six) (?:minutes?|hours?|days?|weeks?|months?|years?) ago"
    r"|[\[(<{]{1,2}[^\])>}|]{1,30}[\])>}]{1,2}|insert (?:the )?date(?: here)?|date to be \w+"
    r"|[DMYX_-]{1,4}[ ./-][DMYX_-]{1,4}[ ./-][DMYX_-]{2,4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\.?[ \u00a0])(?:de |d['’]|do |di )?[^\W\d_]{3,12}\.?(?: de| del)?[ \u00a0]\d{4,5}"
    r"|[^\W\d_]{3,12}\.?(?: [^\W\d_]{3,12})? (?:de |del )?\d{4,5}"
    r"|\d{1,4}[ ./-]\d{1,4}[ ./-]\d{1,6}|\?+|_{2,})(?![\w/])",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


@dataclass(frozen=True, slots=True)
class Understood:
    """The days a written date may mean (none: it is no date; two: it is ambiguous).

    `precision` is day, month or year. A month or a year stands for its first day; `end` gives the
    last one, for dates that something has to be done by.
    """

    readings: tuple[date, ...]
    precision: str

    def end(self) -> tuple[date, ...]:
        """The readings, with a month or a year standing for its last day."""
        if self.precision == "day":
            return self.readings
        return tuple(
            date(one.year, 12, 31)
            if self.precision == "year"
            else one.replace(day=monthrange(one.year, one.month)[1])
            for one in self.readings
        )


def read(raw: str, day_first: bool | None = None) -> Understood:
    """Understand a date that `DATE` matched; a day that does not exist has no reading.

    `day_first` tells the order of day and month where both could be either, if it is known.
    """
    text = raw.replace("\u00a0", " ").strip(" .,").lower()
    text = _DAY_WORD.sub(lambda word: str(_DAYS.index(word.group()) + 1), text)
    month = _MONTH_FOUND.search(text)
    numbers = [int(number) for number in _NUMBERS.findall(_TIME.sub("", text))]
    if month:
        number = _MONTHS.index(month.group()[:3]) + 1
        if len(numbers) == 1:
            return _month(_year(numbers[0]), number)
        day, year = numbers[0], _year(numbers[1])
        return Understood(_days((year, number, day)), "day")
    if len(numbers) == 3:
        first, second, third = numbers
        if first > 31:
            return Understood(_days((first, second, third)), "day")
        return _numeric(first, second, _year(third), day_first)
    if len(numbers) == 2:
        year, number = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
        return _month(_year(year), number)
    if len(numbers) == 1:
        return Understood(_days((numbers[0], 1, 1)), "year")
    return Understood((), "day")


_DAY_WORD = re.compile(rf"\b(?:{_DAY_WORDS})\b")
_MONTH_FOUND = re.compile(_MONTH)
_NUMBERS = re.compile(r"\d+")
_TIME = re.compile(r"[t ]\d\d:.*")


def _numeric(first: int, second: int, year: int, day_first: bool | None) -> Understood:
    by_day, by_month = (year, second, first), (year, first, second)
    found = _days(by_day, by_month)
    if len(found) == 2 and day_first is not None:
        found = found[:1] if day_first else found[1:]
    return Understood(found, "day")


def shows_day_first(raw: str) -> bool | None:
    """Whether a date in numbers shows that days stand first (or months); None: it shows neither."""
    match = _ORDER.fullmatch(raw.strip())
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    if (first > 12) == (second > 12):
        return None
    return first > 12


_ORDER = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


def _year(number: int) -> int:
    return number + 2000 if number < 70 else number + 1900 if number < 100 else number


def _month(year: int, month: int) -> Understood:
    return Understood(_days((year, month, 1)), "month")


def _days(*candidates: tuple[int, int, int]) -> tuple[date, ...]:
    days: list[date] = []
    for year, month, day in candidates:
        if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
            continue
        if 1 <= day <= monthrange(year, month)[1]:
            one = date(year, month, day)
            if one not in days:
                days.append(one)
    return tuple(days)


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
