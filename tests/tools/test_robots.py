"""What robots.txt asks is done; when it cannot be had, its host is left alone."""

from __future__ import annotations

from contextlib import suppress

import pytest

from auditor.errors import FetchError

TEXT = {"Content-Type": "text/plain"}


@pytest.fixture
def rules(site):
    """Sets the robots.txt of the site, beside three pages."""
    for path in ("/a", "/b", "/c?d=e"):
        site.page(path)

    def write(text: str | bytes, status: int = 200) -> None:
        site.page("/robots.txt", text, status, TEXT)

    return write


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /a",
        "User-agent: auditor\nDisallow: /a",
        "User-agent: Auditor/1.0\nUser-agent: other\nUser-agent: AUDITOR\nDisallow: /a",
        "\ufeffUser-agent: *\nDisallow: /a",
        "User-agent: *\r\nDisallow: /*a$\r\nAllow: /a/b",
        "User-agent: *\nAllow: /\n\nUser-agent: auditor\nDisallow: /",
    ],
)
def test_a_forbidden_page_is_not_fetched(site, fetcher, rules, text: str) -> None:
    rules(text)
    with pytest.raises(FetchError, match=r"robots\.txt of leaflets\.test forbids this page"):
        fetcher().get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /b",
        "User-agent: other\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: auditor\nAllow: /",
        "User-agent: *\nDisallow: /\nAllow: /a",
        "<html><p>Not found, said with status 200.</p></html>",
    ],
)
def test_any_other_page_is(site, fetcher, rules, text: str) -> None:
    rules(text)
    assert fetcher().get(site.url("/a")).name == "a"


def test_the_query_counts(site, fetcher, rules) -> None:
    rules("User-agent: *\nDisallow: /*?d=")
    with pytest.raises(FetchError, match="forbids"):
        fetcher().get(site.url("/c?d=e"))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
def test_no_robots_txt_forbids_nothing(site, fetcher, rules, status: int) -> None:
    rules("User-agent: *\nDisallow: /", status)
    assert fetcher().get(site.url("/a")).name == "a"


@pytest.mark.parametrize("status", [500, 503, 204])
def test_a_robots_txt_that_fails_forbids_all(site, fetcher, rules, status: int) -> None:
    rules("", status)
    with pytest.raises(FetchError, match=rf"cannot be read \(status {status}\), so nothing there"):
        fetcher().get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_a_robots_txt_that_breaks_off_forbids_all(site, fetcher) -> None:
    site.page("/a")
    site.raw("/robots.txt", lambda *_: None)
    with pytest.raises(FetchError, match="not valid HTTP"):
        fetcher().get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_a_robots_txt_that_never_comes_forbids_all(site, fetcher) -> None:
    site.page("/a")
    site.raw("/robots.txt", lambda _, stop: stop.wait(30))
    with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
        fetcher(fetch_seconds=0.3).get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_a_huge_robots_txt_forbids_all(site, fetcher, rules) -> None:
    rules(b"#" * 512_001)
    with pytest.raises(FetchError, match=r"leaflets\.test/robots\.txt is larger than 512,000"):
        fetcher().get(site.url("/a"))


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: a{}\n" * 15_000 + "Disallow: /{}\n" * 8_000,
        "User-agent: a{}\nSitemap: b\n" * 10_000 + "allow {}\nuseragent c{}\n" * 3_000,
    ],
)
def test_a_robots_txt_that_would_take_ages_forbids_all(site, fetcher, rules, text: str) -> None:
    numbers = range(text.count("{}"))
    rules(text.format(*numbers))
    with pytest.raises(FetchError, match="too complex"):
        fetcher().get(site.url("/a"))


def test_a_long_list_of_agents_is_not_too_complex(site, fetcher, rules) -> None:
    names = [f"User-agent: bot{number}\n" for number in range(1_000)]
    rules("".join(names) + "Disallow: /\n\n" + "".join(name + "Disallow: /\n" for name in names))
    assert fetcher().get(site.url("/a")).name == "a"


def test_robots_txt_may_redirect(site, fetcher, rules) -> None:
    site.redirect("/robots.txt", "/rules.txt")
    site.page("/rules.txt", "User-agent: *\nDisallow: /a", headers=TEXT)
    with pytest.raises(FetchError, match="forbids"):
        fetcher().get(site.url("/a"))


def test_robots_txt_may_not_redirect_to_a_private_host(site, fetcher, names) -> None:
    names["inside.test"] = ["10.0.0.8"]
    site.redirect("/robots.txt", "http://inside.test/robots.txt")
    site.page("/a")
    with pytest.raises(FetchError, match=r"after a redirect: inside\.test is on a private"):
        fetcher().get(site.url("/a"))
    assert site.asked == ["/robots.txt"]


def test_the_end_of_a_redirect_is_asked_too(site, open_site, fetcher, names) -> None:
    other = open_site()
    names["other.test"] = ["127.0.0.1"]
    other.page("/robots.txt", "User-agent: *\nDisallow: /", headers=TEXT)
    other.page("/b")
    site.redirect("/a", other.url("/b", host="other.test"))
    with pytest.raises(FetchError, match=r"after a redirect: the robots\.txt of other\.test"):
        fetcher(allow_hosts=("leaflets.test", "other.test")).get(site.url("/a"))
    assert other.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [200, 404, 500])
def test_robots_txt_is_read_once(site, fetcher, rules, status: int) -> None:
    rules("User-agent: *\nDisallow: /a", status)
    fetch = fetcher()
    with fetch:
        for path in ("/a", "/b", "/a"):
            _try(fetch, site.url(path))
        assert site.asked.count("/robots.txt") == 1
    _try(fetch, site.url("/b"))
    assert site.asked.count("/robots.txt") == 2


def test_each_host_has_its_own(site, fetcher, names, rules) -> None:
    rules("")
    hosts = [f"host{number}.test" for number in range(10)]
    for host in hosts:
        names[host] = ["127.0.0.1"]
    with fetcher(allow_hosts=tuple(hosts)) as fetch:
        for host in (*hosts, hosts[-1], hosts[0]):
            fetch.get(site.url("/a", host))
    assert site.asked.count("/robots.txt") == 11  # the first was forgotten meanwhile


def _try(fetch, url: str) -> None:
    with suppress(FetchError):
        fetch.get(url)


# --- the pause between two requests -------------------------------------------------------


@pytest.mark.parametrize(("delay", "longest"), [("4", 4.0), ("4.5", 4.5), ("600", 5.0)])
def test_the_pause_is_kept(site, fetcher, rules, delay: str, longest: float) -> None:
    rules(f"User-agent: *\nCrawl-delay: {delay}")
    pauses: list[float] = []
    with fetcher(sleep=pauses.append) as fetch:
        fetch.get(site.url("/a"))
        assert pauses == []
        fetch.get(site.url("/b"))
    assert len(pauses) == 1
    assert 0 < pauses[0] <= longest


@pytest.mark.parametrize("delay", ["0", "-1", "nan", "inf", "soon"])
def test_no_pause_where_none_is_asked_for(site, fetcher, rules, delay: str) -> None:
    rules(f"User-agent: *\nCrawl-delay: {delay}")
    pauses: list[float] = []
    with fetcher(sleep=pauses.append) as fetch:
        fetch.get(site.url("/a"))
        fetch.get(site.url("/b"))
    assert pauses == []


def test_the_pause_is_no_part_of_the_time_limit(site, fetcher, rules) -> None:
    rules("User-agent: *\nCrawl-delay: 1.2")
    with fetcher(fetch_seconds=1) as fetch:
        fetch.get(site.url("/a"))
        assert fetch.get(site.url("/b")).name == "b"
