"""Where a text gives its own dates: behind a label, before it, in the next block or cell."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.facts import calendar
from auditor.facts.context import Context
from auditor.facts.date_labels import JOIN, NAMED, Label, Role, is_own, labels
from auditor.model import Block, Document, Span

_ELSEWHERE = frozenset({"references", "advertisement", "interactive", "form"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A date as written, what it is, and where it stands: in the text, or elsewhere in the file."""

    role: Role
    raw: str
    span: Span | None
    source: tuple[str, Span] | None = None


class DatedText:
    """The dates in a text, by their labels."""

    def __init__(self, document: Document, context: Context) -> None:
        self._document, self._context = document, context
        self._text = document.text.replace("\u00a0", " ")
        self._blocks = [b for b in document.blocks if self._is_ours(b)]
        self._starts = [b.span.start for b in self._blocks]
        self._times = [node for node in document.nodes if node.name == "time"]

    def _is_ours(self, block: Block) -> bool:
        """Whether a block may hold the page's own dates: a line that begins with a label does, even
        if its comma and year make it look like a reference.
        """
        if block.region not in _ELSEWHERE:
            return True
        alone = block.region == "references" and block.reason == "a reference"
        return alone and bool(_LABELLED.match(self._text, block.span.start, block.span.end))

    def dates(self) -> Iterator[Placed]:
        """Each labelled date of the page itself, in order."""
        found = labels(self._text)
        after = [label.start for label in found[1:]] + [len(self._text)]
        last = (-1, 0)  # block, and where the date before ends in it
        taken: set[int] = set()
        for label, following in zip(found, after, strict=False):
            index = bisect_left(self._starts, label.start + 1) - 1
            if index < 0 or label.end > self._blocks[index].span.end:
                continue
            block = self._blocks[index]
            begin = last[1] if last[0] == index else block.span.start
            if label.start < begin or not is_own(self._text, begin, label):
                continue
            place = self._at(label, index, min(block.span.end, following), begin)
            if place is None or place[0].start in taken:
                continue
            span, raw = place
            taken.add(span.start)
            last = (index, max(span.end, label.end))
            if raw == span.of(self._text):
                raw = span.of(self._document.text)
            yield Placed(self._role(label, raw), raw, span)

    def _at(self, label: Label, index: int, end: int, begin: int) -> tuple[Span, str] | None:
        """The date that the label names: behind it, before it, or in the block that belongs to it."""
        block = self._blocks[index]
        join = JOIN.match(self._text, label.end, block.span.end)
        start = join.end() if join else label.end
        named = NAMED.match(self._text, label.end, end) if label.role != "next_review" else None
        for at in (start, *self._by_name(named, end)):
            match = calendar.DATE.match(self._text, at, block.span.end)
            if match and (at > label.end) and self._is_date(label, match):
                return Span(*match.span()), match.group()
        late = self._later(label, end)
        if late:
            return late
        if span := self._time(label, start):
            return span
        if not self._text[start : block.span.end].strip(" .:()"):
            if before := self._before(label, begin):
                return before
            return self._beside(label, index)
        if before := self._before(label, begin):
            return before
        strong = (
            label.words.startswith(("last", "next", "date", "review d"))
            or ":" in (self._text[label.end : start])
        )
        colon = _COLON.match(self._text, label.end)
        match = next(
            filter(None, (calendar.NO_DATE.match(self._text, at, block.span.end)
                          for at in (colon.end() if colon else start, start))),
            None,
        )  # fmt: skip
        if match and (strong or any(c.isdigit() for c in match.group())):
            if match.group().endswith("ago") and ":" not in self._text[label.end : start]:
                return None
            return Span(*match.span()), match.group()
        return None

    def _by_name(self, named: "re.Match[str] | None", end: int) -> list[int]:
        """Where a date may begin behind "by Ana Ruiz, MD on"."""
        if named is None:
            return []
        return [
            match.end()
            for match in _BEHIND_NAME.finditer(
                self._text, named.start(), min(end, named.start() + 120)
            )
        ]

    def _is_date(self, label: Label, match: "re.Match[str]") -> bool:
        """A bare number is a year only where it can be one; a version needs a month's name."""
        raw = match.group()
        if label.words.startswith("version"):
            return any(c.isalpha() for c in raw)
        if raw.isdigit() and len(raw) == 4:
            after = self._text[match.end() : match.end() + 5]
            return 1900 <= int(raw) <= 2199 and not _GOES_ON.match(after)
        return not (raw.isdigit() and len(raw) == 5)

    def _later(self, label: Label, end: int) -> tuple[Span, str] | None:
        """ "We will look at this page again in spring, or by 31 May": the first full date."""
        if not label.words.startswith(("will ", "look")):
            return None
        stop = self._text.find(". ", label.end, end)
        for match in calendar.DATE.finditer(self._text, label.end, end if stop < 0 else stop):
            if any(c.isalpha() for c in match.group()):
                return Span(*match.span()), match.group()
        return None

    def _before(self, label: Label, begin: int) -> tuple[Span, str] | None:
        """ "14 October 2025 (last reviewed)"."""
        low = max(begin, label.start - 45)
        for match in calendar.DATE.finditer(self._text, low, label.start):
            if re.fullmatch(
                r" ?[-–—(,:]+ ?(?:page |content )?", self._text[match.end() : label.start]
            ):
                return Span(*match.span()), match.group()
        return None

    def _time(self, label: Label, start: int) -> tuple[Span, str] | None:
        """The `time` element behind the label, whose words are no date."""
        for node in self._times:
            if 0 <= node.span.start - label.end <= start - label.end + 2:
                shown = calendar.DATE.fullmatch(self._text, node.span.start, node.span.end)
                if shown:
                    return node.span, shown.group()
                raw = node.attrs.get("datetime", "").strip()
                if raw and calendar.DATE.match(raw):
                    return node.span, raw[:40]
        return None

    def _beside(self, label: Label, index: int) -> tuple[Span, str] | None:
        """The date in the next block, or below the label in a table."""
        for block in (self._below(self._blocks[index]), self._next(index)):
            if block is None:
                continue
            start = JOIN.match(self._text, block.span.start, block.span.end)
            at = start.end() if start else block.span.start
            match = calendar.DATE.match(self._text, at, block.span.end)
            if match and self._is_date(label, match):
                return Span(*match.span()), match.group()
            no = calendar.NO_DATE.fullmatch(self._text, block.span.start, block.span.end)
            if no and label.words.startswith(("last", "next", "review d", "date")):
                return block.span, no.group()
        return None

    def _next(self, index: int) -> Block | None:
        return self._blocks[index + 1] if index + 1 < len(self._blocks) else None

    def _below(self, block: Block) -> Block | None:
        """The cell below, when the block is a cell at the head of a column."""
        row = self._row(block)
        if row is None:
            return None
        numbers = list(self._rows)
        at = numbers.index(row) + 1
        if at == len(numbers):
            return None
        column, below = self._rows[row].index(block), self._rows[numbers[at]]
        return below[column] if column < len(below) else None

    @cached_property
    def _rows(self) -> dict[int, list[Block]]:
        rows: dict[int, list[Block]] = {}
        for block in self._document.blocks:
            row = self._row(block)
            if row is not None:
                rows.setdefault(row, []).append(block)
        return rows

    def _row(self, block: Block) -> int | None:
        if not block.is_a("cell"):
            return None
        node = block.node
        while node is not None and self._document.nodes[node].name != "tr":
            node = self._document.nodes[node].parent
        return node

    def _role(self, label: Label, raw: str) -> Role:
        """ "Review date" alone is the next review, but in the US a past one is the last."""
        if label.bare and self._context.profile.locale == "en-US":
            readings = calendar.read(raw).readings
            if readings and readings[0] <= self._context.today:
                return "last_reviewed"
        return label.role


_LABELLED = re.compile(
    r"(?:page |content |date )?(?:last |next |medically |date )?"
    r"(?:reviewed|updated|revised|checked|verified|effective|issued|published|review)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?!(?:and|but|or|by)\b)[a-z]")
_COLON = re.compile(r" ?[:=–-]? ?")
_BEHIND_NAME = re.compile(r"(?:, |\bon |\bin |[(:–—-] ?|, (?:on|in) )", re.IGNORECASE)
