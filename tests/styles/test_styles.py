"""Styles in Vale's format: each kind found at the right words, and every mistake named."""

import time
from datetime import date
from pathlib import Path

import pytest

from auditor import pipeline
from auditor.errors import ConfigError, RuleError
from auditor.lexicon import Lexicon
from auditor.library import Library
from auditor.model import Profile, Report
from auditor.pipeline import Tools
from auditor.styles import Styles, load_styles
from tests.styles.conftest import Write

NOBODY = Profile("none", "None", "", "en-GB", "general", (), {}, "error")


def audit(styles: Styles, text: str, name: str = "page.md") -> Report:
    library = Library({}, {}, Lexicon()).with_styles(styles)
    return pipeline.run(
        text.encode(), name, "text/markdown", profile=NOBODY, library=library, tools=Tools(),
        today=date(2026, 11, 22),
    )  # fmt: skip


def found(styles: Styles, text: str, name: str = "page.md") -> list[tuple[str, str]]:
    report = audit(styles, text, name)
    return [(one.rule, one.quote) for one in report.findings]


KINDS = {
    "existence": ("extends: existence\nmessage: '%s'\ntokens: [obvious(?:ly)?]\n",
                  "It is obviously fine.", "obviously"),
    "existence minds capitals": ("extends: existence\nmessage: '%s'\ntokens: [obvious]\n",
                                 "Obvious, and obvious.", "obvious"),
    "raw before tokens": ("extends: existence\nmessage: '%s'\nraw: ['\\b(?:is|are)\\s+']\n"
                          "tokens: [given, taken]\n", "It is given once.", "is given"),
    "nonword": ("extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['ough']\n",
                "A tough one.", "ough"),
    "look-ahead": ("extends: existence\nmessage: '%s'\ntokens: ['\\d+(?! mg)(?!\\d)']\n",
                   "Take 20 mg and 30 more.", "30"),
    "an exception": ("extends: existence\nmessage: '%s'\ntokens: ['\\w+ly']\nexceptions: [only]\n",
                     "An only, slowly.", "slowly"),
    "substitution": ("extends: substitution\nmessage: Use '%s' instead of '%s'.\nignorecase: true\n"
                     "swap:\n  utili[sz]e: use\n  T-cell: T cell\n", "Utilize a T cell.", "Utilize"),
    "occurrence in a sentence": ("extends: occurrence\nmessage: commas\nscope: sentence\nmax: 2\n"
                                 "token: ','\n", "One, two. A, b, c, d.", "A, b, c, d."),
    "repetition": ("extends: repetition\nmessage: '%s'\nalpha: true\ntokens: ['[^\\s]+']\n",
                   "Take the the tablet.", "the the"),
    "consistency": ("extends: consistency\nmessage: '%s'\nignorecase: true\n"
                    "either:\n  adviser: advisor\n", "An adviser and an advisor.", "advisor"),
    "conditional": ("extends: conditional\nmessage: '%s'\nfirst: '\\b([A-Z]{3,5})\\b'\n"
                    "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\n",
                    "The World Health Organization (WHO) and the ABC.", "ABC"),
    "capitalization": ("extends: capitalization\nmessage: '%s'\nscope: heading\n"
                       "match: $sentence\n", "# Take Your Tablets\n\nDaily.", "Take Your Tablets"),
    "sequence": ("extends: sequence\nmessage: '%s'\ntokens:\n  - pattern: make\n  - pattern: an?\n"
                 "  - pattern: decision\n", "You make a decision.", "make a decision"),
    "a heading of one level": ("extends: existence\nmessage: '%s'\nscope: heading.h2\n"
                               "tokens: [Care]\n", "# Care one\n\n## Care two\n\nCare.", "Care"),
    "all but headings": ("extends: existence\nmessage: '%s'\nscope: text & ~heading\n"
                         "tokens: [care]\n", "# my care\n\nOf care.", "care"),
}  # fmt: skip


@pytest.mark.parametrize("case", KINDS)
def test_each_kind_marks_the_words(case: str, write: Write) -> None:
    rule, text, quote = KINDS[case]
    styles = load_styles(write({"House/Rule.yml": rule}))
    assert found(styles, text) == [("House.Rule", quote)]


def test_message_has_the_words_in_vales_order(write: Write) -> None:
    rule = "extends: substitution\nmessage: Use '%s' instead of '%s'.\nswap: {purchase: buy|get}\n"
    report = audit(load_styles(write({"House/Rule.yml": rule})), "You purchase it.")
    assert report.findings[0].message == "Use '‘buy’ or ‘get’' instead of 'purchase'."
    assert report.findings[0].expected == ("buy", "get")


def test_a_swap_that_already_stands_is_not_reported(write: Write) -> None:
    rule = "extends: substitution\nmessage: '%s'\nignorecase: true\nswap: {gp: GP}\n"
    assert found(load_styles(write({"House/Rule.yml": rule})), "A GP and a gp.") == [
        ("House.Rule", "gp")
    ]


INI = (
    "StylesPath = styles\nMinAlertLevel = warning\nVocab = Base\n\n[*.md]\nBasedOnStyles = House\n"
)


def _ini(write: Write, ini: str) -> Styles:
    rule = "extends: existence\nmessage: '%s'\nlevel: {level}\ntokens: [{word}]\n"
    folder = write({
        "House/Soft.yml": rule.replace("{level}", "suggestion").replace("{word}", "soft"),
        "House/Hard.yml": rule.replace("{level}", "error").replace("{word}", "hard"),
        "Other/Rule.yml": rule.replace("{level}", "error").replace("{word}", "other"),
        "config/vocabularies/Base/accept.txt": "# names\nMedStore\n",
        "config/vocabularies/Base/reject.txt": "abuser\n",
    })  # fmt: skip
    file = folder.parent / ".vale.ini"
    file.write_text(ini, "utf-8")
    return load_styles(file)


TEXT = "A soft, hard and other abuser of medstore."


def test_ini_chooses_styles_levels_and_files(write: Write) -> None:
    styles = _ini(write, INI)
    assert found(styles, TEXT) == [("House.Hard", "hard")]
    assert found(styles, TEXT, "page.txt") == []


def test_ini_sets_single_rules(write: Write) -> None:
    styles = _ini(write, INI + "House.Soft = error\nHouse.Hard = NO\nOther.Rule = YES\n")
    assert found(styles, TEXT) == [("House.Soft", "soft"), ("Other.Rule", "other")]


def test_vocabulary_is_vales_own_style(write: Write) -> None:
    styles = _ini(write, INI.replace("= House", "= Vale"))
    assert found(styles, TEXT) == [("Vale.Avoid", "abuser"), ("Vale.Terms", "medstore")]


def test_later_sections_win(write: Write) -> None:
    ini = INI.replace("[*.md]", "[*]") + "\n[{*.md,*.txt}]\nHouse.Hard = NO\n"
    styles = _ini(write, ini)
    assert found(styles, TEXT) == []
    assert found(styles, TEXT, "page.html") == [("House.Hard", "hard")]


UNSUPPORTED = {
    "script": ("extends: script\nmessage: m\nscript: 'x := 1'\n", 1, "code"),
    "formula": ("message: m\nextends: metric\nformula: 'words / 2'\n", 3, "formula"),
    "part of speech": ("extends: sequence\nmessage: m\ntokens: [{tag: MD}]\n", 3, "tag"),
    "raw scope": ("extends: existence\nmessage: m\nscope: raw\ntokens: [a]\n", 3, "raw"),
    "pos": ("extends: substitution\nmessage: m\npos: NN\nswap: {a: b}\n", 3, "pos"),
}


@pytest.mark.parametrize("case", UNSUPPORTED)
def test_what_we_lack_is_named_and_not_checked(case: str, write: Write) -> None:
    rule, line, word = UNSUPPORTED[case]
    styles = load_styles(write({"House/Rule.yml": rule}))
    assert len(styles.notes) == 1
    assert f"Rule.yml:{line}:" in styles.notes[0] and word in styles.notes[0]
    outcome = audit(styles, "A page.").outcomes[0]
    assert (outcome.rule, outcome.status) == ("House.Rule", "untested")
    assert word in outcome.reason


BROKEN = {
    "unknown key": ("extends: existence\nmessage: m\ntokens: [a]\ncolour: red\n", 4, "colour"),
    "wrong type": ("extends: existence\nmessage: m\ntokens: 7\n", 3, "list"),
    "unknown kind": ("message: m\nextends: magic\n", 2, "substitution"),
    "no message": ("extends: existence\ntokens: [a]\n", 1, "message"),
    "level": ("extends: existence\nmessage: m\nlevel: fatal\ntokens: [a]\n", 3, "warning"),
    "bad pattern": ("extends: existence\nmessage: m\ntokens: ['(a']\n", 1, "not valid"),
    "no words": ("extends: existence\nmessage: m\n", 1, "tokens"),
    "no swap": ("extends: substitution\nmessage: m\n", 1, "swap"),
    "not YAML": ("extends: [existence\nmessage: m\n", 2, "YAML"),
    "a key twice": ("extends: existence\nmessage: m\nmessage: n\ntokens: [a]\n", 3, "twice"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_mistakes_have_file_line_and_what_was_expected(case: str, write: Write) -> None:
    rule, line, word = BROKEN[case]
    folder = write({"House/Rule.yml": rule})
    with pytest.raises(RuleError, match=word) as caught:
        load_styles(folder)
    assert str(caught.value).startswith(f"{folder / 'House' / 'Rule.yml'}:{line}: ")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    (tmp_path / "House" / "Rule.yml").write_bytes("message: naïve".encode("utf-16"))
    with pytest.raises(RuleError, match="UTF-8"):
        load_styles(tmp_path)


@pytest.mark.parametrize(
    ("ini", "word"),
    [
        ("StylesPath = styles\n[*]\nBasedOnStyles = Nowhere\n", "Nowhere"),
        ("StylesPath = styles\n[*]\nBasedOnStyles = House\nHouse.None = NO\n", "House.None"),
        ("StylesPath = styles\nMinAlertLevel = loud\n[*]\nBasedOnStyles = House\n", "loud"),
        ("StylesPath = nowhere\n[*]\nBasedOnStyles = House\n", "StylesPath"),
        ("StylesPath = styles\nColour = red\n[*]\nBasedOnStyles = House\n", "Colour"),
        ("StylesPath = styles\nVocab = Gone\n[*]\nBasedOnStyles = House\n", "Gone"),
        ("StylesPath = styles\n", "BasedOnStyles"),
    ],
)
def test_mistakes_in_the_ini_are_named(ini: str, word: str, write: Write) -> None:
    with pytest.raises((ConfigError, RuleError), match=word):
        _ini(write, ini)


def test_a_catastrophic_pattern_stops(write: Write) -> None:
    rule = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['(?!b)(?:a|aa)+$']\n"
    styles = load_styles(write({"House/Rule.yml": rule}))
    began = time.monotonic()
    outcome = audit(styles, "a" * 60 + "!").outcomes[0]
    assert outcome.status == "untested" and "too long" in outcome.reason
    assert time.monotonic() - began < 30  # the pattern alone would take days


def test_nested_quantifiers_without_look_around_are_linear(write: Write) -> None:
    rule = "extends: existence\nmessage: '%s'\nnonword: true\ntokens: ['(a+)+$']\n"
    styles = load_styles(write({"House/Rule.yml": rule}))
    assert audit(styles, "a" * 5000 + "!").outcomes[0].status == "passed"


def test_fifty_thousand_swaps(write: Write) -> None:
    swaps = "".join(f"  hard{n}word: easy{n}\n" for n in range(49_000))
    swaps += "".join(f"  tough{n}[sz]: mild{n}\n" for n in range(1_000))
    rule = "extends: substitution\nmessage: Use '%s' instead of '%s'.\nswap:\n" + swaps
    styles = load_styles(write({"House/Rule.yml": rule}))
    assert found(styles, "A hard48999word and a tough999z.") == [
        ("House.Rule", "hard48999word"),
        ("House.Rule", "tough999z"),
    ]
