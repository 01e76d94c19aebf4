"""The page addresses of a site, from its sitemap (sitemaps.org protocol 0.9)."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator

from defusedxml.ElementTree import ParseError, iterparse

from auditor.errors import FetchError
from auditor.tools.address import LONGEST
from auditor.tools.connection import gunzip
from auditor.tools.fetch import Fetcher

TYPES = frozenset(
    {
        "application/xml",
        "text/xml",
        "application/gzip",
        "application/x-gzip",
        "application/octet-stream",  # what many hosts say of a .gz file
    }
)

_FILES = 50  # most sitemaps read for one site
_GZIP = b"\x1f\x8b"
_ENTRIES = {"urlset": "url", "sitemapindex": "sitemap"}


def sitemap(fetcher: Fetcher, url: str) -> list[str]:
    """The pages that the sitemap or sitemap index at `url` names, each once, in its order.

    At most `settings.max_site_pages` of them, from at most 50 sitemaps. Addresses are as written
    there: `fetcher.get` judges each. Raises FetchError if a sitemap on the way cannot be read, so
    that half a site never passes for all of it.
    """
    return _Collection(fetcher, [url]).fill()


def sitemap_of(data: bytes, fetcher: Fetcher) -> list[str]:
    """The same for the bytes of a local sitemap; the sitemaps that an index names are fetched."""
    collection = _Collection(fetcher, [])
    collection.add(data)
    return collection.fill()


class _Collection:
    """The pages found so far, and the sitemaps that are still to be read."""

    def __init__(self, fetcher: Fetcher, sitemaps: list[str]) -> None:
        self._fetcher = fetcher
        self._most = fetcher.settings.max_site_pages
        self._pages: dict[str, None] = {}
        self._waiting = deque(sitemaps)

    def fill(self) -> list[str]:
        """Read the waiting sitemaps, and those that they name, until there are enough pages."""
        read: set[str] = set()
        while self._waiting and len(self._pages) < self._most:
            url = self._waiting.popleft()
            if url in read:
                continue
            if len(read) == _FILES:
                raise FetchError(f"the sitemap names more than {_FILES} others; give one of those")
            read.add(url)
            self.add(self._fetcher.get(url, TYPES).data)
        if not self._pages:
            raise FetchError("the sitemap names no pages; give the address of another")
        return list(self._pages)

    def add(self, data: bytes) -> None:
        """Take up the addresses in one sitemap, packed or not."""
        if data.startswith(_GZIP):
            data = gunzip(data, self._fetcher.settings.max_bytes, "the sitemap")
        try:
            for entry, address in _addresses(data):
                if entry == "sitemap":
                    self._waiting.append(address)
                else:
                    self._pages[address] = None
                if len(self._pages) == self._most:
                    return
        except (ParseError, ValueError, LookupError) as error:
            raise FetchError("the sitemap is not sound XML; ask its owner to mend it") from error


def _addresses(data: bytes) -> Iterator[tuple[str, str]]:
    """What each entry is (`url` or `sitemap`), and its address, as they are read.

    Only http and https addresses: nothing else can be a page, and these may end in a link.
    """
    path: list[str] = []
    wanted: list[str] = []
    root = None
    for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True):
        if event == "start":
            path.append(element.tag)
            if root is None:
                root, wanted = element, _path_to_address(element.tag)
            continue
        if path == wanted:
            address = (element.text or "").strip()
            if len(address) <= LONGEST and address.lower().startswith(("http://", "https://")):
                yield path[1].rpartition("}")[2], address
        path.pop()
        if len(path) == 1 and root is not None:
            root.clear()  # the tree never holds more than one entry


def _path_to_address(tag: str) -> list[str]:
    """The elements down to an address, all in the namespace of the root, whose `tag` this is.

    A picture or a translation of a page also has a `loc`, in a namespace of its own.
    """
    space, brace, kind = tag.rpartition("}")
    if kind not in _ENTRIES:
        raise FetchError("the file is not a sitemap; give the address of one")
    return [tag, f"{space}{brace}{_ENTRIES[kind]}", f"{space}{brace}loc"]
