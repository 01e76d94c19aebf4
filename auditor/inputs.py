"""What a command is pointed at: files, folders, standard input and web addresses."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from auditor.errors import UsageError
from auditor.parse import EXTENSIONS


@dataclass(frozen=True, slots=True)
class Input:
    """One document to audit: its name as findings show it, its bytes, and what they are.

    `error` says why there are none.
    """

    name: str
    data: bytes
    media_type: str = ""
    error: str = ""


def is_address(target: str) -> bool:
    """Whether a target is a web address rather than a path."""
    return target.lower().startswith(("http://", "https://"))


def paths(targets: Sequence[str], exclude: Iterable[str] = ()) -> list[Path]:
    """The files of files and folders, in order, each once. Raises UsageError for a wrong path."""
    found: dict[Path, None] = {}
    patterns = list(exclude)
    for target in targets:
        path = Path(target)
        if path.is_dir():
            inside = list(_inside(path, patterns))
            if not inside:
                known = ", ".join(sorted(EXTENSIONS))
                raise UsageError(f"{target}: there are no documents in this folder ({known})")
            found |= dict.fromkeys(inside)
        elif path.is_file():
            found[path] = None
        else:
            raise UsageError(f"{target}: there is no such file or folder; check the path")
    return list(found)


def _inside(folder: Path, exclude: list[str]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") or part == "node_modules" for part in inside.parts)
        excluded = any(fnmatch(inside.as_posix(), pattern) for pattern in exclude)
        if path.is_file() and path.suffix.lower() in EXTENSIONS and not hidden and not excluded:
            yield path


def read(path: Path, most: int) -> Input:
    """The bytes of a file, or why there are none: it cannot be read, or is over `most` bytes."""
    try:
        if path.stat().st_size > most:
            return Input(str(path), b"", error=too_large(most))
        return Input(str(path), path.read_bytes())
    except OSError as error:
        return Input(str(path), b"", error=f"the file cannot be read: {error.strerror}")


def standard_input(name: str, most: int) -> Input:
    """What is piped in, as plain text unless `name` ends like a file of another kind."""
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        return Input(name, b"", error=too_large(most))
    return Input(name, data, "" if "." in name else "text/plain")


def too_large(most: int) -> str:
    """The sentence for a document over the limit."""
    return f"the document is over {most:,} bytes; split it or raise AUDITOR_MAX_BYTES"
