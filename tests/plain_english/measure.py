"""Planted and clean sentences against the rules: what is found, and what is found for nothing.

`python -m tests.plain_english.measure [held_out] [-v]` prints the figures; `-v` the misses too.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from auditor import pipeline, toolbox
from auditor.library import Library
from auditor.model import Finding, Profile
from auditor.parse import parse
from auditor.pipeline import Tools
from auditor.settings import settings

FOLDER = Path(__file__).parent
_CATEGORIES = ("plain-english", "reading")
_WHOLE = ("consistency.",)  # rules that compare the words of a whole document
_ALONE = frozenset({"spelling-mix"})  # kinds that those rules find
_TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with one defect: the words that hold it, and its kind."""

    text: str
    marks: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Planted sentences by whether the mark was on exactly the words; clean ones with noise."""

    all: list[Planted]
    missed: list[tuple[Planted, list[str]]]  # with the words that were marked instead
    clean: int
    noisy: list[tuple[str, list[str]]]  # with rule and words of each warning or error

    def found(self, kind: str | None = None) -> float:
        """The share that was found, of one kind or of all: 0 to 1."""
        planted = Counter(one.kind for one in self.all)
        missed = Counter(one.kind for one, _ in self.missed)
        if kind is None:
            return 1 - missed.total() / planted.total()
        return 1 - missed[kind] / planted[kind]

    @property
    def noise(self) -> float:
        """The share of clean sentences with a warning or an error: 0 to 1."""
        return len(self.noisy) / self.clean


def planted(name: str) -> list[Planted]:
    """The lines `sentence, marked words, kind` of a file, parted by tabs."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [Planted(*line.split("\t")) for line in lines if line]


def clean(name: str) -> list[str]:
    """The sentences of a file, one a line, without its headings."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def tally(prefix: str, library: Library) -> Tally:
    """Audit the sentences of `{prefix}planted.tsv` and `{prefix}clean.txt` for UK patients."""
    profile = library.profiles["uk-patient"]
    rows, sentences = planted(f"{prefix}planted.tsv"), clean(f"{prefix}clean.txt")
    together = [one for one in rows if one.kind not in _ALONE]
    apart = [one for one in rows if one.kind in _ALONE]
    marks = zip(together, _found([one.text for one in together], profile, library), strict=True)
    missed = [*_missed(marks)]
    for one in apart:
        missed += _missed([(one, _audit(one.text, profile, library)[0])])
    noisy = []
    for text, found in zip(sentences, _found(sentences, profile, library), strict=True):
        loud = [f"{f.rule}: {words}" for f, words in found if f.level != "suggestion"]
        if loud:
            noisy.append((text, loud))
    return Tally(rows, missed, len(sentences), noisy)


Found = list[tuple[Finding, str]]  # with the marked words, however long


def _missed(marked: Iterable[tuple[Planted, Found]]) -> Iterator[tuple[Planted, list[str]]]:
    for one, found in marked:
        words = [words for _, words in found]
        if one.marks not in words:
            yield one, words


def _found(texts: list[str], profile: Profile, library: Library) -> list[Found]:
    """What is found in each text: one audit, in which each is a paragraph."""
    rules = tuple(rule for rule in profile.rules if not rule.id.startswith(_WHOLE))
    return _audit("\n\n".join(texts), replace(profile, rules=rules), library)


def _audit(text: str, profile: Profile, library: Library) -> list[Found]:
    """The findings of each block of a text, in order."""
    data = text.encode()
    report = pipeline.run(
        data,
        "sentences.md",
        "text/markdown",
        profile=replace(
            profile, rules=tuple(one for one in profile.rules if one.category in _CATEGORIES)
        ),
        library=library,
        tools=Tools(),
        today=_TODAY,
    )
    document = parse(data, "sentences.md", "text/markdown")
    by_block: dict[int, Found] = {block.span.start: [] for block in document.blocks}
    for finding in report.findings:
        if finding.span is not None:
            block = document.block_at(finding.span.start)
            assert block is not None
            by_block[block.span.start].append((finding, finding.span.of(document.text)))
    return list(by_block.values())


def main(arguments: list[str]) -> None:
    """Print the figures of the development sentences, or of those kept aside."""
    result = tally("held_out_" if "held_out" in arguments else "", toolbox.library(settings()))
    print(f"planted: {result.found():.1%} of {len(result.all)} found on exactly the words")
    for kind, count in sorted(Counter(one.kind for one in result.all).items()):
        print(f"  {kind:16} {result.found(kind) * count:3.0f} of {count:3}")
    print(f"clean: {result.noise:.1%} of {result.clean} with a warning or an error")
    if "-v" in arguments:
        print(*misses(result), sep="\n")


def misses(result: Tally) -> list[str]:
    """A line for each planted sentence that was missed and each clean one with noise."""
    lines = [f"missed {p.kind}: {p.text} | {p.marks} | not {words}" for p, words in result.missed]
    return lines + [f"noise: {text} | {loud}" for text, loud in result.noisy]


if __name__ == "__main__":
    main(sys.argv[1:])
