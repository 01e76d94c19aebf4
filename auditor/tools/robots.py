"""What a host's robots.txt asks of us (RFC 9309): which pages to leave alone, and how fast to go."""

from __future__ import annotations

from collections.abc import Callable

import httpx
from protego import Protego

from auditor.errors import FetchError
from auditor.tools.address import host_of
from auditor.tools.connection import AGENT, Answer

LARGEST = 512_000  # bytes; RFC 9309 asks that at least 500 KiB be read
LONGEST_DELAY = 5.0  # seconds

_HOSTS = 8  # rules of one host can take some 20 MB
_WORK = 1_000_000  # lines times agents: the parser repeats each rule for each agent of its group

Read = Callable[[httpx.URL, Callable[[Answer], str]], str]


class Robots:
    """The rules of the hosts met last, each read once.

    `read(url, receive)` fetches `url` under the same limits as a page, without asking robots.txt,
    and returns what `receive` makes of the answer.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[str, Protego | str] = {}  # rules, or why there are none

    def check(self, url: httpx.URL) -> float:
        """Seconds to leave between two requests to the host of `url`.

        Raises FetchError if robots.txt forbids `url`, or cannot be had.
        """
        rules = self._rules(url)
        if not rules.can_fetch(str(url), AGENT):
            raise FetchError(
                f"the robots.txt of {host_of(url)} forbids this page; ask its owner, or give a file"
            )
        return min(rules.crawl_delay(AGENT) or 0.0, LONGEST_DELAY)

    def forget(self) -> None:
        """Read every robots.txt anew from here on."""
        self._known.clear()

    def _rules(self, url: httpx.URL) -> Protego:
        address = url.copy_with(raw_path=b"/robots.txt")
        origin = str(address)
        if origin not in self._known:
            if len(self._known) == _HOSTS:
                del self._known[next(iter(self._known))]
            try:
                self._known[origin] = _parse(self._read(address, _text), host_of(url))
            except FetchError as error:
                self._known[origin] = str(error)
        known = self._known[origin]
        if isinstance(known, str):
            raise FetchError(known)
        return known


def _text(answer: Answer) -> str:
    """The rules in an answer: 4xx means that there are none (RFC 9309, 2.3.1.3)."""
    if 400 <= answer.status < 500:
        return ""
    if answer.status != 200:
        raise FetchError(
            f"the robots.txt of {host_of(answer.url)} cannot be read (status {answer.status}), "
            "so nothing there may be fetched; try again later"
        )
    return answer.body(LARGEST).decode("utf-8-sig", "replace")


def _parse(text: str, host: str) -> Protego:
    if _work(text) > _WORK:
        raise FetchError(
            f"the robots.txt of {host} is too complex to be read, "
            "so nothing there may be fetched; ask its owner to shorten it"
        )
    return Protego.parse(text)


def _work(text: str) -> int:
    """How many steps the parser takes at most; where it is lenient this counts too many."""
    steps = agents = 0
    group_is_open = True
    for line in text.splitlines():
        rule = line.partition("#")[0].strip().lower()
        if rule.startswith("user"):
            agents = agents + 1 if group_is_open else 1
            group_is_open = True
        elif rule.startswith(("allow", "disallow")) and ":" in rule:
            group_is_open = False
        steps += agents
    return steps
