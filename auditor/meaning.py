"""The meaning guard: what a new version of a text lost or changed that a reader may depend on.

Sentences of both versions are matched by their words. Figures, doses, times, dates, numbers to
call and links are compared over the whole text; what is missing is "changed" where the matching
sentence has another of its kind, else "lost". "Not", "never" and the like are compared sentence by
sentence, and so are warnings.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from auditor.model import Document, Span
from auditor.particulars import Particular, particulars
from auditor.stops import bounds

What = Literal["lost", "changed", "added"]
_NOT = re.compile(
    r"\b(?:not|never|no|none|nor|neither|without|unless|except|cannot)\b|\b(?:avoid|stop|unable|refrain|abstain|discontinu)\w*|n['’]t\b",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"\b(?:999|911|112|emergency|a&e|ambulance|straight ?away|right away|immediately|at once|"
    r"urgent(?:ly)?|as soon as|do not|don['’]t|must(?: not)?|never|warning|danger(?:ous)?|overdose|"
    r"allergic|stop (?:taking|using)|tell your|call your|call (?:us|111)|side effects?|poison\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_COMMON = 60  # sentences; a word in more of them says little about which are alike
_ALIKE = 0.3  # share of words that two versions of one sentence have in common


class Change(NamedTuple):
    """One difference: `kind` is a kind of particular, `negation` or `warning`.

    `old` and `new` are the words in either version (empty where there are none), with their
    places in the texts of the two documents.
    """

    kind: str
    what: What
    old: str
    new: str
    old_span: Span | None
    new_span: Span | None


class _Sentence(NamedTuple):
    span: Span
    text: str
    words: frozenset[str]


def compare(old: Document, new: Document) -> tuple[Change, ...]:
    """What the new version lost, changed or added: the old version's order, then what is new."""
    before, after = _sentences(old), _sentences(new)
    pairs = _matched(before, after)
    changes = [*_particulars(old, new, before, after, pairs), *_said(before, after, pairs)]
    return tuple(sorted(changes, key=_order))


def _order(change: Change) -> tuple[bool, int, str]:
    span = change.old_span or change.new_span or Span(0, 0)
    return change.what == "added", span.start, change.kind


def _sentences(document: Document) -> list[_Sentence]:
    found = []
    for block in document.scoped():
        for start, end in bounds(document.text, block.span.start, block.span.end):
            text = document.text[start:end]
            words = frozenset(word.lower() for word in _WORD.findall(text))
            if words:
                found.append(_Sentence(Span(start, end), text, words))
    return found


def _matched(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> dict[int, int]:
    """For each old sentence its most similar new one: equal ones first, then the most similar.

    Words that stand in very many sentences find no partner, so that long texts stay cheap.
    """
    pairs, left = _equal(before, after)
    holders: dict[str, list[int]] = defaultdict(list)
    for index in left:
        for word in after[index].words:
            holders[word].append(index)
    alike: list[tuple[float, int, int]] = []
    for index, sentence in enumerate(before):
        if index in pairs:
            continue
        near = [holders[word] for word in sentence.words if word in holders]
        partners = {other for held in near if len(held) <= _COMMON for other in held}
        for other in partners:
            words = after[other].words
            share = len(sentence.words & words) / len(sentence.words | words)
            if share >= _ALIKE:
                alike.append((-share, index, other))
    taken: set[int] = set()
    for _, index, other in sorted(alike):
        if index not in pairs and other not in taken:
            pairs[index] = other
            taken.add(other)
    return pairs


def _equal(
    before: Sequence[_Sentence], after: Sequence[_Sentence]
) -> tuple[dict[int, int], list[int]]:
    """Sentences that stand in both versions word for word, and the new ones that do not."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for index, sentence in enumerate(after):
        places[sentence.text].append(index)
    pairs = {
        index: places[sentence.text].popleft()
        for index, sentence in enumerate(before)
        if places.get(sentence.text)
    }
    return pairs, sorted(index for held in places.values() for index in held)


def _particulars(
    old: Document,
    new: Document,
    before: Sequence[_Sentence],
    after: Sequence[_Sentence],
    pairs: dict[int, int],
) -> Iterator[Change]:
    gone, come = _difference(list(particulars(old)), list(particulars(new)))
    for item in gone:
        place = _sentence_of(before, item.span)
        match = pairs.get(place) if place is not None else None
        other = None
        if match is not None:
            inside = after[match].span
            other = next(
                (one for one in come if one.kind == item.kind and inside.overlaps(one.span)), None
            )
        if other is None:
            yield Change(item.kind, "lost", item.said, "", item.span, None)
        else:
            come.remove(other)
            yield Change(item.kind, "changed", item.said, other.said, item.span, other.span)
    for item in come:
        yield Change(item.kind, "added", "", item.said, None, item.span)


def _difference(
    old: list[Particular], new: list[Particular]
) -> tuple[list[Particular], list[Particular]]:
    """What only the old has, and what only the new has, counted."""
    left = Counter((one.kind, one.normal) for one in old)
    left.subtract((one.kind, one.normal) for one in new)
    gone, come = [], []
    for one in reversed(old):
        key = (one.kind, one.normal)
        if left[key] > 0:
            left[key] -= 1
            gone.append(one)
    for one in reversed(new):
        key = (one.kind, one.normal)
        if left[key] < 0:
            left[key] += 1
            come.append(one)
    return gone[::-1], come[::-1]


def _said(
    before: Sequence[_Sentence], after: Sequence[_Sentence], pairs: dict[int, int]
) -> Iterator[Change]:
    """Negations and warnings, sentence by sentence."""
    for index, sentence in enumerate(before):
        match = pairs.get(index)
        denies, warns = bool(_NOT.search(sentence.text)), bool(_WARNING.search(sentence.text))
        if match is None:
            if denies or warns:
                kind = "warning" if warns else "negation"
                yield Change(kind, "lost", sentence.text, "", sentence.span, None)
            continue
        other = after[match]
        if denies != bool(_NOT.search(other.text)):
            yield Change(
                "negation", "changed", sentence.text, other.text, sentence.span, other.span
            )
        elif warns and not _WARNING.search(other.text):
            yield Change("warning", "changed", sentence.text, other.text, sentence.span, other.span)


def _sentence_of(sentences: Sequence[_Sentence], span: Span) -> int | None:
    index = bisect_right(sentences, span.start, key=lambda one: one.span.start) - 1
    return index if index >= 0 and sentences[index].span.overlaps(span) else None
