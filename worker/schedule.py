"""When upkeep is done: by `celery beat` where it runs, and by each worker in any case.

Both only send a message, so that the work is done by a worker's child like any other task;
done twice, it is harmless.
"""

import logging
import threading
import time
from typing import Any

from celery.signals import worker_ready

from auditor.errors import ToolError
from auditor.queue import UPKEEP_EXPIRES_SECONDS, sender, task_name
from auditor.settings import Settings

PURGE_SECONDS = 3600

log = logging.getLogger(__name__)


def timetable(settings: Settings) -> dict[str, dict[str, Any]]:
    """The schedule in Celery's words."""
    return {
        task: {
            "task": task_name(task),
            "schedule": seconds,
            "options": {"expires": UPKEEP_EXPIRES_SECONDS},
        }
        for task, seconds in _every(settings).items()
    }


def clock(settings: Settings) -> None:
    """Have each worker send the upkeep tasks from the moment it is ready."""

    def start(**_signal: object) -> None:
        for task, seconds in _every(settings).items():
            threading.Thread(
                target=_send_for_ever, args=(settings, task, seconds), name=task, daemon=True
            ).start()

    worker_ready.connect(start, weak=False)


def _every(settings: Settings) -> dict[str, float]:
    return {"sweep": settings.sweep_seconds, "purge": PURGE_SECONDS}


def _send_for_ever(settings: Settings, task: str, seconds: float) -> None:
    send = sender(settings)
    while True:
        try:
            send(task, "")
        except ToolError as error:
            log.warning("%s was not sent: %s", task, error)
        time.sleep(seconds)
