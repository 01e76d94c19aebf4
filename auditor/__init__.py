"""The readability and accessibility auditor for patient information."""

from importlib.metadata import version

__version__ = version("auditor")
