"""YAML becomes the lexicon: every error has file, line, and what was expected."""

import hashlib
from pathlib import Path
from typing import Any

from auditor.errors import RuleError
from auditor.lexicon import Lexicon, says_itself
from auditor.lexicon_cache import cached
from auditor.model import Term
from auditor.yaml_file import YamlFile, load

_KEYS = frozenset("term definition kind explain variants abbreviations".split())
KINDS = frozenset(
    "body condition symptom test procedure treatment medicine side-effect research statistics "
    "genetics service person admin equipment substance".split()
)
_EXPLAIN = ("everyone", "some")
_LONGEST = 10_000


def load_lexicon(folder: Path, kept: Path | None = None) -> Lexicon:
    """All terms below `folder`, one file a domain; `kept` is where what was read may be kept.

    Raises RuleError.
    """
    paths = [*sorted(folder.glob("*.y*ml")), *sorted((folder / "known").glob("*.y*ml"))]
    return cached(paths, kept, lambda: _read(folder))


def _read(folder: Path) -> Lexicon:
    terms: list[Term] = []
    seen: dict[str, str] = {}
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.y*ml")):
        file = load(path, RuleError)
        digest.update(path.read_bytes())
        if not isinstance(file.value, list):
            raise RuleError(path, 1, "a lexicon is a list of terms, each with a definition")
        for index, entry in enumerate(file.value):
            term = _term(file, index, entry)
            for form in (term.term, *term.variants, *term.abbreviations):
                place = f"{path.name}:{file.line(index)}"
                if form.lower() in seen:
                    raise RuleError(
                        path,
                        file.line(index),
                        f"‘{form}’ stands twice; also in {seen[form.lower()]}",
                    )
                seen[form.lower()] = place
            terms.append(term)
    known: set[str] = set()
    for path in sorted((folder / "known").glob("*.y*ml")):
        digest.update(path.read_bytes())
        known |= _known(load(path, RuleError))
    return Lexicon(tuple(terms), digest.hexdigest()[:12], frozenset(known))


def _known(file: YamlFile) -> set[str]:
    """The short forms that nearly every reader knows: lists of words by subject."""
    if not isinstance(file.value, dict):
        raise RuleError(file.path, 1, "short forms are lists of words, each under its subject")
    known: set[str] = set()
    for subject, words in file.value.items():
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            raise RuleError(
                file.path, file.line(subject), f"‘{subject}’ must be a list of words; quote no"
            )
        known |= set(words)
    return known


def _term(file: YamlFile, index: int, entry: Any) -> Term:
    line = file.line(index)
    if not isinstance(entry, dict):
        raise RuleError(file.path, line, "a term is a mapping with `term` and `definition`")
    for key in entry:
        if key not in _KEYS:
            raise RuleError(
                file.path, line, f"‘{key}’ is no key here; use one of {', '.join(sorted(_KEYS))}"
            )
    term, definition = _words(file, line, entry, "term"), _words(file, line, entry, "definition")
    if says_itself(term, definition):
        raise RuleError(file.path, line, f"‘{term}’ is explained only by itself; say what it is")
    kind, explain = entry.get("kind", "condition"), entry.get("explain", "everyone")
    if kind not in KINDS:
        raise RuleError(
            file.path, line, f"‘{kind}’ is no kind; use one of {', '.join(sorted(KINDS))}"
        )
    if explain not in _EXPLAIN:
        raise RuleError(file.path, line, f"‘explain’ is everyone or some, not ‘{explain}’")
    return Term(
        term,
        definition,
        kind,
        explain,
        _forms(file, line, entry, "variants"),
        _forms(file, line, entry, "abbreviations"),
        file.path.stem,
    )


def _words(file: YamlFile, line: int, entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise RuleError(file.path, line, f"‘{key}’ must be words; quote numbers, yes and no")
    if len(value) > _LONGEST:
        raise RuleError(file.path, line, f"‘{key}’ is over {_LONGEST:,} characters; shorten it")
    return value.strip()


def _forms(file: YamlFile, line: int, entry: dict[str, Any], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise RuleError(file.path, line, f"‘{key}’ must be a list of words; quote numbers and no")
    return tuple(value)
