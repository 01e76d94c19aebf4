"""A date as people write it becomes the days it may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_GAP = r"[ \u00a0,]{1,3}"
DATE = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*{_GAP})?(?:"
    rf"\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.+Z-]+)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:[ \u00a0]of)?(?:{_GAP}|-){_MONTH}(?:{_GAP}|-)\d{{2,5}}"
    rf"|{_MONTH}{_GAP}\d{{1,2}}(?:st|nd|rd|th)?{_GAP}\d{{4,5}}"
    rf"|{_MONTH}{_GAP}\d{{4,5}}"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,5}|\d{1,2}/\d{4}|\d{4}/\d{1,2}/\d{1,2}|\d{4}-\d{2}|\d{4})(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """The days a written date may mean (none: it is no date; two: it is ambiguous).

    Month and year dates stand for their last day. `precision` is day, month or year.
    """

    readings: tuple[date, ...]
    precision: str


def read(raw: str) -> Understood:
    """Understand a date that `DATE` matched; a day that does not exist has no reading."""
    text = raw.replace("\u00a0", " ").strip(" .,")
    month = re.search(_MONTH, text, re.IGNORECASE)
    numbers = [int(number) for number in re.findall(r"\d+", text.partition("T")[0])]
    if month:
        number = _NAMES.index(month.group()[:3].lower()) + 1
        if len(numbers) == 1:
            return _whole_month(numbers[0], number)
        day, year = numbers[0], numbers[1]
        return Understood(_days((_year(year), number, day)), "day")
    if len(numbers) == 3:
        first, second, third = numbers
        if first > 31:
            return Understood(_days((first, second, third)), "day")
        year = _year(third)
        return Understood(_days((year, second, first), (year, first, second)), "day")
    if len(numbers) == 2:
        year, number = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
        return _whole_month(year, number)
    if len(numbers) == 1 and 1900 <= numbers[0] <= 2200:
        return Understood(_days((numbers[0], 12, 31)), "year")
    return Understood((), "day")


def _year(number: int) -> int:
    return number + 2000 if number < 70 else number + 1900 if number < 100 else number


def _whole_month(year: int, month: int) -> Understood:
    year = _year(year)
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return Understood((), "month")
    return Understood((date(year, month, monthrange(year, month)[1]),), "month")


def _days(*candidates: tuple[int, int, int]) -> tuple[date, ...]:
    days: list[date] = []
    for year, month, day in candidates:
        if 1900 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            one = date(year, month, day)
            if one not in days:
                days.append(one)
    return tuple(days)


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to a later one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)
