"""What an organisation's glossary changes in an audit: links, tooltips, names, forms, spelling."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from auditor import glossary, pipeline
from auditor.facts.context import Context
from auditor.facts.shown import leads_to
from auditor.library import Library
from auditor.pipeline import Tools
from auditor.tools.grammar_cache import BlockMatch
from auditor.tools.languagetool import _is_right

OWN = """\
- term: warm room
  definition: A quiet room on the ward where you can rest.
- term: cytokines
  definition: Small messengers that our cells send out.
- term: zorbetine
  definition: A new tablet for sore knees.
- term: scopy
  definition: A scopy test.
"""


def rows(
    text: str, library: Library, media_type: str = "text/html", *, tooltips: bool = False
) -> dict[str, dict[str, Any]]:
    own = library.with_glossary(glossary.read(OWN.encode(), "help/our-words.yml"))
    profile = replace(library.profiles["uk-patient"], tooltips=tooltips)
    report = pipeline.run(
        text.encode(), "t", media_type, profile=profile, library=own, tools=Tools(),
        today=date(2026, 11, 22),
    )  # fmt: skip
    return {row["term"]: row for row in report.measures["jargon"]["terms"]}


def test_own_terms_are_terms_and_carry_their_own_definition(library: Library) -> None:
    found = rows("<p>Rest in the warm room. Cytokines and interleukins rise.</p>", library)
    assert found["warm room"]["status"] == "unexplained"
    assert found["warm room"]["glossary"]
    assert found["cytokines"]["definition"] == "Small messengers that our cells send out."
    assert not found["interleukin"]["glossary"]


def test_all_forms_of_our_term_stay_forms_of_theirs(library: Library) -> None:
    assert "cytokines" in rows("<p>One cytokine is enough.</p>", library)


def test_an_own_term_is_no_hard_word_that_no_list_has(library: Library) -> None:
    assert rows("<p>Take zorbetine at night.</p>", library)["zorbetine"]["certain"]
    assert not rows("<p>Take zorbetinib at night.</p>", library)["zorbetinib"]["certain"]


def test_tooltips_explain_own_terms_and_no_others(library: Library) -> None:
    found = rows("<p>Cytokines and interleukins rise.</p>", library, tooltips=True)
    assert found["cytokines"]["status"] == "explained"
    assert found["cytokines"]["explained_by"] == "Small messengers that our cells send out."
    assert found["interleukin"]["status"] == "unexplained"


def test_a_tooltip_that_says_the_word_again_is_weak(library: Library) -> None:
    assert rows("<p>You need a scopy.</p>", library, tooltips=True)["scopy"]["status"] == "weak"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('<p>The <a href="/help/our-words#c">cytokines</a> rise.</p>', "explained"),
        ('<p>The <a href="/glossary/c.html">cytokines</a> rise.</p>', "explained"),
        ('<p>The <a href="https://example.org/a-z/#c">cytokine levels</a> rise.</p>', "explained"),
        ('<p>The cytokines. See <a href="/glossary">cytokines</a>.</p>', "explained late"),
        ('<p>The <a href="/research/cytokines">cytokines</a> rise.</p>', "unexplained"),
        ('<p>The <a href="/glossary">interleukins</a> rise.</p>', "unexplained"),
        ('<p>The cytokines rise. See our <a href="/glossary">word list</a>.</p>', "unexplained"),
    ],
)
def test_a_link_to_the_glossary_explains(text: str, status: str, library: Library) -> None:
    assert [row["status"] for row in rows(text, library).values()] == [status]


def test_a_link_in_markdown_explains(library: Library) -> None:
    text = "The [cytokines](our-words.html) rise."
    assert rows(text, library, "text/markdown")["cytokines"]["status"] == "explained"


@pytest.mark.parametrize(
    ("target", "place", "leads"),
    [
        ("https://example.org/words#x", "https://example.org/words", True),
        ("https://example.org/words/", "https://example.org/words#top", True),
        ("../words.html", "content/words.yml", True),
        ("/index.html", "content/index.html", False),
        ("/medical-glossary/x", "w.yml", True),
        ("/jargon-buster", "w.yml", True),
        ("/passwords", "w.yml", False),
        ("/a-zinc", "w.yml", False),
    ],
)
def test_which_links_lead_to_a_glossary(target: str, place: str, *, leads: bool) -> None:
    assert leads_to(target, place) is leads


def test_their_words_are_no_spelling_mistakes(library: Library) -> None:
    own = library.with_glossary(glossary.read(OWN.encode(), "w.yml"))
    profile = library.profiles["uk-patient"]
    mistake = BlockMatch(0, 9, "MORFOLOGIK_RULE_EN_GB", "TYPOS", "A mistake.", ("ornithine",))
    for which, right in ((own, True), (library, False)):
        assert _is_right("zorbetine", mistake, Context(profile, date.min, which.lexicon)) is right


def test_what_many_know_stays_known_to_many(library: Library) -> None:
    own = glossary.read(b"antibiotics: Medicines that kill bacteria.\n", "w.yml")
    found = library.with_glossary(own).lexicon.by_form["antibiotic"]
    assert (found.term, found.explain) == (
        "antibiotics",
        library.lexicon.by_form["antibiotic"].explain,
    )


def test_letters_count_only_with_their_capitals(library: Library) -> None:
    own = glossary.read(
        b"- {term: me time, definition: A rest for you., variants: [me]}\n", "w.yml"
    )
    joined = library.with_glossary(own).lexicon
    fatigue = library.lexicon.by_form["chronic fatigue syndrome"]
    assert "ME" in fatigue.abbreviations
    assert joined.by_form["me"].term == "me time"
    assert joined.by_form["chronic fatigue syndrome"] == fatigue


def test_another_glossary_is_another_version(library: Library) -> None:
    one, two = (
        library.with_glossary(glossary.read(f"stoma: An opening {n}.".encode(), "w.yml")).version
        for n in ("a", "b")
    )
    assert len({one, two, library.version}) == 3
