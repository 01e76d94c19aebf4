"""The web pages and the JSON API: thin views over `auditor.service`."""

from auditor.web.app import create_app

__all__ = ["create_app"]
