"""Content and the rest: the labelled documents, and what authors and special inputs may ask."""

from pathlib import Path

import pytest

from auditor.parse import parse
from tests.parse.cases import folders, score, total

SETS = [("development", "page", 45), ("development", "text", 30), ("held_out", "page", 23),
        ("held_out", "text", 15)]  # fmt: skip


@pytest.mark.parametrize(("which", "kind", "cases"), SETS)
def test_labelled_documents(which: str, kind: str, cases: int) -> None:
    assert len([one for one in folders(which) if one.name.startswith(kind)]) == cases
    found = total(which, kind)
    assert found.content >= 0.98 * found.blocks, found.wrong
    assert found.regions >= 0.96 * found.blocks, found.wrong
    assert found.kinds >= 0.95 * found.blocks, found.wrong


@pytest.mark.parametrize("folder", folders("development"), ids=lambda folder: folder.name)
def test_content_is_told_from_the_rest(folder: Path) -> None:
    found = score(folder)
    assert found.content == found.blocks, found.wrong


def regions(text: str, media_type: str = "text/plain") -> list[tuple[str, str]]:
    document = parse(text.encode(), "t", media_type)
    assert all(block.reason for block in document.blocks if block.region != "content")
    return [(block.region, block.span.of(document.text)) for block in document.blocks]


def test_words_one_a_line_are_all_content() -> None:
    words = ["menu", "home", "Search", "Advertisement", "donate", "ankle"]
    assert {region for region, _ in regions("\n".join(words * 2000))} == {"content"}
    assert {region for region, _ in regions("\n".join(words))} == {"content"}


def test_sentences_one_a_paragraph_are_all_content() -> None:
    lines = ["We use cookies to bake with.", "Copyright 2020 was a year.", "The nurse rings you."]
    assert {region for region, _ in regions("\n\n".join(lines * 200))} == {"content"}


def test_what_the_author_marks_wins_over_words_and_names() -> None:
    page = (
        '<h1>T</h1><p data-audit="content">Advertisement</p><div class="related" data-audit="content">'
        '<p><a href="/a">Read more</a></p></div><p data-audit="ignore">Rest today.</p>'
    )
    assert regions(page, "text/html") == [
        ("content", "T"),
        ("content", "Advertisement"),
        ("content", "Read more"),
        ("boilerplate", "Rest today."),
    ]


def test_markdown_links_alone_on_a_line_are_no_text() -> None:
    text = "# Sore knee\n\nRest your knee.\n\n[Read about hips](hips.md)\n\n- [Hips](h.md)\n- [Feet](f.md)\n"
    assert [region for region, _ in regions(text, "text/markdown")] == [
        "content", "content", "navigation", "navigation", "navigation",
    ]  # fmt: skip


def test_a_list_of_links_that_a_sentence_announces_is_text() -> None:
    text = "We can tell you about:\n\n- [hips](h.md)\n- [feet](f.md)\n"
    assert {region for region, _ in regions(text, "text/markdown")} == {"content"}


def test_a_section_of_a_page_ends_where_its_box_ends() -> None:
    page = (
        "<h1>Knee</h1><p>Rest your knee.</p><div><h2>Related links</h2><p>Hips</p></div>"
        "<p>Ring us when it hurts more than before.</p>"
    )
    assert [region for region, _ in regions(page, "text/html")][-2:] == ["teaser", "content"]


def test_a_date_with_its_day_of_the_week_is_the_pages_own() -> None:
    page = "# Knees\n\nRest the knee.\n\n## References\n\n1. Lee A. Knees. J Knee 2020;3:4-5.\n\n"
    line = "Last updated on: Monday, September 8th, 2025"
    assert regions(page + line + "\n", "text/markdown")[-1] == ("dateline", line)


def test_a_paragraph_that_also_offers_large_print_is_text() -> None:
    line = "Your nurse gives you a number. You can have this leaflet in large print."
    assert regions(f"# Knees\n\nRest.\n\n{line}\n", "text/markdown")[-1] == ("content", line)
