"""Every error the auditor raises on purpose.

    AuditorError                 anything we can explain in one sentence
    ├── UsageError               an option or a value is wrong               (exit 2, HTTP 400)
    │   └── FileError            … in a file, with its line                  (exit 2, HTTP 400)
    │       ├── ConfigError      auditor.toml, a profile, a manifest
    │       ├── RuleError        a rule, a pack, a lexicon
    │       └── GlossaryError    an organisation's glossary
    ├── DocumentError            these bytes cannot be audited               (exit 3, HTTP 422)
    │   └── TooLarge             … because there are too many of them        (exit 3, HTTP 413)
    ├── FetchError               an address cannot or must not be fetched    (exit 3, HTTP 422)
    ├── ToolError                an outside tool is down or answers nonsense (an untested outcome)
    ├── NotFound                 there is no such audit, site or source      (exit 2, HTTP 404)
    └── StoreError               the database or the disk refused            (HTTP 503)

Each message is one plain sentence that says what happened and what to do. None of them ever
holds text of a draft, so they are safe to log.
"""

from pathlib import Path


class AuditorError(Exception):
    """Base of all errors that a person is shown."""


class UsageError(AuditorError):
    """An option or a value given by a person is wrong."""


class FileError(UsageError):
    """A file written by a person is wrong; knows its place (1-based line, 0 if unknown)."""

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        self.path, self.line = str(path), line
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class ConfigError(FileError):
    """A configuration file, profile or manifest is wrong."""


class RuleError(FileError):
    """A rule, a pack or a lexicon file is wrong."""


class GlossaryError(FileError):
    """An organisation's glossary is wrong."""


class DocumentError(AuditorError):
    """The bytes cannot be read as a document."""


class TooLarge(DocumentError):
    """The document is larger than the limit."""


class FetchError(AuditorError):
    """An address could not be fetched, or the settings forbid it."""


class ToolError(AuditorError):
    """An outside tool failed; becomes `Unavailable` evidence."""


class NotFound(AuditorError):
    """Something was asked for by an id that nothing has."""


class StoreError(AuditorError):
    """The store could not keep or read a row."""
