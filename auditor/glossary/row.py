"""One entry of a glossary as it is written down, before it is a term."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from auditor.errors import GlossaryError

_BRACKET = re.compile(r"(?P<head>[^()]+?)\s*\((?P<inner>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A term, its definition, and its 1-based line; `abbreviations` are matched by their capitals."""

    term: str
    definition: str
    line: int
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    kind: str = "condition"

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way to write the term that the entry names."""
        return (self.term, *self.variants, *self.abbreviations)

    def also(self, forms: Iterable[str]) -> "Row":
        """The same row with more forms of its term."""
        known = {form.lower() for form in self.forms}
        more = dict.fromkeys(form for form in forms if form.lower() not in known)
        return replace(
            self,
            variants=(*self.variants, *(one for one in more if not is_letters(one))),
            abbreviations=(*self.abbreviations, *(one for one in more if is_letters(one))),
        )


def row(
    head: str,
    definition: str,
    line: int,
    variants: tuple[str, ...] = (),
    abbreviations: tuple[str, ...] = (),
    kind: str = "condition",
) -> Row:
    """A row from a term as people write it: "T cell (T lymphocyte)", "electrocardiogram (ECG)", "ECG
    (electrocardiogram)". Short forms stand among the abbreviations.
    """
    term = " ".join(head.split())
    match = _BRACKET.fullmatch(term)
    if match is not None:
        term, other = match["head"], match["inner"].strip()
        if is_letters(term) and not is_letters(other):
            term, other = other, term
        variants = (*variants, other)
    short = tuple(one for one in variants if is_letters(one))
    return Row(
        term,
        definition.strip(),
        line,
        tuple(one for one in variants if one not in short),
        tuple(dict.fromkeys((*abbreviations, *short))),
        kind,
    )


def is_letters(word: str) -> bool:
    """Whether a word is a short form: few letters, at least two of them capitals."""
    return len(word) <= 12 and " " not in word and sum(char.isupper() for char in word) > 1


def decoded(data: bytes, place: str) -> str:
    """The text of a file. Raises GlossaryError for any encoding but UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GlossaryError(place, line, "the file is not UTF-8; save it as UTF-8") from error
