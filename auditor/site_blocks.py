"""What stands on most pages of a site is no text of any of them: the same notice, the same offer.

The pages of its batch speak for the site, so that thousands are never read at once. Headings are
left alone, because pages of one kind share theirs.
"""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from auditor.errors import DocumentError
from auditor.parse import media_type_of, parse
from auditor.parse.picked import Picked

_FEWEST = 3  # pages that a block stands on
_MOST_PAGES = 0.5  # the share of the pages that is "most", if it is more than this


def repeated(pages: Iterable[tuple[bytes, str, str]]) -> list[Picked]:
    """For each page (bytes, name, media type; no bytes: it could not be had) what it shares.

    Each page is read in turn and only digests of its blocks are kept.
    """
    seen = [_blocks(*page) for page in pages]
    counts = Counter(digest for page in seen for digest in {digest for _, digest in page})
    readable = sum(map(bool, seen))
    shared = {
        digest
        for digest, count in counts.items()
        if count >= _FEWEST and count > _MOST_PAGES * readable
    }
    return [
        Picked(repeated=frozenset(number for number, digest in page if digest in shared))
        for page in seen
    ]


def _blocks(data: bytes, name: str, media_type: str) -> list[tuple[int, bytes]]:
    if not data:
        return []
    try:
        document = parse(data, name, media_type_of(name, media_type))
    except DocumentError:
        return []
    return [
        (number, _digest(block.span.of(document.text)))
        for number, block in enumerate(document.blocks)
        if block.region == "content" and not block.is_a("heading")
    ]


def _digest(text: str) -> bytes:
    return blake2b(" ".join(text.lower().split()).encode(), digest_size=12).digest()
