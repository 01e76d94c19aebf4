"""Which required statements a sentence makes, and how well: the patterns of all rules as one.

A filter first looks for the letters that a pattern cannot do without.
"""

import re
from collections.abc import Container
from typing import Any, Literal

import re2

from auditor.facts.blanks import filled
from auditor.facts.candidates import Candidate
from auditor.patterns import options

Status = Literal["present", "buried", "weak", "not found"]
RANK: dict[Status, int] = {"present": 0, "buried": 1, "weak": 2, "not found": 3}
_DIGITS = re.compile(rb"\d").search
_SPEAKING = frozenset({"instruction", "statement", "question", "heading", "link", "logo"})
_MOST_HEADINGS = 500
_MAKING = ("present", "weak")


class Finder:
    """The patterns of many rules as one: which rules does a sentence make, and how well?"""

    def __init__(self, wordings: tuple[Any, ...]) -> None:
        self._wordings = wordings
        # Of an entry's slots the first is looked for in the one pass, the others only behind it.
        self._owners: list[tuple[int, str, tuple[Any, ...]]] = []
        self._filter = re2.Filter()
        chosen = options()
        for index, wording in enumerate(wordings):
            for kind in _MAKING:
                for first, others in getattr(wording, kind):
                    self._filter.Add(first, chosen)
                    self._owners.append((index, kind, others))
        if self._owners:
            self._filter.Compile()
        self._listed = [i for i, wording in enumerate(wordings) if wording.listed_in]
        self._numbered = [i for i, wording in enumerate(wordings) if wording.digits]
        self._headed = [
            i for i, wording in enumerate(wordings) if wording.under and wording.beneath
        ]
        self._led = [i for i, wording in enumerate(wordings) if wording.led_by and wording.then]
        self._under: dict[str, tuple[int, ...]] = {}

    def statuses(self, candidate: Candidate, settled: Container[int]) -> list[tuple[int, Status]]:
        """Each rule that the sentence makes, by its index, and how well; `settled` ones are passed over."""
        text, form = candidate.text, candidate.form
        if form == "reference":
            made = {index: "present" for index in self._listed if index not in settled}
            data = text.encode()
        elif form in _SPEAKING:
            if "[" in text:
                text = filled(text)
            if "©" in text:
                text = text.replace("©", "(c)")
            data = text.encode()
            made = self._made(data, candidate.under, settled)
            if candidate.last:
                self._follow(made, data, candidate.last.encode(), settled)
        else:
            return []
        found: list[tuple[int, Status]] = []
        for index, kind in made.items():
            status = _status(self._wordings[index], kind, candidate, data)
            if status is not None:
                found.append((index, status))
        return found

    def _made(self, data: bytes, under: str, settled: Container[int]) -> dict[int, str]:
        """The rules of which a pattern matches: "present" wins over "weak"."""
        made: dict[int, str] = {}
        for number in self._filter.Match(data) or () if self._owners else ():
            index, kind, others = self._owners[number]
            if index in settled or made.get(index) in ("present", kind):
                continue
            for other in others:
                if not other(data):
                    break
            else:
                made[index] = kind
        if self._numbered and _DIGITS(data):
            self._add(made, self._numbered, "digits", data, settled)
        if under:
            self._add(made, self._headings(under), "beneath", data, settled)
        return made

    def _follow(
        self, made: dict[int, str], data: bytes, last: bytes, settled: Container[int]
    ) -> None:
        """What a sentence makes only together with the one before it."""
        for index in self._led:
            if index in settled or made.get(index) == "present":
                continue
            wording = self._wordings[index]
            if wording.then(data) and wording.led_by(last):
                made[index] = "present"

    def _add(
        self,
        made: dict[int, str],
        some: tuple[int, ...] | list[int],
        key: str,
        data: bytes,
        settled: Container[int],
    ) -> None:
        for index in some:
            if index in settled or made.get(index) == "present":
                continue
            if getattr(self._wordings[index], key)(data):
                made[index] = "present"

    def _headings(self, under: str) -> tuple[int, ...]:
        """The rules whose statements may stand under these words."""
        known = self._under.get(under)
        if known is None:
            if len(self._under) > _MOST_HEADINGS:
                self._under.clear()
            data = under.encode()
            known = self._under[under] = tuple(
                index for index in self._headed if self._wordings[index].under(data)
            )
        return known


def _status(wording: Any, kind: str, candidate: Candidate, data: bytes) -> Status | None:
    if candidate.place == "teaser" and not wording.furniture:
        return None  # it tells of another page
    listed = candidate.form == "reference" and wording.listed_in
    if not listed and candidate.form not in wording.forms:
        return None
    if wording.excluded and wording.excluded(data):
        return None
    if kind == "weak" or (wording.lowered and wording.lowered(data)):
        return "weak"
    hidden = candidate.place in ("aside", "teaser") or (
        candidate.place == "furniture" and not wording.furniture
    )
    return "buried" if hidden else "present"
