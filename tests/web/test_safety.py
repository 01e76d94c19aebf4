"""What every answer carries to keep people and drafts safe."""

import re
from types import ModuleType
from typing import Any

import pytest

from auditor.web.secret import secret_key

PAGES = ["/", "/sites/new", "/rules", "/profiles", "/help", "/about", "/api/docs", "/nothing"]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_may_load_or_run_anything_from_elsewhere(site: Any, address: str) -> None:
    answer = site.client.get(address)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(r"""<[^>]+\s(?:style|on\w+)=""", answer.text)
    assert not re.search(r'<(?:script|link|img)[^>]+(?:src|href)="(?!/)', answer.text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", answer.text)


def test_a_result_page_has_no_inline_style_or_script_either(site: Any) -> None:
    page = site.text(site.named("fail"))
    assert not re.search(r"""<[^>]+\s(?:style|on\w+)=""", page)
    assert "<style" not in page


def test_what_belongs_to_a_draft_is_not_kept_by_others(site: Any) -> None:
    address = site.named("fail")
    for each in (address, f"{address}/report.json", f"/api/v1{address}"):
        headers = site.client.get(each).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_one_cookie_protects_forms(site: Any) -> None:
    cookie = site.client.get("/").headers["Set-Cookie"]
    assert cookie.startswith("session=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    for address in ("/rules", "/about", site.named("pass").replace("/audits", "/api/v1/audits")):
        assert "Set-Cookie" not in site.app.test_client().get(address).headers


def test_over_https_the_cookie_and_the_address_are_safe(parts: ModuleType, https: Any) -> None:
    answer = https.client.get("/")
    assert answer.status_code in (301, 302, 308)
    assert answer.headers["Location"].startswith("https://")
    safe = https.client.get("/", base_url="https://localhost")
    assert "Secure" in safe.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in safe.headers


def test_the_key_is_made_once_and_for_us_alone(parts: ModuleType, tmp_path: Any) -> None:
    current = parts.settings(tmp_path / "data", secret_key="")
    first = secret_key(current)
    assert len(first) > 30
    assert secret_key(current) == first
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret-key"]
