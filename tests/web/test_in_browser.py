"""Every state of every page in a real browser: axe, 360 pixels, print, keys, and the script."""

import io
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from auditor.render.html import render
from auditor.store import dump_report

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_STEADY = [
    "/", "/sites/new", "/compare", "/sources/institute", "/rules", "/rules/plain-english.wordy", "/profiles",
    "/help", "/about", "/api/docs", "/nowhere",
]  # fmt: skip


@pytest.fixture(scope="module")
def addresses(live: Any, parts: ModuleType) -> list[str]:
    """One address for each page in each state."""
    site, _ = live
    done = [site.named(name) for name in ("fail", "incomplete", "pass")]
    site.hold = True
    queued, running, failed = site.audit(), site.audit(), site.audit()
    site.hold = False
    store = site.service._store
    for address in (running, failed):
        audit_id = address.rpartition("/")[2]
        claim = store.claim(audit_id, "worker", now=1.0, until=9e9, max_attempts=3)
        if address == running:
            store.progress(claim.audit, dump_report(parts.stored("partial")), "grammar", 3, 5)
        else:
            store.fail(claim.audit, "The PDF holds no text; run OCR first.", now=2.0)
    files = [(name.encode(), f"{name}.txt") for name in ("fail", "incomplete", "pass")]
    sent = [(io.BytesIO(data), name) for data, name in files]
    pages = site.post("/sites", name="Ward 4", profile="uk-patient", files=sent)
    return [
        *_STEADY, *done, f"{done[0]}?left-out=1", f"{done[0]}/parts", f"{done[0]}?panel=jargon&level=error",
        queued, running, failed, pages.headers["Location"],
    ]  # fmt: skip


@pytest.fixture
def visit(live: Any, browser: Browser) -> Iterator[Open]:
    """Open an address of the website, with any option of a browser context."""
    contexts = []

    def visited(address: str, **options: Any) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(live[1] + address if address.startswith("/") else address)
        return page

    yield visited
    for context in contexts:
        context.close()


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": _RULES}).response["violations"]
    return [f"{page.url}: {one['id']} {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    scheme: Literal["light", "dark"],
    width: int,
    addresses: list[str],
    live: Any,
    visit: Open,
) -> None:
    page = visit("/", color_scheme=scheme, viewport={"width": width, "height": 800})
    found: list[str] = []
    for address in addresses:
        page.goto(live[1] + address)
        for details in page.locator("details").all():
            details.evaluate("each => { each.open = true }")
        found += violations(page)
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        found += [f"{address} is {wide} wide"] if wide > width else []
    assert found == []


def test_a_page_on_its_own_is_as_good(
    parts: ModuleType, visit: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("alone")
    stored = [parts.stored(name) for name in ("fail", "incomplete", "pass")]
    page = visit("about:blank", viewport={"width": 360, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number, reports in enumerate(([], stored[:1], stored)):
        file = folder / f"{number}.html"
        file.write_text(render(reports), "utf-8")
        page.goto(file.as_uri())
        assert violations(page) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") == 360
    assert [url for url in asked if not url.startswith("file:")] == []


def test_without_a_script_the_form_leads_to_the_result(visit: Open) -> None:
    page = visit("/", java_script_enabled=False)
    page.get_by_label("Paste your text").fill("In order to help, we utilise <b>cytokines</b>.")
    page.get_by_role("button", name="Check it").click()
    page.wait_for_url(re.compile("/audits/"))
    assert "In order to help, we utilise <b>cytokines</b>." in page.locator(".draft").inner_text()


def test_without_a_script_a_note_is_reached_and_left(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"), java_script_enabled=False)
    page.get_by_role("link", name="Note 4: should change").click()
    assert page.url.endswith("#note-4")
    expect(page.locator("#note-4")).to_be_in_viewport()
    page.locator("#note-4").get_by_role("link", name="Back to the text").click()
    assert page.url.endswith("#at-4")


def test_the_page_turns_into_the_result_by_itself(live: Any, visit: Open) -> None:
    site, _ = live
    site.hold = True
    address = site.named("fail")
    site.hold = False
    page = visit(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Checking your text")
    site.service.run(address.rpartition("/")[2], "test")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Change first")
    assert page.title().startswith("Change first")


def test_a_filter_does_not_reload_and_can_be_gone_back_from(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"))
    page.evaluate("window.same = true")
    page.get_by_role("link", name="Jargon 6").click()
    expect(page.locator(".note")).to_have_count(6)
    assert page.evaluate("window.same") is True
    assert page.url.endswith("?panel=jargon#text")
    assert page.evaluate("document.activeElement.textContent") == "Jargon 6"
    page.go_back()
    expect(page.locator(".note")).to_have_count(20)


def test_keys_go_from_finding_to_finding_only_in_the_text(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"))
    page.keyboard.press("n")
    assert page.locator(".note.current").count() == 0
    page.locator(".ref").first.focus()
    page.keyboard.press("n")
    expect(page.locator(".note.current")).to_have_id("note-4")
    page.keyboard.press("n")
    expect(page.locator(".note.current")).to_have_id("note-5")
    page.keyboard.press("p")
    expect(page.locator(".note.current")).to_have_id("note-4")
    expect(page.locator("#at-4")).to_be_focused()


def test_a_note_stands_at_the_height_of_its_mark(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"), viewport={"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    page.locator("mark", has_text="extravasation").click()
    note, mark = page.locator(".note.current"), page.locator("mark.current")
    expect(note).to_contain_text("Explain ‘extravasation’")
    boxes = note.bounding_box(), mark.bounding_box()
    assert boxes[0] is not None and boxes[1] is not None
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 40


def test_the_first_stop_is_the_skip_link_and_focus_is_seen(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Tab")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"


def test_an_error_takes_the_focus_and_leads_to_its_field(visit: Open) -> None:
    page = visit("/")
    page.get_by_role("button", name="Check it").click()
    expect(page.locator("#summary")).to_be_focused()
    page.locator("#summary a").click()
    expect(page.get_by_label("Paste your text")).to_be_focused()


def test_words_can_be_copied(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"), permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy leaking out of the vein").click()
    assert page.evaluate("navigator.clipboard.readText()") == "leaking out of the vein"


def test_dots_name_themselves_on_focus(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"))
    dot = page.locator(".plot .dot").first
    assert dot.locator("text").evaluate("each => getComputedStyle(each).opacity") == "0"
    dot.focus()
    assert dot.locator("text").evaluate("each => getComputedStyle(each).opacity") == "1"


def test_print_is_a_clean_report(live: Any, visit: Open) -> None:
    page = visit(live[0].named("fail"))
    page.emulate_media(media="print")
    for gone in (".top", ".filter-bar", ".actions", ".delete", ".foot", "button"):
        assert not any(each.is_visible() for each in page.locator(gone).all()), gone
    for kept in ("h1", ".fixes", ".panels", ".draft", "#note-20", ".plot"):
        assert page.locator(kept).first.is_visible(), kept


def test_nothing_is_asked_of_another_server(addresses: list[str], live: Any, visit: Open) -> None:
    page = visit("/")
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda each: refused.append(each.text) if "Policy" in each.text else None)
    for address in addresses:
        page.goto(live[1] + address)
    assert {url.partition("?")[0].startswith(live[1]) for url in asked} == {True}
    assert refused == []
