"""A folder is a registry: every module in it that has the marks of its kind is found, once."""

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType


def modules(package: str, path: Iterable[str], mark: str) -> list[ModuleType]:
    """The modules of `package` that define the constant `mark`, by name."""
    found = [
        import_module(f"{package}.{info.name}")
        for info in sorted(pkgutil.iter_modules(list(path)), key=lambda info: info.name)
    ]
    return [module for module in found if hasattr(module, mark)]
