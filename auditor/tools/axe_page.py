"""The process that holds the browser: one page on standard input, what axe says on standard output.

It imports nothing of ours and gets no settings. The page is served from a made-up address, and
every other request is stopped: scripts of the page run, but reach nothing.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

ADDRESS = "https://page.invalid/"
_FLAGS = (
    "--disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-extensions --disable-dev-shm-usage"
).split()
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_ASK = """async ({tags, without}) => {
  const rules = Object.fromEntries(without.map(id => [id, {enabled: false}]));
  const options = {runOnly: tags, rules, iframes: false, elementRef: true,
                   resultTypes: ["violations", "incomplete"]};
  const found = await axe.run(document, options);
  const place = node => {
    const marked = node.element && node.element.closest("[data-auditor-node]");
    return marked ? Number(marked.getAttribute("data-auditor-node")) : null;
  };
  const told = result => ({id: result.id, help: result.help, impact: result.impact,
                           tags: result.tags, nodes: result.nodes.map(place)});
  return {violations: found.violations.map(told), incomplete: found.incomplete.map(told)};
}"""


def look(asked: dict[str, Any]) -> dict[str, Any]:
    """Open the page and ask axe."""
    from playwright.sync_api import Error, sync_playwright

    def served(route: Any) -> None:
        if route.request.url == ADDRESS and route.request.is_navigation_request():
            route.fulfill(body=asked["html"], content_type="text/html; charset=utf-8")
        else:
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=asked["browser"] or None,
            args=_FLAGS,
            chromium_sandbox=os.geteuid() != 0,  # Chromium has no sandbox for root
            timeout=asked["seconds"] * 1000,
        )
        context = browser.new_context(
            bypass_csp=True, service_workers="block", accept_downloads=False
        )
        context.route("**/*", served)
        context.route_web_socket("**/*", lambda socket: socket.close())
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.dismiss())
        try:
            page.goto(ADDRESS, wait_until="domcontentloaded", timeout=asked["seconds"] * 500)
            page.evaluate(Path(asked["script"]).read_text("utf-8"))
            options = {"tags": _TAGS, "without": list(asked["without"])}
            return dict(page.evaluate(_ASK, options))
        except Error as error:
            return {"error": type(error).__name__}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look(json.load(sys.stdin))))
