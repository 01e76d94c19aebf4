"""The lexicon as it was last read, kept so that a command starts sooner.

Thousands of entries take half a second to read and check as YAML, and a fiftieth of that as JSON.
What is kept is named after a digest of the files and of the code that reads them, so that it is never
out of date; where nothing can be kept the files are read each time.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from auditor.lexicon import Lexicon
from auditor.model import Term

_FIELDS = tuple(field.name for field in fields(Term))
_READER = Path(__file__).with_name("lexicon_file.py")


def cached(paths: Iterable[Path], folder: Path | None, read: Callable[[], Lexicon]) -> Lexicon:
    """The lexicon of these files: as kept in `folder`, or else as `read` gives it, and then kept.

    Raises what `read` raises; a folder that cannot be written, or holds nonsense, costs only time.
    """
    if folder is None:
        return read()
    path = folder / f"lexicon-{_digest(paths)}.json"
    with suppress(OSError, ValueError, TypeError, KeyError):
        return _lexicon(json.loads(path.read_text("utf-8")))
    found = read()
    with suppress(OSError):
        _keep(found, path)
    return found


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(" ".join(_FIELDS).encode())
    for path in (_READER, *paths):
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"\0{path.name} {len(data)}\0".encode() + data)
    return digest.hexdigest()[:32]


def _lexicon(kept: dict[str, list[list[str]]]) -> Lexicon:
    terms = tuple(
        Term(term, definition, kind, explain, tuple(variants), tuple(abbreviations), domain)  # type: ignore[arg-type]
        for term, definition, kind, explain, variants, abbreviations, domain in kept["terms"]
    )
    return Lexicon(terms, str(kept["digest"]), frozenset(kept["known"]))  # type: ignore[arg-type]


def _keep(lexicon: Lexicon, path: Path) -> None:
    """Write it whole or not at all, and let go of what was kept before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    kept = {
        "digest": lexicon.digest,
        "known": sorted(lexicon.known),
        "terms": [[getattr(term, name) for name in _FIELDS] for term in lexicon.terms],
    }
    draft.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    draft.replace(path)
    for other in path.parent.glob("lexicon-*.json"):
        if other != path:
            other.unlink(missing_ok=True)
