"""One outcome a rule, whatever comes; and what the list of rules tells a reader."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from auditor import engine, toolbox
from auditor.checks.element import MEDIA_TYPES
from auditor.cli import main
from auditor.errors import DocumentError
from auditor.markup.page import Page
from auditor.measures.accessibility import measure
from auditor.model import Profile
from auditor.parse import media_type_of, parse
from auditor.requirements import REQUIREMENTS
from auditor.rules import load_rules
from auditor.settings import settings
from auditor.wcag import LEVEL
from tests.parse.make_docx import docx, p, row

ALL = load_rules(settings().rules_dir)
RULES = tuple(one for one in ALL.values() if one.extends == "element")
PROFILE = Profile("test", "Test", "", "en-GB", "general", RULES, {}, "error")

_NAMES = (
    "html head title body main nav header footer section div p h1 h3 a img map area svg math ul ol li "
    "dl dt dd table caption tr th td form fieldset legend label input select option textarea button "
    "details summary iframe object video audio track source meta style script template span b u em "
    "marquee dialog br link"
).split()
_ATTRIBUTES = (
    "id for href src alt title role lang xml:lang tabindex hidden headers scope colspan rowspan name "
    "type value placeholder autocomplete style class target content http-equiv data srcdoc controls "
    "autoplay accesskey aria-label aria-labelledby aria-hidden aria-owns aria-checked aria-level "
    "aria-describedby aria-expanded aria-live aria-nonsense contenteditable disabled rel"
).split()
_VALUES = (
    "x y z # #x /a a.pdf a.png none button list listitem checkbox heading presentation img menu tab "
    "true false 0 -1 3 ² 99999999999999999999 en english fr-x col row radio submit image hidden refresh "
    "viewport stylesheet _blank nonsense name color:#aaa;background:#fff display:none "
    "line-height:1!important font-size:-1e9em transform:rotate(90deg) 0;url=a maximum-scale=1"
).split()
_tag = st.builds(
    lambda name, pairs, end: f"<{'/' if end else ''}{name}{''.join(pairs)}>",
    st.sampled_from(_NAMES),
    st.lists(
        st.builds(
            lambda key, value: f' {key}="{value}"',
            st.sampled_from(_ATTRIBUTES),
            st.sampled_from(_VALUES),
        ),
        max_size=4,
    ),
    st.booleans(),
)
_css = st.sampled_from(
    [
        "p{color:red",
        "@media (orientation:portrait){body{rotate:90deg}}",
        ":is(a,b)>c{}",
        "*{font:9px a}",
    ]
)
_soup = st.lists(_tag | st.text(max_size=8) | _css, max_size=40).map("".join)


@tried(max_examples=300, deadline=None)
@given(_soup)
def test_no_rule_crashes_on_any_soup(soup: str) -> None:
    try:
        document = parse(soup.encode("utf-8", "replace"), "soup", "text/html")
    except DocumentError:
        return
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    assert len(judged.outcomes) == len(RULES)
    crashed = [(one.rule, one.reason) for one in judged.outcomes if one.status == "untested"]
    assert crashed == []


@pytest.mark.parametrize(
    "nested", ["div", "table><tr><td", "ul><li", "span style='color:red'", "b aria-hidden=true"]
)
def test_depth_is_no_danger(nested: str) -> None:
    document = parse((f"<{nested}>" * 3000 + "words").encode(), "deep", "text/html")
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    assert [one.rule for one in judged.outcomes if one.status == "untested"] == []


def test_every_requirement_is_used() -> None:
    assert set(REQUIREMENTS) == {str(rule.params["require"]) for rule in RULES}


def test_every_rule_about_elements_has_examples_of_each_kind() -> None:
    assert len(RULES) >= 50
    assert [rule.id for rule in RULES if not rule.inapplicable] == []


def test_rules_are_listed_with_their_criteria() -> None:
    said = CliRunner().invoke(main, ["rules", "list", "--format", "json"])
    listed = json.loads(said.output)
    assert listed["schema_version"] == 1
    rules = {one["id"]: one for one in listed["rules"]}
    assert set(rules) == set(toolbox.library(settings()).rules)
    image = rules["accessibility.image-alt"]
    assert (image["wcag"], image["wcag_level"], image["act"]) == (["1.1.1"], "A", ["23a2a8"])
    assert all(criterion in LEVEL for one in rules.values() for criterion in one["wcag"])
    shown = CliRunner().invoke(main, ["rules", "show", "accessibility.image-alt"]).output
    assert "WCAG 2.2: 1.1.1 Non-text Content (level A)" in shown
    assert "ACT rule: 23a2a8" in shown


def test_what_only_people_can_judge_is_listed() -> None:
    html = '<html lang="en"><head><title>Wound care</title></head><body><h1>Care</h1></body></html>'
    document = parse(html.encode(), "page", "text/html")
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    look = {one["rule"]: one["look"] for one in measure(document, judged)["look"]}
    assert look["accessibility.page-title-says"].startswith("Read the title")
    assert judged.verdict == "pass"


def test_doubt_never_fails_the_gate() -> None:
    html = '<p>Words.</p><audio src="a.mp3" autoplay></audio>'
    document = parse(html.encode(), "page", "text/html")
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    found = [one for one in judged.findings if one.rule == "accessibility.media-autoplay"]
    assert [(one.level, one.certain) for one in found] == [("warning", False)]
    assert judged.verdict == "pass"


def test_word_files_are_held_to_the_rules_that_fit() -> None:
    html = '<html lang="xx1"><h1>Care</h1><h3>Home</h3><p><img src="a.png"> Rest.</p></html>'
    read = parse(html.encode(), "page", "text/html")
    document = replace(read, media_type=MEDIA_TYPES["word"][0])
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    failed = {one.rule.removeprefix("accessibility.") for one in judged.outcomes if one.findings}
    assert {"heading-order", "image-alt"} <= failed
    statuses = {one.rule: one for one in judged.outcomes}
    assert statuses["accessibility.page-language-known"].status == "inapplicable"
    assert "kind of file" in statuses["accessibility.page-language-known"].reason


@pytest.mark.parametrize(
    ("before", "after", "status"),
    [
        (p("Your doses", style="Caption"), "", "passed"),
        ("", p("Your doses", style="Caption"), "passed"),
        ("", p("Table 1. Your doses"), "passed"),
        (p("Take them with food."), p("Ask the nurse."), "failed"),
    ],
)
def test_a_table_in_word_has_its_caption_above_or_below(
    before: str, after: str, status: str
) -> None:
    table = f"<w:tbl>{row('Day', 'Dose', header=True)}{row('Monday', '2')}</w:tbl>"
    document = parse(docx(before + table + after), "doses.docx", media_type_of("doses.docx"))
    judged = engine.judge(document, PROFILE, {"markup": Page(document)})
    found = {one.rule: one.status for one in judged.outcomes}
    assert found["accessibility.table-caption"] == status
