"""The environment becomes one frozen, validated `Settings`; nobody else reads the environment.

Every setting is an environment variable with the prefix `AUDITOR_`: `AUDITOR_DATABASE_URL`.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from auditor.errors import UsageError

_CHECKOUT = Path(__file__).resolve().parent.parent
_INSTALLED = Path(__file__).resolve().parent / "data"


def _shipped(folder: str) -> Path:
    """Where the data folder is: beside the package in a checkout, inside it when installed."""
    checkout = _CHECKOUT / folder
    return checkout if checkout.is_dir() else _INSTALLED / folder


def _data_dir() -> Path:
    checkout = _CHECKOUT / "pyproject.toml"
    return _CHECKOUT / ".cache" if checkout.is_file() else Path.home() / ".cache" / "auditor"


def _names(value: object) -> object:
    """Names separated by commas, as lower-case words."""
    if isinstance(value, str):
        return tuple(name.strip().lower() for name in value.split(",") if name.strip())
    return value


class Settings(BaseSettings):
    """Everything that differs between one installation and another."""

    model_config = SettingsConfigDict(env_prefix="AUDITOR_", frozen=True, extra="forbid")

    data_dir: Path = Field(
        default_factory=_data_dir,
        description="Folder for the database, the queue, and LanguageTool.",
    )
    rules_dir: Path = Field(
        default_factory=lambda: _shipped("rules"), description="Folder of rules and profiles."
    )
    styles: Path | None = Field(
        None, description="Folder of styles in Vale's format, or a .vale.ini; empty: none."
    )
    sources_dir: Path = Field(
        default_factory=lambda: _shipped("sources"),
        description="Folder of source document manifests and samples.",
    )
    database_url: str = Field(
        "", description="SQLAlchemy address of the store; empty: SQLite in the data folder."
    )
    broker_url: str = Field(
        "", description="Celery broker; empty: folders in the data folder; or redis://…"
    )
    languagetool_url: str = Field(
        "",
        description="Address of a LanguageTool server; empty: start our own; `off`: do not check.",
    )
    languagetool_heap_mb: int = Field(
        1024, ge=256, le=32_768, description="Memory for our own LanguageTool, in megabytes."
    )
    languagetool_seconds: float = Field(
        60, gt=0, le=3600, description="Longest wait for one grammar check, in seconds."
    )
    browser: bool = Field(
        False, description="Whether web pages are also opened in a headless browser, with axe-core."
    )
    browser_path: str = Field(
        "", description="The Chromium to use; empty: the one on PATH, or Playwright's own."
    )
    browser_seconds: float = Field(
        45, gt=0, le=600, description="Longest time for one page in the browser, in seconds."
    )
    host: str = Field("127.0.0.1", description="Address that the web pages listen on.")
    port: int = Field(8300, ge=1, le=65_535, description="Port that the web pages listen on.")
    secret_key: str = Field(
        "", description="Signs form tokens; empty: made once and kept in the data folder."
    )
    https: bool = Field(False, description="Whether pages are served over HTTPS only.")
    max_bytes: int = Field(
        5_000_000, ge=1_000, le=100_000_000, description="Largest document, in bytes."
    )
    max_site_pages: int = Field(
        500, ge=1, le=100_000, description="Most documents in one site audit."
    )
    retention_days: int = Field(
        30, ge=1, le=3650, description="Days after which drafts and reports are deleted."
    )
    no_color: str = Field(
        "", validation_alias="NO_COLOR", description="Anything here: no colours in the terminal."
    )
    lease_seconds: float = Field(
        120,
        gt=0,
        le=3600,
        description="How long a worker may hold an audit in silence.",
    )
    sweep_seconds: float = Field(
        10, gt=0, le=3600, description="How often lost audits are looked for."
    )
    max_attempts: int = Field(3, ge=1, le=20, description="Attempts before an audit has failed.")
    fetch_seconds: float = Field(20, gt=0, le=600, description="Longest wait for one address.")
    fetch_redirects: int = Field(5, ge=0, le=20, description="Most redirects followed.")
    allow_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)] = Field(
        (), description="Private hosts that may be fetched, by name, separated by commas."
    )
    submissions_per_hour: int = Field(
        240, ge=1, description="Most submissions from one address in an hour."
    )

    def environment(self) -> dict[str, str]:
        """The environment of this process, for the processes that we start."""
        return dict(os.environ)

    @property
    def store_url(self) -> str:
        """The SQLAlchemy address, with the embedded default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'auditor.sqlite3'}"

    @property
    def queue_url(self) -> str:
        """The Celery broker address, with the embedded default filled in."""
        return self.broker_url or "filesystem://"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process; raises UsageError with the variable and what was expected."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "AUDITOR_" + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(f"{name}: {first['msg'].lower()}; change it and start again") from error
