"""Pages from the web, fetched politely and from public hosts only, within limits."""

from __future__ import annotations

import codecs
import re
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from types import TracebackType
from typing import Self
from urllib.parse import unquote

import httpcore
import httpx

from auditor.errors import FetchError
from auditor.parse import FORMATS
from auditor.settings import Settings
from auditor.tools.address import AddressPolicy, host_of
from auditor.tools.connection import Answer, request
from auditor.tools.deadline import Deadline
from auditor.tools.robots import Robots

PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
DOCUMENT_TYPES = PAGE_TYPES | frozenset(FORMATS)
# What a glossary may be, besides a page.
GLOSSARY_TYPES = PAGE_TYPES | {
    "text/csv", "text/tab-separated-values", "application/csv", "application/yaml", "application/json",
    "application/x-yaml", "text/yaml", "text/x-yaml",
}  # fmt: skip

_REDIRECTS = (301, 302, 303, 307, 308)
# Python has decoders that take quadratic time; these are the ones that web pages use.
_CHARSETS = re.compile(
    r"utf-(8|16(-[lb]e)?)|iso8859-\d+|cp\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|shift_jis|euc_(jp|kr)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched file: where it was found in the end, its bytes, and what the host says they are.

    `media_type` is in lower case and without parameters; `charset` is a Python codec or empty;
    `name` is the last part of the path, or the host.
    """

    url: str
    data: bytes
    media_type: str
    charset: str
    name: str

    @property
    def as_utf8(self) -> bytes:
        """The bytes of a text in UTF-8, read by the codec that the host names (RFC 9110, 8.3.2).

        What has a byte order mark, or is UTF-8 already, stays as it is.
        """
        marked = self.data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if not self.charset or marked or self.media_type not in PAGE_TYPES:
            return self.data
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return self.data.decode(self.charset, "replace").encode()
        wide = self.charset.startswith("utf-16")
        return self.data.decode(self.charset, "replace").encode() if wide else self.data


class Fetcher:
    """Fetches pages one after the other; not for use by several threads at once.

    Every address on the way (redirects, robots.txt) is checked anew, each with its own connection
    to the address that was checked. Limits are those of the settings. What robots.txt files said
    is remembered until the end of the `with` block. `sleep` is given seconds.
    """

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self._sleep = sleep
        self._policy = AddressPolicy(settings.allow_hosts)
        self._deadline = Deadline(settings.fetch_seconds)
        self._robots = Robots(self._read_robots)
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._robots.forget()
        self._asked.clear()

    def get(self, url: str, accept: frozenset[str] = PAGE_TYPES) -> Page:
        """The page at `url`, if it is of a media type in `accept`; raises FetchError if not had.

        Takes `settings.fetch_seconds` at most, apart from pauses that a robots.txt asks for.
        """
        self._deadline = Deadline(self.settings.fetch_seconds)
        with self._follow(self._policy.parse(url), self._be_polite) as answer:
            if answer.status != 200:
                raise FetchError(_no_page(answer))
            media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
            if media_type not in accept:
                raise FetchError(
                    f"{answer.label} is not of a kind that can be read here; give {_kinds(accept)}"
                )
            return Page(
                url=str(answer.url),
                data=answer.body(self.settings.max_bytes),
                media_type=media_type,
                charset=_charset(answer.headers.get("content-type", "")),
                name=_name(answer.url),
            )

    @contextmanager
    def _follow(self, url: httpx.URL, before: Callable[[httpx.URL], None]) -> Iterator[Answer]:
        """The first answer that is no redirect; `before` may refuse each address on the way."""
        seen = [url]
        while True:
            try:
                before(url)
                with request(url, self._policy, self._deadline, self._tls_for(url)) as answer:
                    if answer.status not in _REDIRECTS:
                        yield answer
                        return
                    url = self._target(answer)
            except FetchError as error:
                if url is seen[0]:
                    raise
                raise FetchError(f"after a redirect: {error}") from error
            if url in seen:
                raise FetchError("the address redirects in a circle; ask its owner to mend it")
            if len(seen) > self.settings.fetch_redirects:
                raise FetchError(
                    f"the address redirects more than {self.settings.fetch_redirects} times; "
                    "give the address where it ends"
                )
            seen.append(url)

    def _tls_for(self, url: httpx.URL) -> ssl.SSLContext | None:
        return self._tls if url.scheme == "https" else None

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """Reading all authorities takes a while, so it is done once and when it is needed."""
        return httpcore.default_ssl_context()

    def _target(self, answer: Answer) -> httpx.URL:
        try:
            target = str(answer.url.join(answer.headers["location"]))
        except (KeyError, httpx.InvalidURL) as error:
            raise FetchError(
                f"{answer.label} redirects to nowhere; ask its owner to mend it"
            ) from error
        try:
            return self._policy.parse(target)
        except FetchError as error:
            raise FetchError(f"{answer.label} redirects wrongly: {error}") from error

    def _be_polite(self, url: httpx.URL) -> None:
        """Ask robots.txt, and leave the host the pause that it wants between two requests."""
        delay = self._robots.check(url)
        pause = self._asked.get(host_of(url), 0.0) + delay - time.monotonic()
        if host_of(url) in self._asked and pause > 0:
            self._deadline.extend(pause)
            self._sleep(pause)
        self._asked[host_of(url)] = time.monotonic()

    def _read_robots(self, url: httpx.URL, receive: Callable[[Answer], str]) -> str:
        with self._follow(url, lambda _: None) as answer:
            return receive(answer)


def _no_page(answer: Answer) -> str:
    """What to say when a host answers with a status other than 200."""
    status = answer.status
    if status in (404, 410):
        return f"{answer.label} does not exist (status {status}); check the address"
    if status in (401, 403):
        return f"{answer.label} is not open to the public (status {status}); give a file instead"
    if status == 429:
        return f"{host_of(answer.url)} asks for fewer requests (status 429); try again later"
    if status >= 500:
        return f"{answer.label} answered with an error (status {status}); try again later"
    return f"{answer.label} answered without a page (status {status}); check the address"


def _kinds(accept: frozenset[str]) -> str:
    if accept == DOCUMENT_TYPES:
        return "a web page, a text, a Word file, a PDF or an OpenDocument text"
    if accept == GLOSSARY_TYPES:
        return "a web page, plain text, Markdown, CSV or YAML"
    return "a web page, plain text or Markdown" if accept == PAGE_TYPES else "an XML sitemap"


def _charset(content_type: str) -> str:
    """The codec that the header names, or nothing if it names none that pages use."""
    header = Message()
    header["content-type"] = content_type
    try:
        name = codecs.lookup(header.get_content_charset("")).name
    except (LookupError, ValueError):
        return ""
    if name in ("iso8859-1", "ascii"):
        return "cp1252"  # as browsers do (WHATWG Encoding Standard, 4.2)
    return name if _CHARSETS.fullmatch(name) else ""


def _name(url: httpx.URL) -> str:
    last = unquote(url.path.rstrip("/").rpartition("/")[2])
    return "".join(char for char in last if char.isprintable())[:120] or host_of(url)
