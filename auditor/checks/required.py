"""`required`: a statement that the text ought to make."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from auditor.checks.field import Field, pattern
from auditor.model import Document, Evidence, Hit, Judgement, Rule

KIND = "required"
NEEDS: tuple[str, ...] = ("elements",)
_REGION = Literal[
    "content", "boilerplate", "dateline", "references", "navigation", "teaser", "advertisement"
]
FIELDS = {
    "element": Field(str, about="its number in the list of required elements: E01 …"),
    "name": Field(str, about="its name for people"),
    "present": Field(list[str], about="patterns of sentences that make the statement"),
    "weak": Field(list[str], [], "patterns of sentences that only hint at it"),
    "excluded": Field(list[str], [], "patterns of sentences that never count"),
    "forms": Field(
        list[Literal["statement", "question", "heading"]], ["statement"], "forms that count"
    ),
    "regions": Field(list[_REGION], ["content", "boilerplate", "dateline"], "where it may stand"),
    "listed_in": Field(list[_REGION], [], "regions of which any statement is enough"),
    "metadata": Field(list[str], [], "keys of the page's metadata that make it too"),
    "wording": Field(str, "", "words to paste, with blanks"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The compiled patterns of one element."""

    id: str
    name: str
    present: tuple[Any, ...]
    weak: tuple[Any, ...]
    excluded: tuple[Any, ...]
    forms: frozenset[str]
    regions: frozenset[str]
    listed_in: frozenset[str]
    metadata: tuple[str, ...]


def compile(params: Mapping[str, Any]) -> Wording:
    """Compile the patterns; capitals matter only where a pattern says `(?-i)`."""
    return Wording(
        params["element"],
        params["name"],
        tuple(pattern(one) for one in params["present"]),
        tuple(pattern(one) for one in params["weak"]),
        tuple(pattern(one) for one in params["excluded"]),
        frozenset(params["forms"]),
        frozenset(params["regions"]),
        frozenset(params["listed_in"]),
        tuple(params["metadata"]),
    )


_SAID = {
    "not found": "We found no words that say",
    "weak": "These words are not enough to say",
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """One hit when the statement is weak (on the weak words) or not found (whole document)."""
    element = evidence["elements"][rule.id]
    if element.status == "present":
        return []
    wording = (rule.params["wording"],) if rule.params["wording"] else ()
    values = {"name": element.name, "said": _SAID[element.status]}
    return [Hit(element.span, values, wording)]
