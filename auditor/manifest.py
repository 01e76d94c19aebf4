"""Source documents: a manifest and measured figures each, in one YAML file; never their text."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from auditor.errors import ConfigError
from auditor.yaml_file import known_keys, load, needed_keys

_KEYS = frozenset(
    "title publisher locale dates sha256 words licence profile figures measured file".split()
)
_NEEDED = ("title", "locale", "sha256", "words", "licence", "file")


@dataclass(frozen=True, slots=True)
class Source:
    """One source document: what it is, and what the auditor measured on it."""

    id: str
    title: str
    publisher: str
    locale: str
    dates: Mapping[str, str]
    sha256: str
    words: int
    licence: str
    file: str
    profile: str
    figures: Mapping[str, float | None] = field(default_factory=dict)
    measured: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """One bundled text of our own, one click away on the front page."""

    id: str
    title: str
    note: str
    name: str
    media_type: str
    profile: str
    data: bytes


def load_sources(folder: Path) -> list[Source]:
    """Every manifest of `folder`, by id, its file name. Raises ConfigError."""
    return [load_source(path) for path in sorted(folder.glob("*.yml"))]


def load_source(path: Path) -> Source:
    """One manifest."""
    file = load(path, ConfigError)
    if not isinstance(file.value, dict):
        raise ConfigError(path, 1, "a manifest is a mapping of keys such as `title` and `sha256`")
    known_keys(file, _KEYS, ConfigError)
    needed_keys(path, file.value, _NEEDED, "manifest", ConfigError)
    value: dict[str, Any] = {
        "publisher": "", "dates": {}, "profile": "uk-patient", "figures": {}, "measured": {},
        **file.value,
    }  # fmt: skip
    return Source(id=path.stem, **value)


def write_source(path: Path, source: Source) -> None:
    """Write a manifest; the figures stand last."""
    value = {
        key: getattr(source, key)
        for key in (
            "title", "publisher", "locale", "dates", "file", "sha256", "words", "licence",
            "profile", "figures", "measured",
        )
    }  # fmt: skip
    value = {key: dict(one) if isinstance(one, Mapping) else one for key, one in value.items()}
    path.write_text(yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100), "utf-8")


def load_samples(folder: Path) -> list[Sample]:
    """The samples that `samples.yml` lists. Raises ConfigError."""
    path = folder / "samples" / "samples.yml"
    if not path.is_file():
        return []
    file = load(path, ConfigError)
    found: list[Sample] = []
    for name, entry in file.value.items():
        data = (path.parent / name).read_bytes()
        found.append(Sample(id=Path(name).stem, name=name, data=data, **entry))
    return found


def digest(data: bytes) -> str:
    """The sha256 of a document's bytes."""
    return hashlib.sha256(data).hexdigest()
