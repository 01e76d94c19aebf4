"""`make bench`: how long an audit takes, as medians, beside textstat and the bare LanguageTool call.

The text is the good sample repeated to about 800 words. Every figure is a median of the same run.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import textstat
from cachelib import NullCache

from auditor import pipeline, toolbox
from auditor.composition import service as compose
from auditor.facts.context import Context
from auditor.model import Profile
from auditor.parse import parse
from auditor.pipeline import Tools
from auditor.service import Submission
from auditor.settings import settings
from auditor.tools.grammar_cache import GrammarCache
from auditor.tools.languagetool import LanguageTool
from auditor.tools.languagetool_server import Server
from auditor.web import create_app
from tests.bench import jargon, parsing, reading, statements
from tests.bench.reading import TEXTSTAT


def median(run: Callable[[int], object], times: int = 15) -> float:
    """The median seconds of a call; the first, which warms caches, is not counted."""
    run(0)
    taken: list[float] = []
    for number in range(1, times + 1):
        start = time.perf_counter()
        run(number)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    current = settings()
    library = toolbox.library(current)
    profile: Profile = library.profiles["uk-patient"]
    sample = next(one for one in library.samples if one.id == "good-leaflet")
    body = sample.data.decode().partition("---\n\n")[2]
    text = (body * 3)[: len(body) * 800 // max(1, len(body.split()))]
    today = date(2026, 11, 22)
    toolbox.tools(current)

    def changed(number: int) -> bytes:
        return f"{text}\n\nCopy {number}.\n".encode()

    def audit(tools: Tools, which: Profile) -> Callable[[int], object]:
        return lambda number: pipeline.run(
            changed(number), "t.md", "text/markdown", profile=which, library=library,
            tools=tools, today=today,
        )  # fmt: skip

    def metrics(number: int) -> None:
        raw = changed(number).decode()
        for name in TEXTSTAT:
            getattr(textstat, name)(raw)

    no_grammar = replace(profile, rules=tuple(r for r in profile.rules if r.extends != "grammar"))
    rows: list[tuple[str, float]] = []
    alone = median(metrics)
    rows.append((f"textstat, {len(TEXTSTAT)} metrics", alone))
    ours = median(audit(Tools(), no_grammar))
    rows.append(("whole audit without LanguageTool", ours))
    with Server(current) as server:
        server.wait()
        tools = toolbox.tools(current, server.url)
        client = LanguageTool(server.url, 60, GrammarCache(NullCache()))
        context = Context(profile, today, library.lexicon)
        bare = median(lambda n: client(parse(changed(n), "t", "text/markdown"), context))
        rows.append(("LanguageTool alone", bare))
        full = median(audit(tools, profile))
        rows.append(("whole audit with LanguageTool and textstat's figures", full))
    service = compose(current, lambda _task, _id: None, library)
    audit_id = service.submit(Submission(changed(99), "t.md", "text/markdown", "uk-patient"))
    service.run(audit_id, "bench")
    page = create_app(service, library, current).test_client()
    rows.append(("result page, first byte", median(lambda _: page.get(f"/audits/{audit_id}"))))
    service.delete(audit_id)
    width = max(len(name) for name, _ in rows)
    for name, seconds in rows:
        print(f"{name:{width}}  {1000 * seconds:8.1f} ms")
    print("\n".join(reading.rows(text, library)))
    print("\n".join(parsing.rows()))
    print("\n".join(jargon.rows(text, library)))
    print("\n".join(statements.rows(text, library)))
    print(f"audit without LanguageTool : textstat = {ours / alone:.2f}")
    print(f"audit with LanguageTool : LanguageTool alone = {full / bare:.2f}")


if __name__ == "__main__":
    sys.exit(main())
