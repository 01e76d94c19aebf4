"""The lexicon itself: order, length, and definitions that stand on their own."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from auditor.errors import RuleError
from auditor.glossary_proof import MOST_WORDS
from auditor.lexicon_file import load_lexicon
from auditor.library import Library
from auditor.settings import settings
from auditor.text import words
from tests.jargon.measure import explained

FILES = sorted((settings().rules_dir / "jargon" / "lexicon").glob("*.yml"))
EVERYDAY = (
    "cancer hospital nurse doctor heart blood lungs tablet infection virus pain X-ray operation "
    "medicine skin bone brain kidney liver number appointment family".split()
)


def test_there_are_enough_terms(library: Library) -> None:
    assert len(library.lexicon.terms) >= 2_500
    assert len(FILES) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_terms_stand_in_order(path: Path) -> None:
    names = [entry["term"].lower() for entry in yaml.safe_load(path.read_text("utf-8"))]
    assert names == sorted(names)


def test_definitions_are_short(library: Library) -> None:
    assert [t.term for t in library.lexicon.terms if len(words(t.definition)) > MOST_WORDS] == []


def test_definitions_need_no_other_term(library: Library) -> None:
    """No circles follow: a definition leads to no term that it does not explain itself."""
    assert list(itertools.islice(_leaning(library), 5)) == []


def _leaning(library: Library) -> Iterator[tuple[str, str]]:
    forms = library.lexicon.forms
    for term in library.lexicon.terms:
        inside = [
            form.term
            for span, form in forms.find_in(term.definition)
            if form.term.explain == "everyone" and form.is_written(span.of(term.definition))
        ]
        if all(other is term for other in inside):
            continue
        for one in explained(term.definition, "text/plain", library)[1]:
            hard = one.status == "unexplained" and one.source == "lexicon"
            if hard and one.term.explain == "everyone" and one.term is not term:
                yield term.term, one.term.term


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_need_no_explanation(word: str, library: Library) -> None:
    term = library.lexicon.by_form.get(word.lower())
    assert term is None or term.explain == "some"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"zorb: A thing.\n", "zz.yml:1: a lexicon is a list of terms"),
        (b"\n- zorb\n", "zz.yml:2: a term is a mapping with `term` and `definition`"),
        (b"- term: zorb\n  definition: A thing.\n  colour: red\n", "zz.yml:1: ‘colour’ is no key here"),
        (b"- term: ''\n  definition: A thing.\n", "zz.yml:1: ‘term’ must be words"),
        (b"- term: zorb\n  definition: ' '\n", "zz.yml:1: ‘definition’ must be words"),
        (b"- term: zorb\n  definition: The zorb.\n", "zz.yml:1: ‘zorb’ is explained only by itself"),
        (b"- {term: zorb, definition: " + b"x" * 10_001 + b"}\n", "zz.yml:1: ‘definition’ is over 10,000"),
        (b"- {term: zorb, definition: A thing., kind: king}\n", "zz.yml:1: ‘king’ is no kind"),
        (b"- {term: zorb, definition: A thing., explain: many}\n", "zz.yml:1: ‘explain’ is everyone or"),
        (b"- {term: zorb, definition: A thing., variants: zorbs}\n", "zz.yml:1: ‘variants’ must be a"),
        (b"- {term: zorb, definition: A thing., variants: [no]}\n", "zz.yml:1: ‘variants’ must be a"),
        (b"- {term: a, definition: B c.}\n- {term: A, definition: D e.}\n", "zz.yml:2: ‘A’ stands twice; "),
        (b"- {term: a, definition: B c., variants: [A]}\n", "zz.yml:1: ‘A’ stands twice"),
        (b"- term: [\n", "zz.yml:2: this is not valid YAML"),
        (b"- term: caf\xe9\n", "zz.yml: the file is not UTF-8"),
    ],
)  # fmt: skip
def test_a_broken_file_says_where(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "zz.yml").write_bytes(data)
    with pytest.raises(RuleError) as error:
        load_lexicon(tmp_path)
    assert str(error.value).startswith(str(tmp_path / message))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"- NHS\n", "known/short.yml:1: short forms are lists of words, each under its subject"),
        (b"health: NHS\n", "known/short.yml:1: ‘health’ must be a list of words"),
        (
            b"health: [NHS]\nplaces: [UK, no]\n",
            "known/short.yml:2: ‘places’ must be a list of words",
        ),
    ],
)
def test_a_broken_list_of_short_forms_says_where(data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "short.yml").write_bytes(data)
    with pytest.raises(RuleError) as error:
        load_lexicon(tmp_path)
    assert str(error.value).startswith(str(tmp_path / message))
