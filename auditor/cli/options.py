"""Options that several commands share."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from typing import Any

import click

from auditor.config import FAIL_ON
from auditor.errors import UsageError

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say that all commands which audit share; "" where nothing was said."""

    profile: str = ""
    document_class: str = ""
    today: str = ""
    fail_on: str = ""
    config: str = ""
    languagetool: str = ""
    styles: str = ""
    glossary: str = ""


def audit_options(command: Command) -> Command:
    """`--profile --class --today --fail-on --config --languagetool --styles --glossary`.

    The command gets them together, as `asked`.
    """

    @wraps(command)
    def called(*arguments: Any, **named: Any) -> Any:
        shared = {one.name: named.pop(one.name) for one in fields(Asked)}
        return command(*arguments, asked=Asked(**shared), **named)

    for option in reversed(
        (
            click.option(
                "--profile", default="", metavar="NAME|FILE",
                help="Who it is for: uk-patient, us-patient … or a profile file of your own.",
            ),
            click.option(
                "--class", "document_class", default="", metavar="NAME",
                help="What it is: treatment, medicine, consent …; see `auditor classes list`.",
            ),
            click.option("--today", default="", metavar="DATE", help="Judge dates on this day."),
            click.option(
                "--fail-on", default="", type=click.Choice(["", *FAIL_ON]), metavar="LEVEL",
                help="Lowest level that fails: suggestion, warning, error or never.",
            ),
            click.option("--config", default="", metavar="FILE", help="Use this auditor.toml."),
            click.option(
                "--languagetool", default="", metavar="URL",
                help="Address of a LanguageTool server, or `off`.",
            ),
            click.option(
                "--styles", default="", metavar="DIR|.vale.ini",
                help="Use these styles in Vale's format as well.",
            ),
            click.option(
                "--glossary", default="", metavar="FILE|URL",
                help="Your own terms and what they mean: YAML, CSV or a page.",
            ),
        )
    ):  # fmt: skip
        called = option(called)
    return called


def day(value: str) -> date:
    """The day an option names, or the clock's; raises UsageError for anything else."""
    if not value:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"--today: ‘{value}’ is no date; write 2026-11-22") from error
