"""How well the labelled statements and dates are found: precision and recall.

python -m tests.statements.measure             # the development set, with every miss
python -m tests.statements.measure --held-out  # figures only
"""

import html
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from auditor import toolbox
from auditor.errors import DocumentError
from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.facts.dates import Dates
from auditor.gather import plan
from auditor.library import Library
from auditor.model import Document
from auditor.parse import parse
from auditor.settings import settings

HERE = Path(__file__).parent
ELEMENTS = tuple(f"E{n:02}" for n in range(1, 22) if n not in (7, 8))
_NAMES = {"text/plain": "t.txt", "text/markdown": "t.md", "text/html": "t.html"}
_PAGE = "The knee is a joint.\n\n{}\n\nRest it well."
_PROFILES = {"en-GB": "uk-patient", "en-US": "us-patient"}


@dataclass
class Score:
    """Hits, false alarms and misses."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 when nothing is there."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 1.0

    def count(self, expected: Any, found: Any) -> bool:
        """Count one answer: None is "nothing there". A wrong answer is an alarm and a miss."""
        if expected == found:
            self.hits += expected is not None
            return True
        self.misses += expected is not None
        self.alarms += found is not None
        return False


@dataclass
class Result:
    """The scores of one set."""

    found: Score = field(default_factory=Score)
    status: Score = field(default_factory=Score)
    by_element: dict[str, Score] = field(default_factory=lambda: {e: Score() for e in ELEMENTS})
    dates: Score = field(default_factory=Score)
    problems: Score = field(default_factory=Score)
    texts: int = 0
    wrong: list[str] = field(default_factory=list)


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    """Every labelled stretch of a set, in order."""
    for path in sorted(folder.glob("*.yaml")):
        yield from yaml.safe_load(path.read_text("utf-8"))


def facts(document: Document, context: Context) -> dict[str, Any]:
    """The facts that statements need."""
    evidence: dict[str, Any] = {}
    rules = [rule for rule in context.profile.rules if rule.extends in ("required", "date")]
    for step in plan(rules):
        evidence[step.name] = FACTS[step.name].compute(document, context, evidence)
    return evidence


def alone(sentence: str, library: Library) -> dict[str, str]:
    """The status of each element when a sentence stands alone on a page."""
    document = parse(_PAGE.format(sentence).encode(), "page.txt", "text/plain")
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    return {one.id: one.status for one in facts(document, context)["elements"].values()}


def read(case: dict[str, Any], library: Library) -> tuple[Document, Context]:
    """The document of a stretch and what it is read by. Raises DocumentError for what is none."""
    locale = case.get("locale", "en-GB")
    profile = replace(library.profiles[_PROFILES.get(locale, "uk-patient")], locale=locale)
    today = date.fromisoformat(str(case.get("today", "2026-11-22")))
    media_type = case["media_type"]
    document = parse(case["text"].encode(), _NAMES[media_type], media_type)
    return document, Context(profile, today, library.lexicon)


def measure(folder: Path) -> Result:
    """Find everything in the texts of a set, and compare with the labels."""
    library = toolbox.library(settings())
    result = Result()
    for case in cases(folder):
        result.texts += 1
        try:
            evidence = facts(*read(case, library))
        except DocumentError:  # as in an audit: nothing is found in what cannot be read
            evidence = {"elements": {}, "dates": Dates((), (), None)}
        if "elements" in case:
            _elements(case, evidence["elements"], result)
        if "dates" in case:
            _dates(case, evidence["dates"], result)
    return result


def _elements(case: dict[str, Any], found: dict[str, Any], result: Result) -> None:
    by_id = {one.id: one for one in found.values()}
    for element in ELEMENTS:
        expected = case["elements"].get(element)
        one = by_id.get(element)
        status = None if one is None or one.status == "not found" else one.status
        result.found.count(expected and "found", status and "found")
        result.by_element[element].count(expected and "found", status and "found")
        if not result.status.count(expected, status):
            result.wrong.append(f"{case['id']} {element}: is {expected}, found {status}")


def _dates(case: dict[str, Any], found: Any, result: Result) -> None:
    expected = Counter(
        (
            one["role"],
            _plain(one["raw"]),
            str(one["value"]) if one["value"] else None,
            one["precision"] if one["value"] else "",
            tuple(str(day) for day in one.get("readings", ())),
        )
        for one in case["dates"]
    )
    answers = Counter(
        (
            one.role,
            _plain(one.raw),
            str(one.value) if one.value else None,
            one.precision if one.value else "",
            tuple(str(day) for day in one.readings) if len(one.readings) > 1 else (),
        )
        for one in found.dates
    )
    # Two readings have no order of their own.
    expected, answers = (
        Counter({(*key[:4], tuple(sorted(key[4]))): n for key, n in given.items()})
        for given in (expected, answers)
    )
    result.dates.hits += (expected & answers).total()
    result.dates.misses += (expected - answers).total()
    result.dates.alarms += (answers - expected).total()
    if expected != answers:
        result.wrong.append(
            f"{case['id']} dates: {dict(expected - answers)} {dict(answers - expected)}"
        )
    wanted = set(case["problems"])
    problems = {trouble.problem for trouble in found.troubles}
    if found.due is not None:
        problems.add("overdue")
    for problem in wanted | problems:
        result.problems.count(problem if problem in wanted else None,
                              problem if problem in problems else None)  # fmt: skip
    if wanted != problems:
        result.wrong.append(
            f"{case['id']} problems: are {sorted(wanted)}, found {sorted(problems)}"
        )


def _plain(raw: str) -> str:
    return html.unescape(raw).replace("\u00a0", " ")


def report(result: Result) -> Iterator[str]:
    """The scores as lines."""
    yield f"{result.texts} texts"
    rows = [
        ("elements, found or not", result.found),
        ("elements, status", result.status),
        *((f"  {element}", score) for element, score in result.by_element.items()),
        ("dates: role, words, value, precision", result.dates),
        ("dates: problems", result.problems),
    ]
    for name, score in rows:
        yield (
            f"{name:38} precision {score.precision:.3f}  recall {score.recall:.3f}"
            f"  ({score.hits} right, {score.alarms} false, {score.misses} missed)"
        )


if __name__ == "__main__":
    held_out = "--held-out" in sys.argv[1:]
    outcome = measure(HERE / ("held_out" if held_out else "development"))
    print("\n".join(report(outcome)))
    if not held_out:
        print("\n".join(outcome.wrong))
