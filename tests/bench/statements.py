"""How long the required statements and the dates of a text of 800 words take.

`python -m tests.bench.statements`
"""

import statistics
import time
from datetime import date
from typing import Any

from auditor import toolbox
from auditor.facts import damage, dates, elements, sentences
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.settings import settings

_TIMES = 60


def rows(text: str, library: Library) -> list[str]:
    """One line for each fact: medians, after one run that warms the caches."""
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    document = parse(text.encode(), "t.md", "text/markdown")
    lost = {"damage": damage.compute(document, context, {})}
    evidence = {
        "sentences": sentences.compute(document, context, lost),
        "dates": dates.compute(document, context, {}),
    }
    facts = {"elements": elements, "dates": dates}
    return [
        f"{name}, {len(text.split())} words: {1000 * _median(fact, document, context, evidence):.2f} ms"
        for name, fact in facts.items()
    ]


def _median(fact: Any, *given: Any) -> float:
    """The median seconds of a fact's computing; the first, which warms caches, is not counted."""
    fact.compute(*given)
    taken: list[float] = []
    for _ in range(_TIMES):
        start = time.perf_counter()
        fact.compute(*given)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    library = toolbox.library(settings())
    sample = next(one for one in library.samples if one.id == "good-leaflet")
    body = sample.data.decode().partition("---\n\n")[2]
    print("\n".join(rows((body * 3)[: len(body) * 800 // max(1, len(body.split()))], library)))


if __name__ == "__main__":
    main()
