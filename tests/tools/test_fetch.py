"""Pages are fetched from real servers; whatever goes wrong is told in one sentence."""

from __future__ import annotations

import pytest

from auditor import __version__
from auditor.errors import FetchError
from auditor.tools.fetch import DOCUMENT_TYPES, Page


def test_a_page_is_fetched(site, fetcher) -> None:
    site.page("/asthma?lang=en", "<p>Ärzte</p>")
    with fetcher() as fetch:
        page = fetch.get(site.url("/asthma?lang=en#top"))
    assert page.url == site.url("/asthma?lang=en")
    assert page.data.decode(page.charset) == "<p>Ärzte</p>"
    assert (page.media_type, page.charset, page.name) == ("text/html", "utf-8", "asthma")
    assert site.asked == ["/robots.txt", "/asthma?lang=en"]
    assert site.headers[1]["user-agent"].startswith(f"auditor/{__version__} (")
    assert site.headers[1]["host"] == f"leaflets.test:{site.port}"


@pytest.mark.parametrize(
    ("content_type", "media_type", "charset"),
    [
        ("TEXT/HTML", "text/html", ""),
        ('text/plain; charset="ISO-8859-1"', "text/plain", "cp1252"),
        ("text/markdown;charset=UTF-16", "text/markdown", "utf-16"),
        (
            "application/xhtml+xml; profile=x; charset=windows-1250",
            "application/xhtml+xml",
            "cp1250",
        ),
        ("text/html; charset=punycode", "text/html", ""),
        ("text/html; charset=nonsense", "text/html", ""),
    ],
)
def test_type_and_charset_are_read(
    site, fetcher, content_type: str, media_type: str, charset: str
) -> None:
    site.page("/", headers={"Content-Type": content_type})
    page = fetcher().get(site.url())
    assert (page.media_type, page.charset) == (media_type, charset)


@pytest.mark.parametrize(
    "content_type", ["application/pdf", "application/xml", "image/png", "", "x"]
)
def test_other_types_are_refused_before_the_body(site, fetcher, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    site.raw("/a", lambda write, stop: (write(site.head(200, headers, 99)), stop.wait(30)))
    with pytest.raises(FetchError, match=r"leaflets\.test/a is not of a kind"):
        fetcher().get(site.url("/a"))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "leaflets.test"),
        ("/a/b.html", "b.html"),
        ("/a/b/", "b"),
        ("/take%20two%0A.md", "take two.md"),
        ("/" + "a" * 200, "a" * 120),
    ],
)
def test_a_page_has_a_name(site, fetcher, path: str, name: str) -> None:
    site.page(path)
    assert fetcher().get(site.url(path)).name == name


# --- redirects ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(site, fetcher, status: int) -> None:
    site.redirect("/old", "new?page=1#part", status)
    site.page("/new?page=1")
    assert fetcher().get(site.url("/old")).url == site.url("/new?page=1")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://inside.test/", "after a redirect: inside.test is on a private network"),
        ("http://169.254.169.254/latest", "after a redirect: 169.254.169.254 is on a private"),
        ("http://[::1]/", "after a redirect: ::1 is on a private network"),
        ("http://[::ffff:10.0.0.8]/", "is on a private network"),
        ("//inside.test/", "is on a private network"),
        ("http://2130706433/", "redirects wrongly: the host is written as a number"),
        ("http://127.0.0.1:8300/", "redirects wrongly: 127.0.0.1 is asked for on port 8300"),
        ("file:///etc/passwd", "redirects wrongly: only https and http"),
        ("http://name@inside.test/", "redirects wrongly: the address holds a user name"),
        ("http://exa%00mple/", "redirects wrongly: the address has no valid host"),
        ("http://[127.0.0.1]/", "redirects to nowhere"),
        ("http://nowhere.test/", "after a redirect: the host nowhere.test is not known"),
    ],
)
def test_a_redirect_is_checked_like_an_address(site, fetcher, names, target, said) -> None:
    names["inside.test"] = ["10.0.0.8"]
    site.redirect("/", target)
    with pytest.raises(FetchError) as caught:
        fetcher().get(site.url())
    assert said in str(caught.value)


def test_a_redirect_without_a_target_is_told(site, fetcher) -> None:
    site.page("/", status=302)
    with pytest.raises(FetchError, match="redirects to nowhere"):
        fetcher().get(site.url())


def test_a_circle_of_redirects_is_told(site, fetcher) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a#again")
    with pytest.raises(FetchError, match="in a circle"):
        fetcher().get(site.url("/a"))
    assert site.asked == ["/robots.txt", "/a", "/b"]


def test_redirects_are_counted(site, fetcher) -> None:
    for number in range(4):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.page("/4")
    assert fetcher(fetch_redirects=4).get(site.url("/0")).name == "4"
    with pytest.raises(FetchError, match="more than 3 times"):
        fetcher(fetch_redirects=3).get(site.url("/0"))


def test_no_redirects_means_none(site, fetcher) -> None:
    site.redirect("/", "/a")
    with pytest.raises(FetchError, match="more than 0 times"):
        fetcher(fetch_redirects=0).get(site.url())


# --- what is answered ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "does not exist (status 404)"),
        (410, "does not exist (status 410)"),
        (403, "not open to the public (status 403)"),
        (429, "asks for fewer requests (status 429)"),
        (500, "answered with an error (status 500)"),
        (503, "answered with an error (status 503)"),
        (204, "answered without a page (status 204)"),
        (300, "answered without a page (status 300)"),
    ],
)
def test_a_status_is_told(site, fetcher, status: int, said: str) -> None:
    site.page("/a?key=hidden", "the words of a page", status)
    with pytest.raises(FetchError) as caught:
        fetcher().get(site.url("/a?key=hidden"))
    assert said in str(caught.value)
    assert "hidden" not in str(caught.value)
    assert "words" not in str(caught.value)


def test_no_http_is_told(site, fetcher) -> None:
    site.raw("/", lambda write, _: write(b"220 mail.test ready\r\n"))
    with pytest.raises(FetchError, match="not valid HTTP"):
        fetcher().get(site.url())


def test_half_a_page_is_no_page(site, fetcher) -> None:
    site.raw("/", lambda write, _: write(site.head(200, length=100) + b"<p>Half"))
    with pytest.raises(FetchError, match="not valid HTTP"):
        fetcher().get(site.url())


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("café".encode("cp1252"), "cp1252", "café"),
        ("café".encode(), "cp1252", "café"),  # UTF-8, whatever the host says
        ("café".encode("utf-16-le"), "utf-16-le", "café"),
        ("Ärzte".encode("koi8-r", "replace"), "", None),
    ],
)
def test_bytes_become_utf_8_by_the_header(data: bytes, charset: str, text: str | None) -> None:
    page = Page("https://a.example/", data, "text/html", charset, "a")
    assert page.as_utf8 == (data if text is None else text.encode())


def test_documents_are_taken_where_asked_for(site, fetcher) -> None:
    site.page("/a", b"%PDF-", headers={"Content-Type": "application/pdf"})
    with fetcher() as fetch:
        assert fetch.get(site.url("/a"), DOCUMENT_TYPES).data == b"%PDF-"
