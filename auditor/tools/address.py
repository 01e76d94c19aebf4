"""Which addresses may be fetched: the form of a URL, and the network that its host is in.

Special networks are those of the IANA registries that `ipaddress` knows. Addresses that carry an
IPv4 address inside (RFC 4291 mapped, RFC 3056 6to4, RFC 4380 Teredo, RFC 6052 NAT64) are judged
by the one they carry.
"""

from __future__ import annotations

import queue
import re
import socket
import threading
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from auditor.errors import FetchError, UsageError
from auditor.tools.deadline import Deadline

LONGEST = 2_048  # code points; the sitemap protocol allows no longer address either

_IP = IPv4Address | IPv6Address
_PORTS = (80, 443)
_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
# A public number that inside Azure reaches the platform itself (Microsoft Learn, "What is IP
# address 168.63.129.16?").
_PLATFORM = IPv4Address("168.63.129.16")


class AddressPolicy:
    """What may be fetched: public hosts, and the hosts that the settings allow by name."""

    def __init__(self, allow_hosts: Iterable[str] = ()) -> None:
        self._allowed = frozenset(_allowed(name) for name in allow_hosts)

    def parse(self, text: str) -> httpx.URL:
        """The address as it will be fetched: host in ASCII and lower case, no fragment.

        Raises FetchError for anything but a plain http or https address on a standard port.
        """
        if len(text) > LONGEST:
            raise FetchError(f"the address is longer than {LONGEST} characters; give a shorter one")
        try:
            url = httpx.URL(text.strip())
        except httpx.InvalidURL as error:
            raise FetchError("the address is not a valid web address; check it") from error
        if not url.scheme:
            raise FetchError("the address does not start with https:// or http://; add it")
        if url.scheme not in ("http", "https"):
            raise FetchError("only https and http addresses can be fetched; give one of those")
        if url.userinfo:
            raise FetchError("the address holds a user name or password; take it out")
        if url.port is not None and not 0 < url.port <= 65_535:
            raise FetchError("the address has no valid port; check it")
        host = _canonical(host_of(url))
        if url.port not in (None, *_PORTS) and host not in self._allowed:
            raise FetchError(
                f"{host} is asked for on port {url.port}; use the standard port, "
                "or name the host in AUDITOR_ALLOW_HOSTS"
            )
        return url.copy_with(host=host, fragment=None)

    def resolve(self, host: str, port: int, deadline: Deadline) -> list[str]:
        """The IP addresses of `host`, asked for once; raises FetchError if one is not public."""
        literal = _literal(host)
        found = [literal] if literal else _look_up(host, port, deadline)
        if host not in self._allowed and not all(is_public(address) for address in found):
            raise FetchError(
                f"{host} is on a private network; give a public address, "
                "or name the host in AUDITOR_ALLOW_HOSTS"
            )
        return [str(address) for address in found]


def host_of(url: httpx.URL) -> str:
    """The host in ASCII; `URL.host` would raise for a name that is no sound IDNA."""
    return url.raw_host.decode("ascii")


def is_public(address: _IP) -> bool:
    """Whether anyone on the internet would reach the same machine at `address`."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and address != _PLATFORM
    carried = _carried(address)
    if carried:
        return all(is_public(inner) for inner in carried)
    return address in _GLOBAL_UNICAST and address.is_global and not address.scope_id


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses inside an IPv6 address."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFF_FFFF),)
    return ()


def _literal(host: str) -> _IP | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _canonical(host: str) -> str:
    """The one way to write `host`, which is ASCII: lower case, no last dot, short IPv6.

    Raises FetchError for a host that is neither a name nor an IP address in its usual form.
    """
    host = host.lower().removesuffix(".")
    literal = _literal(host) if "%" not in host else None
    if literal:
        return str(literal)
    if len(host) > 253 or not _NAME.fullmatch(host):
        raise FetchError("the address has no valid host name; check it")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        # 2130706433, 0x7f.1 and 0177.0.0.1 are all 127.0.0.1 to the resolver.
        raise FetchError("the host is written as a number; give its name")
    return host


def _allowed(name: str) -> str:
    try:
        if ":" in name:
            return str(IPv6Address(name.strip("[]")))
        url = httpx.URL(f"http://{name}")
        if url.raw_path != b"/":
            raise FetchError("a host name has no path")
        return _canonical(host_of(url))
    except (httpx.InvalidURL, FetchError, ValueError) as error:
        raise UsageError(
            "AUDITOR_ALLOW_HOSTS: give host names separated by commas, without port or path"
        ) from error


def _look_up(host: str, port: int, deadline: Deadline) -> list[_IP]:
    """Every address that the resolver gives, each once, in its order."""
    answers: queue.SimpleQueue[list[str]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            found = []
        answers.put([str(entry[4][0]) for entry in found])

    # The system's resolver knows no time limit, so it is asked in a thread that can be left behind.
    threading.Thread(target=ask, name=f"look up {host}", daemon=True).start()
    try:
        answer = answers.get(timeout=deadline.left())
    except queue.Empty:
        raise deadline.passed() from None
    if not answer:
        raise FetchError(f"the host {host} is not known; check the address")
    return [ip_address(entry) for entry in dict.fromkeys(answer)]
