"""The app factory: every part is made here and nothing is global."""

import traceback
from types import TracebackType

from apiflask import APIFlask
from flask import Blueprint, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_talisman import Talisman
from flask_wtf.csrf import CSRFProtect  # type: ignore[import-untyped]  # it has no stubs
from jinja2 import ChoiceLoader, StrictUndefined

from auditor import __version__
from auditor.benchmark import MEASURES
from auditor.library import Library
from auditor.parse import EXTENSIONS, FORMATS
from auditor.render import page
from auditor.service import Service
from auditor.settings import Settings
from auditor.web import api, audits, parts, problems, reference, sites, versions, worksheets
from auditor.web.desk import KEY, Desk
from auditor.web.openapi import describe
from auditor.web.secret import secret_key

# A site is sent as several files in one request; a document never is.
FILES_AT_ONCE = 20
# Werkzeug holds files to the limit for fields too, a piece at a time: it must take a piece.
_FORM_BUFFER = 500_000
_PRIVATE = ("/audits", "/sites", "/compare", "/api/v1/audits")
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}


class Web(APIFlask):
    """APIFlask that never writes the words of an error to the log: they may quote a draft."""

    def log_exception(
        self,
        exc_info: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> None:
        """Log the kind of error and the way to it, without its message."""
        kind, _, trace = exc_info
        way = " > ".join(f"{f.name}:{f.lineno}" for f in traceback.extract_tb(trace))
        self.logger.error(
            "%s on %s %s: %s", kind.__name__ if kind else "?", request.method, request.endpoint, way
        )


def create_app(service: Service, library: Library, settings: Settings) -> Web:
    """The website over `service`; raises OSError if the data folder cannot hold the key."""
    app = Web(
        __name__,
        title="Auditor",
        version=__version__,
        spec_path="/api/openapi.json",
        docs_path=None,
        json_errors=False,
    )
    app.extensions[KEY] = Desk(service, library, settings)
    app.config.update(
        SECRET_KEY=secret_key(settings),
        MAX_CONTENT_LENGTH=settings.max_bytes,
        MAX_FORM_MEMORY_SIZE=max(settings.max_bytes, _FORM_BUFFER),
        MAX_FORM_PARTS=settings.max_site_pages + 20,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        SERVERS=[{"url": "/"}],
        AUTO_404_RESPONSE=False,
        AUTO_TAGS=False,
        SEND_FILE_MAX_AGE_DEFAULT=86_400,
    )
    _templates(app)
    app.before_request(lambda: _allow_files(settings))
    app.after_request(_private)
    for door in (audits, parts, worksheets, sites, versions, reference, api):
        app.register_blueprint(door.blueprint)
    app.register_blueprint(
        Blueprint("styles", __name__, static_folder=page.STYLES, static_url_path="/styles")
    )
    describe(app)
    _protect(app, settings)
    problems.register(app)
    return app


def _templates(app: Web) -> None:
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    app.jinja_loader = ChoiceLoader([*filter(None, [app.jinja_loader]), page.loader()])
    page.equip(app.jinja_env)
    desk: Desk = app.extensions[KEY]
    # One ending for each format: people know `html`, not `xhtml`.
    formats = {id(module): module for module in FORMATS.values()}.values()
    kinds = sorted(module.EXTENSIONS[0].removeprefix(".") for module in formats)
    app.jinja_env.globals.update(
        settings=desk.settings,
        largest=desk.largest,
        version=__version__,
        measures=MEASURES,
        extensions=",".join(sorted(EXTENSIONS)),
        kinds=" or ".join(filter(None, [", ".join(kinds[:-1]), kinds[-1]])),
    )


def _protect(app: Web, settings: Settings) -> None:
    csrf = CSRFProtect(app)
    csrf.exempt(api.blueprint)
    Limiter(
        get_remote_address,
        app=app,
        storage_uri="memory://",
        application_limits=[f"{settings.submissions_per_hour} per hour"],
        application_limits_exempt_when=lambda: request.method != "POST",
    )
    Talisman(
        app,
        force_https=settings.https,
        strict_transport_security=settings.https,
        session_cookie_secure=settings.https,
        session_cookie_http_only=True,
        session_cookie_samesite="Lax",
        content_security_policy=_POLICY,
        referrer_policy="no-referrer",
        frame_options="DENY",
        permissions_policy={},
    )


def _allow_files(settings: Settings) -> None:
    """Let a site's files be larger together than one document may be."""
    if request.endpoint == "sites.create":
        request.max_content_length = settings.max_bytes * FILES_AT_ONCE


def _private(response: Response) -> Response:
    """Keep what belongs to a draft out of caches and search engines."""
    if request.path.startswith(_PRIVATE):
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
