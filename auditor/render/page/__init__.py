"""The result page: the same view of a report for the website and for a page on its own.

`result` makes a report ready for the templates in `templates/page`; `equip` gives a Jinja
environment the words and filters that those templates use; `STYLES` is the folder of their style.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment, PackageLoader

from auditor.render import dotplot
from auditor.render.page.choice import Choice
from auditor.render.page.result import Links, Result, result
from auditor.render.words import (
    CATEGORY_WORDS,
    LEVEL_WORDS,
    VERDICT_WORDS,
    count,
    one_line,
    wording,
)

STYLES = Path(__file__).parent / "static"

__all__ = ["STYLES", "Choice", "Links", "Result", "day", "equip", "loader", "result"]

_SUMMARY = {
    "pass": "We found nothing that must change.",
    "fail": "Change the points below before you publish.",
    "incomplete": "We could not check everything. Read why first.",
}


def loader() -> PackageLoader:
    """Where the templates are."""
    return PackageLoader(__name__, "templates")


def equip(environment: Environment) -> None:
    """Give the environment what the templates use."""
    environment.filters.update(day=day, one_line=one_line, figure=dotplot.figure)
    environment.globals.update(
        count=count,
        wording=wording,
        verdict_words=VERDICT_WORDS,
        verdict_summary=_SUMMARY,
        level_words=LEVEL_WORDS,
        category_words=CATEGORY_WORDS,
    )


def day(value: str | date | None) -> str:
    """A date as people write it: `6 August 2018`; what is not a date stays as it is."""
    if value is None:
        return ""
    try:
        known = value if isinstance(value, date) else date.fromisoformat(value[:10])
    except ValueError:
        return str(value)
    return f"{known.day} {known:%B %Y}"
