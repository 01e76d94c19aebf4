"""The tasks: each takes an id and asks the service. What they do is in `auditor.service`."""

import os
from functools import lru_cache
from socket import gethostname

from auditor.queue import BATCH_SECONDS, GRACE_SECONDS, sender, task_name
from auditor.service import Service
from auditor.settings import settings
from worker.app import app


@lru_cache(maxsize=1)
def service() -> Service:
    """The service of this process, made when its first task arrives."""
    from auditor import composition, toolbox

    return composition.service(settings(), sender(settings()), toolbox.library(settings()))


def run_audit(audit_id: str) -> None:
    """Run one audit."""
    service().run(audit_id, _worker())


def run_audits(batch: str) -> None:
    """Run the queued audits of one batch of a site."""
    service().run_batch(batch, _worker())


def sweep() -> None:
    """Send again what was lost."""
    service().sweep()


def purge() -> None:
    """Delete what is older than the retention allows."""
    service().purge()


def _worker() -> str:
    return f"{gethostname()}:{os.getpid()}"


for _task in (run_audit, sweep, purge):
    app.task(name=task_name(_task.__name__))(_task)
app.task(
    name=task_name(run_audits.__name__),
    time_limit=BATCH_SECONDS,
    soft_time_limit=BATCH_SECONDS - GRACE_SECONDS,
)(run_audits)
