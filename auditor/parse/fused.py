"""Labels that ran together when a page was copied: "SearchDonate", "7 min readUpdated 2026-07-02"."""

import re

from auditor.model import Region

_JOINT = re.compile(r"(?<=[a-z\d])(?=[A-Z][a-z])|(?<=[a-z][a-z])(?=X\b)")
# One joint may be a name of its own, such as MacLeod; beside one of these it is none.
_LABEL = re.compile(
    r"(?:search|donate|menu|log ?in|home|sign ?up|contact|about|news|read|print|share|e-?mail|save|"
    r"updated?|reviewed|published|beginner|easy|close|open|help|language|cart|account|subscribe|shop|"
    r"clinics|services|locations|conditions|topics|library|accept|reject)\b",
    re.IGNORECASE,
)
_SHARING = re.compile(r"\b(?:share|facebook|twitter|whatsapp)", re.IGNORECASE)
_COOKIES = re.compile(r"cookies?\b", re.IGNORECASE)
_DATED = re.compile(r"min(?:ute)?s? read|(?:updated|reviewed|published) ?\d", re.IGNORECASE)


def fused(text: str) -> tuple[Region, str] | None:
    """What a line of fused labels is, or None when it is no such line."""
    if not text or text[-1] in ".!?:;," or len(text.split()) > 14:
        return None
    parts = [part.strip() for part in _JOINT.split(text)]
    if len(parts) < 2 or max(len(part.split()) for part in parts) > 6:
        return None
    if len(parts) == 2 and not any(
        _LABEL.match(part) or _LABEL.search(part.split()[-1]) for part in parts if part
    ):
        return None
    if _DATED.search(text):
        return "dateline", "dates and labels that ran together when the page was copied"
    if _COOKIES.search(text):
        return "boilerplate", "a notice of the website"
    if _SHARING.search(text):
        return "interactive", "labels for sharing that ran together when the page was copied"
    return "navigation", "labels that ran together when the page was copied"
