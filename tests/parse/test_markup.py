"""HTML and Markdown: what becomes a block, what is left out, and exact positions on anything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DocumentError
from auditor.model import Document
from auditor.parse import parse

HTML, MARKDOWN = "text/html", "text/markdown"


def blocks(text: str, media_type: str) -> list[tuple[str, str]]:
    document = parse(text.encode("utf-8", "surrogatepass"), "t", media_type)
    return [
        (block.kind, block.span.of(document.text))
        for block in document.blocks
        if block.region == "content"
    ]


CASES = [
    (HTML, "<p>One<p>Two", [("paragraph", "One"), ("paragraph", "Two")]),
    (HTML, "<p>Fish &amp; chips &eacute; &#233; &bogus; &amp;amp;</p>",
     [("paragraph", "Fish & chips é é &bogus; &amp;")]),
    (HTML, "<p>a < b and c</p>", [("paragraph", "a < b and c")]),
    (HTML, "<p>one\r\n   two\tthree</p>", [("paragraph", "one two three")]),
    (HTML, "<p>a&nbsp;b 😀 c</p>", [("paragraph", "a\u00a0b 😀 c")]),
    (HTML, "<ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>",
     [("item", "one"), ("item", "inner"), ("item", "two")]),
    (HTML, "<table><tr><th>Day<td>Dose<tr><th>Mon<td>2</table>",
     [("cell.header", "Day"), ("cell", "Dose"), ("cell.header", "Mon"), ("cell", "2")]),
    (HTML, "<p>one<br>two<br><br>three</p>", [("paragraph", "one two"), ("paragraph", "three")]),
    (HTML, "<!-- no --><script>no</script><style>no</style><template>no</template><p>yes",
     [("paragraph", "yes")]),
    (HTML, "<dl><dt>Term<dd>Meaning</dl>", [("term", "Term"), ("definition", "Meaning")]),
    (HTML, "<p>a<b>b</b><i>c</i> <a href=x>d</a></p>", [("paragraph", "abc d")]),
    (HTML, "<nav>Menu</nav><main><p>Text</main><footer>Foot</footer>", [("paragraph", "Text")]),
    (HTML, "<p hidden>no</p><p data-audit=ignore>no</p><p>yes</p>", [("paragraph", "yes")]),
    (HTML, "<h2>Head</h2>loose <em>text</em>", [("heading.h2", "Head"), ("paragraph", "loose text")]),
    (HTML, "<figure><img src=a alt=b><figcaption>Cap</figcaption></figure>", [("caption", "Cap")]),
    (MARKDOWN, "# Head\n\nOne *two*\nthree.\n", [("heading.h1", "Head"), ("paragraph", "One two three.")]),
    (MARKDOWN, "Head\n====\n\n- a\n  - b\n- c\n",
     [("heading.h1", "Head"), ("item", "a"), ("item", "b"), ("item", "c")]),
    (MARKDOWN, "a \\* b &amp; c", [("paragraph", "a * b & c")]),
    (MARKDOWN, "see [link](link) link", [("paragraph", "see link link")]),
    (MARKDOWN, "---\ntitle: T\n---\n\nText", [("paragraph", "Text")]),
    (MARKDOWN, "|Day|Dose|\n|---|---|\n|Mon|2|\n",
     [("cell.header", "Day"), ("cell.header", "Dose"), ("cell", "Mon"), ("cell", "2")]),
    (MARKDOWN, "one  \ntwo", [("paragraph", "one two")]),
    (MARKDOWN, "> said so", [("quote", "said so")]),
    (MARKDOWN, "\ufeff# Head 😀\r\n\r\nText\r\n", [("heading.h1", "Head 😀"), ("paragraph", "Text")]),
    (MARKDOWN, "Term\n: Meaning here", [("term", "Term"), ("definition", "Meaning here")]),
    (MARKDOWN, "a <b>bold</b> word", [("paragraph", "a bold word")]),
]  # fmt: skip


@pytest.mark.parametrize(("media_type", "text", "expected"), CASES)
def test_blocks(media_type: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(text, media_type) == expected


def test_pictures_links_and_languages_are_nodes_in_every_format() -> None:
    html = parse(b'<html lang="en"><p><img src="a.png" alt="A"><a href="x">y</a>', "t", HTML)
    markdown = parse(b"![A](a.png)[y](x)", "t", MARKDOWN)
    for document in (html, markdown):
        image = next(node for node in document.nodes if node.name == "img")
        link = next(node for node in document.nodes if node.name == "a")
        assert image.attrs["alt"] == "A"
        assert (link.attrs["href"], link.span.of(document.text)) == ("x", "y")
    assert html.language == "en"


def test_front_matter_and_meta_are_metadata() -> None:
    markdown = parse(b"---\nreviewed: 2026-03-01\nlang: en-GB\n---\nText", "t", MARKDOWN)
    assert markdown.metadata["front:reviewed"] == "2026-03-01"
    assert markdown.language == "en-GB"
    html = parse(b'<meta name="author" content="Ann"><title>T</title><p>x', "t", HTML)
    assert (html.metadata["meta:author"], html.metadata["title"]) == ("Ann", "T")


def check_positions(document: Document) -> None:
    source = document.parts[""]
    for segment in document.segments:
        if segment.verbatim:
            assert segment.text.of(document.text) == segment.source.of(source)
    for block in document.blocks:
        _, where = document.to_source(block.span)
        assert 0 <= where.start <= where.end <= len(source)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<b>",
     "</b>", "<br>", "<h2>", "</h2>", "<div>", "</div>", "<nav>", "</nav>", "<pre>", "</pre>", "<!--",
     "-->", "<![CDATA[", "]]>", "<script>", "</script>", "&amp;", "&bogus", "&#x1F600;", "😀", "\r\n",
     "\u00a0", "<", ">", "word ", "<img alt=", '"', "<dl><dt>", "<dd>", "<a href=x>", "</a>", "\ufeff"]
)  # fmt: skip
MARKS = st.sampled_from(
    ["# ", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "|", "|---|---|\n", "*", "**", "_", "`", "```\n",
     "[a](b)", "![a](b)", "<b>", "</b>", "&amp;", "\\*", "😀", "\r\n", "\u00a0", "word ", "---\n",
     ": ", "~~", "<http://a.example>", "    ", "\t", "<dl>", "\ufeff", "==="]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(TAGS, max_size=40).map("".join) | st.text(max_size=150))
def test_any_html(text: str) -> None:
    try:
        check_positions(parse(text.encode("utf-8", "surrogatepass"), "t", HTML))
    except DocumentError:
        return


@settings(max_examples=200, deadline=None)
@given(st.lists(MARKS, max_size=40).map("".join) | st.text(max_size=150))
def test_any_markdown(text: str) -> None:
    try:
        check_positions(parse(text.encode("utf-8", "surrogatepass"), "t", MARKDOWN))
    except DocumentError:
        return


def test_deep_and_long_pages_are_read() -> None:
    deep = "<div>" * 10_000 + "words" + "</div>" * 10_000
    assert blocks(deep, HTML) == [("paragraph", "words")]
    assert len(blocks("<p>some words here</p>\n" * 20_000, HTML)) == 20_000


def test_a_page_that_scripts_draw_is_said_to_be_one() -> None:
    scripts = "<script src=a.js></script>" * 3
    drawn = parse(f"<title>T</title>{scripts}<div id=root></div><p>Loading".encode(), "t", HTML)
    assert "were not run" in drawn.notes[0]
    text = f"<title>T</title>{scripts}<p>{'Rest your knee. ' * 30}"
    assert parse(text.encode(), "t", HTML).notes == ()
    short = b'<script type="application/ld+json">{}</script><p>Rest your knee.'
    assert parse(short, "t", HTML).notes == ()
