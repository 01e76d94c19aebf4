"""How well a page makes each required statement, and in which sentence.

Two things speak for a sentence: its words by the fitted model (`auditor/classifier.py`), and the
patterns of the statement's rule. Where the model is sure, no pattern is needed; where it is sure of
the contrary, none helps; in between the patterns decide. A statement that the model does not know,
of an organisation's own rule, is told by its patterns alone.

Which sentences hold the words that an entry of patterns needs is told from the page's words alone;
only there are its patterns tried, and only until the statement is made well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import numpy.typing as npt

from auditor.classifier import Classifier, classifier
from auditor.facts.blanks import filled
from auditor.facts.candidates import Candidate
from auditor.literals import Index

Status = Literal["present", "buried", "weak", "not found"]
RANK: dict[Status, int] = {"present": 0, "buried": 1, "weak": 2, "not found": 3}
_SPEAKING = frozenset({"instruction", "statement", "question", "heading", "link", "logo"})
_WORDS = re.compile(r"\w+|[^\w\s]")
Best = tuple[Status, Candidate] | None
SURE, UNSURE = 1.0, -1.5  # log odds: made without a pattern; made with one


class Read(NamedTuple):
    """A sentence with its words, the heading above it and the sentence before it as UTF-8."""

    candidate: Candidate
    data: bytes
    under: bytes
    last: bytes


class Finder:
    """The entries of many wordings, with the words that they need."""

    def __init__(self, wordings: tuple[Any, ...]) -> None:
        self._wordings = wordings
        numbers: dict[frozenset[str], int] = {}
        self._needs = [
            [
                tuple(numbers.setdefault(need, len(numbers)) for need in entry.needs)
                for entry in wording.entries
            ]
            for wording in wordings
        ]
        self._index = Index(numbers)
        self._count = len(numbers)

    def best(self, candidates: Iterable[Candidate]) -> list[Best]:
        """For each wording how well the page makes it, and the first sentence that does so."""
        speaking: list[Read] = []
        references: list[Read] = []
        places: dict[str, int] = {}  # a word, and a bit for each sentence that it stands in
        for one in candidates:
            if one.form in _SPEAKING:
                text = _prepared(one.text)
                bit = 1 << len(speaking)
                for word in set(_WORDS.findall(text.lower())):
                    places[word] = places.get(word, 0) | bit
                speaking.append(_read(one, text))
            elif one.form == "reference":
                references.append(_read(one, _prepared(one.text)))
        model = classifier("statements")
        odds = model.scores([one.candidate.text for one in speaking])
        served = [0] * self._count
        for word, bits in places.items():
            for number in self._index.served(word):
                served[number] |= bits
        forms = _by_form(speaking)
        return [
            self._one(
                index, wording, speaking, references, served, forms,
                _column(odds, model, wording.id), _column(odds, model, weakness(wording.id)),
            )  # fmt: skip
            for index, wording in enumerate(self._wordings)
        ]

    def _one(
        self,
        index: int,
        wording: Any,
        speaking: Sequence[Read],
        references: Sequence[Read],
        served: Sequence[int],
        forms: dict[str, int],
        odds: Sequence[float],
        weak: Sequence[float],
    ) -> Best:
        allowed = sum(forms.get(form, 0) for form in wording.forms)
        possible: list[tuple[int, Any]] = []
        anywhere = 0
        for entry, needed in zip(wording.entries, self._needs[index], strict=True):
            bits = allowed
            for number in needed:
                bits &= served[number]
                if not bits:
                    break
            else:
                possible.append((bits, entry))
                anywhere |= bits
        doubtful = sure = 0
        for number, one_odds in enumerate(odds):
            doubtful |= (one_odds < UNSURE) << number
            sure |= (one_odds > SURE) << number
        anywhere = anywhere & ~doubtful | allowed & sure
        if wording.under:
            anywhere |= allowed & _headed(wording, speaking)
        best: Best = None
        for number in _numbers(anywhere):
            one = speaking[number]
            kind = _kind(wording, one, [e for bits, e in possible if bits >> number & 1])
            if kind is None and sure >> number & 1:
                kind = "weak" if weak and weak[number] > 0 else "present"
            best = _better(best, wording, kind, one)
            if best and best[0] == "present":
                return best
        for one in references if wording.listed_in else ():
            best = _better(best, wording, "present", one)
        return best


def weakness(element: str) -> str:
    """The model's label of a sentence that makes an element, but only weakly."""
    return f"{element}w"


def _column(odds: npt.NDArray[Any], model: Classifier, label: str) -> list[float]:
    return list(odds[:, model.labels[label]].tolist()) if label in model.labels else []


def _prepared(text: str) -> str:
    if "[" in text:
        text = filled(text)
    return text.replace("©", "(c)") if "©" in text else text


def _read(one: Candidate, text: str) -> Read:
    return Read(one, text.encode(), one.under.encode(), one.last.encode())


def _by_form(speaking: Sequence[Read]) -> dict[str, int]:
    forms: dict[str, int] = {}
    for number, one in enumerate(speaking):
        form = one.candidate.form
        forms[form] = forms.get(form, 0) | 1 << number
    return forms


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def _headed(wording: Any, speaking: Sequence[Read]) -> int:
    """The sentences under a heading that the wording knows."""
    known: dict[bytes, bool] = {b"": False}
    bits = 0
    for number, one in enumerate(speaking):
        if one.under not in known:
            known[one.under] = wording.under(one.under)
        if known[one.under]:
            bits |= 1 << number
    return bits


def _kind(wording: Any, one: Read, entries: Iterable[Any]) -> str | None:
    """Whether a sentence makes the statement: "present", which wins, "weak", or not at all."""
    found = None
    for entry in entries:
        if entry.kind == found or (entry.kind == "then" and not one.last):
            continue
        if not entry.matches(one.data):
            continue
        if entry.kind == "present" or (entry.kind == "then" and wording.led_by(one.last)):
            return "present"
        if entry.kind == "weak":
            found = "weak"
    if one.under and wording.under and wording.under(one.under) and wording.beneath(one.data):
        return "present"
    return found


def _better(best: Best, wording: Any, kind: str | None, one: Read) -> Best:
    status = _status(wording, kind, one) if kind else None
    if status and (best is None or RANK[status] < RANK[best[0]]):
        return status, one.candidate
    return best


def _status(wording: Any, kind: str, one: Read) -> Status | None:
    place = one.candidate.place
    if place == "teaser" and not wording.furniture:
        return None  # it tells of another page
    if wording.excluded and wording.excluded(one.data):
        return None
    if kind == "weak" or (wording.lowered and wording.lowered(one.data)):
        return "weak"
    hidden = place in ("aside", "teaser") or (place == "furniture" and not wording.furniture)
    return "buried" if hidden else "present"


@lru_cache(maxsize=64)
def finder(wordings: tuple[Any, ...]) -> Finder:
    """The finder of some wordings, made once."""
    return Finder(wordings)
