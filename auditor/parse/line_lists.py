"""Documents that are a list of words or a long list of sentences, and no page at all."""

from collections.abc import Sequence

_FEWEST = 3
_MANY = 300
_NEARLY_ALL = 0.95
_ENDS = (".", "!", "?")


def is_line_list(lines: Sequence[str]) -> bool:
    """Whether every line is one word, or nearly all of many lines are one word or end with a stop."""
    words = sum(1 for line in lines if len(line.split()) == 1)
    if len(lines) >= _FEWEST and words == len(lines):
        return True
    if len(lines) < _MANY:
        return False
    sentences = sum(1 for line in lines if line.rstrip(" \u00a0”\"’')").endswith(_ENDS))
    return max(words, sentences) >= _NEARLY_ALL * len(lines)
