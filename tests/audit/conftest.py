from collections.abc import Iterator

import pytest

from auditor.settings import settings
from auditor.tools.languagetool_server import Server


@pytest.fixture(scope="session")
def languagetool_url() -> Iterator[str]:
    """The real server, once for the whole run; `make setup` has fetched it."""
    with Server(settings()) as server:
        server.wait()
        yield server.url
