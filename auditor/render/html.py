"""A page on its own: everything the website's result page shows, in one file without a network."""

from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from auditor.model import Report
from auditor.render.page import STYLES, equip, loader, result
from auditor.render.words import verdict_of

NAME = "html"
MEDIA_TYPE = "text/html"
EXTENSION = "html"


def render(reports: Sequence[Report], colour: bool = False) -> str:  # noqa: ARG001
    """All reports on one page; `colour` is for terminals and changes nothing here."""
    alone = len(reports) == 1
    return _template().render(
        results=[
            result(report, prefix="" if alone else f"d{number}-")
            for number, report in enumerate(reports, start=1)
        ],
        overall=verdict_of(reports),
        styles=Markup((STYLES / "page.css").read_text("utf-8")),  # noqa: S704
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    equip(environment)
    return environment.get_template("page/report.html")
