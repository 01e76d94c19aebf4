"""The one path of all three doors: bytes in, report out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from typing import Any

from auditor import __version__, benchmark, engine
from auditor.contracts import USUAL, contracted
from auditor.document_class import Class, document_class
from auditor.errors import DocumentError
from auditor.facts.context import Context
from auditor.fixes import fixes
from auditor.gather import Tool, gather, plan
from auditor.library import Library
from auditor.manifest import digest
from auditor.measures import Places, measure, target
from auditor.measures.reading import unmeasured
from auditor.model import (
    Document,
    Profile,
    Report,
    ReportBlock,
    ReportDocument,
    ReportProfile,
    ReportTool,
    Unavailable,
)
from auditor.parse import media_type_of, parse
from auditor.parse.picked import NOTHING_PICKED, Picked
from auditor.parse.selectors import NO_CHOICE, Choice
from auditor.text import words

SCHEMA_VERSION = 1
# What no rule needs, but the measures show; the last two only where reading is checked at all.
BESIDE = ("rewrites", "sections", "topic")
READ = ("known", "textstat")
Progress = Callable[[Report, str, int, int], None]


@dataclass(frozen=True, slots=True)
class Tools:
    """The outside tools by the name of their evidence, and their versions for the stamp."""

    run: Mapping[str, Tool] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


def run(
    data: bytes,
    name: str,
    media_type: str,
    *,
    profile: Profile,
    library: Library,
    tools: Tools,
    today: date,
    choice: Choice = NO_CHOICE,
    picked: Picked = NOTHING_PICKED,
    chosen_class: str = "",
    matched_class: str = "",
    progress: Progress | None = None,
) -> Report:
    """Audit one document. Bytes that cannot be read give an `incomplete` report, no exception.

    `choice` and then `picked` say which parts to read or leave out, whatever they are taken for:
    by selectors, and by the numbers of blocks. `chosen_class` is
    what the writer says the text is, `matched_class` what a path pattern of the configuration
    says; both name known classes or are "". `progress` gets a report of what is done so far before
    each tool runs, with the name of the tool and how many of how many steps are done.
    """
    profile = library.styles.applied(profile, name)
    stamp = _Stamp(data, name, profile, library, tools, today)
    try:
        document = parse(data, name, media_type_of(name, media_type))
        document = picked.applied(choice.applied(document))
    except DocumentError as error:
        return stamp.unreadable(str(error))
    found = document_class(
        document,
        library.contracts,
        chosen=chosen_class,
        matched=matched_class,
        usual=profile.document_class,
    )
    if found.note:
        document = replace(document, notes=(*document.notes, found.note))
    profile = _held(profile, library, found)
    stamp = _Stamp(data, name, profile, library, tools, today, found)
    reads = any(rule.category == "reading" for rule in profile.rules)
    steps = plan(profile.rules, beside=(*BESIDE, *READ) if reads else BESIDE)
    context = Context(profile, today, library.lexicon_for(profile))
    evidence: dict[str, Any] = {}
    evidence |= {
        step.name: Unavailable(step.name, f"{step.name} has not finished yet")
        for step in steps
        if step.is_tool
    }
    for done, step in enumerate(steps):
        if step.is_tool and progress is not None:
            progress(stamp.report(document, evidence), step.name, done, len(steps))
        evidence[step.name] = engine.shielded(
            step.name, partial(gather, step, document, context, tools.run, evidence)
        )
    return stamp.report(document, evidence)


def _held(profile: Profile, library: Library, found: Class) -> Profile:
    """The profile under the contract of the text's class."""
    contracts = library.contracts
    if found.id not in contracts:
        return profile
    return contracted(profile, contracts[found.id], contracts.get(USUAL) if found.guessed else None)


def unreadable(
    name: str, reason: str, *, profile: Profile, library: Library, tools: Tools, today: date
) -> Report:
    """The `incomplete` report of a document whose bytes could not be had, and why."""
    return _Stamp(b"", name, profile, library, tools, today).unreadable(reason)


class _Stamp:
    """Makes reports of one audit: what stays the same however far it has come."""

    def __init__(
        self,
        data: bytes,
        name: str,
        profile: Profile,
        library: Library,
        tools: Tools,
        today: date,
        found: Class | None = None,
    ) -> None:
        self._class = found or Class(profile.document_class or USUAL, False, "")
        contract = library.contracts.get(self._class.id)
        self._title_of_class = contract.title if contract else ""
        self._data, self._name, self._profile, self._today = data, name, profile, today
        self._sources = library.sources
        self._tool = ReportTool(
            "auditor",
            __version__,
            library.version,
            {"textstat": version("textstat"), **tools.versions},
        )

    def report(self, document: Document, evidence: Mapping[str, Any]) -> Report:
        """The report of a document as far as its evidence goes."""
        judged = engine.judge(document, self._profile, evidence)
        measures = measure(document, self._profile, evidence, judged)
        places = Places(document)
        aim = target(self._profile)
        return Report(
            schema_version=SCHEMA_VERSION,
            tool=self._tool,
            today=self._today.isoformat(),
            document=ReportDocument(
                name=document.name,
                media_type=document.media_type,
                sha256=document.sha256,
                language=document.language,
                words=len(words(document.text)),
                title=_title(document),
                notes=document.notes,
            ),
            profile=self._report_profile(),
            verdict=judged.verdict,
            fixes=fixes(judged, measures),
            measures=measures,
            outcomes=judged.outcomes,
            findings=judged.findings,
            benchmarks=benchmark.compare(
                measures, {"reading_age": aim["reading_age"] if aim else None}, self._sources
            ),
            blocks=tuple(
                ReportBlock(
                    block.kind,
                    block.region,
                    block.reason,
                    block.span,
                    block.span.of(document.text),
                    places.at(block.span),
                )
                for block in document.blocks
            ),
        )

    def unreadable(self, reason: str) -> Report:
        """The report of bytes that are no document."""
        judged = engine.untested(self._profile, reason)
        document = ReportDocument(self._name, "", digest(self._data), "", 0, "", (reason,))
        empty: dict[str, dict[str, Any]] = {
            "reading": unmeasured(self._profile, reason),
            "plain_english": {"error": 0, "warning": 0, "suggestion": 0,
                              "passive": {"sentences": 0, "of": 0, "share": None},
                              "grammar": {"checked": False, "reason": reason}},
            "jargon": {"terms": [], "explained": 0, "unexplained": 0, "score": None},
            "statements": {"elements": [], "dates": [], "found": 0, "of": 0},
            "accessibility": {"checked": False, "reason": reason, "error": 0, "warning": 0,
                              "suggestion": 0, "look": []},
        }  # fmt: skip
        return Report(
            schema_version=SCHEMA_VERSION,
            tool=self._tool,
            today=self._today.isoformat(),
            document=document,
            profile=self._report_profile(),
            verdict="incomplete",
            fixes=(),
            measures=empty,
            outcomes=judged.outcomes,
            findings=(),
            benchmarks=(),
            blocks=(),
        )

    def _report_profile(self) -> ReportProfile:
        profile = self._profile
        return ReportProfile(
            profile.id,
            profile.title,
            profile.fail_on,
            profile.locale,
            self._class.id,
            self._title_of_class,
            self._class.guessed,
            self._class.why,
        )


def _title(document: Document) -> str:
    """The title that the document gives itself, else its first heading, else nothing."""
    named = document.metadata.get("title", "").strip()
    if named:
        return named
    first = next((b for b in document.scoped(("heading",))), None)
    return first.span.of(document.text) if first else ""
