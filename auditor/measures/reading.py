"""The figures of the reading level: views, band, what was left out, and what to rewrite first."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from auditor.facts.counts import Counted
from auditor.facts.reading import Reading, View
from auditor.facts.rewrites import Rewrites
from auditor.facts.sections import Section
from auditor.facts.sentences import Sentence
from auditor.facts.topic import Topic
from auditor.formulas import STANDARD_ERROR, new_dale_chall_level, reading_age
from auditor.measures.places import Places, have
from auditor.model import Document, Profile
from auditor.vocabulary import rare_words

_HARDEST = 8
_LONG = 20  # words
_HARD = 3.0  # sentence difficulty from which a sentence is worth a look, 1 to 6


def target(profile: Profile) -> dict[str, float] | None:
    """The profile's highest reading age, with its US grade; None when it sets none."""
    for rule in profile.rules:
        if rule.params.get("metric") == "reading_age":
            age = float(rule.params["max"])
            return {"reading_age": age, "us_grade": age - 5}
    return None


def measure(
    document: Document, profile: Profile, evidence: Mapping[str, Any], places: Places
) -> dict[str, Any]:
    """Everything under `measures.reading`."""
    reading: Reading | None = have(evidence, "reading")
    if reading is None:
        return unmeasured(profile, "not measured")
    counted: Counted = evidence["counts"]
    return {
        "enough_text": reading.band is not None,
        "firm": reading.is_firm,
        "reason": reading.reason,
        "views": {name: _view(view) for name, view in reading.views.items()},
        "band": band(reading),
        "standard_error": STANDARD_ERROR,
        "target": target(profile),
        "difficulty": _difficulty(counted),
        "left_out": [asdict(one) for one in reading.left_out],
        "textstat": have(evidence, "textstat"),
        "hard_sentences": _hard_sentences(document, counted, places),
        "rewrite": _rewrite(document, have(evidence, "rewrites"), places),
        "sections": [_section(document, one, places) for one in have(evidence, "sections") or ()],
        "topic": _topic(have(evidence, "topic")),
    }


def band(reading: Reading) -> dict[str, dict[str, float]] | None:
    """The band in UK reading ages and US grades; None without enough text."""
    if not reading.band:
        return None
    low, high = (round(grade, 1) for grade in reading.band)
    return {
        "reading_age": {"low": round(reading_age(low), 1), "high": round(reading_age(high), 1)},
        "us_grade": {"low": low, "high": high},
    }


def unmeasured(profile: Profile, reason: str) -> dict[str, Any]:
    """The same keys where nothing could be measured, and why."""
    return {
        "enough_text": False, "firm": False, "reason": reason, "views": {}, "band": None,
        "standard_error": STANDARD_ERROR, "target": target(profile), "difficulty": None,
        "left_out": [], "textstat": None, "hard_sentences": [], "rewrite": None, "sections": [],
        "topic": None,
    }  # fmt: skip


def _view(view: View) -> dict[str, Any]:
    counts = view.counts
    formulas = {name: round(value, 2) for name, value in view.formulas.items()}
    return {
        **{name: int(value) for name, value in asdict(counts).items()},
        "words_per_sentence": round(counts.words / counts.sentences, 2)
        if counts.sentences
        else None,
        "us_grade": None if view.grade is None else round(view.grade, 2),
        "formulas": formulas,
        "new_dale_chall_level": new_dale_chall_level(formulas["new_dale_chall"])
        if formulas
        else None,
    }


def _difficulty(counted: Counted) -> dict[str, float] | None:
    """People's own scale from 1 to 6: the mean over sentences, and of the hardest tenth."""
    if not len(counted.difficulty):
        return None
    worst = np.sort(counted.difficulty)[-max(1, len(counted.difficulty) // 10) :]
    return {
        "mean": round(float(counted.difficulty.mean()), 2),
        "hardest_tenth": round(float(worst.mean()), 2),
    }


def _hard_sentences(document: Document, counted: Counted, places: Places) -> list[dict[str, Any]]:
    order = np.argsort(-counted.difficulty, kind="stable")[:_HARDEST]
    return [
        _quoted(document, counted.sentences[at], places) | {
            "difficulty": round(float(counted.difficulty[at]), 2)
        }
        for at in order.tolist()
        if counted.difficulty[at] >= _HARD
    ]  # fmt: skip


def _quoted(document: Document, sentence: Sentence, places: Places) -> dict[str, Any]:
    return {
        "quote": sentence.span.of(document.text),
        "words": len(sentence.words),
        "reason": reason(sentence),
        "location": places.json(sentence.span),
    }


def reason(sentence: Sentence) -> str:
    """Why a sentence is hard, in words: "38 words; rare: intravesical, modulators"."""
    said = []
    if len(sentence.words) > _LONG:
        said.append(f"{len(sentence.words)} words")
    rare = rare_words(sentence.words, 3)
    if rare:
        said.append(f"rare: {', '.join(rare)}")
    return "; ".join(said)


def _rewrite(
    document: Document, rewrites: Rewrites | None, places: Places
) -> dict[str, Any] | None:
    if rewrites is None or not rewrites.sentences:
        return None
    return {
        "sentences": [_quoted(document, one, places) for one in rewrites.sentences],
        "reading_age_now": round(reading_age(rewrites.grade_now), 1),
        "reading_age_then": round(reading_age(rewrites.grade_then), 1),
        "reaches_target": rewrites.reaches,
    }


def _section(document: Document, section: Section, places: Places) -> dict[str, Any]:
    return {
        "heading": section.heading.of(document.text) if section.heading else "",
        "location": places.json(section.heading),
        "sentences": section.sentences,
        "words": section.words,
        "us_grade": None if section.grade is None else round(section.grade, 1),
        "reading_age": None if section.grade is None else round(reading_age(section.grade), 1),
        "difficulty": round(section.difficulty, 2),
    }


def _topic(topic: Topic | None) -> dict[str, Any] | None:
    if topic is None:
        return None
    return {
        "word": topic.word,
        "uses": topic.uses,
        "grades": round(topic.grades, 1),
    }
