"""LanguageTool, the real one: positions after emoji and entities, names, terms, being down."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from cachelib import NullCache, SimpleCache

from auditor.errors import ToolError
from auditor.facts.context import Context
from auditor.library import Library
from auditor.parse import parse
from auditor.settings import Settings, settings
from auditor.tools.grammar_cache import BlockMatch, GrammarCache, grammar_cache
from auditor.tools.languagetool import LanguageTool
from auditor.tools.languagetool_server import Server

pytestmark = pytest.mark.languagetool


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with Server(settings()) as server:
        server.wait()
        yield server.url


def found(text: str, media_type: str, url: str, library: Library) -> list[tuple[str, str]]:
    document = parse(text.encode(), "t", media_type)
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    matches = LanguageTool(url, 60, GrammarCache(NullCache()))(document, context)
    part = document.parts[""]
    for match in matches:
        _, where = document.to_source(match.span)
        if "&" not in where.of(part):
            assert where.of(part) == match.span.of(document.text)
    return [(match.span.of(document.text), match.category) for match in matches]


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("You will need 😀😀 a appointment and the medecine.", "text/plain"),
        ("😀\n\n👩🏽‍⚕️ The nurse 🩺 gives you the medecine today.", "text/plain"),
        ("<p>Fish &amp; chips 😀 &eacute; and the medecine.</p>", "text/html"),
        ("# Caf&eacute; 😀\n\nTake **the** medecine &amp; rest.", "text/markdown"),
    ],
)
def test_positions(text: str, media_type: str, url: str, library: Library) -> None:
    assert ("medecine", "TYPOS") in found(text, media_type, url, library)


def test_names_and_terms_are_no_spelling_mistakes(url: str, library: Library) -> None:
    text = "Dr Kowalska explains polycythaemia and pembrolizumab to Mrs Oyelaran."
    assert [one for one in found(text, "text/plain", url, library) if one[1] == "TYPOS"] == []


def test_left_out_regions_are_not_sent(url: str, library: Library) -> None:
    text = "The nurse helps you.\n\nReferences\n\nThe medecine is a wrong word here.\n"
    assert found(text, "text/plain", url, library) == []


def test_a_server_that_is_down_is_a_tool_error(library: Library) -> None:
    with pytest.raises(ToolError, match="LanguageTool does not answer"):
        found("Words.", "text/plain", "http://127.0.0.1:9", library)


class Counting(LanguageTool):
    """Counts the characters that go to the server."""

    sent = 0

    def _check(self, texts: Sequence[str], locale: str) -> list[tuple[BlockMatch, ...]]:
        self.sent += sum(map(len, texts))
        return super()._check(texts, locale)


def test_after_a_change_only_the_changed_block_is_sent(url: str, library: Library) -> None:
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    tool = Counting(url, 60, GrammarCache(SimpleCache()))
    before = "The nurse give you a appointment.\n\nTake the medecine 😀 at night.\n\nRest well.\n"
    tool(parse(before.encode(), "t", "text/plain"), context)
    tool.sent = 0
    document = parse(before.replace("Rest", "Sleep").encode(), "t", "text/plain")
    matches = tool(document, context)
    assert tool.sent == len("Sleep well.")
    assert "medecine" in [match.span.of(document.text) for match in matches]
    assert tool(document, context) == matches and tool.sent == len("Sleep well.")


def test_what_was_sent_before_changes_nothing(url: str, library: Library) -> None:
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    for sample in library.samples:
        document = parse(sample.data, sample.name, sample.media_type)
        alone = LanguageTool(url, 60, GrammarCache(NullCache()))(document, context)
        cache = GrammarCache(SimpleCache())
        half = parse(sample.data[: len(sample.data) // 2], sample.name, sample.media_type)
        LanguageTool(url, 60, cache)(half, context)
        assert LanguageTool(url, 60, cache)(document, context) == alone, sample.id


def test_the_cache_keeps_no_text_in_its_keys(tmp_path: Path, url: str, library: Library) -> None:
    context = Context(library.profiles["uk-patient"], date(2026, 11, 22), library.lexicon)
    cache = grammar_cache(Settings(data_dir=tmp_path))
    LanguageTool(url, 60, cache)(parse(b"Mrs Zanzibar rests.", "t", "text/plain"), context)
    files = list((tmp_path / "grammar_cache").iterdir())
    assert files
    assert not any("Zanzibar" in file.name for file in files)
    assert not any(b"Mrs Zanzibar rests" in file.read_bytes() for file in files)
