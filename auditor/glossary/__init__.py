"""An organisation's own glossary: terms and what they mean, from a YAML file, a sheet or a page.

One module is one way to write a glossary down, found by its folder. It has `EXTENSIONS`,
`MEDIA_TYPES` and `rows(data, place, media_type) -> Iterator[Row]`, which raises GlossaryError.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from auditor.errors import GlossaryError
from auditor.folder import modules
from auditor.glossary.row import Row
from auditor.lexicon import content, says_itself
from auditor.model import Term

SHAPES: tuple[ModuleType, ...] = tuple(modules(__name__, __path__, "EXTENSIONS"))
EXTENSIONS: dict[str, ModuleType] = {one: shape for shape in SHAPES for one in shape.EXTENSIONS}
MEDIA_TYPES: dict[str, ModuleType] = {one: shape for shape in SHAPES for one in shape.MEDIA_TYPES}

_LONGEST = 10_000  # characters
_SEE = re.compile(
    r"(?:see|same as|another word for|another name for):?\s+(?P<name>[^.;]+?)\.?", re.I
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms as an organisation explains them.

    `place` is the file or address that they come from, `lines` the 1-based line of each term, in
    the order of `terms`; `digest` names this very glossary for version stamps.
    """

    terms: tuple[Term, ...] = ()
    place: str = ""
    lines: tuple[int, ...] = ()
    digest: str = ""


def read(data: bytes, place: str, media_type: str = "") -> Glossary:
    """The glossary in these bytes. Raises GlossaryError with place, line and what was expected."""
    shape, kind = _shape(place, media_type)
    rows = list(_checked(shape.rows(data, place, kind), place))
    if not rows:
        raise GlossaryError(place, 0, f"there are no terms; {shape.EXPECTED}")
    _no_twins(rows, place)
    rows = list(_resolved(rows, place))
    return Glossary(
        tuple(
            Term(r.term, r.definition, r.kind, "everyone", r.variants, r.abbreviations)
            for r in rows
        ),
        place,
        tuple(row.line for row in rows),
        hashlib.sha256(data).hexdigest()[:12],
    )


def _shape(place: str, media_type: str) -> tuple[ModuleType, str]:
    name = re.split(r"[?#]", place)[0].lower()
    extension = next((one for one in EXTENSIONS if name.endswith(one)), "")
    declared = media_type.partition(";")[0].strip().lower()
    if declared in MEDIA_TYPES and not (extension and declared == "text/plain"):
        return MEDIA_TYPES[declared], declared
    if extension:
        return EXTENSIONS[extension], ""
    known = ", ".join(sorted(EXTENSIONS))
    raise GlossaryError(place, 0, f"we cannot tell what kind of file this is; use one of {known}")


def _checked(rows: Iterator[Row], place: str) -> Iterator[Row]:
    for row in rows:
        for key, value in (("term", row.term), ("definition", row.definition)):
            if not value.strip():
                name = "" if key == "term" else f" of ‘{row.term}’"
                raise GlossaryError(
                    place, row.line, f"the {key}{name} is empty; write it or take the entry out"
                )
        for value in (row.term, row.definition, *row.variants, *row.abbreviations):
            if len(value) > _LONGEST:
                raise GlossaryError(
                    place, row.line, f"the entry is over {_LONGEST:,} characters; shorten it"
                )
        if not _WORD.search(row.term):
            raise GlossaryError(place, row.line, "the term has no letters; write a word")
        if row.definition.strip(" .").lower() == "to be written":
            said = f"the definition of ‘{row.term}’ is still to be written; write it or take the entry out"
            raise GlossaryError(place, row.line, said)
        if says_itself(row.term, row.definition):
            raise GlossaryError(
                place, row.line, f"‘{row.term}’ is explained only by itself; say what it is"
            )
        yield row


def _resolved(rows: Sequence[Row], place: str) -> Iterator[Row]:
    """The rows; those that only point at another one, as "see X" does, become forms of that one."""
    by_form = {content(form): row for row in rows for form in row.forms}

    def pointed(row: Row) -> Row | None:
        see = _SEE.fullmatch(row.definition)
        return by_form.get(content(see["name"] if see else row.definition))

    pointers: dict[str, list[Row]] = {}
    for row in rows:
        target, seen = row, [row]
        while (found := pointed(target)) is not None:
            if found in seen:
                said = f"‘{row.term}’ points in a circle; one entry must say what it is"
                raise GlossaryError(place, row.line, said)
            seen.append(found)
            target = found
        if target is not row:
            pointers.setdefault(target.term, []).append(row)
    pointing = {row.term for many in pointers.values() for row in many}
    for row in rows:
        if row.term not in pointing:
            yield row.also(form for one in pointers.get(row.term, ()) for form in one.forms)


def _no_twins(rows: Sequence[Row], place: str) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        for form in dict.fromkeys(one.lower() for one in row.forms):
            if form in seen:
                raise GlossaryError(
                    place, row.line,
                    f"‘{form}’ stands twice; also on line {seen[form].line}. Keep one of them",
                )  # fmt: skip
            seen[form] = row
