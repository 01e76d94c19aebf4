"""What the jargon facts cost with the full lexicon, and with an organisation's 50,000 terms more."""

import random
import statistics
import time
from datetime import date
from typing import Any

from auditor.facts import FACTS
from auditor.facts.context import Context
from auditor.library import Library
from auditor.model import Term
from auditor.parse import parse

_FACTS = (
    "tokens",
    "mentions",
    "tips",
    "entries",
    "abbreviations",
    "unlisted",
    "uses",
    "explanations",
)
_TERMS = 50_000
_PARTS = (
    "cardio hepato neuro osteo reno gastro dermo pulmo myelo arthro lipo cyto vaso endo".split(),
    "tri mono poly semi hyper hypo para meta iso ortho".split(),
    "scan gram cleft node graft flux gland duct valve ridge probe stent lumen band".split(),
    "test unit team clinic scheme nurse score plan pathway service".split(),
)


def invented(number: int) -> list[Term]:
    """As many different terms of two words as asked for, the same each time."""
    chance = random.Random(7)
    names: dict[str, None] = {}
    while len(names) < number:
        first, second, third, last = (chance.choice(part) for part in _PARTS)
        names[f"{first}{second}{third}{chance.randrange(50)} {last}"] = None
    return [Term(name, "A thing that helps you.", "service") for name in names]


def facts(text: str, context: Context) -> dict[str, float]:
    """The seconds of each jargon fact of a text that is parsed and cut into sentences."""
    document = parse(text.encode(), "t.md", "text/markdown")
    evidence: dict[str, Any] = {"damage": ()}
    evidence["sentences"] = FACTS["sentences"].compute(document, context, evidence)
    taken: dict[str, float] = {}
    for name in _FACTS:
        start = time.perf_counter()
        evidence[name] = FACTS[name].compute(document, context, evidence)
        taken[name] = time.perf_counter() - start
    return taken


def rows(text: str, library: Library) -> list[str]:
    """The lines of the table."""
    profile, today = library.profiles["uk-patient"], date(2026, 11, 22)
    own = Context(profile, today, library.lexicon)
    joined = Context(profile, today, library.lexicon.joined(invented(_TERMS), "bench"))
    taken: list[dict[str, float]] = []
    more: list[float] = []
    for number in range(60):  # in turn, so that whatever else the machine does slows both
        changed = f"{text}\n\nCopy {number}.\n"
        taken.append(facts(changed, own))
        more.append(sum(facts(changed, joined).values()))
    alone = statistics.median(sum(each.values()) for each in taken[5:])
    both = statistics.median(more[5:])
    parts = {name: statistics.median(each[name] for each in taken[5:]) for name in _FACTS}
    return [
        f"jargon facts of {len(text.split())} words: {1000 * alone:.2f} ms with "
        f"{len(library.lexicon.terms):,} terms; {1000 * both:.2f} ms with {_TERMS:,} more "
        f"({100 * (both / alone - 1):+.0f} %)",
        "  " + ", ".join(f"{name} {1000 * took:.2f}" for name, took in parts.items()),
    ]
