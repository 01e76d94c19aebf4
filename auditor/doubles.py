"""Nothing is said twice: of plainer words for the same words one stays.

"Undertake a review of" is one point, though "undertake" alone is one as well: the longest mark
stays, then the one of the higher level. LanguageTool yields to our own rules. Rules that people bring are left
alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from auditor.model import LEVELS, Hit, Rule, Span

_WORDS = ("substitution", "existence", "repetition", "spelling-variety")
_YIELDS = ("grammar",)
_LONGEST = 60  # code points: a longer mark is about a sentence, and hides nothing inside it

Found = Sequence[tuple[Rule, Sequence[Hit]]]


def without_doubles(found: Found) -> list[list[Hit]]:
    """The hits of each rule, without those that another rule says already."""
    marks = [
        (hit.span, -LEVELS.index(rule.level), rule.id)
        for rule, hits in found
        for hit in hits
        if hit.span is not None and _is_ours(rule) and len(hit.span) <= _LONGEST
    ]
    words = _Marks(marks)
    swaps = {rule.id for rule, _ in found if rule.extends == "substitution"}
    phrases = _Marks(mark for mark in marks if mark[2] in swaps)
    return [
        [hit for hit in hits if hit.span is None or _stays(rule, hit.span, words, phrases)]
        for rule, hits in found
    ]


def _stays(rule: Rule, span: Span, words: "_Marks", phrases: "_Marks") -> bool:
    if rule.extends in _YIELDS:
        return not words.touch(span)
    if rule.extends == "substitution" and _is_ours(rule) and len(span) <= _LONGEST:
        return (span, rule.id) in phrases
    return True


def _is_ours(rule: Rule) -> bool:
    return rule.extends in _WORDS and not rule.params.get("exact")


def _rank(mark: tuple[Span, int, str]) -> tuple[int, int, int, str]:
    span, level, rule_id = mark
    return -len(span), level, span.start, rule_id


class _Marks:
    """Marks of which none stands inside another: the longest stays, then the higher level."""

    def __init__(self, marks: Iterable[tuple[Span, int, str]]) -> None:
        self._starts: list[int] = []
        self._spans: list[Span] = []
        self._kept: set[tuple[Span, str]] = set()
        for span, _, rule_id in sorted(marks, key=_rank):
            if not self.touch(span):
                index = bisect_right(self._starts, span.start)
                self._starts.insert(index, span.start)
                self._spans.insert(index, span)
                self._kept.add((span, rule_id))

    def __contains__(self, mark: tuple[Span, str]) -> bool:
        return mark in self._kept

    def touch(self, span: Span) -> bool:
        """Whether the span holds one of the marks, or stands in one."""
        low = bisect_right(self._starts, span.start - _LONGEST)
        high = bisect_right(self._starts, span.end)
        return any(
            (one.start <= span.start and span.end <= one.end)
            or (span.start <= one.start and one.end <= span.end)
            for one in self._spans[low:high]
        )
