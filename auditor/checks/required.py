"""`required`: a statement that the text ought to make."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from auditor.checks.field import Field
from auditor.model import Document, Evidence, Hit, Inapplicable, Judgement, Rule
from auditor.patterns import AnyOf

KIND = "required"
NEEDS: tuple[str, ...] = ("elements",)
_FORM = Literal["instruction", "statement", "question", "heading", "link", "logo"]
_ASKED = Literal["required", "advised", "not asked"]
_ROLE = Literal["last_reviewed", "next_review", "updated", "published"]
FIELDS = {
    "element": Field(str, about="its number in the list of required elements: E01 …"),
    "name": Field(str, about="its name for people"),
    "present": Field(
        list[str | list[str]],
        [],
        "patterns of sentences that make the statement; all of a list must match, in any order",
    ),
    "weak": Field(list[str | list[str]], [], "the same, of sentences that only hint at it"),
    "excluded": Field(list[str], [], "patterns of sentences that never count"),
    "lowered": Field(list[str], [], "patterns that make a sentence count as a hint only"),
    "under": Field(list[str], [], "patterns of headings and lead-ins for `beneath`"),
    "beneath": Field(list[str], [], "patterns of sentences that count under such a heading"),
    "led_by": Field(list[str], [], "patterns of a sentence for `then`, which comes next"),
    "then": Field(list[str], [], "patterns of sentences that count right after such a one"),
    "words": Field(
        dict[str, str], {}, "parts of patterns, used as <name>, beside those in the folder `words`"
    ),
    "forms": Field(list[_FORM], ["instruction", "statement"], "forms that count"),
    "furniture": Field(bool, False, "whether the page's header or footer is a good place for it"),
    "listed_in": Field(list[Literal["references"]], [], "regions of which any sentence is enough"),
    "metadata": Field(list[str], [], "keys of the page's metadata that make it too"),
    "dates": Field(list[_ROLE], [], "dates of the page that make it too"),
    "weak_dates": Field(list[_ROLE], [], "dates of the page that only hint at it"),
    "weak_with": Field(list[str], [], "other elements that hint at it, where they are made"),
    "wording": Field(str, "", "words to paste, with blanks"),
    "asked": Field(_ASKED, "advised", "whether a text of this class is asked for it"),
    "asked_by": Field(str, "", "the standard or the law that asks"),
}

# Keys that a profile may change without the patterns being made anew.
NOT_COMPILED = ("wording", "asked", "asked_by")


class Entry(NamedTuple):
    """One way to make a statement: slots that must all match. `kind`: "present", "weak" or "then"."""

    kind: str
    slots: tuple[AnyOf, ...]

    def matches(self, data: bytes) -> bool:
        """Whether all slots match a sentence."""
        return all(slot(data) for slot in self.slots)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The compiled patterns of one element; each is itself only, so that it can be a key."""

    id: str
    name: str
    entries: tuple[Entry, ...]
    excluded: AnyOf | None
    lowered: AnyOf | None
    under: AnyOf | None
    beneath: AnyOf | None
    led_by: AnyOf | None
    forms: frozenset[str]
    furniture: bool
    listed_in: frozenset[str]
    metadata: tuple[str, ...]
    dates: tuple[str, ...]
    weak_dates: tuple[str, ...]
    weak_with: tuple[str, ...]


def compile(params: Mapping[str, Any]) -> Wording:
    """Compile the patterns; capitals matter only where a pattern says `(?-i:…)`."""
    words = params["words"]

    def any_of(key: str) -> AnyOf | None:
        sources = [_filled(one, words) for one in params[key]]
        return AnyOf(sources) if sources else None

    def entry(kind: str, slots: list[str]) -> Entry:
        return Entry(kind, tuple(AnyOf([_filled(one, words)]) for one in slots))

    for first, second in (("under", "beneath"), ("led_by", "then")):
        if bool(params[first]) != bool(params[second]):
            raise ValueError(f"‘{first}’ and ‘{second}’ need each other")
    return Wording(
        params["element"],
        params["name"],
        tuple(
            entry(kind, [one] if isinstance(one, str) else one)
            for kind in ("present", "weak", "then")
            for one in params[kind]
        ),
        any_of("excluded"),
        any_of("lowered"),
        any_of("under"),
        any_of("beneath"),
        any_of("led_by"),
        frozenset(params["forms"]),
        params["furniture"],
        frozenset(params["listed_in"]),
        tuple(params["metadata"]),
        tuple(params["dates"]),
        tuple(params["weak_dates"]),
        tuple(params["weak_with"]),
    )


def _filled(source: str, words: Mapping[str, str]) -> str:
    """The pattern with each `<name>` filled in; a part may use parts that stand before it."""
    for _ in range(_DEPTH):
        filled = _NAME.sub(lambda name: f"(?:{_part(name[1], words)})", source)
        if filled == source:
            return filled
        source = filled
    raise ValueError("the parts in ‘words’ use one another without end")


_NAME = re.compile(r"(?<!\(\?P)(?<!\(\?)<([a-z_]+)>")
_DEPTH = 6


def _part(name: str, words: Mapping[str, str]) -> str:
    if name not in words:
        raise ValueError(f"‘words’ has no part called ‘{name}’")
    return words[name]


_SAID = {
    "not found": "We found no words that say",
    "weak": "These words are not enough to say",
    "buried": "Readers may miss these words, which say",
}

_NOT_ASKED = Inapplicable("a text of this kind need not say this")


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """One hit when the statement is weak or buried (on its words) or not found (whole document)."""
    if rule.params["asked"] == "not asked":
        return _NOT_ASKED
    element = evidence["elements"][rule.id]
    if element.status == "present":
        return []
    wording = (rule.params["wording"],) if rule.params["wording"] else ()
    return [Hit(element.span, {"name": element.name, "said": _SAID[element.status]}, wording)]
