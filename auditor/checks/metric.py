"""`metric`: a named figure of the whole text against a limit."""

from collections.abc import Callable
from typing import Literal

from auditor.checks.field import Field
from auditor.facts.explanations import Explained
from auditor.facts.reading import LEAST_SENTENCES, LEAST_WORDS, Reading
from auditor.facts.sentences import Sentence
from auditor.model import CantTell, Document, Evidence, Hit, Judgement, Rule

KIND = "metric"
NEEDS: tuple[str, ...] = ("sentences", "reading", "passives", "explanations")
FIELDS = {
    "metric": Field(
        Literal[
            "reading_age",
            "passive_share",
            "words_per_sentence",
            "unexplained_share",
            "choppy_share",
        ],
        about="which figure",
    ),
    "max": Field(float, about="the highest figure that passes"),
}


def check(document: Document, rule: Rule, evidence: Evidence) -> Judgement:
    """One hit on the whole document when the figure is over the limit."""
    figure = _METRICS[rule.params["metric"]](evidence)
    if isinstance(figure, CantTell):
        return figure
    value, shown = figure
    limit = rule.params["max"]
    return [Hit(None, {"value": shown, "limit": f"{limit:g}"})] if value > limit else []


Figure = tuple[float, str] | CantTell


def _reading_age(evidence: Evidence) -> Figure:
    """The low end of the band: the gate fails only when the whole band is over the target."""
    reading: Reading = evidence["reading"]
    if reading.ages is None:
        return CantTell(reading.reason)
    low, high = reading.ages
    return low, f"{low:.0f} to {high:.0f}"


def _enough(evidence: Evidence) -> list[Sentence] | CantTell:
    scored = [s for s in evidence["sentences"] if s.complete and not s.damaged]
    words = sum(len(s.words) for s in scored)
    if words < LEAST_WORDS or len(scored) < LEAST_SENTENCES:
        return CantTell(
            f"not enough text: {words} words in {len(scored)} sentences; "
            f"we need {LEAST_WORDS} words and {LEAST_SENTENCES} sentences"
        )
    return scored


def _passive_share(evidence: Evidence) -> Figure:
    scored = _enough(evidence)
    if isinstance(scored, CantTell):
        return scored
    passive = {sentence.span for _, sentence in evidence["passives"]}
    share = 100 * sum(s.span in passive for s in scored) / len(scored)
    return share, f"{share:.0f}"


def _words_per_sentence(evidence: Evidence) -> Figure:
    scored = _enough(evidence)
    if isinstance(scored, CantTell):
        return scored
    mean = sum(len(s.words) for s in scored) / len(scored)
    return mean, f"{mean:.0f}"


_SHORT = 5  # words


def _choppy_share(evidence: Evidence) -> Figure:
    """The share of very short sentences that stand beside another very short one."""
    scored = _enough(evidence)
    if isinstance(scored, CantTell):
        return scored
    short = [len(s.words) <= _SHORT and not s.kind.startswith("item") for s in scored]
    beside = sum(
        this and (before or after)
        for before, this, after in zip([False, *short], short, [*short[1:], False], strict=False)
    )
    share = 100 * beside / len(scored)
    return share, f"{share:.0f}"


def _unexplained_share(evidence: Evidence) -> Figure:
    """Uses of unexplained terms for every hundred words of content."""
    words = sum(len(s.words) for s in evidence["sentences"])
    if words < LEAST_WORDS:
        return CantTell(f"not enough text: {words} words; we need {LEAST_WORDS}")
    terms: tuple[Explained, ...] = evidence["explanations"]
    uses = sum(
        len(one.mentions)
        for one in terms
        if one.status == "unexplained" and one.term.explain == "everyone"
    )
    share = 100 * uses / words
    return share, f"{share:.1f}"


_METRICS: dict[str, Callable[[Evidence], Figure]] = {
    "reading_age": _reading_age,
    "passive_share": _passive_share,
    "words_per_sentence": _words_per_sentence,
    "unexplained_share": _unexplained_share,
    "choppy_share": _choppy_share,
}
