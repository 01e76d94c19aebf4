"""Required statements: what the text says that a patient page ought to say (STANDARDS 4).

The wordings are data, in the rules that extend `required`. One pass over the sentences finds the
patterns of all rules: a filter first looks for the letters that a pattern cannot do without.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import re2

from auditor.facts.blanks import filled
from auditor.facts.candidates import Candidate, candidates
from auditor.facts.context import Context
from auditor.facts.dates import Dates
from auditor.model import Document, Rule, Span

NAME = "elements"
NEEDS: tuple[str, ...] = ("sentences", "dates")

Status = Literal["present", "buried", "weak", "not found"]
_RANK: dict[Status, int] = {"present": 0, "buried": 1, "weak": 2, "not found": 3}


@dataclass(frozen=True, slots=True)
class Element:
    """One required statement: how well the text gives it, and the words that do.

    `buried` is there, but only where few readers look. `form` and `place` tell what the words are
    and where they stand.
    """

    id: str
    name: str
    status: Status
    span: Span | None
    form: str = ""
    place: str = ""


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> dict[str, Element]:
    """For every rule of the profile that extends `required`: its element."""
    rules = [rule for rule in context.profile.rules if rule.extends == "required"]
    wordings = tuple(rule.compiled for rule in rules)
    finder = _finder(wordings)
    best: list[Element | None] = [None] * len(rules)
    for candidate in candidates(document, evidence["sentences"]):
        for index, status in finder.statuses(candidate):
            known = best[index]
            if known is None or _RANK[status] < _RANK[known.status]:
                wording = wordings[index]
                best[index] = Element(
                    wording.id,
                    wording.name,
                    status,
                    candidate.span,
                    candidate.form,
                    candidate.place,
                )
    found = {
        rule.id: _with_data(wording, one, document, evidence["dates"])
        for rule, wording, one in zip(rules, wordings, best, strict=True)
    }
    return _with_others(found, rules)


def _with_others(found: dict[str, Element], rules: list[Rule]) -> dict[str, Element]:
    """An element that another one hints at: who is told to ask a nurse is told half of E01."""
    made = {one.id: one for one in found.values() if one.status in ("present", "buried")}
    for rule in rules:
        one = found[rule.id]
        hint = next(filter(None, map(made.get, rule.compiled.weak_with)), None)
        if hint and one.status == "not found":
            found[rule.id] = replace(hint, id=one.id, name=one.name, status="weak")
    return found


def _with_data(wording: Any, found: Element | None, document: Document, dates: Dates) -> Element:
    """What the metadata and the page's own dates say counts too."""
    if found is None or found.status != "present":
        if any(document.metadata.get(key, "").strip() for key in wording.metadata):
            return Element(wording.id, wording.name, "present", None, "metadata")
        by_date: tuple[tuple[Any, Status], ...] = (
            (wording.dates, "present"), (wording.weak_dates, "weak"),
        )  # fmt: skip
        for roles, status in by_date:
            one = dates.of(*roles)
            if one and (found is None or _RANK[status] < _RANK[found.status]):
                return Element(wording.id, wording.name, status, one.span, "date")
    return found or Element(wording.id, wording.name, "not found", None)


class Finder:
    """The patterns of many rules as one: which rules does a sentence make, and how well?"""

    def __init__(self, wordings: tuple[Any, ...]) -> None:
        self._wordings = wordings
        # Of an entry's slots the first is looked for in the one pass, the others only behind it.
        self._owners = [
            (index, kind, slots[1:])
            for index, wording in enumerate(wordings)
            for kind in _MAKING
            for slots in getattr(wording, kind)
        ]
        self._filter = re2.Filter()
        for wording in wordings:
            for kind in _MAKING:
                for first, *_ in getattr(wording, kind):
                    self._filter.Add(first.pattern, first.options)
        if self._owners:
            self._filter.Compile()
        self._listed = [i for i, wording in enumerate(wordings) if wording.listed_in]
        self._numbered = [i for i, wording in enumerate(wordings) if wording.digits]
        self._headed = [i for i, wording in enumerate(wordings) if wording.under]
        self._under: dict[str, tuple[int, ...]] = {}

    def statuses(self, candidate: Candidate) -> list[tuple[int, Status]]:
        """Each rule that the sentence makes, by its index, and how well."""
        made: dict[int, str] = {}
        if "[" in candidate.text:
            candidate = candidate._replace(text=filled(candidate.text))
        if candidate.form in _SPEAKING:
            made = self._made(candidate)
        elif candidate.form == "reference":
            made = dict.fromkeys(self._listed, "present")
        found: list[tuple[int, Status]] = []
        for index, kind in made.items():
            status = _status(self._wordings[index], kind, candidate)
            if status is not None:
                found.append((index, status))
        return found

    def _made(self, candidate: Candidate) -> dict[int, str]:
        """The rules of which a pattern matches: "present" wins over "weak"."""
        made: dict[int, str] = {}
        if self._owners:
            text = candidate.text
            if "©" in text:
                text = text.replace("©", "(c)")
            for number in self._filter.Match(text.encode()) or ():
                index, kind, others = self._owners[number]
                known = made.get(index)
                if known in ("present", kind) or not all(one.search(text) for one in others):
                    continue
                made[index] = kind
        if self._numbered and _DIGIT.search(candidate.text):
            for index in self._numbered:
                if made.get(index) != "present" and _any(
                    self._wordings[index].digits, candidate.text
                ):
                    made[index] = "present"
        for index in self._headings(candidate.under) if candidate.under else ():
            if made.get(index) != "present" and _any(self._wordings[index].beneath, candidate.text):
                made[index] = "present"
        return made

    def _headings(self, under: str) -> tuple[int, ...]:
        """The rules whose statements may stand under these words."""
        known = self._under.get(under)
        if known is None:
            if len(self._under) > _MOST_HEADINGS:
                self._under.clear()
            known = self._under[under] = tuple(
                index for index in self._headed if _any(self._wordings[index].under, under)
            )
        return known


_DIGIT = re.compile(r"\d")
_MAKING = ("present", "weak")
_SPEAKING = frozenset({"instruction", "statement", "question", "heading", "link", "logo"})
_MOST_HEADINGS = 500


def _any(patterns: Iterable[Any], text: str) -> bool:
    return any(one.search(text) for one in patterns)


def _status(wording: Any, kind: str, candidate: Candidate) -> Status | None:
    if candidate.place == "teaser" and not wording.furniture:
        return None  # it tells of another page
    listed = candidate.form == "reference" and wording.listed_in
    if not listed and candidate.form not in wording.forms:
        return None
    if _any(wording.excluded, candidate.text):
        return None
    if kind == "weak" or _any(wording.lowered, candidate.text):
        return "weak"
    hidden = candidate.place in ("aside", "teaser") or (
        candidate.place == "furniture" and not wording.furniture
    )
    return "buried" if hidden else "present"


@lru_cache(maxsize=64)
def _finder(wordings: tuple[Any, ...]) -> Finder:
    return Finder(wordings)
