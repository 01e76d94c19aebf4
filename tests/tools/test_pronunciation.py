"""textstat's pronouncing data: read as NLTK would read it, only sooner."""

import nltk
from nltk.corpus.reader.cmudict import CMUDictCorpusReader
from nltk.corpus.util import LazyCorpusLoader

from auditor.settings import settings
from auditor.tools import pronunciation


def test_the_data_are_those_that_nltk_reads() -> None:
    pronunciation.prepare(settings())
    pronunciation.use(settings())
    ours = nltk.corpus.cmudict.dict()
    assert ours == LazyCorpusLoader("cmudict", CMUDictCorpusReader, ["cmudict"]).dict()
    assert ours["tomato"] == [
        ["T", "AH0", "M", "EY1", "T", "OW2"], ["T", "AH0", "M", "AA1", "T", "OW2"],
    ]  # fmt: skip
