"""An organisation's glossary from every kind of file, and what is said of files that are wrong."""

import pytest

from auditor import glossary
from auditor.errors import GlossaryError
from auditor.model import Term

YAML = """\
- term: T cell
  definition: A white blood cell that kills cells that carry a virus.
  variants: [T lymphocyte]
- term: electrocardiogram
  definition: A test that shows how your heart beats.
  abbreviations: [ECG]
"""
CSV = (
    "Term,Definition,Variants,Abbreviations\r\n"
    "T cell,A white blood cell that kills cells that carry a virus.,T lymphocyte,\r\n"
    "\r\n"
    "electrocardiogram,A test that shows how your heart beats.,,ECG\r\n"
)
SEMICOLONS = (
    "\ufeffterm;definition;variants\n"
    "T cell;A white blood cell that kills cells that carry a virus.;T lymphocyte\n"
    "electrocardiogram;A test that shows how your heart beats.;ECG\n"
)
HTML = """<!doctype html><title>Our words</title><h1>Our words</h1><dl>
<dt>T cell (T lymphocyte)</dt><dd>A white blood cell that kills cells that carry a virus.</dd>
<dt>ECG (electrocardiogram)</dt><dd>A test that shows how your heart beats.</dd></dl>"""
MARKDOWN = """\
# Glossary

**T cell (T lymphocyte)**: A white blood cell that kills cells that carry a virus.

**Electrocardiogram (ECG)**: A test that shows how your heart beats.
"""
TABLE = """\
# Words to know

| Word | What it means |
|---|---|
| T cell (T lymphocyte) | A white blood cell that kills cells that carry a virus. |
| electrocardiogram (ECG) | A test that shows how your heart beats. |
"""


def forms(term: Term) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return term.term.lower(), term.variants, term.abbreviations


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("words.yml", YAML),
        ("words.csv", CSV),
        ("words.csv", SEMICOLONS),
        ("words.csv", SEMICOLONS.replace(";", "\t")),
        ("words.html", HTML),
        ("words.md", MARKDOWN),
        ("words.md", TABLE),
        ("https://example.org/words.csv?version=2", CSV),
    ],
)
def test_every_kind_of_file(name: str, text: str) -> None:
    found = glossary.read(text.encode(), name)
    assert [forms(term) for term in found.terms] == [
        ("t cell", ("T lymphocyte",), ()),
        ("electrocardiogram", (), ("ECG",)),
    ]
    assert found.terms[0].definition == "A white blood cell that kills cells that carry a virus."


def test_lines_are_those_of_the_file() -> None:
    assert glossary.read(YAML.encode(), "w.yml").lines == (1, 4)
    assert glossary.read(CSV.encode(), "w.csv").lines == (2, 4)
    assert glossary.read(HTML.encode(), "w.html").lines == (2, 3)
    assert glossary.read(TABLE.encode(), "w.md").lines == (5, 6)


def test_a_cell_may_hold_several_lines_and_commas() -> None:
    text = 'term,definition\n"T cell","A white\nblood cell, of a kind that kills."\nstoma,An opening.\n'
    found = glossary.read(text.encode(), "w.csv")
    assert found.terms[0].definition == "A white\nblood cell, of a kind that kills."
    assert found.lines == (2, 4)


def test_a_mapping_will_do() -> None:
    found = glossary.read(b"stoma: An opening in the belly.\nECG: A test of the heart.\n", "w.yml")
    assert [(one.term, one.definition) for one in found.terms] == [
        ("stoma", "An opening in the belly."),
        ("ECG", "A test of the heart."),
    ]


def test_an_entry_that_points_at_another_is_a_form_of_it() -> None:
    text = (
        "ECG: See heart trace\nheart tracing: A heart trace.\nheart trace: See electrocardiogram.\n"
        "electrocardiogram: A test of the heart.\nstoma: An opening in the belly.\n"
        "ostomy: See stoma.\nfollow-up: See your doctor again.\n"
    )
    found = glossary.read(text.encode(), "w.yml")
    assert [forms(term) for term in found.terms] == [
        ("electrocardiogram", ("heart tracing", "heart trace"), ("ECG",)),
        ("stoma", ("ostomy",), ()),
        ("follow-up", (), ()),
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("w.csv", b"word,meaning\nstoma,x\n", "w.csv:1: ‘word’ is no column; the first row must name"),
        ("w.csv", b"term\nstoma\n", "w.csv:1: the first row must name the columns term and definition"),
        ("w.csv", b"term,definition,term\n", "w.csv:1: a column stands twice"),
        ("w.csv", b"term,definition\nstoma,a hole, in the belly\n", "w.csv:2: the row has 3 cells for 2"),
        ("w.csv", b'term,definition\nstoma,"a hole" x\n', "w.csv:2: this is not CSV"),
        ("w.csv", b"term,definition\nstoma\n", "w.csv:2: the definition of ‘stoma’ is empty"),
        ("w.csv", b"term,definition\n,An opening.\n", "w.csv:2: the term is empty"),
        ("w.csv", b"term,definition\n?!,An opening.\n", "w.csv:2: the term has no letters"),
        ("w.csv", b"term,definition\n", "w.csv: there are no terms; the first row names"),
        ("w.csv", b"term,definition\nstoma,A caf\xe9.\n", "w.csv:2: the file is not UTF-8"),
        ("w.csv", b"term,definition\nstoma,A b.\nStoma,A c.\n", "w.csv:3: ‘stoma’ stands twice; also on line 2"),
        ("w.csv", b"term,definition\nstoma," + b"x" * 10_001, "w.csv:2: the entry is over 10,000 characters"),
        ("w.csv", b"term,definition\nbiopsy,The biopsy.\n", "w.csv:2: ‘biopsy’ is explained only by itself"),
        ("w.csv", b"term,definition\nscan,See probe\nprobe,See scan\n", "w.csv:2: ‘scan’ points in a circle"),
        ("w.csv", b"term,definition\nstoma,An ostomy.\nostomy,A stoma.\n", "w.csv:2: ‘stoma’ points in"),
        ("w.csv", b"term,definition\na1,See b1\nb1,See c1\nc1,See a1\n", "w.csv:2: ‘a1’ points in a"),
        ("w.csv", b"term,definition\nscan,See scan\n", "w.csv:2: ‘scan’ is explained only by itself"),
        ("w.yml", b"- term: stoma\n  definitoin: x\n", "w.yml:1: ‘definitoin’ is no key here; use one of term"),
        ("w.yml", b"\n- stoma\n", "w.yml:2: an entry is a mapping with `term` and `definition`"),
        ("w.yml", b"- term: 3\n  definition: x\n", "w.yml:1: ‘term’ must be words; quote numbers"),
        ("w.yml", b"- term: stoma\n", "w.yml:1: the definition of ‘stoma’ is empty"),
        ("w.yml", b"- {term: a b, definition: x y, kind: king}\n", "w.yml:1: ‘king’ is no kind; use one of"),
        ("w.yml", b"- {term: a b, definition: x y, variants: z}\n", "w.yml:1: ‘variants’ must be a list"),
        ("w.yml", b"stoma\n", "w.yml:1: this is no glossary; write a list of entries"),
        ("w.yml", b"", "w.yml: there are no terms; write a list of entries"),
        ("w.yml", b"a: [\n", "w.yml:2: this is not valid YAML"),
        ("w.yml", b"stoma: x\nstoma: y\n", "w.yml:2: the key ‘stoma’ stands twice"),
        ("w.yml", b"caf\xe9: x\n", "w.yml: the file is not UTF-8"),
        ("w.html", b"<p>Words.</p>", "w.html: there are no terms; write a definition list"),
        ("w.html", b"<dl><dt>x<dd></dl>", "w.html: "),
        ("w.html", b"<dl><dt>stoma<dd>A b c.<dt>stoma<dd>A d e.</dl>", "w.html:1: ‘stoma’ stands twice"),
        ("w.xyz", b"", "w.xyz: we cannot tell what kind of file this is; use one of"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(name: str, data: bytes, message: str) -> None:
    with pytest.raises(GlossaryError) as error:
        glossary.read(data, name)
    assert str(error.value).startswith(message)
