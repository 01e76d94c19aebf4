"""Worksheets: what instruments such as DISCERN ask of a text, answered as far as it can be seen.

The questions are data, in our own words; `load_worksheets` reads them, `answered` answers them
from a report, and `write` makes text, CSV or JSON of that. What a page cannot show is left to a
person, so a score is a range.
"""

from auditor.worksheet.answers import Answer, Filled, Score, Seen, answered
from auditor.worksheet.sheets import Evidence, Item, Worksheet, choose, load_worksheets

__all__ = [
    "Answer",
    "Evidence",
    "Filled",
    "Item",
    "Score",
    "Seen",
    "Worksheet",
    "answered",
    "choose",
    "load_worksheets",
]
