"""For a person at a terminal: the findings, then what to do, then a summary of all documents."""

from collections.abc import Callable, Sequence

from auditor.model import Finding, Report
from auditor.render.figures import benchmarks, figures, two_ways
from auditor.render.words import (
    NO_REPORTS,
    VERDICT_WORDS,
    WORST_FIRST,
    count,
    levels,
    one_line,
    place,
    points,
    said,
    shown,
    unchecked,
    wording,
)

NAME = "terminal"
MEDIA_TYPE = "text/plain"
EXTENSION = "txt"

_PAINT = {
    "error": "31",
    "warning": "33",
    "suggestion": "36",
    "fail": "1;31",
    "incomplete": "1;33",
    "pass": "1;32",
    "heading": "1",
}
_PLACES = 5
_Paint = Callable[[str, str], str]


def render(reports: Sequence[Report], colour: bool = False) -> str:
    """All reports in the order given; `colour` adds ANSI codes and never replaces a word."""
    paint = _painted if colour else _plain
    lines = [line for report in reports for line in [*_document(report, paint), ""]]
    if len(reports) > 1:
        lines += _group(reports, paint)
    return "\n".join(lines or [NO_REPORTS]).rstrip("\n") + "\n"


def _plain(text: str, _: str) -> str:
    return text


def _painted(text: str, role: str) -> str:
    return f"\x1b[{_PAINT[role]}m{text}\x1b[0m"


def _document(report: Report, paint: _Paint) -> list[str]:
    return [*_findings(report, paint), *_summary(report, paint)]


def _findings(report: Report, paint: _Paint) -> list[str]:
    """One line for each error and warning; the rest as a number."""
    found = shown(report)
    name = one_line(report.document.name)
    lines = []
    together = points(found)
    for finding, *again in together:
        if finding.level != "suggestion":
            line, column = place(finding)
            level = paint(finding.level, finding.level)
            lines.append(
                f"{name}:{line}:{column}: {level} {finding.rule} {said(finding)}{_also(again)}"
            )
    hidden = levels(first for first, *_ in together)["suggestion"]
    if hidden:
        lines.append(f"{count(hidden, 'suggestion')} not shown; use --format line or json")
    suppressed = len(report.findings) - len(found)
    if suppressed:
        lines.append(f"{count(suppressed, 'finding')} suppressed; use --format json to see why")
    return [*lines, ""] if lines else []


def _also(again: list[Finding]) -> str:
    """Where else the same words stand: the first places, and how many more there are."""
    if not again:
        return ""
    places = [f"{line}:{column}" for line, column in map(place, again[:_PLACES])]
    more = f" and {count(len(again) - _PLACES, 'more place')}" if len(again) > _PLACES else ""
    return f" Also at {', '.join(places)}{more}."


def _summary(report: Report, paint: _Paint) -> list[str]:
    """The verdict first; what was not checked comes next when it made the verdict incomplete."""
    document = report.document
    words = count(document.words, "word")
    kind = one_line(report.profile.class_title or report.profile.document_class).lower()
    kind += f" (a guess: {one_line(report.profile.why)})" if report.profile.guessed else ""
    title = f"“{one_line(document.title)}”, {words}" if document.title else words
    verdict = paint(VERDICT_WORDS[report.verdict], report.verdict)
    lines = [
        f"{paint(one_line(document.name), 'heading')}: {verdict}",
        f"  {title}, profile {one_line(report.profile.title)}, {kind}",
    ]
    gaps = _listed("Not checked", _unchecked(report), paint)
    lines += gaps if report.verdict == "incomplete" else []
    fixes = []
    for number, fix in enumerate(report.fixes, start=1):
        fixes.append(f"{number}. {one_line(fix)}")
        if words := wording(report, fix):
            fixes.append(f"   You could write: {words}")
    lines += _listed("Do first", fixes, paint)
    lines += _listed("Figures", _figures(report), paint)
    lines += _listed("Beside the source documents", benchmarks(report), paint)
    lines += _listed("Notes", [one_line(note) for note in document.notes], paint)
    return lines + (gaps if report.verdict != "incomplete" else [])


def _listed(heading: str, lines: list[str], paint: _Paint) -> list[str]:
    if not lines:
        return []
    return [f"  {paint(heading, 'heading')}", *(f"    {line}" for line in lines)]


def _unchecked(report: Report) -> list[str]:
    return [f"{one_line(gap.what)}: {gap.reason}" for gap in unchecked(report)]


def _figures(report: Report) -> list[str]:
    panels = figures(report)
    wide = max(len(panel.label) for panel in panels)
    lines = [
        f"{panel.label:<{wide}}  {panel.figure}"
        + (f"; target {panel.target}" if panel.target else "")
        for panel in panels
    ]
    both = two_ways(report)
    return [*lines, f"{'Two ways':<{wide}}  {both}"] if both else lines


def _group(reports: Sequence[Report], paint: _Paint) -> list[str]:
    """How many documents came to which verdict, then each document, worst first."""
    totals = {
        verdict: sum(report.verdict == verdict for report in reports) for verdict in WORST_FIRST
    }
    parts = [
        f"{number:,} {paint(VERDICT_WORDS[verdict], verdict)}"
        for verdict, number in totals.items()
        if number
    ]
    wide = max(len(VERDICT_WORDS[report.verdict]) for report in reports)
    lines = [f"{paint(count(len(reports), 'document'), 'heading')}: {', '.join(parts)}"]
    for report in sorted(reports, key=_badness):
        found = levels(shown(report))
        verdict = paint(f"{VERDICT_WORDS[report.verdict]:<{wide}}", report.verdict)
        numbers = f"{count(found['error'], 'error')}, {count(found['warning'], 'warning')}"
        lines.append(f"  {verdict}  {one_line(report.document.name)}: {numbers}")
    return lines


def _badness(report: Report) -> tuple[int, int, int, str]:
    found = levels(shown(report))
    verdict = WORST_FIRST.index(report.verdict)
    return verdict, -found["error"], -found["warning"], report.document.name
