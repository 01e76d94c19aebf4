"""Document, profile and evidence become outcomes and findings, and those a verdict.

The engine isolates the checks from one another, stamps their hits, and sorts. It is the only
place that catches every exception: a check or a fact that crashes costs `untested` outcomes, never
the report.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.checks import KINDS
from auditor.doubles import without_doubles
from auditor.edits import fix_of
from auditor.errors import AuditorError
from auditor.model import (
    LEVELS,
    CantTell,
    Document,
    Finding,
    Hit,
    Inapplicable,
    Judgement,
    Location,
    Outcome,
    Profile,
    Rule,
    Span,
    Status,
    Unavailable,
    Verdict,
)
from auditor.text import Lines

_QUOTE = 160
_NO_HITS = (Inapplicable, CantTell, Unavailable)
_STATUS: Mapping[type, Status] = {
    Inapplicable: "inapplicable", CantTell: "cantTell", Unavailable: "untested",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of all rules: outcomes in rule order, findings worst first."""

    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict


def judge(document: Document, profile: Profile, evidence: Mapping[str, Any]) -> Judged:
    """Run every rule of the profile over the document and its evidence."""
    stamp = _Stamp(document)
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    judgements = [_run(rule, document, evidence) for rule in profile.rules]
    marked = [
        (rule, () if isinstance(one, _NO_HITS) else one)
        for rule, one in zip(profile.rules, judgements, strict=True)
    ]
    for rule, one, hits in zip(profile.rules, judgements, without_doubles(marked), strict=True):
        if isinstance(one, _NO_HITS):
            outcomes.append(_outcome(rule, _STATUS[type(one)], one.reason))
            continue
        found = [stamp.finding(rule, hit) for hit in hits]
        doubtful = all(not finding.certain for finding in found)
        status: Status = "passed" if not found else "cantTell" if doubtful else "failed"
        outcomes.append(_outcome(rule, status, "", found))
        findings += found
    findings.sort(key=_worst_first)
    return Judged(tuple(outcomes), tuple(findings), verdict(profile, outcomes, findings))


def shielded(name: str, make: Callable[[], Any]) -> Any:
    """What `make` gives, or `Unavailable` when it crashes: one fact must not cost the report."""
    try:
        return make()
    except Exception as error:
        return Unavailable(name, f"the fact ‘{name}’ stopped with {type(error).__name__}")


def untested(profile: Profile, reason: str) -> Judged:
    """All rules untested for one reason, as when the document cannot be read."""
    outcomes = tuple(
        Outcome(rule.id, rule.title, rule.category, rule.level, "untested", (), reason)
        for rule in profile.rules
    )
    return Judged(outcomes, (), "incomplete")


def verdict(profile: Profile, outcomes: Iterable[Outcome], findings: Iterable[Finding]) -> Verdict:
    """`fail` on a finding at or above the profile's level, else `incomplete` on an untested rule
    at that level, else `pass`.
    """
    if profile.fail_on == "never":
        return "pass"
    bar = LEVELS.index(profile.fail_on)
    if any(LEVELS.index(f.level) >= bar and f.suppressed is None for f in findings):
        return "fail"
    if any(o.status == "untested" and LEVELS.index(o.level) >= bar for o in outcomes):
        return "incomplete"
    return "pass"


def _run(rule: Rule, document: Document, evidence: Mapping[str, Any]) -> Judgement | Unavailable:
    """What the rule's kind says, or why it could not say anything."""
    kind = KINDS[rule.extends]
    needed = {name: evidence[name] for name in kind.NEEDS}
    for value in needed.values():
        if isinstance(value, Unavailable):
            return value
    try:
        judgement: Judgement = kind.check(document, rule, needed)
    except AuditorError as error:
        return Unavailable(rule.id, str(error))
    except Exception as error:  # one broken check must not cost the report
        return Unavailable(rule.id, f"this check stopped with {type(error).__name__}")
    return judgement


def _outcome(rule: Rule, status: Status, reason: str, found: Sequence[Finding] = ()) -> Outcome:
    prints = tuple(finding.fingerprint for finding in found)
    return Outcome(rule.id, rule.title, rule.category, rule.level, status, prints, reason)


def _worst_first(finding: Finding) -> tuple[int, int, int, str]:
    start = finding.span.start if finding.span else -1
    end = finding.span.end if finding.span else -1
    return -LEVELS.index(finding.level), start, end, finding.rule


class _Stamp:
    """Turns hits into findings: message, quote, location, fingerprint."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = {part: Lines(text) for part, text in document.parts.items()}
        self._seen: dict[bytes, int] = {}
        self._normal_blocks: dict[Span, str] = {}
        self._headings = [block.span for block in document.blocks if block.is_a("heading")]

    def finding(self, rule: Rule, hit: Hit) -> Finding:
        """The hit with everything a reader of the report needs."""
        quote = hit.span.of(self._document.text) if hit.span else ""
        return Finding(
            rule=rule.id,
            category=rule.category,
            level=hit.level or rule.level,
            message=_filled(rule.message, hit.values),
            quote=quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…",
            span=hit.span,
            location=self.location(hit),
            expected=hit.expected,
            fingerprint=self._fingerprint(rule, hit),
            certain=hit.certain,
            fix=fix_of(self._document, hit),
        )

    def location(self, hit: Hit) -> Location | None:
        """Where the hit stands in the file; None for the whole document."""
        if hit.source is not None and (hit.span is None or not len(hit.span)):
            part, source = hit.source
        elif hit.span is not None:
            part, source = self._document.to_source(hit.span)
        else:
            return None
        return self.place(part, source)

    def place(self, part: str, source: Span) -> Location:
        """A stretch of a part with lines and columns."""
        lines = self._lines[part]
        return Location(part, lines.point(source.start), lines.point(source.end))

    def _fingerprint(self, rule: Rule, hit: Hit) -> str:
        """Rule, normalised block, nearest heading, and which one of equals: no line numbers."""
        document = self._document
        words = heading = ""
        if hit.span is not None:
            block = document.block_at(hit.span.start)
            words = self._block_text(block.span) if block else ""
            words += "|" + _normal(hit.span.of(document.text))
            above = bisect_right(self._headings, hit.span.start, key=lambda span: span.start)
            heading = self._block_text(self._headings[above - 1]) if above else ""
        elif hit.source is not None:
            words = "|".join(f"{key}={value}" for key, value in sorted(hit.values.items()))
        digest = hashlib.sha256(f"{rule.id}\n{words}\n{heading}".encode())
        key = digest.digest()
        count = self._seen[key] = self._seen.get(key, 0) + 1
        digest.update(f"\n{count}".encode())
        return digest.hexdigest()[:20]

    def _block_text(self, span: Span) -> str:
        """The block normalised, once: a long block may have a thousand findings."""
        known = self._normal_blocks.get(span)
        if known is None:
            known = self._normal_blocks[span] = _normal(span.of(self._document.text))
        return known


def _normal(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _filled(message: str, values: Mapping[str, str]) -> str:
    """The message with its `{names}` filled in; a name without a value stays as it is."""
    return re.sub(r"\{(\w+)\}", lambda name: values.get(name.group(1), name.group()), message)
