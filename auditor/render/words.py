"""The words and orders that all output formats share, so that each thing is said in one way."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.model import LEVELS, Category, Finding, Level, Outcome, Report, Verdict

VERDICT_WORDS: dict[Verdict, str] = {
    "pass": "Ready",
    "fail": "Change first",
    "incomplete": "Not fully checked",
}
LEVEL_WORDS: dict[Level, str] = {
    "error": "Must change",
    "warning": "Should change",
    "suggestion": "Consider",
}
CATEGORY_WORDS: dict[Category, str] = {
    "reading": "Reading level",
    "plain-english": "Plain English",
    "jargon": "Jargon",
    "statements": "Statements",
    "accessibility": "Accessibility",
}
NO_REPORTS = "No document was checked."
WORST_FIRST: tuple[Verdict, ...] = ("fail", "incomplete", "pass")

# Controls, line separators and marks that turn the direction of text: each can make a terminal
# or a page show something other than what is written.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class Unchecked(NamedTuple):
    """One reason why something was not checked, and the rules it holds for.

    No outcomes: the document itself could not be read in full. `blocks` says whether it keeps
    the verdict from being "pass", `whole` that the reason holds for every rule there is.
    """

    reason: str
    outcomes: tuple[Outcome, ...]
    blocks: bool
    whole: bool = False

    @property
    def what(self) -> str:
        """What was not checked: the titles of the rules, or the document."""
        if self.whole:
            return "the whole document"
        return ", ".join(outcome.title for outcome in self.outcomes) or "part of the document"


def one_line(text: str) -> str:
    """`text` on one line, without characters that a terminal or a page would act on."""
    return " ".join(_UNSAFE.sub(" ", text).split())


def wording(report: Report, fix: str) -> str:
    """The words to paste for one of the report's fixes, with blanks to fill in; "" without any."""
    for finding in report.findings:
        if finding.category == "statements" and finding.span is None and finding.message == fix:
            return one_line(finding.expected[0]) if finding.expected else ""
    return ""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 document`, `1,240 words`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def verdict_of(reports: Sequence[Report]) -> Verdict:
    """The worst verdict; no reports at all are "incomplete", never "pass"."""
    verdicts = {report.verdict for report in reports}
    return next((verdict for verdict in WORST_FIRST if verdict in verdicts), "incomplete")


def shown(report: Report) -> list[Finding]:
    """The findings that are not suppressed, worst first, then in the order of the text."""
    return sorted(
        (finding for finding in report.findings if finding.suppressed is None),
        key=lambda f: (-LEVELS.index(f.level), f.span.start if f.span else -1, f.rule),
    )


def points(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings as a person counts them: one for all places of the same rule on the same words."""
    together: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        together.setdefault(finding.point, []).append(finding)
    return list(together.values())


def levels(findings: Iterable[Finding]) -> dict[Level, int]:
    """How many findings there are of each level, worst level first, noughts included."""
    counts = Counter(finding.level for finding in findings)
    return {level: counts[level] for level in reversed(LEVELS)}


def place(finding: Finding) -> tuple[int, int]:
    """Line and column, 1-based code points; a finding about the whole document is at 1, 1."""
    if finding.location is None:
        return 1, 1
    return finding.location.start.line, finding.location.start.column


def said(finding: Finding) -> str:
    """The message on one line, with the part it is in, and a note if a person has to judge."""
    asides = [finding.location.part] if finding.location and finding.location.part else []
    asides += [] if finding.certain else ["please judge this yourself"]
    return one_line(finding.message + (f" ({'; '.join(asides)})" if asides else ""))


def unchecked(report: Report) -> list[Unchecked]:
    """What was not checked: one entry for each reason. Never empty if the verdict is incomplete."""
    by_reason: dict[str, list[Outcome]] = {}
    for outcome in report.outcomes:
        if outcome.status == "untested":
            reason = one_line(outcome.reason) or "no reason was given"
            by_reason.setdefault(reason, []).append(outcome)
    gaps = [
        Unchecked(
            reason,
            tuple(outcomes),
            any(_gates(report, outcome) for outcome in outcomes),
            whole=1 < len(outcomes) == len(report.outcomes),
        )
        for reason, outcomes in by_reason.items()
    ]
    damage = dict.fromkeys(one_line(b.reason) for b in report.blocks if b.region == "damaged")
    unread = [reason or "it could not be read" for reason in damage]
    if report.verdict == "incomplete" and not unread and not any(gap.blocks for gap in gaps):
        unread = [one_line(note) for note in report.document.notes] or ["it could not be read"]
    return gaps + [Unchecked(reason, (), report.verdict != "pass") for reason in unread]


def _gates(report: Report, outcome: Outcome) -> bool:
    """Whether the profile fails a document at the rule's level."""
    fail_on = report.profile.fail_on
    at_level = fail_on in LEVELS and LEVELS.index(outcome.level) >= LEVELS.index(fail_on)
    return at_level and report.verdict != "pass"
