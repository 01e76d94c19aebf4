"""`.vale.ini`: where the styles are, which of them hold for which files, and from which level."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from auditor.errors import ConfigError
from auditor.model import LEVELS, Level
from auditor.styles.style import Section

_LINE = re.compile(r"([^=\s][^=]*?)\s*=\s*(.*)")
_SWITCHES: dict[str, bool] = {"yes": True, "true": True, "no": False, "false": False}
# What Vale does with these we do not do; each is named, and nothing else changes.
_PASSED_OVER = frozenset(
    "TokenIgnores BlockIgnores IgnoredScopes SkippedScopes IgnoredClasses WordTemplate Transform "
    "CommentDelimiters NLPEndpoint Lang View".split()
)


@dataclass(slots=True)
class Ini:
    """The file's words: `vocab` None means that none is named."""

    path: Path
    styles: Path
    least: Level = "suggestion"
    vocab: tuple[str, ...] = ()
    sections: list[Section] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_ini(path: Path) -> Ini:
    """Read one file. Raises ConfigError with file and line."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(path, 0, "the file cannot be read as UTF-8; look at its name") from error
    ini = Ini(path, path.parent / "styles")
    glob = ""
    for number, key, value in _entries(lines):
        if key == "[":
            glob = value
            if glob not in ("formats", "asciidoctor", "adoc"):
                ini.sections.append(Section(glob))
        elif not glob:
            _top(ini, number, key, value)
        elif ini.sections and ini.sections[-1].glob == glob:
            _in_section(ini, number, key, value)
    if not any(section.based_on or section.settings for section in ini.sections):
        raise ConfigError(
            path, 1, "no section names a style; write `[*]` and `BasedOnStyles = …` below it"
        )
    if not ini.styles.is_dir():
        raise ConfigError(path, 1, f"StylesPath: there is no folder {ini.styles}")
    return ini


def _entries(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """(line, key, value); a section's head has the key `[`. A line ending in `\\` goes on."""
    joined, first = "", 0
    for number, raw in enumerate(lines, 1):
        line = joined + raw.strip()
        first = first or number
        if line.endswith("\\"):
            joined = line[:-1].rstrip() + " "
            continue
        if line.startswith("[") and line.endswith("]"):
            yield first, "[", line[1:-1].strip()
        elif line and line[0] not in "#;":
            found = _LINE.fullmatch(line)
            yield (first, found.group(1), found.group(2).strip()) if found else (first, line, "")
        joined, first = "", 0


def _top(ini: Ini, number: int, key: str, value: str) -> None:
    if key == "StylesPath":
        ini.styles = ini.path.parent / value
    elif key == "MinAlertLevel":
        ini.least = _level(ini, number, value)
    elif key == "Vocab":
        ini.vocab = _list(value)
    elif key == "Packages":
        ini.notes.append(f"{ini.path}:{number}: packages are not fetched; have them in StylesPath")
    elif key in _PASSED_OVER:
        ini.notes.append(f"{ini.path}:{number}: ‘{key}’ is not supported and changes nothing here")
    else:
        raise ConfigError(
            ini.path,
            number,
            f"‘{key}’ is no key here; use StylesPath, MinAlertLevel, Vocab, or a [section]",
        )


def _in_section(ini: Ini, number: int, key: str, value: str) -> None:
    section = ini.sections[-1]
    if key == "BasedOnStyles":
        ini.sections[-1] = Section(section.glob, _list(value), section.settings)
    elif "." in key:
        setting: Level | bool
        lower = value.lower()
        setting = _SWITCHES[lower] if lower in _SWITCHES else _level(ini, number, lower)
        settings = (*section.settings, (key, setting))
        ini.sections[-1] = Section(section.glob, section.based_on, settings)
    elif key in _PASSED_OVER:
        ini.notes.append(f"{ini.path}:{number}: ‘{key}’ is not supported and changes nothing here")
    else:
        raise ConfigError(
            ini.path, number, f"‘{key}’ is no key here; use BasedOnStyles or Style.Rule"
        )


def _level(ini: Ini, number: int, value: str) -> Level:
    if value not in LEVELS:
        raise ConfigError(ini.path, number, f"expected YES, NO, {', '.join(LEVELS)}, not ‘{value}’")
    return value


def _list(value: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in value.split(",") if one.strip())
