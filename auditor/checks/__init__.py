"""One module is one KIND of check, found by its folder.

A kind is a module with

- `KIND`: the word after `extends:` in a rule;
- `NEEDS`: names of the evidence it wants (facts and tools), it receives only those;
- `FIELDS`: its rule keys, each with a `Field`;
- `compile(params)`, optional: what it makes of the keys once, when the rule is loaded (raises
  ValueError with a plain sentence); the check finds it as `rule.compiled`;
- `check(document, rule, evidence) -> Judgement`: pure; says only where and what (`Hit`), or that
  the rule is `Inapplicable`, or that it `CantTell`.
"""

from types import ModuleType

from auditor.folder import modules

KINDS: dict[str, ModuleType] = {
    module.KIND: module for module in modules(__name__, __path__, "KIND")
}
