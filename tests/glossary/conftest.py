import pytest

from auditor import toolbox
from auditor.library import Library
from auditor.settings import settings
from auditor.tools import pronunciation


@pytest.fixture(scope="session")
def library() -> Library:
    pronunciation.prepare(settings())
    return toolbox.library(settings())
