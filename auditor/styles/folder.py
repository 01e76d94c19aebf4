"""A folder of styles, or a `.vale.ini` that names one, becomes `Styles`."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.errors import ConfigError, RuleError
from auditor.model import Rule
from auditor.styles.ini import Ini, read_ini
from auditor.styles.rule import avoid, load_vale_rule, terms
from auditor.styles.style import Section, Styles
from auditor.styles.vocab import Vocab, load_vocab

_NOT_STYLES = frozenset({"config", "Vocab"})
_MOST_FILES = 5_000
_OWN = "Vale"  # the style of Vale itself, which needs no folder


def load_styles(path: Path) -> Styles:
    """Load a folder of styles, one style, or what a `.vale.ini` names.

    Raises RuleError or ConfigError with file and line for what is broken; what Vale does and we do
    not is in the `notes`.
    """
    if path.is_dir() and not (path / ".vale.ini").is_file():
        return _from_folder(path)
    file = path / ".vale.ini" if path.is_dir() else path
    if not file.is_file():
        raise ConfigError(path, 0, "there is no such folder or file; name a folder or a .vale.ini")
    return _from_ini(read_ini(file))


def _from_folder(folder: Path) -> Styles:
    """Every style below the folder, for every document."""
    if any(_files(folder)):
        names, home = [folder.name], folder.parent
        vocab = Vocab()
    else:
        names = [one.name for one in sorted(folder.iterdir()) if _is_style(one)]
        home, vocab = folder, load_vocab(folder)
    if not names:
        raise ConfigError(folder, 0, "there are no styles here; a style is a folder of .yml files")
    rules = _rules(home, names, vocab)
    return _styles(rules, [Section("*", (*names, _OWN))], home, names, vocab)


def _from_ini(ini: Ini) -> Styles:
    vocab = load_vocab(ini.styles, ini.vocab)
    named = dict.fromkeys(style for section in ini.sections for style in section.based_on)
    named |= dict.fromkeys(
        rule.partition(".")[0] for section in ini.sections for rule, _ in section.settings
    )
    names = [name for name in named if name != _OWN]
    for name in names:
        if not (ini.styles / name).is_dir():
            raise ConfigError(ini.path, 1, f"there is no style ‘{name}’ in {ini.styles}")
    rules = _rules(ini.styles, names, vocab)
    for section in ini.sections:
        for rule_id, _ in section.settings:
            if rule_id not in rules and rule_id.partition(".")[0] != _OWN:
                raise ConfigError(ini.path, 1, f"there is no rule ‘{rule_id}’ in {ini.styles}")
    found = _styles(rules, ini.sections, ini.styles, names, vocab)
    return Styles(
        found.rules, found.sections, ini.least, found.accepted, (*ini.notes, *found.notes),
        found.version,
    )  # fmt: skip


def _styles(
    rules: dict[str, Rule], sections: list[Section], home: Path, names: list[str], vocab: Vocab
) -> Styles:
    notes = tuple(
        f"{rule.path}:{rule.params['line']}: {rule.params['reason']}"
        for rule in rules.values()
        if rule.extends == "unsupported"
    )
    digest = hashlib.sha256(repr((vocab.accepted, vocab.rejected)).encode())
    for name in names:
        for path in _files(home / name):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return Styles(
        rules, tuple(sections), "suggestion", vocab.accepted, notes, digest.hexdigest()[:12]
    )


def _rules(home: Path, names: Iterable[str], vocab: Vocab) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for name in names:
        for path in _files(home / name):
            rule_id = f"{name}.{path.stem}"
            if rule_id in rules:
                raise RuleError(path, 1, f"the id ‘{rule_id}’ is taken by {rules[rule_id].path}")
            if len(rules) >= _MOST_FILES:
                raise RuleError(path, 1, f"there are over {_MOST_FILES:,} rules; use fewer styles")
            rules[rule_id] = load_vale_rule(path, rule_id, vocab.accepted)
    if vocab.rejected:
        rules[f"{_OWN}.Avoid"] = avoid(vocab.path, vocab.rejected)
    cased = [word for word in vocab.accepted if word != word.lower() and "(?" not in word]
    if cased:
        rules[f"{_OWN}.Terms"] = terms(vocab.path, cased)
    return rules


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted((*folder.glob("*.yml"), *folder.glob("*.yaml")))


def _is_style(folder: Path) -> bool:
    return folder.is_dir() and folder.name not in _NOT_STYLES and any(_files(folder))
