"""One request over one connection to a checked IP address, within one deadline.

`httpcore` is used directly, below `httpx.Client`: the check of the resolved address then *is* the
act of connecting, and there are no cookies, redirects, proxies or decoders to switch off.
"""

from __future__ import annotations

import gzip
import io
import ssl
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx
from typing_extensions import override

from auditor import __version__
from auditor.errors import FetchError
from auditor.tools.address import AddressPolicy, host_of
from auditor.tools.deadline import Deadline

AGENT = "auditor"  # the name that a robots.txt may use for us
USER_AGENT = f"{AGENT}/{__version__} (readability and accessibility checks on request)"

_ADDRESSES = 4  # how many addresses of one host are tried


class Answer:
    """What a host answered: status and headers at once, the body only when asked for.

    `label` names the address in messages: host and path, never the query.
    """

    def __init__(self, url: httpx.URL, response: httpcore.Response) -> None:
        self.url = url
        self.label = f"{host_of(url)}{url.raw_path.decode('ascii').partition('?')[0]}"[:200]
        self.status = response.status
        self.headers = httpx.Headers(response.headers)
        self._response = response

    def body(self, limit: int) -> bytes:
        """The body, unpacked; raises FetchError beyond `limit` bytes, packed or unpacked."""
        encoding = self.headers.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip"):
            raise FetchError(
                f"{self.label} is sent in an encoding that cannot be read; offer it as gzip or as is"
            )
        declared = self.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > limit:
            raise _too_large(self.label, limit)
        data = bytearray()
        for chunk in self._response.iter_stream():
            data += chunk
            if len(data) > limit:
                raise _too_large(self.label, limit)
        return gunzip(bytes(data), limit, self.label) if "gzip" in encoding else bytes(data)


def gunzip(data: bytes, limit: int, label: str) -> bytes:
    """`data` unpacked; raises FetchError, about `label`, if damaged or beyond `limit` bytes."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            unpacked = packed.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise FetchError(f"{label} is damaged and cannot be unpacked; try again later") from error
    if len(unpacked) > limit:
        raise _too_large(label, limit)
    return unpacked


@contextmanager
def request(
    url: httpx.URL, policy: AddressPolicy, deadline: Deadline, tls: ssl.SSLContext | None
) -> Iterator[Answer]:
    """GET `url`, which `policy` has parsed, with `tls` if https; raises FetchError for every failure on the way."""
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    headers = {
        b"Host": url.netloc,
        b"User-Agent": USER_AGENT.encode(),
        b"Accept": b"text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.1",
        b"Accept-Encoding": b"gzip",
        b"Connection": b"close",
    }
    connection = httpcore.HTTPConnection(
        target.origin, ssl_context=tls, network_backend=_CheckedNetwork(policy, deadline)
    )
    try:
        with connection, connection.stream("GET", target, headers=list(headers.items())) as reply:
            yield Answer(url, reply)
    except httpcore.TimeoutException as error:
        raise deadline.passed() from error
    except httpcore.ProtocolError as error:
        raise FetchError(
            f"{host_of(url)} sent an answer that is not valid HTTP; try later"
        ) from error
    except httpcore.NetworkError as error:
        raise FetchError(f"{host_of(url)} broke off the connection; try again later") from error


class _CheckedNetwork(httpcore.NetworkBackend):
    """Looks a host up once, checks the answer, and connects to that answer and nothing else."""

    def __init__(self, policy: AddressPolicy, deadline: Deadline) -> None:
        self._policy = policy
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._policy.resolve(host, port, self._deadline)[:_ADDRESSES]
        for index, address in enumerate(addresses):
            share = self._deadline.left() / (len(addresses) - index)
            try:
                stream = self._network.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _TimedStream(stream, self._deadline)
        raise FetchError(f"{host} could not be reached; check the address or try again later")


class _TimedStream(httpcore.NetworkStream):
    """A stream on which each step may take what is left of the deadline, and no more."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    @override
    def close(self) -> None:
        self._stream.close()

    @override
    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                raise FetchError(
                    f"the certificate of {server_hostname} cannot be trusted; ask its owner to renew it"
                ) from error
            raise FetchError(
                f"no secure connection to {server_hostname} could be made; try again later"
            ) from error
        return _TimedStream(stream, self._deadline)

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _too_large(label: str, limit: int) -> FetchError:
    return FetchError(f"{label} is larger than {limit:,} bytes; give a smaller file")
