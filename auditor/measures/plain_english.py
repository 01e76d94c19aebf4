"""The figures of plain English: findings by level, passive sentences, whether grammar was checked."""

from collections.abc import Mapping
from typing import Any

from auditor.engine import Judged
from auditor.measures.places import have, level_counts
from auditor.model import Unavailable


def measure(evidence: Mapping[str, Any], judged: Judged) -> dict[str, Any]:
    """Everything under `measures.plain_english`."""
    passives = have(evidence, "passives") or ()
    sentences = [s for s in have(evidence, "sentences") or () if s.complete and not s.damaged]
    passive = len({sentence.span for _, sentence in passives if sentence.complete})
    grammar = evidence.get("languagetool")
    reason = grammar.reason if isinstance(grammar, Unavailable) else ""
    return {
        **level_counts(judged, "plain-english"),
        "passive": {
            "sentences": passive,
            "of": len(sentences),
            "share": round(100 * passive / len(sentences), 1) if sentences else None,
        },
        "grammar": {"checked": grammar is not None and not reason, "reason": reason},
    }
