"""Everything that is known of a single word, looked up once for each way it is written."""

from functools import lru_cache

from auditor import frequency
from auditor.difficulty import Word, gram_sum, models, word_difficulty, word_features
from auditor.syllables import is_in_dictionary, syllables
from auditor.text import normal

_MOST = 60_000  # different written forms kept; a worker's memory stays flat
_LONGEST = 60  # letters; no English word is longer


@lru_cache(maxsize=_MOST)
def look_up(written: str) -> Word:
    """The entry of a word as it is written; what a formula counts depends on nothing else."""
    norm = normal(written)
    if len(norm) > _LONGEST:
        norm = norm[:_LONGEST]
    pieces = [piece for piece in written.replace("‐", "-").replace("‑", "-").split("-") if piece]
    parts = tuple(look_up(piece) for piece in pieces) if len(pieces) > 1 else ()
    letters = sum(char.isalpha() for char in written)
    strokes = sum(char.isalnum() for char in written)
    beats = syllables(norm)
    capital = written[:1].isupper() and not written.isupper()
    capitals = sum(char.isupper() for char in written) > 1
    if parts:
        hardest = max(parts, key=lambda part: part.difficulty)
        return Word(
            norm, beats, len(norm), letters, strokes, hardest.zipf, hardest.family,
            hardest.difficulty, 0.0, capital, capitals, not letters, False, parts,
        )  # fmt: skip
    if not letters:
        return Word(
            norm, beats, len(norm), 0, strokes, 5.0, 5.0, 0.0, 0.0, False, False, True, False, ()
        )
    zipf, family = frequency.zipf(norm), frequency.family(norm)
    features = word_features(
        norm, zipf=zipf, family=family, syllables=beats, capital=capital, capitals=capitals,
        spoken=is_in_dictionary(norm), counted=frequency.is_counted(norm),
    )  # fmt: skip
    return Word(
        norm, beats, len(norm), letters, strokes, zipf, family, word_difficulty(norm, features),
        gram_sum(norm, models()["sentence"].grams), capital, capitals, False,
        any(char.isdigit() for char in norm), (),
    )  # fmt: skip
