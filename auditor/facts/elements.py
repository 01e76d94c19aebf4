"""Required statements: what the text says that a patient page ought to say (STANDARDS 4).

The wordings are data, in the rules that extend `required`. Here every sentence is classed by what
it is, so that a question for the reader to ask is never an instruction, and a title in a list of
references is never a statement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from auditor.facts.context import Context
from auditor.model import Block, Document, Rule, Span
from auditor.stops import sentences

NAME = "elements"
NEEDS: tuple[str, ...] = ()

Status = Literal["present", "weak", "not found"]
_REGIONS = (
    "content", "boilerplate", "dateline", "references", "navigation", "teaser", "advertisement"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """One required statement: how well the text gives it, and the words that do."""

    id: str
    name: str
    status: Status
    span: Span | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence as evidence: what kind of sentence it is and where it stands."""

    span: Span
    text: str
    form: Literal["statement", "question", "heading"]
    region: str


def compute(
    document: Document, context: Context, evidence: Mapping[str, Any]
) -> dict[str, Element]:
    """For every rule of the profile that extends `required`: its element."""
    candidates = list(_candidates(document))
    found: dict[str, Element] = {}
    for rule in context.profile.rules:
        if rule.extends == "required":
            found[rule.id] = _element(rule, candidates, document)
    return found


def _candidates(document: Document) -> Iterator[Candidate]:
    for block in document.blocks:
        if block.region not in _REGIONS:
            continue
        for span in sentences(document.text, block.span.start, block.span.end):
            text = span.of(document.text)
            yield Candidate(span, text, _form(block, text), block.region)


def _form(block: Block, text: str) -> Literal["statement", "question", "heading"]:
    if text.rstrip('"”’) ').endswith("?"):
        return "question"
    return "heading" if block.is_a("heading") or block.is_a("title") else "statement"


def _element(rule: Rule, candidates: list[Candidate], document: Document) -> Element:
    wording = rule.compiled
    weak: Candidate | None = None
    for candidate in candidates:
        if candidate.form not in wording.forms or candidate.region not in wording.regions:
            continue
        if any(pattern.search(candidate.text) for pattern in wording.excluded):
            continue
        listed = candidate.region in wording.listed_in and candidate.form == "statement"
        if listed or any(pattern.search(candidate.text) for pattern in wording.present):
            return Element(wording.id, wording.name, "present", candidate.span)
        if weak is None and any(pattern.search(candidate.text) for pattern in wording.weak):
            weak = candidate
    for key in wording.metadata:
        if document.metadata.get(key, "").strip():
            return Element(wording.id, wording.name, "present", None)
    if weak is not None:
        return Element(wording.id, wording.name, "weak", weak.span)
    return Element(wording.id, wording.name, "not found", None)
