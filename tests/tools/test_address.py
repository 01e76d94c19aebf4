"""Which addresses may be fetched."""

from __future__ import annotations

import threading
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import FetchError, UsageError
from auditor.tools.address import AddressPolicy, host_of, is_public
from auditor.tools.deadline import Deadline


@pytest.mark.parametrize(
    ("written", "fetched"),
    [
        ("https://Example.ORG/a?b=c#d", "https://example.org/a?b=c"),
        (" http://example.org ", "http://example.org"),
        ("http://example.org:80/", "http://example.org/"),
        ("https://example.org:80/", "https://example.org:80/"),
        ("http://example.org./a", "http://example.org/a"),
        ("http://xn--0.test/", "http://xn--0.test/"),
        ("http://bücher.example/ü", "http://xn--bcher-kva.example/%C3%BC"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("http://[2606:4700:0:0::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_has_one_form(written: str, fetched: str) -> None:
    assert str(AddressPolicy().parse(written)) == fetched


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("example.org/page", "does not start with"),
        ("//example.org/page", "does not start with"),
        ("", "does not start with"),
        ("file:///etc/passwd", "only https and http"),
        ("ftp://example.org/", "only https and http"),
        ("javascript:alert(1)", "only https and http"),
        ("http://someone@example.org/", "user name"),
        ("http://someone:word@example.org/", "user name"),
        ("http://example.org\\@inside.test/", "user name"),
        ("http://", "no valid host"),
        ("http:///page", "no valid host"),
        ("http://a..b/", "no valid host"),
        ("http://a b/", "no valid host"),
        ("http://localhost../", "no valid host"),
        ("http://%6cocalhost/", "no valid host"),
        ("http://[fe80::1%25eth0]/", "no valid host"),
        (f"http://{'a' * 64}.org/", "no valid host"),
        (f"http://{'a.' * 127}org/", "no valid host"),
        ("http://exa\nmple.org/", "not a valid web address"),
        ("http://[127.0.0.1]/", "not a valid web address"),
        ("http://１２７.0.0.1/", "not a valid web address"),
        ("http://example.org:0/", "no valid port"),
        ("http://example.org:99999/", "no valid port"),
        ("http://example.org:8080/", "port 8080"),
        ("http://example.org:22/", "port 22"),
        ("http://2130706433/", "written as a number"),
        ("http://0x7f.1/", "written as a number"),
        ("http://0x7f000001/", "written as a number"),
        ("http://0177.0.0.1/", "not a valid web address"),
        ("http://0177.1/", "written as a number"),
        ("http://127.1/", "written as a number"),
        ("http://2130706433./", "written as a number"),
        ("http://example.org/" + "a" * 2048, "longer than 2048"),
    ],
)
def test_any_other_form_is_refused(address: str, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        AddressPolicy().parse(address)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(FetchError) as caught:
        AddressPolicy().parse("http://someone:open-sesame@example.org/")
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "224.0.1.1",
        "255.255.255.255",
        "198.18.0.1",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.8",
        "fe80::1",
        "fe80::1%2",
        "fd00:ec2::254",
        "fec0::1",
        "ff0e::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:8::1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::5db8:d822",
        "2001:0:5db8:d822::f5ff:fff7",  # Teredo, for the client 10.0.0.8
    ],
)
def test_private_networks_are_known(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"],
)
def test_public_networks_are_known(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_changes_nothing(inner: IPv4Address) -> None:
    wrapped = [
        IPv6Address((0xFFFF << 32) | int(inner)),
        IPv6Address((0x2002 << 112) | (int(inner) << 80)),
        IPv6Address((0x64FF9B << 96) | int(inner)),
    ]
    assert {is_public(outer) for outer in wrapped} == {is_public(inner)}


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.169.254"])
def test_a_private_address_is_refused(address: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        AddressPolicy().resolve(address, 80, Deadline(5))


def test_one_private_address_among_public_ones_is_enough(names) -> None:
    names["mixed.test"] = ["93.184.216.34", "192.168.0.1"]
    with pytest.raises(FetchError, match=r"mixed\.test is on a private network"):
        AddressPolicy().resolve("mixed.test", 80, Deadline(5))


def test_public_addresses_are_given_in_order_and_once(names) -> None:
    names["public.test"] = ["93.184.216.34", "2606:4700::1111", "93.184.216.34"]
    found = AddressPolicy().resolve("public.test", 443, Deadline(5))
    assert found == ["93.184.216.34", "2606:4700::1111"]
    assert names.asked == ["public.test"]


@pytest.mark.parametrize(
    ("allowed", "address", "host"),
    [
        ("localhost", "http://LOCALHOST.:8080/", "localhost"),
        ("Leaflets.Intern.", "http://leaflets.intern:9/", "leaflets.intern"),
        ("bücher.intern", "http://xn--bcher-kva.intern:81/", "xn--bcher-kva.intern"),
        ("::1", "http://[0:0::1]:8080/", "::1"),
        ("[::1]", "http://[::1]:8080/", "::1"),
        ("10.0.0.8", "http://10.0.0.8:8080/", "10.0.0.8"),
    ],
)
def test_a_named_host_may_be_private_and_on_any_port(
    names, allowed: str, address: str, host: str
) -> None:
    names[host] = ["127.0.0.1"]
    policy = AddressPolicy((allowed,))
    assert host_of(policy.parse(address)) == host
    assert policy.resolve(host, 8080, Deadline(5))


def test_allowing_a_name_allows_neither_its_address_nor_its_neighbours(names) -> None:
    names["www.leaflets.test"] = ["127.0.0.1"]
    policy = AddressPolicy(("leaflets.test",))
    for host in ("127.0.0.1", "www.leaflets.test"):
        with pytest.raises(FetchError, match="private network"):
            policy.resolve(host, 80, Deadline(5))


@pytest.mark.parametrize("name", ["localhost:8080", "", "http://localhost", "a/b", "::g", "*"])
def test_a_wrong_setting_is_told(name: str) -> None:
    with pytest.raises(UsageError, match="AUDITOR_ALLOW_HOSTS"):
        AddressPolicy((name,))


def test_an_unknown_host_is_told(names) -> None:
    with pytest.raises(FetchError, match=r"nowhere\.test is not known"):
        AddressPolicy().resolve("nowhere.test", 80, Deadline(5))


def test_a_resolver_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: over.wait(30) and [])
    try:
        with pytest.raises(FetchError, match=r"within 0\.1 seconds"):
            AddressPolicy().resolve("slow.test", 80, Deadline(0.1))
    finally:
        over.set()
