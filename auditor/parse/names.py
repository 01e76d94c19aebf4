"""What authors call the parts of a page in `class` and `id`: "cookie-banner", "ShareBar_row__k1"."""

import re
from functools import lru_cache

from auditor.model import Region

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")

Sign = tuple[Region, str]
# Any of these words is enough.
_ONE: tuple[tuple[Region, str, str], ...] = (
    ("boilerplate", "inside a cookie notice", "cookie cookies gdpr onetrust cookiebot"),
    ("advertisement", "inside an advertisement",
     "ad ads advert adverts advertisement advertisements adsense adsbygoogle sponsor sponsored promo promotion"),
    ("advertisement", "asks for a gift", "donate donation fundraising"),
    ("teaser", "links to other pages", "related recommended recommendations teaser teasers trending suggested"),
    ("interactive", "for sharing the page", "share sharing social addthis sharethis"),
    ("interactive", "readers' comments", "comments comment respond disqus"),
    ("interactive", "part of a quiz", "quiz poll survey flashcards"),
    ("interactive", "asks about the page itself", "feedback helpful"),
    ("form", "part of a form", "newsletter subscribe signup subscription"),
    ("references", "stands in the list of references", "references citations bibliography footnotes footnote"),
    ("boilerplate", "says who made the page", "author byline bio credit credits"),
    ("navigation", "says where the page stands in the website", "breadcrumb breadcrumbs crumbs"),
    ("navigation", "a list of the page's parts", "toc"),
    ("navigation", "inside the page's navigation",
     "nav navbar navigation menu megamenu pagination pager sitemap skip skiplink sidenav leftnav topnav jump"),
    ("boilerplate", "inside the page's header", "header masthead topbar branding brand logo"),
    ("boilerplate", "inside the page's footer", "footer colophon"),
    ("teaser", "beside the main text", "sidebar aside rail"),
)  # fmt: skip
_BY_WORD: dict[str, Sign] = {
    word: (region, reason) for region, reason, words in reversed(_ONE) for word in words.split()
}
_ORDER = {word: place for place, (_, _, words) in enumerate(_ONE) for word in words.split()}
# All of these together.
_NOTICE: Sign = ("boilerplate", "inside a cookie notice")
_OTHERS: Sign = ("teaser", "links to other pages")
_TOGETHER: tuple[tuple[frozenset[str], Sign], ...] = (
    *((frozenset({"consent", word}), _NOTICE) for word in ("banner", "overlay", "modal")),
    *((frozenset({"more", word}), _OTHERS) for word in ("stories", "articles", "posts")),
    *((frozenset({"recent", word}), _OTHERS) for word in ("posts", "entries")),
    (frozenset({"read", "next"}), _OTHERS),
    (frozenset({"latest", "news"}), _OTHERS),
)
# These may hold anything: the words in them count only where the part is full of links.
LINKED = frozenset(
    {"inside the page's navigation", "links to other pages", "a list of the page's parts"}
)
FRAME = frozenset({"inside the page's header", "inside the page's footer", "beside the main text"})


@lru_cache(maxsize=4096)  # a page repeats its names
def sign_of(names: str) -> Sign | None:
    """What the names of an element say about what it holds; the surest sign counts."""
    words = {word.lower() for word in _WORD.findall(names)}
    for together, sign in _TOGETHER:
        if together <= words:
            return sign
    known = [word for word in words if word in _BY_WORD]
    return _BY_WORD[min(known, key=_ORDER.__getitem__)] if known else None
