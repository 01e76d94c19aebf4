"""A web page that is handed in by its address, fetched while the person or program waits."""

from dataclasses import dataclass

from auditor.errors import FetchError
from auditor.inputs import is_address
from auditor.settings import Settings
from auditor.tools.fetch import DOCUMENT_TYPES, Fetcher


@dataclass(frozen=True, slots=True)
class WebPage:
    """What came back, as UTF-8, under the address that it came from in the end."""

    data: bytes
    name: str
    media_type: str


def web_page(address: str, settings: Settings) -> WebPage:
    """Fetch a page; `https://` may be left out. Raises FetchError with a whole sentence."""
    if not is_address(address):
        address = f"https://{address}"
    try:
        with Fetcher(settings) as fetcher:
            page = fetcher.get(address, DOCUMENT_TYPES)
    except FetchError as error:
        said = str(error)
        raise FetchError(f"{said[:1].upper()}{said[1:]}.") from error
    return WebPage(page.as_utf8, page.url, page.media_type)
