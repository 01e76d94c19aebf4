"""The core types: plain frozen values, standard library only.

All positions are **code points**, half-open, 0-based, into `Document.text` (`Span`) or into the
decoded text of one part of the source file (`Segment.source`). Lines and columns exist only in
`Location`, are 1-based, and are derived when the report is made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, overload

Level = Literal["suggestion", "warning", "error"]
Status = Literal["passed", "failed", "cantTell", "inapplicable", "untested"]
Verdict = Literal["pass", "fail", "incomplete"]
Category = Literal["reading", "plain-english", "jargon", "statements", "accessibility"]
Region = Literal[
    "content",
    "navigation",
    "boilerplate",
    "teaser",
    "advertisement",
    "references",
    "dateline",
    "interactive",
    "form",
    "damaged",
]

LEVELS: tuple[Level, ...] = ("suggestion", "warning", "error")
CATEGORIES: tuple[Category, ...] = (
    "reading",
    "plain-english",
    "jargon",
    "statements",
    "accessibility",
)


# --- the document -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open stretch of code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


# Spans are made by the hundred thousand: the slots' own setters take half of the time that a frozen
# dataclass does.
_set_start: Callable[[Span, int], None] = vars(Span)["start"].__set__
_set_end: Callable[[Span, int], None] = vars(Span)["end"].__set__


class Segment(NamedTuple):
    """How one stretch of `Document.text` came from the file.

    `verbatim` segments are equal, character by character, in source and text; the others
    (an entity, folded white space, the blank line between blocks) map as a whole.
    """

    text: Span
    part: str
    source: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Segments(Sequence[Segment]):
    """All segments of a document in columns; one is made when it is asked for.

    `starts` are offsets in the text, which ends at `end`; `firsts` and `lasts` those in the parts.
    """

    starts: tuple[int, ...]
    parts: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    verbatim: tuple[bool, ...]
    end: int

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Segment: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Segment, ...]: ...

    def __getitem__(self, index: int | slice) -> Segment | tuple[Segment, ...]:
        if isinstance(index, slice):
            return tuple(self[one] for one in range(*index.indices(len(self.starts))))
        start = self.starts[index]
        after = index + 1 if index >= 0 else index + 1 + len(self.starts)
        end = self.starts[after] if after < len(self.starts) else self.end
        source = Span(self.firsts[index], self.lasts[index])
        return Segment(Span(start, end), self.parts[index], source, self.verbatim[index])

    def at(self, offset: int) -> Segment:
        """The segment that holds the code point at `offset`."""
        return self[max(0, bisect_right(self.starts, offset) - 1)]

    def last_of(self, part: str) -> Segment:
        """The last segment that came from `part`."""
        return next(self[at] for at in reversed(range(len(self))) if self.parts[at] == part)

    def replaced(self) -> Iterator[Segment]:
        """The segments that stand for other characters of the file."""
        return (self[at] for at, same in enumerate(self.verbatim) if not same)

    def check(self, text: str, parts: Mapping[str, str]) -> None:
        """Raise ValueError where the invariants of `Document` do not hold."""
        reached = dict.fromkeys(parts, 0)
        ends = (*self.starts, self.end)[1:]
        if (self.starts and self.starts[0]) or self.end != len(text):
            raise ValueError(f"segments end at {self.end}, text at {len(text)}")
        for start, end, part, first, last, same in zip(
            self.starts, ends, self.parts, self.firsts, self.lasts, self.verbatim, strict=True
        ):
            if end < start:
                raise ValueError(f"segments overlap at {start}")
            if first < reached[part] or last < first:
                raise ValueError(f"source goes back at {first}")
            reached[part] = last
            if same and text[start:end] != parts[part][first:last]:
                raise ValueError(f"segment at {start} is not verbatim")
        for part, last in reached.items():
            if last > len(parts[part]):
                raise ValueError(f"source ends beyond its part at {last}")


class Node(NamedTuple):
    """An element in HTML vocabulary, whatever the format: a Markdown picture is an `img`.

    `span` is the stretch of `Document.text` inside the element (empty for `img`), `source` where
    the element itself stands in its part, `parent` the index of the enclosing node or None.
    """

    name: str
    attrs: Mapping[str, str]
    span: Span
    parent: int | None
    part: str
    source: Span


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, cell …: sentences never cross its edges.

    `kind` is dotted, general first: `heading.h2`, `item`, `paragraph`, `cell`, `cell.header`,
    `term`, `definition`, `caption`, `quote`, `code`, `alt`, `title`. `node` indexes
    `Document.nodes`. `reason` says in words why the region is not content.
    """

    kind: str
    span: Span
    node: int | None = None
    region: Region = "content"
    reason: str = ""

    def is_a(self, kind: str) -> bool:
        """Whether the kind is `kind` or below it: `heading.h2` is a `heading`."""
        return self.kind == kind or self.kind.startswith(kind + ".")


@dataclass(frozen=True)
class Document:
    """A parsed file. Three invariants are asserted here, where every document is made:

    1. segments cover `text` without gap or overlap;
    2. within a part, source spans never go back;
    3. a verbatim segment is equal in source and text.
    """

    name: str
    media_type: str
    sha256: str
    language: str
    parts: Mapping[str, str]
    text: str
    segments: Segments
    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.segments.check(self.text, self.parts)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def to_source(self, span: Span) -> tuple[str, Span]:
        """Where `span` of the text stands in the file: its part, and the stretch there.

        A span that crosses into another part is cut at the end of the first.
        """
        if not self.segments:
            part = next(iter(self.parts), "")
            return part, Span(0, 0)
        first = self.segments.at(span.start)
        last = first if span.end <= span.start else self.segments.at(span.end - 1)
        if last.part != first.part:
            last = self.segments.last_of(first.part)
        start = first.source.start
        if first.verbatim:
            start += span.start - first.text.start
        if span.end <= span.start:
            return first.part, Span(start, start)
        end = last.source.end
        if last.verbatim:
            end = last.source.start + min(span.end, last.text.end) - last.text.start
        return first.part, Span(start, max(start, end))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the code point at `offset`, or None between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset < block.span.end or block.span.start == offset else None

    def scoped(
        self, kinds: Sequence[str] = (), regions: Sequence[str] = ("content",)
    ) -> list[Block]:
        """The blocks of the given kinds (none given: all) that stand in one of `regions`."""
        return [
            block
            for block in self.blocks
            if block.region in regions and (not kinds or any(block.is_a(kind) for kind in kinds))
        ]


# --- rules and profiles -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Citation:
    """The published source of a rule or a target."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must pass or fail; `media_type` decides how it is read."""

    text: str
    media_type: str = "text/markdown"
    marks: str = ""
    today: str = "2026-11-22"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: data from one YAML file, bound to a kind of check by `extends`."""

    id: str
    extends: str
    title: str
    message: str
    category: Category
    level: Level
    scope: tuple[str, ...] = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    why: str = ""
    sources: tuple[Citation, ...] = ()
    passing: tuple[Example, ...] = ()
    failing: tuple[Example, ...] = ()
    unsure: tuple[Example, ...] = ()
    inapplicable: tuple[Example, ...] = ()
    wcag: tuple[str, ...] = ()  # success criteria of WCAG 2.2: "1.1.1"
    act: tuple[str, ...] = ()  # rules of the W3C's ACT community that this one is held to
    path: str = ""
    compiled: Any = None  # what the kind made of `params` when the rule was loaded


@dataclass(frozen=True, slots=True)
class Profile:
    """Who the text is for and what it is held to: one YAML file, may extend another.

    `document_class` "" leaves the class to the text; `settled` holds the rules whose level the
    profile sets itself, so that no contract changes them.
    `glossary` is the file of the organisation's own terms, or ""; `tooltips` tells that the site
    shows what such a term means wherever it stands.
    """

    id: str
    title: str
    audience: str
    locale: str
    document_class: str
    rules: tuple[Rule, ...]
    limits: Mapping[str, Any]
    fail_on: Level | Literal["never"]
    sources: tuple[Citation, ...] = ()
    country: str = ""
    settled: frozenset[str] = frozenset()
    glossary: str = ""
    tooltips: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One lexicon entry: a term, the other forms it is written in, and what it means."""

    term: str
    definition: str
    kind: str
    explain: Literal["everyone", "some"] = "everyone"
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    domain: str = ""


# --- evidence and hits --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Evidence that could not be had, and why, in a sentence a person can act on."""

    tool: str
    reason: str


@dataclass(frozen=True, slots=True)
class Hit:
    """All that a check may say: where (None: the whole document), and the message's values.

    `expected` holds replacements, best first. `certain=False` means a person has to look.
    `level` overrides the rule's level, for kinds whose evidence carries its own. `safe` says that
    the one replacement can be made without a look: same meaning, same grammar.
    """

    span: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    expected: tuple[str, ...] = ()
    certain: bool = True
    level: Level | None = None
    source: tuple[str, Span] | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """Said by a check instead of hits: the document has nothing this rule is about."""

    reason: str


@dataclass(frozen=True, slots=True)
class CantTell:
    """Said by a check instead of hits: there is too little to judge by, and why."""

    reason: str


Evidence = Mapping[str, Any]
Judgement = Sequence[Hit] | Inapplicable | CantTell


# --- the report ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A place in a part: 1-based line and column, 0-based offset, all in code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Location:
    """A stretch of one part of the file, half-open."""

    part: str
    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change of a file: `span` of its part becomes `text`."""

    part: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit, stamped by the engine with everything a reader of the report needs.

    `span` is into `Document.text` (None: about the whole document); `location` into the file;
    `fix` is a replacement that can be made without a look.
    """

    rule: str
    category: Category
    level: Level
    message: str
    quote: str
    span: Span | None
    location: Location | None
    expected: tuple[str, ...]
    fingerprint: str
    certain: bool = True
    suppressed: str | None = None
    fix: Fix | None = None

    @property
    def point(self) -> tuple[str, ...]:
        """What a person counts as one: the same rule on the same words, wherever they stand."""
        words = " ".join(self.quote.lower().split())
        return (self.rule, self.level, words) if words else (self.rule, self.fingerprint)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one rule; `findings` holds the fingerprints of its findings."""

    rule: str
    title: str
    category: Category
    level: Level
    status: Status
    findings: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """A block as the report carries it, with its own text, so that renderers need no document."""

    kind: str
    region: Region
    reason: str
    span: Span
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The document as the report names it."""

    name: str
    media_type: str
    sha256: str
    language: str
    words: int
    title: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """The profile as the report names it, and the class of the text: `guessed`, and `why`."""

    id: str
    title: str
    fail_on: str
    locale: str
    document_class: str
    class_title: str = ""
    guessed: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class ReportTool:
    """Who made the report: our version, the digest of the rules, and the engines' versions."""

    name: str
    version: str
    rules_version: str
    engines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """The one result. Everything that a person or a machine sees is a rendering of it."""

    schema_version: int
    tool: ReportTool
    today: str
    document: ReportDocument
    profile: ReportProfile
    verdict: Verdict
    fixes: tuple[str, ...]
    measures: Mapping[str, Mapping[str, Any]]
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    benchmarks: tuple[Mapping[str, Any], ...]
    blocks: tuple[ReportBlock, ...]
