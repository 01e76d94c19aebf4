"""The key that signs form tokens: from the settings, or made once and kept in the data folder."""

import os
import secrets
from pathlib import Path

from auditor.settings import Settings

_FILE = "secret-key"


def secret_key(settings: Settings) -> str:
    """The key; the same for every process that shares the data folder."""
    if settings.secret_key:
        return settings.secret_key
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    path = settings.data_dir / _FILE
    if not path.exists():
        _write(path, secrets.token_urlsafe(32))
    return path.read_text("ascii")


def _write(path: Path, key: str) -> None:
    """Put the whole key there or nothing: another process may be doing the same."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
