"""`all-caps`: ordinary words in capitals; abbreviations are left alone."""

import re

from auditor.checks.field import Field
from auditor.frequency import zipf
from auditor.model import Document, Evidence, Hit, Judgement, Rule, Span
from auditor.syllables import is_in_dictionary

KIND = "all-caps"
NEEDS: tuple[str, ...] = ()
FIELDS = {
    "common": Field(float, 4.2, "how common a word must be (Zipf) to be no abbreviation"),
    "exceptions": Field(list[str], [], "words that are written in capitals by right"),
}

_CAPITALS = re.compile(r"(?<![\w.&/@-])[A-Z]{2,}(?:['’][A-Z]+)?(?![\w.&/@-]*\w)")


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """A hit for each run of ordinary words in capitals."""
    exceptions = frozenset(rule.params["exceptions"])
    hits: list[Hit] = []
    for block in document.scoped(rule.scope):
        run: Span | None = None
        for match in _CAPITALS.finditer(document.text, block.span.start, block.span.end):
            word = match.group()
            touches = run is not None and not document.text[run.end : match.start()].strip()
            starts = word not in exceptions and _is_ordinary(word, rule)
            if not starts and not (touches and is_in_dictionary(word.lower())):
                continue
            if touches and run is not None:
                run = Span(run.start, match.end())
                hits[-1] = _hit(document, run)
            else:
                run = Span(*match.span())
                hits.append(_hit(document, run))
    return hits


def _is_ordinary(word: str, rule: Rule) -> bool:
    lower = word.lower()
    return (len(word) > 2 and is_in_dictionary(lower) and zipf(lower) >= rule.params["common"]) or (
        lower in _SHORT
    )


_SHORT = frozenset("no do if or to be go on".split())


def _hit(document: Document, span: Span) -> Hit:
    return Hit(span, {"match": span.of(document.text)})
