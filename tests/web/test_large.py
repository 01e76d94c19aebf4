"""A body of a gigabyte is refused by its length, before it is sent."""

import socket
import threading
import time
from pathlib import Path
from types import ModuleType

from auditor.cli.serve import listening
from auditor.web import create_app

GIGABYTE = 1 << 30


def test_a_gigabyte_is_refused_before_it_is_sent(parts: ModuleType, tmp_path: Path) -> None:
    service = parts.service(tmp_path, lambda _task, _id: None)
    current = parts.settings(tmp_path)
    server = listening(create_app(service, parts.library(), current), current, "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.effective_port), timeout=10) as connection:
        connection.sendall(
            b"POST /api/v1/audits HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: multipart/form-data; boundary=x\r\n"
            b"Content-Length: %d\r\n\r\n" % GIGABYTE
        )
        answer = connection.recv(200)
    server.close()
    assert b" 413 " in answer.partition(b"\r\n")[0]
    assert time.monotonic() - start < 5
