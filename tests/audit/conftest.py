from collections.abc import Iterator

import pytest

from auditor import toolbox
from auditor.library import Library
from auditor.settings import settings
from auditor.tools import pronunciation
from auditor.tools.languagetool_server import Server


@pytest.fixture(scope="session")
def library() -> Library:
    pronunciation.prepare(settings())
    return toolbox.library(settings())


@pytest.fixture(scope="session")
def languagetool_url() -> Iterator[str]:
    """The real server, once for the whole run; `make setup` has fetched it."""
    with Server(settings()) as server:
        server.wait()
        yield server.url
