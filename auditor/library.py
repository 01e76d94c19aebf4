"""Everything that is data: rules, profiles, contracts, worksheets, lexicon, source documents, loaded once."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.contracts import Contract, load_contracts
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
    """The loaded data; `version` is a digest of every rule, profile and lexicon file."""

    rules: dict[str, Rule]
    profiles: dict[str, Profile]
    lexicon: Lexicon
    sources: list[Source] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    version: str = ""
    contracts: dict[str, Contract] = field(default_factory=dict)
    worksheets: dict[str, Worksheet] = field(default_factory=dict)
    styles: Styles = NO_STYLES

    def with_styles(self, styles: Styles) -> "Library":
        """The same with rules that somebody brings, for all profiles."""
        return replace(self, styles=styles, version=f"{self.version}+{styles.version}")


def load_library(rules_dir: Path, sources_dir: Path) -> Library:
    """Load it all. Raises RuleError or ConfigError with file and line."""
    rules = load_rules(rules_dir)
    contracts = load_contracts(rules_dir, rules)
    return Library(
        rules=rules,
        profiles=load_profiles(rules_dir, rules, contracts),
        contracts=contracts,
        worksheets=load_worksheets(rules_dir),
        lexicon=load_lexicon(rules_dir / "jargon" / "lexicon"),
        sources=load_sources(sources_dir),
        samples=load_samples(sources_dir),
        version=_version(rules_dir),
    )


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.y*ml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
