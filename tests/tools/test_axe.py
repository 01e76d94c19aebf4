"""axe-core in a real Chromium: what it finds, where, and what a page cannot do there."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import psutil
import pytest

from auditor import pipeline, toolbox
from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.library import Library
from auditor.model import Profile, Report
from auditor.parse import parse
from auditor.settings import Settings, settings
from auditor.tools.axe import Axe, Seen, marked

pytestmark = pytest.mark.browser
PAGE = '<html lang="en"><head><title>Wound care</title>{head}</head><body><main>{body}</main></body></html>'


@pytest.fixture(scope="module")
def profile(library: Library) -> Profile:
    rules = tuple(one for one in library.rules.values() if one.category == "accessibility")
    return Profile("test", "Test", "", "en-GB", "general", rules, {}, "error")


def _seen(profile: Profile, html: str, current: Settings | None = None) -> Seen:
    document = parse(html.encode(), "page.html", "text/html")
    return Axe(current or settings())(document, Context(profile, date(2026, 11, 22)))


def _report(profile: Profile, library: Library, html: str, browser: bool = True) -> Report:
    tools = toolbox.tools(settings(), "off", browser=browser)
    return pipeline.run(
        html.encode(), "page.html", "text/html",
        profile=profile, library=library, tools=tools, today=date(2026, 11, 22),
    )  # fmt: skip


def test_what_a_script_spoils_is_found_at_its_place(profile: Profile, library: Library) -> None:
    script = "<script>document.getElementById('a').innerHTML = '<img src=\"data:,\">'</script>"
    html = PAGE.format(head="", body=f'<h1>Care</h1>\n<p id="a">Rest.</p>{script}')
    found = [one for one in _report(profile, library, html).findings if one.rule.endswith(".axe")]
    assert [(one.level, one.quote) for one in found] == [("error", "Rest.")]
    assert "image-alt" in found[0].message
    assert found[0].location is not None and found[0].location.start.line == 2
    assert _report(profile, library, html).tool.engines["axe"].count(".") == 2


def test_nothing_is_said_twice(profile: Profile, library: Library) -> None:
    html = PAGE.format(head="", body='<h1>Care</h1><p><img src="data:,"> Rest.</p>')
    said = [one.rule for one in _report(profile, library, html).findings]
    assert "accessibility.image-alt" in said
    assert "accessibility.axe" not in said


def test_what_needs_the_style_sheets_is_not_said_without_them(profile: Profile) -> None:
    links = '<p><a href="/a">A</a><a href="/b">B</a></p>'
    styled = {
        one.axe_rule
        for one in _seen(profile, PAGE.format(head="<style>p{}</style>", body=links)).issues
    }
    bare = {one.axe_rule for one in _seen(profile, PAGE.format(head="", body=links)).issues}
    assert "target-size" in styled and "target-size" not in bare


def test_where_nobody_asked_nothing_is_opened(profile: Profile, library: Library) -> None:
    report = _report(profile, library, PAGE.format(head="", body="<p>Rest.</p>"), browser=False)
    outcome = next(one for one in report.outcomes if one.rule == "accessibility.axe")
    assert outcome.status == "inapplicable" and "--browser" in outcome.reason
    assert len(report.outcomes) == len(profile.rules)


def test_a_page_reaches_nothing(profile: Profile) -> None:
    with _listening() as (address, asked):
        body = (
            f'<img alt="A" src="{address}/picture"><iframe title="A" src="{address}/frame"></iframe>'
            f"<script>fetch('{address}/script'); new WebSocket('{address.replace('http', 'ws')}');"
            f"location = '{address}/away'</script>"
        )
        assert isinstance(_seen(profile, PAGE.format(head="", body=body)), Seen)
        assert asked == []


def test_a_page_that_never_ends_is_stopped(profile: Profile) -> None:
    before = _browsers()
    quick = settings().model_copy(update={"browser_seconds": 6.0})
    with pytest.raises(ToolError, match="browser"):
        _seen(profile, PAGE.format(head="", body="<p>A</p><script>while (true) {}</script>"), quick)
    left = _browsers() - before
    psutil.wait_procs([one for one in psutil.process_iter() if one.pid in left], timeout=10)
    assert _browsers() <= before


def test_a_browser_that_is_not_there_is_said(profile: Profile, tmp_path: Path) -> None:
    nowhere = settings().model_copy(update={"browser_path": str(tmp_path / "chromium")})
    with pytest.raises(ToolError, match="AUDITOR_BROWSER_PATH: there is no file"):
        _seen(profile, PAGE.format(head="", body="<p>A</p>"), nowhere)


def test_every_element_carries_its_number() -> None:
    html = "<!-- <p> --><p title='<b>'>A<BR/>B<svg><g/></svg>"
    document = parse(html.encode(), "page.html", "text/html")
    assert marked(document) == (
        '<!-- <p> --><p data-auditor-node="0" title=\'<b>\'>A<BR data-auditor-node="1"/>B'
        '<svg data-auditor-node="2"><g data-auditor-node="3"/></svg>'
    )


def _browsers() -> set[int]:
    """The browsers that descend from this process, or have lost their parent."""
    own = psutil.Process()
    return {
        one.pid
        for one in psutil.process_iter(["name", "ppid"])
        if "chrom" in (one.info["name"] or "") and (one.info["ppid"] == 1 or own in one.parents())
    }


@contextmanager
def _listening() -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
