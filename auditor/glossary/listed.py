"""A glossary as YAML or JSON: a list of entries, or a mapping of terms to definitions."""

from collections.abc import Iterator
from typing import Any

from auditor.errors import GlossaryError
from auditor.glossary.row import Row, row
from auditor.lexicon_file import KINDS
from auditor.yaml_file import YamlFile, parse

EXTENSIONS = (".yml", ".yaml", ".json")
MEDIA_TYPES = (
    "application/json",
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml",
)
EXPECTED = "write a list of entries, each with `term` and `definition`"
_KEYS = ("term", "definition", "variants", "abbreviations", "kind", "source")


def rows(data: bytes, place: str, _media_type: str) -> Iterator[Row]:
    """Every entry of the file."""
    file = parse(data, place, GlossaryError)
    if isinstance(file.value, dict):
        for term, definition in file.value.items():
            line = file.line(term)
            yield row(
                _words(place, line, term, "term"), _words(place, line, definition, term), line
            )
        return
    if file.value is not None and not isinstance(file.value, list):
        raise GlossaryError(place, 1, f"this is no glossary; {EXPECTED}")
    for index, entry in enumerate(file.value or ()):
        yield _row(file, place, file.line(index), entry)


def _row(_file: YamlFile, place: str, line: int, entry: Any) -> Row:
    if not isinstance(entry, dict):
        raise GlossaryError(place, line, "an entry is a mapping with `term` and `definition`")
    for key in entry:
        if key not in _KEYS:
            raise GlossaryError(
                place, line, f"‘{key}’ is no key here; use one of {', '.join(_KEYS)}"
            )
    kind = entry.get("kind", "condition")
    if kind not in KINDS:
        raise GlossaryError(
            place, line, f"‘{kind}’ is no kind; use one of {', '.join(sorted(KINDS))}"
        )
    return row(
        _words(place, line, entry.get("term", ""), "term"),
        _words(place, line, entry.get("definition", ""), "definition"),
        line,
        _list(place, line, entry, "variants"),
        _list(place, line, entry, "abbreviations"),
        kind,
    )


def _words(place: str, line: int, value: Any, key: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise GlossaryError(place, line, f"‘{key}’ must be words; quote numbers, yes and no")
    return value


def _list(place: str, line: int, entry: dict[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise GlossaryError(place, line, f"‘{key}’ must be a list of words; quote numbers and no")
    return tuple(value)
