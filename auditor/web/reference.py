"""Pages that explain: source documents, rules, profiles, help, about; and the health check."""

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from auditor.errors import NotFound, StoreError
from auditor.model import CATEGORIES
from auditor.web.class_table import class_table
from auditor.web.desk import desk
from auditor.web.profile_table import in_words, profile_table

blueprint = Blueprint("reference", __name__)


@blueprint.get("/sources/<source_id>")
def source(source_id: str) -> str:
    """One source document with its figures."""
    known = {each.id: each for each in desk().library.sources}
    if source_id not in known:
        raise NotFound("There is no such source document; the front page lists them all.")
    return render_template("source.html", source=known[source_id])


@blueprint.get("/rules")
def rules() -> str:
    """Every rule, by category."""
    known = sorted(desk().library.rules.values(), key=lambda rule: (rule.title, rule.id))
    by_category = {
        category: [rule for rule in known if rule.category == category] for category in CATEGORIES
    }
    return render_template("rules.html", by_category=by_category, total=len(known))


@blueprint.get("/rules/<rule_id>")
def rule(rule_id: str) -> str:
    """One rule: why, examples, sources."""
    known = desk().library.rules.get(rule_id)
    if known is None:
        raise NotFound("There is no such rule; the list of rules has them all.")
    return render_template("rule.html", rule=known)


@blueprint.get("/profiles")
def profiles() -> str:
    """The targets of all profiles side by side."""
    chosen = desk().profiles
    return render_template(
        "profiles.html", profiles=chosen, rows=profile_table(chosen), in_words=in_words
    )


@blueprint.get("/classes")
def classes() -> str:
    """What each kind of text must say under a profile."""
    known = desk().library.profiles
    name = request.args.get("profile", "")
    profile = known.get(name) or known[desk().usual_profile]
    return render_template(
        "classes.html",
        profile=profile,
        profiles=desk().profiles,
        classes=class_table(profile, desk().contracts),
    )


@blueprint.get("/help")
def help_page() -> str:
    """Three short tutorials."""
    return render_template("help.html")


@blueprint.get("/about")
def about() -> str:
    """What is kept and how long, accessibility, versions."""
    return render_template("about.html", rules=desk().library.version)


@blueprint.get("/privacy")
def privacy() -> Response:
    """A part of the page about the service."""
    return redirect(url_for("reference.about", _anchor="privacy"), 302)


@blueprint.get("/health")
def health() -> tuple[Response, int]:
    """Whether the store answers, for those who watch over the service."""
    try:
        stats = desk().service.stats()
    except StoreError as error:
        return jsonify(status="down", detail=str(error)), 503
    return jsonify(status="ok", audits=dict(stats.counts), oldest_queued=stats.oldest_queued), 200
