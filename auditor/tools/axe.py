"""axe-core in a real browser: what a page is only found to lack when it is drawn.

The browser runs in a process of its own (`axe_page`), with a time limit and without network. Each
element carries its number in `Document.nodes` into the browser, so that what axe finds has a place.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from auditor.checks import element
from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.markup.page import Page
from auditor.markup.style import styles_of
from auditor.model import Document, Level, Rule
from auditor.settings import Settings

MARK = "data-auditor-node"
_LEVELS: dict[str, Level] = {
    "critical": "error", "serious": "error", "moderate": "warning", "minor": "suggestion",
}  # fmt: skip
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "PLAYWRIGHT_BROWSERS_PATH")
_STYLED = ("color-contrast", "link-in-text-block", "target-size")
_MOST = 200
_EXTRA = "the browser tool is not installed; run pip install 'auditor[browser]'"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that axe says of one element: `node` indexes `Document.nodes`, None for a page
    whose element is not in the source. Not `certain`: axe asks for a person's look.
    """

    axe_rule: str
    help: str
    wcag: tuple[str, ...]
    level: Level
    certain: bool
    node: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What axe says of a page; `reason` says in words why it was not asked, else ""."""

    issues: tuple[Issue, ...] = ()
    reason: str = ""


def unasked(document: Document, context: Context) -> Seen:  # noqa: ARG001
    """In place of the browser, where nobody asked for it."""
    return Seen(reason="nobody asked for a look in a browser; use --browser, or AUDITOR_BROWSER=1")


class Axe:
    """Opens a page in headless Chromium and runs axe-core on it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def version(self) -> str:
        """The version of axe-core; raises ToolError when it is not installed."""
        match = re.search(r"axe v([\d.]+)", script().read_text("utf-8")[:200])
        return match[1] if match else "unknown"

    def __call__(self, document: Document, context: Context) -> Seen:
        """What axe finds that our own rules do not; raises ToolError when it cannot be run."""
        if document.media_type not in element.MEDIA_TYPES["html"]:
            return Seen(reason="only web pages are opened in a browser")
        page = Page(document)
        # Without the site's style sheets, what depends on them is not what people see.
        drawn = styles_of(page).whole and bool(page.named("style"))
        answer = self._run(marked(document), without=() if drawn else _STYLED)
        own = {
            (hit.source[1].start, criterion)
            for rule in context.profile.rules
            if rule.extends == element.KIND
            for hit in _hits(document, rule, page)
            if hit.source is not None
            for criterion in rule.wcag
        }
        return Seen(tuple(_fresh(_issues(answer), document, own))[:_MOST])

    def _run(self, source: str, without: tuple[str, ...]) -> dict[str, Any]:
        seconds = self._settings.browser_seconds
        asked = {
            "html": source,
            "script": str(script()),
            "browser": self._browser(),
            "seconds": seconds,
            "without": without,
        }
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        child = subprocess.Popen(  # noqa: S603  # our own file, no shell
            [sys.executable, str(Path(__file__).with_name("axe_page.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        try:
            said, _ = child.communicate(json.dumps(asked).encode(), timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise ToolError(
                f"the browser needed more than {seconds:g} seconds for this page"
            ) from error
        finally:
            _end(child)
        if child.returncode != 0:
            raise ToolError("the browser could not be started; see AUDITOR_BROWSER_PATH")
        answer: dict[str, Any] = json.loads(said)
        if "error" in answer:
            raise ToolError(f"the browser could not show this page ({answer['error']})")
        return answer

    def _browser(self) -> str:
        named = self._settings.browser_path
        if named and not Path(named).is_file():
            raise ToolError(f"AUDITOR_BROWSER_PATH: there is no file {named}; correct it")
        # Empty: Playwright looks for a browser of its own.
        return named or next(filter(None, map(shutil.which, _BROWSERS)), "")


def script() -> Path:
    """The file of axe-core, which the package axe-playwright-python brings along."""
    found = find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations or find_spec("playwright") is None:
        raise ToolError(_EXTRA)
    path = Path(found.submodule_search_locations[0]) / "axe.min.js"
    if not path.is_file():
        raise ToolError(_EXTRA)
    return path


def marked(document: Document) -> str:
    """The source of a page with the number of its node on every element."""
    source = next(iter(document.parts.values()))
    parts: list[str] = []
    at = 0
    for index, node in enumerate(document.nodes):
        place = node.source.start + 1 + len(node.name)
        if place < at or source[node.source.start : place].lower() != f"<{node.name}":
            continue
        parts += (source[at:place], f' {MARK}="{index}"')
        at = place
    return "".join((*parts, source[at:]))


def _hits(document: Document, rule: Rule, page: Page) -> Iterable[Any]:
    judgement = element.check(document, rule, {"markup": page})
    return judgement if isinstance(judgement, list) else ()


def _issues(answer: dict[str, Any]) -> Iterable[Issue]:
    for kind, certain in (("violations", True), ("incomplete", False)):
        for result in answer[kind]:
            criteria = [re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in result["tags"]]
            for node in result["nodes"]:
                yield Issue(
                    result["id"],
                    result["help"],
                    tuple(".".join(one.groups()) for one in criteria if one),
                    _LEVELS.get(result["impact"] or "", "warning"),
                    certain,
                    node,
                )


def _fresh(
    issues: Iterable[Issue], document: Document, own: set[tuple[int, str]]
) -> Iterable[Issue]:
    """The issues that no rule of ours has found at the same element."""
    for issue in issues:
        node = None if issue.node is None else document.nodes[issue.node]
        start = node.source.start if node else 0
        if not any((start, criterion) in own for criterion in issue.wcag):
            yield issue


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the process and the browser that it started."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
