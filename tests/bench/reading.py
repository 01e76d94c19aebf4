"""What the reading facts cost, beside textstat's metrics in the same run, and how they grow."""

import resource
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import textstat

from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse

TEXTSTAT = (
    "flesch_reading_ease flesch_kincaid_grade smog_index gunning_fog coleman_liau_index "
    "automated_readability_index dale_chall_readability_score linsear_write_formula text_standard "
    "difficult_words syllable_count lexicon_count sentence_count char_count polysyllabcount "
    "monosyllabcount reading_time"
).split()
_FACTS = ("sentences", "counts", "language", "reading", "rewrites", "sections", "topic")


def facts(text: str, context: Context) -> Callable[[], dict[str, Any]]:
    """A call that computes all reading facts of a text that is parsed already."""
    document = parse(text.encode(), "t.md", "text/markdown")

    def compute() -> dict[str, Any]:
        evidence: dict[str, Any] = {"damage": ()}
        for name in _FACTS:
            evidence[name] = FACTS[name].compute(document, context, evidence)
        return evidence

    return compute


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def rows(text: str, library: Library) -> list[str]:
    """The lines of the table."""
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(60):
        changed = f"{text}\n\nCopy {number}.\n"
        ours.append(seconds(facts(changed, context)))
        theirs.append(seconds(lambda raw=changed: [getattr(textstat, n)(raw) for n in TEXTSTAT]))
    own, other = statistics.median(ours[5:]), statistics.median(theirs[5:])
    said = [
        f"reading facts of {len(text.split())} words: {1000 * own:.2f} ms; "
        f"textstat's {len(TEXTSTAT)} metrics {1000 * other:.2f} ms; ratio {own / other:.2f}"
    ]
    for times in (1, 10, 125):
        long = (text + "\n\n") * times
        took = statistics.median(seconds(facts(long, context)) for _ in range(3))
        words = len(long.split())
        said.append(f"  {words:7,} words {1000 * took:9.1f} ms, {1e6 * took / words:.2f} µs a word")
    before = _memory()
    for number in range(2000):
        facts(f"{text}\n\nWord{number} other{number} third{number}.\n", context)()
    said.append(f"  memory after 2,000 different documents: {_memory() - before:+.1f} MiB")
    return said


def _memory() -> float:
    """Peak memory of this process so far, MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
