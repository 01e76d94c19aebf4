"""What an audit needs besides its document, from the settings: the data and the outside tools."""

from contextlib import suppress

from auditor.errors import ToolError
from auditor.gather import Tool
from auditor.library import Library, load_library
from auditor.pipeline import Tools
from auditor.settings import Settings
from auditor.styles import load_styles
from auditor.tools.axe import Axe, unasked
from auditor.tools.grammar_cache import grammar_cache
from auditor.tools.languagetool import LanguageTool
from auditor.tools.textstat_figures import Textstat


def library(settings: Settings) -> Library:
    """The rules, profiles, lexicon and source documents of this installation."""
    found = load_library(settings.rules_dir, settings.sources_dir, settings.data_dir / "rules")
    return found.with_styles(load_styles(settings.styles)) if settings.styles else found


def tools(settings: Settings, languagetool_url: str = "", browser: bool = False) -> Tools:
    """The outside tools: LanguageTool at the given address, or at the one in the settings, and the
    browser where it or the settings ask for one.
    """
    run: dict[str, Tool] = {"textstat": Textstat(settings), "axe": unasked}
    versions: dict[str, str] = {}
    if browser or settings.browser:
        axe = Axe(settings)
        run["axe"] = axe
        with suppress(ToolError):
            versions["axe"] = axe.version()
    url = languagetool_url or settings.languagetool_url
    if not url or url == "off":
        return Tools(run, versions)
    client = LanguageTool(url, settings.languagetool_seconds, grammar_cache(settings))
    with suppress(ToolError):
        versions["languagetool"] = client.version()
    return Tools({**run, "languagetool": client}, versions)
