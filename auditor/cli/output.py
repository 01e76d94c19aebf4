"""Writing what a command made to a file that somebody named."""

from pathlib import Path

from auditor.errors import UsageError


def write_file(path: Path, data: str | bytes, option: str = "--output-file") -> None:
    """Write the file and the folders above it; raises UsageError with the option that named it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    except OSError as error:
        raise UsageError(f"{option}: {path} cannot be written: {error.strerror}") from error
