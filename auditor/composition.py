"""Where the service is put together: settings in, a working service out."""

from collections.abc import Callable

from auditor import pipeline, toolbox
from auditor.library import Library
from auditor.model import Report
from auditor.profiles import choose
from auditor.service import Job, Progress, Service
from auditor.settings import Settings
from auditor.store import Store


def service(settings: Settings, send: Callable[[str, str], None], library: Library) -> Service:
    """The service over the store of this installation; the tables are made when they are not."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    store = Store(settings.store_url)
    store.migrate()

    def audit(job: Job, progress: Progress) -> Report:
        return pipeline.run(
            job.data,
            job.name,
            job.media_type,
            profile=choose(library.profiles, job.profile),
            library=library,
            tools=toolbox.tools(settings),
            today=job.today,
            chosen_class=job.document_class if job.document_class in library.contracts else "",
            picked=job.picked,
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
