"""Everything that the result page shows of one report, ready for the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from auditor.model import LEVELS, Category, Finding, Level, Report
from auditor.render.dotplot import Plot, plots
from auditor.render.page.blocks import Group, groups
from auditor.render.page.choice import Choice
from auditor.render.page.measured import Grid, grids
from auditor.render.page.notes import Note, notes
from auditor.render.page.panels import Panel, panels
from auditor.render.words import CATEGORY_WORDS, LEVEL_WORDS, Unchecked, one_line, unchecked

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that only a website has; a page on its own has none of them.

    `rule` and `source` answer "" for an id that has no page. `parts` leads to where a reader says
    whether the block of a number counts.
    """

    rule: Callable[[str], str] | None = None
    source: Callable[[str], str] | None = None
    choose: Callable[[Choice], str] | None = None
    parts: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of a row: `current` if it is chosen, `choice` what it leads to."""

    label: str
    count: int
    choice: Choice
    current: bool


@dataclass(frozen=True, slots=True)
class Result:
    """One report as its page shows it. `prefix` keeps ids apart where several share a page."""

    report: Report
    title: str
    panels: list[Panel]
    gaps: list[Unchecked]
    plots: list[Plot]
    grids: list[Grid]
    notes: list[Note]
    groups: list[Group]
    left_out: int
    ignored: list[Finding]
    by_level: list[Filter]
    by_panel: list[Filter]
    choice: Choice = field(default_factory=Choice)
    links: Links = field(default_factory=Links)
    prefix: str = ""

    @property
    def language(self) -> str:
        """The language of the text as HTML takes it; "" if it is not known."""
        known = self.report.document.language
        return known if _LANGUAGE.fullmatch(known) else ""

    def named(self, heading: str) -> Markup:
        """Makes a section a landmark named by its heading; not where several would share it."""
        return Markup("") if self.prefix else Markup(' aria-labelledby="{}"').format(heading)

    @property
    def whole(self) -> list[Note]:
        """The notes that no place in the text can be marked for."""
        return [note for note in self.notes if not note.anchored]

    @property
    def placed(self) -> list[Note]:
        """The notes that stand at a mark."""
        return [note for note in self.notes if note.anchored]


def result(
    report: Report, choice: Choice | None = None, links: Links | None = None, prefix: str = ""
) -> Result:
    """The report, narrowed to what the reader chose to see."""
    choice, links = choice or Choice(), links or Links()
    numbered = notes(report)
    chosen = [note for note in numbered if choice.takes(note.finding)]
    return Result(
        report=report,
        title=one_line(report.document.title) or one_line(report.document.name),
        panels=panels(report),
        gaps=unchecked(report),
        plots=plots(report.benchmarks, links.source),
        grids=grids(report),
        notes=chosen,
        groups=groups(report.blocks, chosen, choice.left_out, prefix),
        left_out=sum(block.region != "content" for block in report.blocks),
        ignored=[finding for finding in report.findings if finding.suppressed is not None],
        by_level=_by_level(numbered, choice),
        by_panel=_by_panel(numbered, choice),
        choice=choice,
        links=links,
        prefix=prefix,
    )


def _by_level(numbered: Iterable[Note], choice: Choice) -> list[Filter]:
    within = [note.finding for note in numbered if choice.with_level(None).takes(note.finding)]
    wanted: list[tuple[str, Level | None]] = [("All", None)]
    wanted += [(LEVEL_WORDS[level], level) for level in reversed(LEVELS)]
    return [
        Filter(
            label,
            sum(level in (None, finding.level) for finding in within),
            choice.with_level(level),
            choice.level == level,
        )
        for label, level in wanted
    ]


def _by_panel(numbered: Iterable[Note], choice: Choice) -> list[Filter]:
    within = [note.finding for note in numbered if choice.with_panel(None).takes(note.finding)]
    wanted: list[tuple[str, Category | None]] = [("All panels", None)]
    wanted += [(word, category) for category, word in CATEGORY_WORDS.items()]
    return [
        Filter(
            label,
            sum(panel in (None, finding.category) for finding in within),
            choice.with_panel(panel),
            choice.panel == panel,
        )
        for label, panel in wanted
    ]
