"""The queue without a server: a folder of messages, as a Kombu transport.

Kombu has one of its own, but it writes a message under its final name, byte by byte, and reads
without waiting. A reader that meets half a message (from a killed sender, from a full disk) ends
the whole worker; and its files of bindings and of read messages are never tidied. Here a message
appears whole, is read by one process, and is gone once it is read.
"""

import contextlib
import fcntl
import json
import logging
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from queue import Empty
from typing import IO, Any

from kombu.transport import virtual

log = logging.getLogger(__name__)

# How often an idle worker looks: about the time that a message waits.
POLLING_SECONDS = 0.05


class Channel(virtual.Channel):
    """Messages as files, `<milliseconds>_<random>.<queue>.msg`, in the option `folder`."""

    def _put(self, queue: str, message: dict[str, Any], **_options: object) -> None:
        folder, name = self._folder(), f"{time.time_ns() // 1_000_000}_{uuid.uuid4()}"
        unfinished = folder / f"{name}.unfinished"
        try:
            unfinished.write_text(json.dumps(message), encoding="utf-8")
            unfinished.rename(folder / f"{name}.{queue}.msg")
        finally:
            unfinished.unlink(missing_ok=True)

    def _get(self, queue: str, *_: object, **_options: object) -> dict[str, Any]:
        for file in sorted(self._files(queue)):
            with contextlib.suppress(FileNotFoundError), file.open("rb") as opened:
                message = _take(file, opened)
                if message is not None:
                    return message
        raise Empty

    def _size(self, queue: str) -> int:
        return sum(1 for _ in self._files(queue))

    def _purge(self, queue: str) -> int:
        count = 0
        for file in self._files(queue):
            file.unlink(missing_ok=True)
            count += 1
        return count

    def _files(self, queue: str) -> Iterator[Path]:
        return self._folder().glob(f"*.{queue}.msg")

    def _folder(self) -> Path:
        folder = Path(self.connection.client.transport_options["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        return folder


class Transport(virtual.Transport):
    """What Celery is given instead of a server; messages are only ever sent to a queue by name.

    It takes part in the worker's event loop. Without that, Celery's processes share one pipe, and
    one that is killed while it waits there stops all of them for ever.
    """

    Channel = Channel
    implements = virtual.Transport.implements.extend(
        asynchronous=True, exchange_type=frozenset({"direct"})
    )
    driver_type = driver_name = "spool"

    def driver_version(self) -> str:
        """Kombu asks; there is no driver but this module."""
        return "1"

    def register_with_event_loop(self, connection: Any, loop: Any) -> None:
        """Called by a worker: look into the folder every so often, and take what is there."""

        def look() -> None:
            with contextlib.suppress(TimeoutError):
                while True:
                    connection.drain_events(connection, timeout=0)

        loop.call_repeatedly(POLLING_SECONDS, look)


def _take(file: Path, opened: IO[bytes]) -> dict[str, Any] | None:
    """The message, unless another process took it while this one waited for the lock."""
    fcntl.flock(opened, fcntl.LOCK_EX)
    if not file.exists():
        return None
    text = opened.read()
    file.unlink()
    try:
        message: dict[str, Any] = json.loads(text)
    except ValueError:
        # A power failure may leave one without its end; the sweep sends it again.
        log.warning("a damaged message was dropped: %s", file.name)
        return None
    return message
