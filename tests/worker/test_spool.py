"""The queue in a folder: whole messages, each to one reader, nothing left behind."""

import json
import multiprocessing
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from kombu.connection import Connection

from auditor.spool import Transport


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "queue"


def open_channel(folder: Path) -> Any:
    connect: Any = Connection
    return connect(transport=Transport, transport_options={"folder": str(folder)}).channel()


def take_all(folder: Path, queue: str, taken: Any) -> None:
    """Run in another process: take until there is nothing left."""
    channel = open_channel(folder)
    while True:
        try:
            taken.put(channel._get(queue)["n"])
        except Empty:
            return


def test_messages_come_back_in_order_and_are_gone(folder: Path) -> None:
    channel = open_channel(folder)
    channel._put("audits", {"n": 1})
    channel._put("audits", {"n": 2})
    assert channel._size("audits") == 2
    assert {channel._get("audits")["n"], channel._get("audits")["n"]} == {1, 2}
    assert list(folder.iterdir()) == []
    with pytest.raises(Empty):
        channel._get("audits")


def test_queues_are_kept_apart(folder: Path) -> None:
    channel = open_channel(folder)
    channel._put("audits", {"n": 1})
    channel._put("upkeep", {"n": 2})
    assert channel._get("upkeep") == {"n": 2}
    assert channel._size("audits") == 1


def test_an_older_message_comes_first(folder: Path) -> None:
    channel = open_channel(folder)
    channel._put("audits", {"n": 2})
    (folder / "1000000000000_older.audits.msg").write_text('{"n": 1}')
    assert [channel._get("audits")["n"] for _ in range(2)] == [1, 2]


@pytest.mark.parametrize("text", ["", '{"half": ', "\ufffd"])
def test_a_damaged_message_is_dropped_and_the_next_one_read(folder: Path, text: str) -> None:
    channel = open_channel(folder)
    channel._put("audits", {"n": 1})
    (folder / "1000000000000_damaged.audits.msg").write_text(text)
    assert channel._get("audits") == {"n": 1}
    assert list(folder.iterdir()) == []


def test_a_message_that_was_never_finished_is_not_read(folder: Path) -> None:
    channel = open_channel(folder)
    channel._put("audits", {"n": 1})
    (folder / "1_x.unfinished").write_text('{"n": ')
    assert channel._get("audits") == {"n": 1}
    with pytest.raises(Empty):
        channel._get("audits")


def test_a_disk_that_refuses_leaves_nothing_behind(folder: Path) -> None:
    channel = open_channel(folder)
    with pytest.raises(TypeError):
        channel._put("audits", {"n": object()})
    with pytest.raises(OSError, match="too long"):
        channel._put("q" * 300, {"n": 1})
    assert list(folder.iterdir()) == []


def test_purging_takes_only_that_queue(folder: Path) -> None:
    channel = open_channel(folder)
    for n in range(3):
        channel._put("audits", {"n": n})
    channel._put("upkeep", {"n": 9})
    assert channel._purge("audits") == 3
    assert [json.loads(file.read_text()) for file in folder.iterdir()] == [{"n": 9}]


def test_of_many_processes_each_message_goes_to_one(folder: Path) -> None:
    channel = open_channel(folder)
    for n in range(200):
        channel._put("audits", {"n": n})
    fork = multiprocessing.get_context("fork")
    taken = fork.SimpleQueue()
    readers = [fork.Process(target=take_all, args=(folder, "audits", taken)) for _ in range(4)]
    for reader in readers:
        reader.start()
    numbers = sorted(taken.get() for _ in range(200))
    for reader in readers:
        reader.join()
    assert numbers == list(range(200))
    assert taken.empty()
    assert list(folder.iterdir()) == []
