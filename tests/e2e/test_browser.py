"""The pages in a real browser: without JavaScript, by axe, at 360 pixels, offline."""

import re
from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from auditor.settings import settings

SAMPLES = settings().sources_dir / "samples"
Submit = Callable[[bytes, str, str], str]
pytestmark = [pytest.mark.browser, pytest.mark.languagetool]


def sample(name: str, submit: Submit) -> str:
    return submit((SAMPLES / name).read_bytes(), name, "uk-patient")


def site(server: str, browser: Browser) -> str:
    page = browser.new_page()
    page.goto(f"{server}/sites/new")
    page.fill("#name", "Our leaflets")
    page.set_input_files("input[type=file]", [SAMPLES / "overdue.md", SAMPLES / "jargon.txt"])
    page.locator("main form").first.locator("button, input[type=submit]").last.click()
    page.wait_for_url(re.compile("/sites/[^n]"))
    address = page.url
    page.close()
    return address.removeprefix(server)


@pytest.fixture(scope="module")
def addresses(server: str, submit: Submit, browser: Browser) -> list[str]:
    return [
        "/",
        f"/audits/{sample('jargon.txt', submit)}",
        f"/audits/{sample('web-page.html', submit)}",
        f"/audits/{sample('good-leaflet.md', submit)}",
        f"/audits/{submit(b'Words.', 'short.txt', 'us-patient')}?panel=reading",
        site(server, browser),
        "/sites/new", "/sources/cruk-2024", "/rules", "/rules/statements.urgent-help",
        "/profiles", "/help", "/about", "/api/docs", "/nowhere",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    scheme: str, addresses: list[str], server: str, browser: Browser
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    page = context.new_page()
    found: list[str] = []
    for address in addresses:
        page.goto(server + address)
        results = Axe().run(page)
        found += [
            f"{address}: {one['id']} {[node['target'] for node in one['nodes']][:3]}"
            for one in results.response["violations"]
        ]
    context.close()
    assert found == []


def test_no_page_scrolls_sideways_at_360_pixels(
    addresses: list[str], server: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    wide: list[str] = []
    for address in addresses:
        page.goto(server + address)
        width = page.evaluate("document.scrollingElement.scrollWidth")
        if width > 360:
            wide.append(f"{address}: {width}")
    page.close()
    assert wide == []


def test_nothing_is_asked_of_another_server(
    addresses: list[str], server: str, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in addresses:
        page.goto(server + address)
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith((server, "data:"))] == []


def test_without_javascript_a_writer_gets_a_result(server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    page.fill("textarea", "# Tests\n\n### Blood\n\nIn order to help we utilise cytokines.")
    page.locator("main form").first.locator("button, input[type=submit]").last.click()
    page.wait_for_url(re.compile("/audits/"))
    for _ in range(60):
        if "Do these first" in page.content():
            break
        page.wait_for_timeout(500)
        page.reload()
    assert "Change first" in page.inner_text("h1, main")
    assert page.locator("mark").count() > 0
    context.close()


def test_the_text_stands_on_the_page_exactly(server: str, submit: Submit, browser: Browser) -> None:
    audit_id = sample("web-page.html", submit)
    report = httpx.get(f"{server}/api/v1/audits/{audit_id}?format=json", trust_env=False).json()
    page = browser.new_page()
    page.goto(f"{server}/audits/{audit_id}")
    shown = re.sub(r"\s+", " ", page.inner_text("main"))
    page.close()
    for block in report["blocks"]:
        if block["region"] == "content" and not block["kind"].startswith("title"):
            words = re.sub(r"\s+", " ", block["text"])
            plain = re.sub(r"\W|\d", "", shown)
            assert re.sub(r"\W|\d", "", words) in plain


def test_the_keyboard_reaches_the_text(server: str, browser: Browser) -> None:
    page: Page = browser.new_page()
    page.goto(server)
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.innerText")
    assert "Skip" in first
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.close()
