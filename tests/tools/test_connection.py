"""Connections go where they may and nowhere else, and end when a limit is reached."""

from __future__ import annotations

import gzip
import socket
import ssl
import tracemalloc

import pytest
import trustme

from auditor.errors import FetchError
from auditor.tools.connection import gunzip
from auditor.tools.deadline import Deadline


def test_a_private_host_is_refused_before_anything_is_sent(site, fetcher, names) -> None:
    names["inside.test"] = ["127.0.0.1"]
    with pytest.raises(FetchError, match=r"inside\.test is on a private network"):
        fetcher(allow_hosts=()).get("http://inside.test/")
    assert site.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(
    fetcher, names, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The resolver changes its mind: the second answer is not used, and refused when asked for."""
    names.answers["rebind.test"] = [["93.184.216.34"], ["127.0.0.1"]]
    reached = []

    def connect(address, *args, **kwargs):
        reached.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(FetchError, match=r"rebind\.test could not be reached"):
        fetcher().get("http://rebind.test/")
    assert reached == [("93.184.216.34", 80)]
    assert names.asked == ["rebind.test"]
    with pytest.raises(FetchError, match=r"rebind\.test is on a private network"):
        fetcher().get("http://rebind.test/")
    assert reached == [("93.184.216.34", 80)]


def test_each_connection_looks_its_host_up_once(site, fetcher, names) -> None:
    site.page("/")
    fetcher().get(site.url())
    assert names.asked == ["leaflets.test"] * len(site.asked) == ["leaflets.test"] * 2


def test_the_next_address_of_a_host_is_tried(site, fetcher, names) -> None:
    names["leaflets.test"] = ["127.0.0.66", "127.0.0.1"]
    site.page("/")
    assert fetcher().get(site.url()).data


def test_proxies_of_the_environment_are_ignored(
    site, fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    site.page("/")
    assert fetcher().get(site.url()).data


def test_cookies_are_not_kept(site, fetcher) -> None:
    site.page("/", headers={"Content-Type": "text/html", "Set-Cookie": "a=b; Path=/"})
    with fetcher() as fetch:
        fetch.get(site.url())
        fetch.get(site.url())
    assert all("cookie" not in headers for headers in site.headers)


def test_a_refused_connection_is_told(site, fetcher) -> None:
    site.close()
    with pytest.raises(FetchError, match=r"leaflets\.test could not be reached"):
        fetcher().get(site.url())


def test_a_connection_that_is_reset_is_told(site, fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def reset(*_) -> bytes:
        raise ConnectionResetError

    site.page("/")
    monkeypatch.setattr(socket.socket, "recv", reset)
    with pytest.raises(FetchError, match=r"leaflets\.test broke off the connection"):
        fetcher().get(site.url())


def test_an_unknown_host_is_told(fetcher) -> None:
    with pytest.raises(FetchError, match=r"nowhere\.test is not known"):
        fetcher().get("https://nowhere.test/")


def test_a_host_of_unsound_punycode_is_told(fetcher) -> None:
    with pytest.raises(FetchError, match=r"xn--0\.test is not known"):
        fetcher().get("https://xn--0.test/")


# --- limits -------------------------------------------------------------------------------


def test_a_page_of_just_the_limit_is_read(site, fetcher) -> None:
    site.page("/", b"a" * 1_000)
    site.page("/more", b"a" * 1_001)
    fetch = fetcher(max_bytes=1_000)
    assert len(fetch.get(site.url()).data) == 1_000
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        fetch.get(site.url("/more"))


def test_a_length_beyond_the_limit_is_refused_before_the_body(site, fetcher) -> None:
    site.raw("/", lambda write, stop: (write(site.head(200, length=10**9)), stop.wait(30)))
    with pytest.raises(FetchError, match="larger than"):
        fetcher().get(site.url())


def test_a_body_without_end_is_cut(site, fetcher) -> None:
    def endless(write, stop) -> None:
        write(site.head(200))
        while not stop.is_set():
            write(b"<p>On and on.</p>" * 100)

    site.raw("/", endless)
    with pytest.raises(FetchError, match="larger than 20,000 bytes"):
        fetcher(max_bytes=20_000).get(site.url())


def _drip(start: bytes, drop: bytes):
    def serve(write, stop) -> None:
        write(start)
        for _ in range(400):
            write(drop)
            if stop.wait(0.05):
                return

    return serve


@pytest.mark.parametrize("part", ["head", "body"])
def test_drops_are_not_waited_for(site, fetcher, part: str) -> None:
    start = site.head(200, length=400)
    site.raw("/", _drip(start, b"a") if part == "body" else _drip(start[:-2], b"X-A: b\r\n"))
    with pytest.raises(FetchError, match=r"within 0\.5 seconds"):
        fetcher(fetch_seconds=0.5).get(site.url())


def test_silence_is_not_waited_for(site, fetcher) -> None:
    site.raw("/", lambda _, stop: stop.wait(30))
    with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
        fetcher(fetch_seconds=0.3).get(site.url())


def test_no_time_left_is_told() -> None:
    with pytest.raises(FetchError, match="within 0 seconds; try again later"):
        Deadline(0).left()


def test_time_is_counted_over_all_redirects(site, fetcher) -> None:
    def late(number: int):
        moved = {"Location": f"/{number + 1}"}
        return lambda write, stop: (stop.wait(0.2), write(site.head(302, moved, 0)))

    for number in range(20):
        site.raw(f"/{number}", late(number))
    with pytest.raises(FetchError, match=r"within 0\.7 seconds"):
        fetcher(fetch_seconds=0.7, fetch_redirects=20).get(site.url("/0"))


# --- packed pages -------------------------------------------------------------------------


def _packed(data: bytes, encoding: str = "gzip") -> dict[str, object]:
    return {
        "body": gzip.compress(data),
        "headers": {"Content-Type": "text/html", "Content-Encoding": encoding},
    }


@pytest.mark.parametrize("encoding", ["gzip", "X-GZIP"])
def test_a_packed_page_is_unpacked(site, fetcher, encoding: str) -> None:
    site.page("/", **_packed(b"<p>Drink.</p>", encoding))
    assert fetcher().get(site.url()).data == b"<p>Drink.</p>"


def test_a_bomb_is_not_unpacked(site, fetcher) -> None:
    bomb = _packed(b"\0" * 30_000_000)
    site.page("/", **bomb)
    with pytest.raises(FetchError, match="larger than 100,000 bytes"):
        fetcher(max_bytes=100_000).get(site.url())


def test_a_bomb_takes_no_more_memory_than_the_limit() -> None:
    bomb = gzip.compress(b"\0" * 30_000_000)
    tracemalloc.start()
    with pytest.raises(FetchError, match="the file is larger than"):
        gunzip(bomb, 100_000, "the file")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3_000_000


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "deflate", "zstd"])
def test_other_encodings_are_refused(site, fetcher, encoding: str) -> None:
    site.page("/", **_packed(gzip.compress(b"<p>Drink.</p>"), encoding))
    with pytest.raises(FetchError, match="in an encoding that cannot be read"):
        fetcher().get(site.url())


@pytest.mark.parametrize("data", [b"<p>Not packed.</p>", gzip.compress(b"a" * 500)[:-9]])
def test_damaged_packing_is_told(site, fetcher, data: bytes) -> None:
    site.page("/", data, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="is damaged"):
        fetcher().get(site.url())


# --- https --------------------------------------------------------------------------------


@pytest.fixture
def authority(tmp_path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """A certificate authority that the system trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def _tls(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_a_secure_host_is_greeted_by_its_name(open_site, fetcher, authority) -> None:
    greeted: list[str | None] = []
    tls = _tls(authority, "leaflets.test")
    tls.sni_callback = lambda _, name, __: greeted.append(name)
    site = open_site(tls)
    site.page("/a")
    assert fetcher().get(site.url("/a")).url == site.url("/a")
    assert greeted == ["leaflets.test", "leaflets.test"]
    assert site.headers[1]["host"] == f"leaflets.test:{site.port}"


def test_a_certificate_for_another_name_is_refused(open_site, fetcher, authority) -> None:
    site = open_site(_tls(authority, "other.test"))
    with pytest.raises(FetchError, match=r"certificate of leaflets\.test cannot be trusted"):
        fetcher().get(site.url())
    assert site.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(open_site, fetcher) -> None:
    site = open_site(_tls(trustme.CA(), "leaflets.test"))
    with pytest.raises(FetchError, match=r"certificate of leaflets\.test cannot be trusted"):
        fetcher().get(site.url())
    assert site.asked == []


def test_a_host_without_tls_is_told(site, fetcher) -> None:
    site.raw("/", lambda write, _: write(b"in the clear"))
    with pytest.raises(FetchError, match=r"no secure connection to leaflets\.test"):
        fetcher().get(site.url().replace("http:", "https:"))
