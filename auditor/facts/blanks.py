"""Blanks that a writer still has to fill in, such as `[number]`, and words to stand for them.

A wording that was pasted makes its statement before its blanks are filled; a rule of its own asks
for the filling.
"""

import re

_BLANK = re.compile(r"\[([A-Za-z][A-Za-z ]{1,30})\]")
_KINDS = (
    ("charity number", "1234567"),
    ("business number", "12 345 678 901"),
    ("tax number", "12-3456789"),
    ("number", "020 7946 0000"),
    ("email address", "help@greenvale.example"),
    ("medicine name", "paracetamol"),
    ("brand name", "Panadol"),
    ("team", "Ward Four"),
    ("organisation", "Greenvale Hospital"),
    ("organization", "Greenvale Hospital"),
    ("hospital", "Greenvale Hospital"),
    ("role", "nurse"),
    ("day month year", "4 March 2026"),
    ("year", "2026"),
    ("title", "Care at home"),
    ("address", "1 High Street"),
    ("name", "Jo Bell"),
)


def filled(text: str) -> str:
    """The text with a stand-in for each blank that we know; other brackets stay."""
    return _BLANK.sub(_stand_in, text) if "[" in text else text


def _stand_in(blank: re.Match[str]) -> str:
    words = blank[1].lower()
    return next((known for end, known in _KINDS if words.endswith(end)), blank.group())
