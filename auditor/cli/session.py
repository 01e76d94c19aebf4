"""One run of a command that audits: the profile, the tools, and the reports."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from auditor import pipeline, toolbox
from auditor.cli.documents import one_glossary
from auditor.cli.options import Asked, day
from auditor.config import Config, find_config, read_config
from auditor.contracts import known_class
from auditor.edits import Edited, edit
from auditor.errors import DocumentError, ToolError, UsageError
from auditor.inputs import Input
from auditor.library import Library
from auditor.model import Profile, Report
from auditor.parse import media_type_of, parse
from auditor.parse.picked import NOTHING_PICKED, Picked
from auditor.pipeline import Tools
from auditor.profiles import choose, load_profile
from auditor.settings import Settings, settings
from auditor.tools.languagetool_server import Server

DEFAULT_PROFILE = "uk-patient"
_EXIT = {"pass": 0, "fail": 1, "incomplete": 3}


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that is the same for all documents of one run."""

    profile: Profile
    document_class: str
    library: Library
    tools: Tools
    today: date
    config: Config
    settings: Settings

    def audit(self, item: Input, picked: Picked = NOTHING_PICKED) -> Report:
        """The report of one document; bytes that could not be had give an incomplete one."""
        if item.error:
            return pipeline.unreadable(
                item.name, item.error, profile=self.profile, library=self.library,
                tools=self.tools, today=self.today,
            )  # fmt: skip
        return pipeline.run(
            item.data,
            item.name,
            item.media_type,
            profile=self.profile,
            library=self.library,
            tools=self.tools,
            today=self.today,
            choice=self.config.choice,
            picked=picked,
            chosen_class=self.document_class,
            matched_class=self.config.class_of(item.name, self.library.contracts),
        )

    def fixed(self, item: Input) -> Edited:
        """The document with its safe replacements. Raises UsageError for what is no text."""
        if item.error:
            raise UsageError(f"{item.name}: {item.error}")
        try:
            document = parse(item.data, item.name, media_type_of(item.name, item.media_type))
        except DocumentError as error:
            raise UsageError(f"{item.name}: {error}") from error
        return edit(item.data, document, self.audit(item).findings)


@contextmanager
def session(asked: Asked, *, browser: bool = False) -> Iterator[Session]:
    """Set up a run: read the configuration, start LanguageTool if we have to, stop it after."""
    found = configured(asked.config)
    current = settings()
    if asked.styles or found.styles:
        current = current.model_copy(update={"styles": Path(asked.styles or found.styles)})
    url = asked.languagetool or current.languagetool_url
    with _starting(current, url) as server:  # while it starts, the rules are read
        library = toolbox.library(current)
        for note in library.styles.notes:
            click.echo(note, err=True)
        if asked.document_class:
            known_class(library.contracts, asked.document_class)
        chosen = found.applied(_profile(library, current, found, asked.profile), asked.fail_on)
        place = asked.glossary or found.glossary
        if not place and chosen.id not in library.lexicons:
            place = chosen.glossary  # a profile file of one's own
        if place:
            library = library.with_glossary(one_glossary(place, current))
        today = day(asked.today or found.today)
        tools = toolbox.tools(current, url or _address(server, chosen), browser)
        yield Session(chosen, asked.document_class, library, tools, today, found, current)


def _profile(library: Library, current: Settings, found: Config, name: str) -> Profile:
    """The profile of a name, or of a file of one's own; a path in the configuration is from there."""
    wanted = name or found.profile or DEFAULT_PROFILE
    if not wanted.endswith((".yml", ".yaml")):
        return choose(library.profiles, wanted)
    path = Path(wanted)
    if not name and found.path is not None:
        path = found.path.parent / path
    if not path.is_file():
        raise UsageError(f"--profile: there is no file {path}; check the path")
    return load_profile(path, library.rules, library.contracts, current.rules_dir / "profiles")


def configured(path: str) -> Config:
    """The configuration of the file at `path`, or the nearest one. Raises UsageError."""
    if not path:
        return find_config(Path.cwd())
    if not Path(path).is_file():
        raise UsageError(f"--config: there is no file {path}; check the path")
    return read_config(Path(path))


@contextmanager
def _starting(current: Settings, url: str) -> Iterator[Server | None]:
    """Our own server of LanguageTool, stopped after the run; None if another is set, or there is none."""
    server = Server(current)
    found = None
    if not url:
        with suppress(ToolError):
            found = server.start()
    try:
        yield found
    finally:
        server.stop()


def _address(server: Server | None, profile: Profile) -> str:
    """Where the server listens, once it does; `off` if there is none or the profile needs none."""
    if server is None or not any(rule.extends == "grammar" for rule in profile.rules):
        return "off"
    try:
        server.wait()
    except ToolError:
        return "off"
    return server.url


def exit_code(verdicts: Iterable[str]) -> int:
    """The worst of all: any fail is 1, else any incomplete is 3, else 0."""
    codes = {_EXIT[verdict] for verdict in verdicts}
    return 1 if 1 in codes else max(codes, default=0)
