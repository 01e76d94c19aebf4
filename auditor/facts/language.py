"""Which language the content is in, as far as it matters: English is scored, others are not.

English text is full of a few dozen small words. Where they are rare, py3langid names the language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.facts.context import Context
from auditor.facts.sentences import Sentence
from auditor.model import Document

NAME = "language"
NEEDS: tuple[str, ...] = ("sentences",)

SMALL = frozenset(
    "the of and to a in is it you that for on with as are be this have or from by not your can will "
    "if we at an but they may which what when do their has more all about how so no them than who "
    "there one should our out up any these some into her his he she i my was been also".split()
)
LEAST_SHARE = 0.18  # English prose has 0.35 to 0.5, lists of names less
_LEAST_WORDS = 40
_LEAST_DIFFERENT = 8
_SAMPLE = 200
NAMES = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "cy": "Welsh", "ga": "Irish", "ro": "Romanian", "tr": "Turkish",
    "ar": "Arabic", "ur": "Urdu", "bn": "Bengali", "pa": "Punjabi", "hi": "Hindi", "zh": "Chinese",
    "so": "Somali", "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "sv": "Swedish",
    "da": "Danish", "no": "Norwegian", "fi": "Finnish", "cs": "Czech", "hu": "Hungarian",
    "vi": "Vietnamese", "ta": "Tamil", "fa": "Persian", "he": "Hebrew", "ja": "Japanese",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "bg": "Bulgarian",
    "hr": "Croatian", "sk": "Slovak", "sl": "Slovenian", "et": "Estonian", "sq": "Albanian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """Whether the content is English; if not, `reason` says what it seems to be."""

    is_english: bool
    reason: str = ""


def compute(document: Document, context: Context, evidence: Mapping[str, Any]) -> Language:
    """Look at the first 200 words of content."""
    sentences: Sequence[Sentence] = evidence["sentences"]
    sample: list[str] = []
    for sentence in sentences:
        sample += sentence.words
        if len(sample) >= _SAMPLE:
            break
    small = sum([word in SMALL or word.lower() in SMALL for word in sample])
    too_few = len(sample) < _LEAST_WORDS or len(set(sample)) < _LEAST_DIFFERENT
    if too_few or small >= LEAST_SHARE * len(sample):
        return Language(True)
    from py3langid import classify

    code = classify(" ".join(sample))[0]
    if code == "en":
        return Language(True)
    name = NAMES.get(code, "another language")
    return Language(False, f"the text seems to be in {name}; only English is scored")
