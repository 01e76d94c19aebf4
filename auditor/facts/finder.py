"""How well a page makes each required statement, and in which sentence.

Two things speak for a sentence: its words by the fitted model (`auditor/classifier.py`), and the
patterns of the statement's rule. Where the model is sure, no pattern is needed; where it is sure of
the contrary, none helps; in between the patterns decide. A page makes most statements once, so the
more sentences it has, the surer the model must be of each. A statement that the model does not know,
of an organisation's own rule, is told by its patterns alone.
"""

from collections.abc import Iterable, Sequence
from math import log
from typing import Any, Literal, NamedTuple

import numpy.typing as npt

from auditor.classifier import Classifier, classifier, tokens
from auditor.facts.blanks import filled
from auditor.facts.candidates import Candidate

Status = Literal["present", "buried", "weak", "not found"]
RANK: dict[Status, int] = {"present": 0, "buried": 1, "weak": 2, "not found": 3}
_SPEAKING = frozenset({"instruction", "statement", "question", "heading", "link", "logo"})
Best = tuple[Status, Candidate] | None
SURE, UNSURE = (
    1.0,
    -2.0,
)  # log odds: made without a pattern, in a text of one sentence; made with one


class Read(NamedTuple):
    """A sentence with its blanks filled in; what it leans on with it, the heading above and the one
    before as UTF-8.
    """

    candidate: Candidate
    text: str
    data: bytes
    under: bytes
    last: bytes


def best(wordings: Sequence[Any], candidates: Iterable[Candidate]) -> list[Best]:
    """For each wording how well the page makes it, and the first sentence that does so."""
    speaking: list[Read] = []
    references: list[Read] = []
    for one in candidates:
        if one.form in _SPEAKING:
            speaking.append(_read(one))
        elif one.form == "reference":
            references.append(_read(one))
    model = classifier("statements")
    odds = model.scores([tokens(one.text, model.known) for one in speaking])
    sure = SURE + log(max(1, len(speaking)))
    found = []
    for wording in wordings:
        made, weak = (_column(odds, model, one) for one in (wording.id, weakness(wording.id)))
        found.append(_best(wording, speaking, references, made, weak, sure))
    return found


def _best(
    wording: Any,
    speaking: Sequence[Read],
    references: Sequence[Read],
    odds: Sequence[float],
    weak: Sequence[float],
    sure: float,
) -> Best:
    best: Best = None
    under = {b"": False}
    for number, one in enumerate(speaking):
        if one.candidate.form not in wording.forms:
            continue
        if one.under not in under:
            under[one.under] = bool(wording.under and wording.under(one.under))
        headed = under[one.under]
        if odds and odds[number] < UNSURE and not headed:
            continue
        kind = _kind(wording, one, headed)
        if kind is None and odds and odds[number] > sure and one.candidate.form != "heading":
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


def _read(one: Candidate) -> Read:
    text = filled(one.text) if "[" in one.text else one.text
    data = text.replace("©", "(c)").encode()
    own = filled(one.own) if "[" in one.own else one.own
    return Read(one, own, data, one.under.encode(), one.last.encode())


def _kind(wording: Any, one: Read, headed: bool) -> str | None:
    """Whether a sentence makes the statement by its patterns: "present", which wins, "weak", or not."""
    found = None
    for entry in wording.entries:
        if entry.kind == found or (entry.kind == "then" and not one.last):
            continue
        if not entry.matches(one.data):
            continue
        if entry.kind == "present" or (entry.kind == "then" and wording.led_by(one.last)):
            return "present"
        if entry.kind == "weak":
            found = "weak"
    return "present" if headed and wording.beneath(one.data) else found


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
