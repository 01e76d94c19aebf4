"""Reads an organisation's glossary as its editor would, alone and beside the documents it is for."""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from auditor import pipeline
from auditor.difficulty import sentence_difficulty
from auditor.glossary import Glossary
from auditor.lexicon import Lexicon
from auditor.library import Library
from auditor.model import LEVELS, Finding, Profile, Report
from auditor.pipeline import Tools
from auditor.text import words
from auditor.vocabulary import rare_words, rated

MOST_WORDS = 25
HARD = 4.0  # sentence difficulty, 1 to 6; one in a hundred of our own definitions is as hard
_READ = ("plain-english", "jargon")


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with an entry or not there: its 1-based line (0: no line of the glossary), what
    kind of remark it is, the term, and one sentence.
    """

    line: int
    kind: str
    term: str
    message: str


@dataclass(frozen=True, slots=True)
class Proof:
    """All remarks, and the reading ages of the definitions taken together, None if too few."""

    remarks: tuple[Remark, ...]
    terms: int
    reading_age: tuple[float, float] | None


def proof(
    glossary: Glossary,
    reports: Sequence[Report],
    *,
    profile: Profile,
    library: Library,
    today: date,
) -> Proof:
    """What an editor should look at. `reports` are those of documents audited with this glossary;
    `library` is one without it.
    """
    told = _definitions(glossary, profile, library, today)
    remarks = [
        *_lengths(glossary),
        *_hard(glossary),
        *_read(glossary, told),
        *_twins(glossary),
        *_circles(glossary),
        *(_unused(glossary, reports) if reports else ()),
        *_missing(reports),
    ]
    remarks.sort(key=lambda one: (one.line == 0, one.line))
    band = told.measures["reading"]["band"]
    ages = (band["reading_age"]["low"], band["reading_age"]["high"]) if band else None
    return Proof(tuple(remarks), len(glossary.terms), ages)


def _definitions(glossary: Glossary, profile: Profile, library: Library, today: date) -> Report:
    """The report of a page with one definition a line, as if every term had its tooltip."""
    rows = "\n".join(f"<p>{_sentence(term.definition)}</p>" for term in glossary.terms)
    return pipeline.run(
        f"{rows}\n".encode(),
        "definitions.html",
        "text/html",
        profile=replace(profile, tooltips=True),
        library=library.with_glossary(glossary),
        tools=Tools(),
        today=today,
    )


def _sentence(definition: str) -> str:
    said = " ".join(definition.split())
    return html.escape(said if said[-1:] in ".!?" else said + ".")


def _lengths(glossary: Glossary) -> Iterator[Remark]:
    for line, term in zip(glossary.lines, glossary.terms, strict=True):
        count = len(words(term.definition))
        if count > MOST_WORDS:
            said = f"the definition of ‘{term.term}’ has {count} words; keep it to {MOST_WORDS}"
            yield Remark(line, "long", term.term, said)


def _read(glossary: Glossary, told: Report) -> Iterator[Remark]:
    """What our own rules say of each definition."""
    for finding in told.findings:
        if finding.location is None or finding.category not in _READ:
            continue
        at = finding.location.start.line - 1
        if finding.suppressed is None and _counts(finding) and at < len(glossary.terms):
            term = glossary.terms[at].term
            kind = "jargon" if finding.category == "jargon" else "wording"
            said = f"in the definition of ‘{term}’: {finding.message}"
            yield Remark(glossary.lines[at], kind, term, said)


def _hard(glossary: Glossary) -> Iterator[Remark]:
    """Definitions that people would find hard, and the words that make them so."""
    for line, term in zip(glossary.lines, glossary.terms, strict=True):
        said = [span.of(term.definition) for span in words(term.definition)]
        rows = rated(said)
        if len(rows) and sentence_difficulty(rows, np.array([len(rows)]))[0] >= HARD:
            rare = ", ".join(rare_words(said, 3))
            why = f" ({rare})" if rare else ""
            told = f"the definition of ‘{term.term}’ is hard to read{why}; use plainer words"
            yield Remark(line, "hard", term.term, told)


def _counts(finding: Finding) -> bool:
    return finding.certain and LEVELS.index(finding.level) >= LEVELS.index("warning")


def _twins(glossary: Glossary) -> Iterator[Remark]:
    """Entries that are one term in two forms, such as a plural."""
    first = Lexicon(glossary.terms).by_form
    lines = {term.term: line for term, line in zip(glossary.terms, glossary.lines, strict=True)}
    for term in glossary.terms:
        other = first[term.term.lower()]
        if other is not term:
            said = f"‘{term.term}’ is another form of ‘{other.term}’ on line {lines[other.term]}"
            yield Remark(lines[term.term], "duplicate", term.term, f"{said}; keep one of them")


def _circles(glossary: Glossary) -> Iterator[Remark]:
    """Terms whose definitions lead back to them; each circle once, at its first entry."""
    forms = Lexicon(glossary.terms).forms
    lines = {term.term: line for term, line in zip(glossary.terms, glossary.lines, strict=True)}
    leads = {
        term.term: list(
            dict.fromkeys(
                form.term.term
                for span, form in forms.find_in(term.definition)
                if form.is_written(span.of(term.definition)) and form.term.term != term.term
            )
        )
        for term in glossary.terms
    }
    done: set[str] = set()
    for start in leads:
        for way in _ways_back(leads, start, done):
            said = " → ".join(f"‘{name}’" for name in (*way, start))
            yield Remark(lines[start], "circle", start, f"the definitions go in a circle: {said}")
        done.add(start)


def _ways_back(leads: dict[str, list[str]], start: str, done: set[str]) -> Iterator[list[str]]:
    """The shortest way from a term back to itself, if there is one that misses `done`."""
    came: dict[str, str] = {}
    waiting = [start]
    for name in waiting:
        for following in leads[name]:
            if following == start:
                way = [name]
                while way[-1] != start:
                    way.append(came[way[-1]])
                yield way[::-1]
                return
            if following not in came and following not in done:
                came[following] = name
                waiting.append(following)


def _unused(glossary: Glossary, reports: Iterable[Report]) -> Iterator[Remark]:
    used = {row["term"] for report in reports for row in report.measures["jargon"]["terms"]}
    for line, term in zip(glossary.lines, glossary.terms, strict=True):
        if term.term not in used:
            yield Remark(line, "unused", term.term, f"no document uses ‘{term.term}’")


def _missing(reports: Iterable[Report]) -> Iterator[Remark]:
    """Terms that a document leaves unexplained and the glossary lacks, each once."""
    seen: dict[str, list[str]] = {}
    for report in reports:
        for row in report.measures["jargon"]["terms"]:
            if row["status"] == "unexplained" and row["everyone"] and not row["glossary"]:
                seen.setdefault(row["term"], []).append(report.document.name)
    for term, names in seen.items():
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        said = f"there is no entry for ‘{term}’, which {names[0]}{more} leaves unexplained"
        yield Remark(0, "missing", term, said)
