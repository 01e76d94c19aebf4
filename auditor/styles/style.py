"""Which rules of somebody's styles hold for which document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wcmatch import fnmatch

from auditor.model import LEVELS, Level, Profile, Rule

_GLOB = fnmatch.BRACE | fnmatch.EXTMATCH | fnmatch.DOTMATCH


@dataclass(frozen=True, slots=True)
class Section:
    """What one `[glob]` of a `.vale.ini` says: styles, and single rules on, off or at a level."""

    glob: str
    based_on: tuple[str, ...] = ()
    settings: tuple[tuple[str, Level | bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Styles:
    """Loaded rules by id (`Style.Rule`), and for which documents they count.

    `notes` name what the files ask for and we do not do, with file and line. `accepted` are the
    words of the vocabularies, `version` a digest of all files.
    """

    rules: Mapping[str, Rule] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    least: Level = "suggestion"
    accepted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    version: str = ""

    def applied(self, profile: Profile, name: str) -> Profile:
        """The profile with the rules that hold for the document called `name`."""
        mine = self._for(name)
        return replace(profile, rules=(*profile.rules, *mine)) if mine else profile

    def _for(self, name: str) -> tuple[Rule, ...]:
        """In the order of the sections, later ones win, as Vale does it."""
        chosen: dict[str, Level | bool] = {}
        for section in self.sections:
            if not fnmatch.fnmatch(name, section.glob, flags=_GLOB):
                continue
            for rule_id in self.rules:
                if rule_id.partition(".")[0] in section.based_on:
                    chosen[rule_id] = True
            chosen.update(section.settings)
        found = []
        for rule_id, setting in sorted(chosen.items()):
            if setting is False or rule_id not in self.rules:
                continue
            rule = self.rules[rule_id]
            if isinstance(setting, str):
                rule = replace(rule, level=setting)
            if LEVELS.index(rule.level) >= LEVELS.index(self.least):
                found.append(rule)
        return tuple(found)


NO_STYLES = Styles()
