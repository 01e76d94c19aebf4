"""YAML files with the line of every top-level key, so that an error can say where it is."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from auditor.errors import FileError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A loaded file: its value, and the 1-based line of each top-level key or list entry."""

    path: Path
    value: Any
    lines: dict[Any, int]

    def line(self, key: Any) -> int:
        """The line of a top-level key, or 1."""
        return self.lines.get(key, 1)


def known_keys(file: YamlFile, allowed: Collection[str], error: type[FileError]) -> None:
    """Raises `error` with the line of the first key that is none of `allowed`."""
    for key in file.value:
        if key not in allowed:
            expected = ", ".join(sorted(allowed))
            raise error(file.path, file.line(key), f"‘{key}’ is no key here; use one of {expected}")


def needed_keys(
    path: Path, value: Mapping[str, Any], needed: Iterable[str], what: str, error: type[FileError]
) -> None:
    """Raises `error` for the first of the `needed` keys that is not there; `what` has them."""
    for key in needed:
        if key not in value:
            raise error(path, 1, f"the key ‘{key}’ is not there; every {what} needs it")


def load(path: Path, error: type[FileError]) -> YamlFile:
    """Read a YAML file; raises `error` with file and line when it is not one."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise error(path, 0, f"the file cannot be read: {cause.strerror}") from cause
    return parse(data, path, error)


def parse(data: bytes, path: Path | str, error: type[FileError]) -> YamlFile:
    """The same for bytes that are there already; `path` is what an error calls them."""
    if len(data) > _MOST_BYTES:
        raise error(path, 0, f"the file is over {_MOST_BYTES:,} bytes; split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise error(path, 0, "the file is not UTF-8; save it as UTF-8") from cause
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        value = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark
        line = mark.line + 1 if mark else 0
        raise error(path, line, f"this is not valid YAML: {cause.problem}") from cause
    except yaml.YAMLError as cause:
        raise error(path, 0, "this is not valid YAML; look for control characters") from cause
    finally:
        loader.dispose()
    return YamlFile(Path(path), value, _lines(node, path, error))


def _lines(node: Any, path: Path | str, error: type[FileError]) -> dict[Any, int]:
    lines: dict[Any, int] = {}
    if isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if key.value in lines:
                raise error(path, key.start_mark.line + 1, f"the key ‘{key.value}’ stands twice")
            lines[key.value] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        lines = {index: item.start_mark.line + 1 for index, item in enumerate(node.value)}
    return lines
