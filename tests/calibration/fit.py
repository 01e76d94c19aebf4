"""`python -m tests.calibration.fit FOLDER`: fit `auditor/difficulty.json` and print how well it does.

FOLDER holds the calibration tables (sentences-train.csv, sentences-dev.csv, terms-train.csv). First
every fifth different term is held out from the term models, and the development sentences from the
sentence model: the figures printed are of those, which no weight has seen. Then the same models are
fitted to all rows, and those weights are written. Same input, same output.
"""

import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from auditor import difficulty, frequency, vocabulary
from auditor.phrases import tokens
from auditor.spoken import spoken
from auditor.syllables import is_in_dictionary
from auditor.text import normal
from tests.calibration.ridge import Fitted, common_groups, fit, group_matrix

Row = dict[str, str]
_FILE = Path(difficulty.__file__).with_name("difficulty.json")
_EMPTY = {"intercept": 0.0, "features": [], "grams": {}}
WORD = {"penalty": 30.0, "least": 5, "gram_scale": 1.0}
SENTENCE = {"penalty": 200.0, "least": 12, "gram_scale": 5.0}
PHRASE = {"penalty": 10.0}


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(table: Sequence[Row], name: str) -> np.ndarray:
    return np.array([float(row[name]) for row in table])


def is_held_out(term: str) -> bool:
    """A fifth of the different terms, by a digest, so that no term stands on both sides."""
    return crc32(normal(term).encode()) % 5 == 0


def features_of(written: str) -> list[float]:
    norm = normal(written)
    return difficulty.word_features(
        norm, zipf=frequency.zipf(norm), family=frequency.family(norm), syllables=spoken(written).count,
        capital=written[:1].isupper() and not written.isupper(),
        capitals=sum(char.isupper() for char in written) > 1,
        spoken=is_in_dictionary(norm), counted=frequency.is_counted(norm),
    )  # fmt: skip


def written(models: dict[str, object]) -> None:
    """Write the data file, and forget what was read from an older one."""
    _FILE.write_text(json.dumps(models, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8")
    difficulty.models.cache_clear()
    vocabulary.vocabulary.cache_clear()


def words_of(text: str) -> list[str]:
    return tokens(text).written(text)


def rated(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The rows of the words of all texts, and how many each has."""
    words = [words_of(text) for text in texts]
    return vocabulary.rated(word for one in words for word in one), np.array(list(map(len, words)))


def report(name: str, predicted: Sequence[float], table: Sequence[Row], rating: str) -> None:
    told, said = np.array(predicted), column(table, rating)
    sources = [row["source"] for row in table]
    within = [
        np.corrcoef(told[chosen], said[chosen])[0, 1]
        for source in sorted(set(sources))
        if (chosen := np.array([one == source for one in sources])).sum() > 2
    ]
    whole = np.corrcoef(told, said)[0, 1]
    print(f"{name:32} {len(table):5}  r = {whole:.3f}  within sources {np.mean(within):.3f}")


def fit_words(table: Sequence[Row]) -> Fitted:
    words = [[normal(row["term"])] for row in table]
    groups = common_groups({tuple(word) for word in words}, int(WORD["least"]))
    return fit(
        np.array([features_of(row["term"]) for row in table]), column(table, "difficulty"),
        penalty=WORD["penalty"], grams=group_matrix(words, groups), groups=groups,
        gram_scale=WORD["gram_scale"],
    )  # fmt: skip


def fit_phrases(table: Sequence[Row]) -> Fitted:
    return fit(
        np.array([difficulty.phrase_features(rated([row["term"]])[0]) for row in table]),
        column(table, "difficulty"), penalty=PHRASE["penalty"],
    )  # fmt: skip


def fit_sentences(table: Sequence[Row]) -> Fitted:
    features = difficulty.sentence_features(*rated([row["sentence"] for row in table]))
    letters = [
        [normal(word) for word in words_of(row["sentence"]) if any(map(str.isalpha, word))]
        for row in table
    ]
    groups = common_groups(letters, int(SENTENCE["least"]))
    return fit(
        features, column(table, "readability"), penalty=SENTENCE["penalty"],
        grams=group_matrix(letters, groups), groups=groups, gram_scale=SENTENCE["gram_scale"],
    )  # fmt: skip


def main(folder: Path) -> None:
    train, dev = rows(folder / "sentences-train.csv"), rows(folder / "sentences-dev.csv")
    terms = rows(folder / "terms-train.csv")
    single = [row for row in terms if " " not in row["term"]]
    double = [row for row in terms if " " in row["term"]]
    models: dict[str, object] = dict.fromkeys(("word", "phrase", "sentence"), _EMPTY)

    def seen(table: list[Row], held_out: bool) -> list[Row]:
        return [row for row in table if is_held_out(row["term"]) == held_out]

    def fitted(single: list[Row], double: list[Row], sentences: list[Row]) -> None:
        for name, fit_to, table in (
            ("word", fit_words, single), ("phrase", fit_phrases, double),
            ("sentence", fit_sentences, sentences),
        ):  # fmt: skip
            models[name] = fit_to(table).json()
            written(models)

    fitted(seen(single, False), seen(double, False), train)
    tests = seen(single, True)
    told = vocabulary.rated(row["term"].replace("-", "") for row in tests)[:, 2]
    report("words, held out", told, tests, "difficulty")
    tests = seen(double, True)
    told = [difficulty.phrase_difficulty(rated([row["term"]])[0]) for row in tests]
    report("phrases, held out", told, tests, "difficulty")
    for name, table in (("sentences, fitted", train), ("sentences, development", dev)):
        told = difficulty.sentence_difficulty(*rated([row["sentence"] for row in table]))
        report(name, told, table, "readability")
    fitted(single, double, train + dev)
    print(f"fitted to all rows and written: {_FILE.name}, {_FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.calibration.fit FOLDER")
    main(Path(sys.argv[1]))
