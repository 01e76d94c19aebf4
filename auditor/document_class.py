"""Which class of document a text is of: what somebody says it is, or else a guess that says so."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.contracts import USUAL, Contract
from auditor.model import Document

_KEYS = ("front:document_class", "front:class", "meta:document_class", "meta:document-class")
_TITLE, _HEADING, _WORDS, _ENOUGH = 4, 2, 1, 4
_MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Class:
    """The class of a text, whether it is a guess, why, and what a person should look at."""

    id: str
    guessed: bool
    why: str
    note: str = ""


def document_class(
    document: Document, contracts: Mapping[str, Contract], *, chosen: str, matched: str, usual: str
) -> Class:
    """The class that counts: the writer's choice, the text's own front matter, the path pattern
    of the configuration, the profile's, or a guess; "" stands for none.
    """
    if chosen:
        return Class(chosen, False, "chosen for this text")
    note = ""
    names = _names(document)
    known = [name for name in names if name in contracts]
    if known:
        if len(set(names)) > 1:
            note = f"The front matter names more than one class; we took ‘{known[0]}’."
        return Class(known[0], False, "named in the text's front matter", note)
    if names:
        listed = ", ".join(sorted(contracts))
        note = f"The front matter names a class that we do not know; use one of {listed}."
    if matched:
        return Class(matched, False, "set for this path in the configuration", note)
    if usual:
        return Class(usual, False, "set by the profile", note)
    best, why = _guess(document, contracts.values())
    return Class(best, True, why, note)


def names_itself(document: Document, contracts: Container[str]) -> bool:
    """Whether the text's own front matter names a class that there is."""
    return any(name in contracts for name in _names(document))


def _names(document: Document) -> list[str]:
    said = [v.strip().lower() for key in _KEYS if (v := document.metadata.get(key, ""))]
    return [name.replace(" ", "-").replace("_", "-") for name in said if name]


def _guess(document: Document, contracts: Iterable[Contract]) -> tuple[str, str]:
    """The class with the most signs, and the strongest sign; the usual class without enough."""
    headings = [b.span.of(document.text) for b in document.scoped(("heading",))]
    titles = [document.metadata.get("title", ""), *headings[:1]]
    if not headings:
        titles.append(next((b.span.of(document.text) for b in document.scoped()), "")[:120])
    body = document.text[:_MOST_CHARACTERS]
    best, most, why = USUAL, 0, "no words point to another kind of text"
    for contract in contracts:
        signs = contract.signs
        title = _first(signs.title, titles)
        found = [one for sign in signs.headings if (one := _first((sign,), headings[1:]))]
        words = [one for sign in signs.words if (one := _first((sign,), (body,)))]
        points = signs.weight * (_TITLE * bool(title) + _HEADING * len(found) + _WORDS * len(words))
        if points >= _ENOUGH and points > most:
            place, sign = (
                ("the title says", title) if title else ("a heading says", found[0])
                if found else ("the text says", words[0])
            )  # fmt: skip
            best, most, why = contract.id, points, f"{place} ‘{' '.join(sign.split())[:60]}’"
    return best, why


def _first(signs: Iterable[Any], texts: Iterable[str]) -> str:
    """What the first sign that stands in one of the texts matched there, or ""."""
    for text in texts:
        for sign in signs:
            match = sign.search(text) if text else None
            if match:
                return str(match.group())
    return ""
