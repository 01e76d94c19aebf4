"""Everything that is data: rules, profiles, contracts, worksheets, lexicon, source documents, loaded once."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor import glossary
from auditor.contracts import Contract, load_contracts
from auditor.glossary import Glossary
from auditor.lexicon import Lexicon
from auditor.lexicon_file import load_lexicon
from auditor.manifest import Sample, Source, load_samples, load_sources
from auditor.model import Profile, Rule
from auditor.profiles import load_profiles
from auditor.rules import load_rules
from auditor.styles import NO_STYLES, Styles
from auditor.worksheet import Worksheet, load_worksheets


@dataclass(frozen=True)
class Library:
    """The loaded data; `version` is a digest of every rule, profile, lexicon and glossary file.

    `lexicons` holds, by profile, the lexicon of those that bring a glossary.
    """

    rules: dict[str, Rule]
    profiles: dict[str, Profile]
    lexicon: Lexicon
    sources: list[Source] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    version: str = ""
    contracts: dict[str, Contract] = field(default_factory=dict)
    worksheets: dict[str, Worksheet] = field(default_factory=dict)
    styles: Styles = NO_STYLES
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)

    def with_styles(self, styles: Styles) -> "Library":
        """The same with rules that somebody brings, for all profiles."""
        return replace(self, styles=styles, version=f"{self.version}+{styles.version}")

    def lexicon_for(self, profile: Profile) -> Lexicon:
        """The terms that a text is looked through for."""
        return self.lexicons.get(profile.id, self.lexicon)

    def with_glossary(self, own: Glossary) -> "Library":
        """The same with an organisation's terms, instead of those of any profile."""
        version = hashlib.sha256(f"{self.version} {own.digest}".encode()).hexdigest()[:12]
        lexicon = self.lexicon.joined(own.terms, own.place)
        return replace(self, lexicon=lexicon, lexicons={}, version=version)


def load_library(rules_dir: Path, sources_dir: Path, kept: Path | None = None) -> Library:
    """Load it all; `kept` is a folder where work may be kept for the next time.

    Raises RuleError, ConfigError or GlossaryError with file and line.
    """
    rules = load_rules(rules_dir)
    contracts = load_contracts(rules_dir, rules)
    profiles = load_profiles(rules_dir, rules, contracts)
    lexicon = load_lexicon(rules_dir / "jargon" / "lexicon", kept)
    own = {
        profile.id: glossary.read(Path(profile.glossary).read_bytes(), profile.glossary)
        for profile in profiles.values()
        if profile.glossary
    }
    return Library(
        rules=rules,
        profiles=profiles,
        contracts=contracts,
        worksheets=load_worksheets(rules_dir),
        lexicon=lexicon,
        sources=load_sources(sources_dir),
        samples=load_samples(sources_dir),
        version=_version(rules_dir, own.values()),
        lexicons={name: lexicon.joined(one.terms, one.place) for name, one in own.items()},
    )


def _version(folder: Path, own: Iterable[Glossary]) -> str:
    digest = hashlib.sha256("".join(one.digest for one in own).encode())
    for path in sorted(folder.rglob("*.y*ml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
