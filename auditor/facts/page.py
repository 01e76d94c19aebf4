"""The document as explanations are looked for in it: sentences by place, entries by label."""

from bisect import bisect_right
from collections.abc import Sequence

from auditor.facts.definitions import Names
from auditor.facts.entry import Entry
from auditor.facts.mentions import Mention
from auditor.facts.overlaps import Overlaps
from auditor.facts.sentences import Sentence
from auditor.facts.tips import Tips
from auditor.facts.uses import Use
from auditor.model import Document, Span

_BRIEF = 6  # words; a sentence so short may stand between a first use and its explanation


class Page:
    """What the mechanisms need to know of a document, looked up in constant time."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        entries: Sequence[Entry],
        tips: Tips,
        uses: Sequence[Use],
    ) -> None:
        self.document = document
        self.text = document.text
        self.sentences = sentences
        self.said = Overlaps(tips.said)
        self.links = Overlaps(tips.links)
        self.outward = Overlaps(tips.outward)
        self.defined = Overlaps((span, None) for span in tips.defined)
        self.called: dict[tuple[str, str], Names] = {}
        self.entries: dict[int, list[Entry]] = {}
        for entry in entries:
            self.entries.setdefault(entry.block, []).append(entry)
        self.listed = {entry.block for entry in entries if entry.glossary} | {
            entry.last for entry in entries if entry.glossary
        }
        self._starts = [one.span.start for one in sentences]
        self._terms = sorted(
            mention.span.start
            for use in uses
            if use.term.explain == "everyone"
            for mention in use.mentions
        )

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds an offset, or -1."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.sentences[at].span.end else -1

    def is_heading(self, mention: Mention) -> bool:
        """Whether a mention stands in a heading or is a label."""
        block = self.document.blocks[mention.block]
        return block.is_a("heading") or block.is_a("term")

    def first_use(self, mentions: Sequence[Mention]) -> Mention:
        """The first use in the body: neither in a heading nor in a glossary, if there is one."""
        body = [
            one
            for one in mentions
            if not self.is_heading(one) and self.document.blocks[one.block].region == "content"
        ]
        return next((one for one in body if one.block not in self.listed), (body or mentions)[0])

    def is_last_term(self, mention: Mention, end: int) -> bool:
        """Whether no other term stands between a mention and `end`."""
        at = bisect_right(self._terms, mention.span.end - 1)
        return at >= len(self._terms) or self._terms[at] >= end

    def is_near(self, first: Mention, sentence: int) -> bool:
        """Whether a sentence stands beside the first use: before it, in it, or right after it."""
        used = self.sentence_at(first.span.start)
        if used < 0 or sentence <= used + 1:
            return True
        between = self.sentences[used + 1 : sentence]
        asked = self.sentences[used].span.of(self.text)
        if asked.endswith("?") and asked.startswith("What") and len(between) <= 2:
            return True
        if len(between) == 1 and len(between[0].words) <= _BRIEF:
            return True
        # The terms of one sentence are explained one after another.
        return (
            len(between) <= 3
            and self._several(used)
            and all(self.begins_with_term(one.span) for one in between)
        )

    def _several(self, sentence: int) -> bool:
        span = self.sentences[sentence].span
        low = bisect_right(self._terms, span.start - 1)
        return low + 1 < len(self._terms) and self._terms[low + 1] < span.end

    def begins_with_other(self, span: Span, mention: Mention) -> bool:
        """Whether another term than `mention` is the subject of a sentence: "it" is of that one."""
        at = bisect_right(self._terms, span.start - 1)
        return (
            at < len(self._terms)
            and self._terms[at] <= span.start + 4
            and self._terms[at] < mention.span.start
        )

    def has_term(self, span: Span) -> bool:
        """Whether a term stands in a span."""
        at = bisect_right(self._terms, span.start - 1)
        return at < len(self._terms) and self._terms[at] < span.end

    def begins_with_term(self, span: Span) -> bool:
        """Whether a term is the subject that a sentence begins with."""
        at = bisect_right(self._terms, span.start - 1)
        return at < len(self._terms) and self._terms[at] <= span.start + 16
