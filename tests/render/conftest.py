"""The reports that all formats are tested with, and where their goldens stand."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from auditor.model import Report

_HERE = Path(__file__).parent


def _load(name: str) -> ModuleType:
    """A module of this folder; tests are not a package, so that `import` does not find it."""
    spec = spec_from_file_location(f"render_{name}", _HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def shared() -> ModuleType:
    return _load("shared")


@pytest.fixture(scope="session")
def reports(shared: ModuleType) -> tuple[Report, ...]:
    found: tuple[Report, ...] = shared.REPORTS
    return found


@pytest.fixture(scope="session")
def leaflet(shared: ModuleType) -> Report:
    found: Report = shared.LEAFLET
    return found


@pytest.fixture(scope="session")
def letter(shared: ModuleType) -> Report:
    found: Report = shared.LETTER
    return found


@pytest.fixture(scope="session")
def unread(shared: ModuleType) -> Report:
    found: Report = shared.UNREAD
    return found


@pytest.fixture(scope="session")
def golden() -> Path:
    return _HERE / "golden"
