"""How Celery is set up, and what a message holds."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from auditor.errors import ToolError
from auditor.queue import (
    BATCH_SECONDS,
    UPKEEP_EXPIRES_SECONDS,
    configuration,
    sender,
)
from auditor.settings import Settings


@pytest.fixture
def embedded(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


def messages(settings: Settings) -> list[dict[str, Any]]:
    files = sorted((settings.data_dir / "queue").iterdir())
    return [json.loads(file.read_text()) for file in files]


def test_a_message_holds_a_task_and_an_id(embedded: Settings) -> None:
    sender(embedded)("run_audit", "an-id")
    (message,) = messages(embedded)
    assert message["headers"]["task"] == "worker.run_audit"
    assert json.loads(base64.b64decode(message["body"]))[:2] == [["an-id"], {}]
    assert message["headers"]["expires"] is None


def test_upkeep_has_a_queue_of_its_own_and_no_arguments(embedded: Settings) -> None:
    send = sender(embedded)
    for task in ("sweep", "purge"):
        send(task, "")
    for message in messages(embedded):
        assert json.loads(base64.b64decode(message["body"]))[0] == []
        assert message["headers"]["expires"] is not None
    names = [file.name for file in (embedded.data_dir / "queue").iterdir()]
    assert [name.endswith(".upkeep.msg") for name in names] == [True, True]


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "queue").write_text("a file where the folder should be")
    with pytest.raises(ToolError, match=r"^The queue cannot be reached; check the broker\.$"):
        sender(Settings(data_dir=tmp_path))("run_audit", "an-id")


@pytest.mark.parametrize(
    "url", ["redis://127.0.0.1:1/0", "amqp://guest@127.0.0.1:1//", "redis://no-such-host.invalid/0"]
)
def test_a_broker_that_is_down_is_said_in_words(tmp_path: Path, url: str) -> None:
    send = sender(Settings(data_dir=tmp_path, broker_url=url))
    for _ in range(2):
        with pytest.raises(ToolError, match=r"^The queue cannot be reached; check the broker\.$"):
            send("run_audit", "an-id")


@pytest.mark.redis
def test_a_broker_that_goes_away_and_comes_back(tmp_path: Path, own_redis: Any) -> None:
    import redis

    port = _free_port()
    send = sender(Settings(data_dir=tmp_path, broker_url=f"redis://127.0.0.1:{port}/0"))
    with own_redis(port):
        send("run_audit", "one")
    with pytest.raises(ToolError):
        send("run_audit", "two")
    with own_redis(port) as url:
        _until_sent(send)
        client = redis.Redis.from_url(url)
        assert client.llen("audits") >= 1
        client.close()


def test_redis_takes_back_no_task_that_may_still_be_running(tmp_path: Path) -> None:
    found = configuration(Settings(data_dir=tmp_path, broker_url="redis://localhost/0"))
    options = found["broker_transport_options"]
    assert options["visibility_timeout"] > BATCH_SECONDS
    assert options["unacked_restore_interval"] == options["unacked_restore_throttle"] == 1
    assert found["task_acks_late"] and found["task_reject_on_worker_lost"]
    assert found["worker_prefetch_multiplier"] == 1


def test_only_json_is_taken_and_no_result_is_kept(embedded: Settings) -> None:
    found = configuration(embedded)
    assert found["accept_content"] == ["json"]
    assert found["task_ignore_result"]
    assert "result_backend" not in found


def test_upkeep_outlives_its_own_interval() -> None:
    assert Settings.model_fields["sweep_seconds"].default < UPKEEP_EXPIRES_SECONDS


def _free_port() -> int:
    import socket

    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


def _until_sent(send: Any) -> None:
    """Connections that broke while the server was away are found out one by one."""
    for _ in range(20):
        try:
            send("run_audit", "three")
        except ToolError:
            continue
        return
    pytest.fail("the queue did not come back")
