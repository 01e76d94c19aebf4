"""Where the parts are put together: settings in, working objects out."""

from collections.abc import Callable

from auditor import pipeline
from auditor.errors import ToolError
from auditor.library import Library, load_library
from auditor.model import Report
from auditor.pipeline import Tools
from auditor.profiles import choose
from auditor.service import Job, Progress, Service
from auditor.settings import Settings
from auditor.store import Store
from auditor.tools import pronunciation
from auditor.tools.languagetool import LanguageTool


def library(settings: Settings) -> Library:
    """The rules, profiles, lexicon and source documents of this installation."""
    return load_library(settings.rules_dir, settings.sources_dir)


def tools(settings: Settings, languagetool_url: str = "") -> Tools:
    """The outside tools: LanguageTool at the given address, or at the one in the settings."""
    pronunciation.use(settings)
    url = languagetool_url or settings.languagetool_url
    if not url or url == "off":
        return Tools()
    client = LanguageTool(url, settings.languagetool_seconds)
    try:
        versions = {"languagetool": client.version()}
    except ToolError:
        versions = {}
    return Tools({"languagetool": client}, versions)


def service(settings: Settings, send: Callable[[str, str], None]) -> Service:
    """The service over the store of this installation; the tables are made when they are not."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    store = Store(settings.store_url)
    store.migrate()
    loaded = library(settings)

    def audit(job: Job, progress: Progress) -> Report:
        return pipeline.run(
            job.data,
            job.name,
            job.media_type,
            profile=choose(loaded.profiles, job.profile),
            library=loaded,
            tools=tools(settings),
            today=job.today,
            progress=progress,
        )

    return Service(
        store,
        send,
        audit,
        lease_seconds=settings.lease_seconds,
        max_attempts=settings.max_attempts,
        retention_days=settings.retention_days,
        max_bytes=settings.max_bytes,
    )
