"""The pages of a site come from its sitemaps, within bounds."""

from __future__ import annotations

import gzip

import pytest

from auditor.errors import FetchError
from auditor.tools.sitemap import sitemap, sitemap_of

XML = {"Content-Type": "application/xml"}
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(*addresses: str, space: str = f' xmlns="{SPACE}"') -> str:
    entries = "".join(
        f"<url><loc> {address} </loc><priority>1</priority></url>" for address in addresses
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset{space}>{entries}</urlset>'


def index(*addresses: str) -> str:
    entries = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f'<sitemapindex xmlns="{SPACE}">{entries}</sitemapindex>'


def test_a_sitemap_names_its_pages_once_and_in_order(site, fetcher) -> None:
    wanted = ["https://example.org/b", "https://example.org/a?x=1&amp;y=2"]
    site.page("/sitemap.xml", pages(*wanted, wanted[0]), headers=XML)
    found = sitemap(fetcher(), site.url("/sitemap.xml"))
    assert found == ["https://example.org/b", "https://example.org/a?x=1&y=2"]


def test_a_local_sitemap_is_read_without_any_request(site, fetcher) -> None:
    assert sitemap_of(pages("https://example.org/").encode(), fetcher()) == ["https://example.org/"]
    assert site.asked == []


def test_a_local_index_is_followed(site, fetcher) -> None:
    site.page("/one.xml", pages("https://example.org/"), headers=XML)
    assert sitemap_of(index(site.url("/one.xml")).encode(), fetcher()) == ["https://example.org/"]


@pytest.mark.parametrize("space", ["", ' xmlns="http://www.google.com/schemas/sitemap/0.84"'])
def test_other_namespaces_are_read(fetcher, space: str) -> None:
    data = pages("https://example.org/", space=space).encode()
    assert sitemap_of(data, fetcher()) == ["https://example.org/"]


def test_pictures_are_no_pages(fetcher) -> None:
    data = (
        f'<urlset xmlns="{SPACE}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<url><image:image><image:loc>https://example.org/a.png</image:loc></image:image>"
        "<loc>https://example.org/a</loc></url></urlset>"
    )
    assert sitemap_of(data.encode(), fetcher()) == ["https://example.org/a"]


def test_utf_16_is_read(fetcher) -> None:
    data = pages("https://example.org/ü").replace("UTF-8", "UTF-16").encode("utf-16")
    assert sitemap_of(data, fetcher()) == ["https://example.org/ü"]


def test_only_web_addresses_are_pages(fetcher) -> None:
    others = ["file:///etc/passwd", "javascript:alert(1)", "/a", "", "https://a/" + "a" * 2048]
    data = pages(*others, "http://127.0.0.1/", "HTTPS://example.org/").encode()
    assert sitemap_of(data, fetcher()) == ["http://127.0.0.1/", "HTTPS://example.org/"]


@pytest.mark.parametrize("media_type", ["application/xml", "text/xml", "application/x-gzip"])
def test_a_packed_sitemap_is_unpacked(site, fetcher, media_type: str) -> None:
    data = gzip.compress(pages("https://example.org/").encode())
    site.page("/sitemap.xml.gz", data, headers={"Content-Type": media_type})
    assert sitemap(fetcher(), site.url("/sitemap.xml.gz")) == ["https://example.org/"]


def test_a_packed_sitemap_in_a_packed_answer_is_unpacked(site, fetcher) -> None:
    data = gzip.compress(gzip.compress(pages("https://example.org/").encode()))
    headers = {**XML, "Content-Encoding": "gzip"}
    site.page("/sitemap.xml.gz", data, headers=headers)
    assert sitemap(fetcher(), site.url("/sitemap.xml.gz")) == ["https://example.org/"]


def test_a_page_is_no_sitemap(site, fetcher) -> None:
    site.page("/sitemap.xml", "<html></html>")
    with pytest.raises(FetchError, match="give an XML sitemap"):
        sitemap(fetcher(), site.url("/sitemap.xml"))


def test_a_sitemap_is_no_page(site, fetcher) -> None:
    site.page("/sitemap.xml", pages("https://example.org/"), headers=XML)
    with pytest.raises(FetchError, match="give a web page"):
        fetcher().get(site.url("/sitemap.xml"))


def test_robots_txt_holds_for_sitemaps(site, fetcher) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /sitemap", headers=XML)
    site.page("/sitemap.xml", pages("https://example.org/"), headers=XML)
    with pytest.raises(FetchError, match="forbids"):
        sitemap(fetcher(), site.url("/sitemap.xml"))


# --- indexes ------------------------------------------------------------------------------


def test_an_index_is_followed_in_order(site, fetcher) -> None:
    site.page("/index.xml", index(site.url("/1.xml"), site.url("/2.xml")), headers=XML)
    site.page("/1.xml", pages("https://example.org/1"), headers=XML)
    site.page("/2.xml", pages("https://example.org/2", "https://example.org/1"), headers=XML)
    found = sitemap(fetcher(), site.url("/index.xml"))
    assert found == ["https://example.org/1", "https://example.org/2"]


def test_an_index_that_names_itself_ends(site, fetcher) -> None:
    site.page("/a.xml", index(site.url("/b.xml"), site.url("/a.xml")), headers=XML)
    site.page("/b.xml", index(site.url("/a.xml"), site.url("/c.xml")), headers=XML)
    site.page("/c.xml", pages("https://example.org/"), headers=XML)
    assert sitemap(fetcher(), site.url("/a.xml")) == ["https://example.org/"]
    assert site.asked == ["/robots.txt", "/a.xml", "/b.xml", "/c.xml"]


def test_an_index_without_end_is_left(site, fetcher) -> None:
    for number in range(60):
        site.page(f"/{number}.xml", index(site.url(f"/{number + 1}.xml")), headers=XML)
    with pytest.raises(FetchError, match="more than 50 others"):
        sitemap(fetcher(), site.url("/0.xml"))
    assert len(site.asked) == 51


def test_a_sitemap_that_cannot_be_had_is_told(site, fetcher) -> None:
    site.page("/index.xml", index(site.url("/1.xml"), site.url("/gone.xml")), headers=XML)
    site.page("/1.xml", pages("https://example.org/1"), headers=XML)
    with pytest.raises(FetchError, match=r"gone\.xml does not exist"):
        sitemap(fetcher(), site.url("/index.xml"))


def test_an_index_does_not_lead_to_a_private_host(site, fetcher, names) -> None:
    names["inside.test"] = ["10.0.0.8"]
    site.page("/index.xml", index("http://inside.test/sitemap.xml"), headers=XML)
    with pytest.raises(FetchError, match=r"inside\.test is on a private network"):
        sitemap(fetcher(), site.url("/index.xml"))


# --- limits -------------------------------------------------------------------------------


def test_pages_are_counted(site, fetcher) -> None:
    addresses = [f"https://example.org/{number}" for number in range(10_000)]
    site.page("/sitemap.xml", pages(*addresses), headers=XML)
    assert sitemap(fetcher(max_site_pages=70), site.url("/sitemap.xml")) == addresses[:70]
    assert sitemap(fetcher(max_site_pages=10_000), site.url("/sitemap.xml")) == addresses


def test_no_more_sitemaps_than_needed_are_read(site, fetcher) -> None:
    site.page("/index.xml", index(site.url("/1.xml"), site.url("/2.xml")), headers=XML)
    site.page("/1.xml", pages("https://example.org/1", "https://example.org/2"), headers=XML)
    found = sitemap(fetcher(max_site_pages=2), site.url("/index.xml"))
    assert len(found) == 2
    assert "/2.xml" not in site.asked


def test_a_packed_bomb_is_not_unpacked(fetcher) -> None:
    bomb = gzip.compress(pages("https://example.org/").encode() + b" " * 30_000_000)
    with pytest.raises(FetchError, match="larger than 100,000 bytes"):
        sitemap_of(bomb, fetcher(max_bytes=100_000))


def test_laughs_are_refused(fetcher) -> None:
    entities = '<!ENTITY e0 "ha">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10)
    )
    data = f"<!DOCTYPE urlset [{entities}]><urlset><url><loc>https://a/&e9;</loc></url></urlset>"
    with pytest.raises(FetchError, match="not sound XML"):
        sitemap_of(data.encode(), fetcher())


def test_a_document_type_is_refused(fetcher) -> None:
    data = b"<!DOCTYPE urlset><urlset><url><loc>https://example.org/</loc></url></urlset>"
    with pytest.raises(FetchError, match="not sound XML"):
        sitemap_of(data, fetcher())


def test_outside_entities_are_refused(fetcher) -> None:
    data = (
        '<!DOCTYPE urlset [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        "<urlset><url><loc>https://a/&e;</loc></url></urlset>"
    )
    with pytest.raises(FetchError, match="not sound XML"):
        sitemap_of(data.encode(), fetcher())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not sound XML"),
        (b"<urlset><url>", "not sound XML"),
        (b"the words of a draft", "not sound XML"),
        (b'<?xml version="1.0" encoding="rot13"?><urlset/>', "not sound XML"),
        (b"\x1f\x8bno gzip", "the sitemap is damaged"),
        (b"<rss><channel/></rss>", "not a sitemap"),
        (b"<urlset/>", "names no pages"),
        (b"<urlset><url><loc/></url></urlset>", "names no pages"),
        (b"<sitemapindex/>", "names no pages"),
    ],
)
def test_what_is_no_sitemap_is_told(fetcher, data: bytes, said: str) -> None:
    with pytest.raises(FetchError, match=said) as caught:
        sitemap_of(data, fetcher())
    assert "words" not in str(caught.value)
