"""The words that we offer to paste make their statement, and none of our rules warns of them."""

from datetime import date

from auditor import pipeline
from auditor.facts.blanks import filled
from auditor.library import Library
from auditor.model import LEVELS, Report

PAGE = "# Your knee\n\nThe knee is a joint. It helps you walk.\n\n{}\n"
DATED = ("statements.last-review", "statements.next-review")
NEXT = filled("[month year]").replace("2026", "March 2028")


def wordings(library: Library) -> list[tuple[str, str, str]]:
    """Profile, rule and wording of every wording that differs from the usual profile's."""
    found = {}
    for profile in [library.profiles["uk-patient"], *library.profiles.values()]:
        for rule in profile.rules:
            if rule.params.get("wording"):
                found.setdefault((rule.id, rule.params["wording"]), profile.id)
    return [(profile, rule, wording) for (rule, wording), profile in found.items()]


def audit(library: Library, profile: str, text: str) -> Report:
    return pipeline.run(
        text.encode(),
        "page.md",
        "text/markdown",
        profile=library.profiles[profile],
        library=library,
        tools=pipeline.Tools(),
        today=date(2026, 11, 22),
        chosen_class="company",
    )


def test_every_statement_has_a_wording(library: Library) -> None:
    for rule in library.rules.values():
        if rule.extends == "required":
            assert rule.params["wording"], rule.id
    assert len(wordings(library)) >= 25


def test_each_wording_passes_when_pasted(library: Library) -> None:
    wrong = []
    for profile, rule_id, wording in wordings(library):
        ready = NEXT.join(filled(wording.replace("[month year]", "\0")).split("\0"))
        pasted = [ready] if rule_id in DATED else [ready, wording]
        for words in pasted:
            report = audit(library, profile, PAGE.format(words))
            rule = library.rules[rule_id]
            made = {e["id"]: e["status"] for e in report.measures["statements"]["elements"]}
            if made[rule.params["element"]] != "present":
                wrong.append((profile, rule_id, words, "not present"))
            start = PAGE.index("{}")
            for finding in report.findings:
                ours = finding.category != "statements" or finding.rule == rule_id
                there = finding.span is not None and finding.location is not None
                warned = LEVELS.index(finding.level) >= LEVELS.index("warning")
                if ours and there and warned and finding.location.start.offset >= start:  # type: ignore[union-attr]
                    wrong.append((profile, rule_id, words, finding.rule + finding.quote))
    assert not wrong, "\n".join(map(" ".join, wrong))


def test_brackets_that_are_no_blanks_stay() -> None:
    assert filled("She said [sic] it was fine [1].") == "She said [sic] it was fine [1]."
    assert filled("Call us on [number].") != "Call us on [number]."
