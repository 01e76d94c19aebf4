"""The queue: how Celery is set up, said once for those who send and those who work.

Messages hold the name of a task and an id. The table of audits is the truth: there is no result
backend, a message may be lost, and a second one is harmless.
"""

from collections.abc import Callable
from typing import Any

from celery import Celery
from kombu.exceptions import KombuError

from auditor.errors import ToolError
from auditor.settings import Settings

AUDITS, UPKEEP = "audits", "upkeep"
UPKEEP_TASKS = ("sweep", "purge")

# Hard limits for a task, in seconds. A batch stays below the half hour after which RabbitMQ
# takes a message back.
AUDIT_SECONDS = 600
BATCH_SECONDS = 1500
# Time to clean up, between a warning and the end.
GRACE_SECONDS = 20
# Upkeep that nobody did by now is left to the next message.
UPKEEP_EXPIRES_SECONDS = 600

_CONNECT_SECONDS = 3


def configuration(settings: Settings) -> dict[str, Any]:
    """Celery's settings for this installation, in Celery's names."""
    return {
        "broker_url": settings.queue_url,
        **_transport(settings),
        "broker_connection_retry_on_startup": True,
        "broker_connection_timeout": _CONNECT_SECONDS,
        "task_default_queue": AUDITS,
        # Upkeep has a queue of its own, so that it never waits behind a whole site.
        "task_queues": {AUDITS: {}, UPKEEP: {}},
        "task_routes": {task_name(task): {"queue": UPKEEP} for task in UPKEEP_TASKS},
        "task_ignore_result": True,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "worker_prefetch_multiplier": 1,
        "task_time_limit": AUDIT_SECONDS,
        "task_soft_time_limit": AUDIT_SECONDS - GRACE_SECONDS,
        "worker_hijack_root_logger": False,
    }


def task_name(task: str) -> str:
    """The name under which the worker knows the task `run_audit`, `run_audits`, `sweep`, `purge`."""
    return f"worker.{task}"


def sender(settings: Settings) -> Callable[[str, str], None]:
    """A function that sends a task by name with one id (or "" for none).

    It raises ToolError when the queue cannot be reached, after a few seconds at most.
    """
    client = Celery("auditor", set_as_current=False)
    client.conf.update(configuration(settings))
    # A person is waiting: one try, and the sweep makes up for it.
    client.conf.broker_transport_options |= {"max_retries": 1, "interval_start": 0}

    def send(task: str, argument: str) -> None:
        try:
            client.send_task(
                task_name(task),
                [argument] if argument else [],
                retry=False,
                expires=UPKEEP_EXPIRES_SECONDS if task in UPKEEP_TASKS else None,
            )
        except (KombuError, OSError) as error:
            raise ToolError("The queue cannot be reached; check the broker.") from error

    return send


def _transport(settings: Settings) -> dict[str, Any]:
    if settings.queue_url.startswith("filesystem:"):
        return {
            "broker_transport": "auditor.spool:Transport",
            "broker_transport_options": {"folder": str(settings.data_dir / "queue")},
            # Replies and events would pile up in the folder: nobody here reads them.
            "worker_enable_remote_control": False,
        }
    if settings.queue_url.startswith(("redis:", "rediss:")):
        return {
            "broker_transport_options": {
                "visibility_timeout": BATCH_SECONDS + 60,
                # A lost message comes back within seconds of that instead of minutes.
                "unacked_restore_interval": 1,
                "unacked_restore_throttle": 1,
                "socket_connect_timeout": _CONNECT_SECONDS,
                "socket_keepalive": True,
            }
        }
    return {"broker_transport_options": {"confirm_publish": True}}
