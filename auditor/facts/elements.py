"""Required statements: what the text says that a patient page ought to say (STANDARDS 4).

The wordings are data, in the rules that extend `required`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from auditor.facts.candidates import candidates
from auditor.facts.context import Context
from auditor.facts.dates import Dates
from auditor.facts.finder import RANK, Best, Status, best
from auditor.model import Document, Rule, Span

NAME = "elements"
NEEDS: tuple[str, ...] = ("sentences", "dates")


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
    wordings = [rule.compiled for rule in rules]
    sentences = best(wordings, candidates(document, evidence["sentences"]))
    found = {
        rule.id: _with_data(rule.compiled, one, document, evidence["dates"])
        for rule, one in zip(rules, sentences, strict=True)
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


def _with_data(wording: Any, sentence: Best, document: Document, dates: Dates) -> Element:
    """What the sentences say, and else what the metadata and the page's own dates say."""
    found = None
    if sentence is not None:
        how, where = sentence
        found = Element(wording.id, wording.name, how, where.span, where.form, where.place)
    if found is None or found.status != "present":
        if any(document.metadata.get(key, "").strip() for key in wording.metadata):
            return Element(wording.id, wording.name, "present", None, "metadata")
        by_date: tuple[tuple[Any, Status], ...] = (
            (wording.dates, "present"), (wording.weak_dates, "weak"),
        )  # fmt: skip
        for roles, status in by_date:
            one = dates.of(*roles)
            if one and (found is None or RANK[status] <= RANK[found.status]):
                return Element(wording.id, wording.name, status, one.span, "date")
    return found or Element(wording.id, wording.name, "not found", None)
