"""The YAML block at the top of a Markdown file: what the author says about it."""

import yaml

_LIMIT = 20_000  # code points
_DEPTH = 20
_BROKEN = "The front matter is not valid YAML and was not read; correct it."
_TOO_LONG = "The front matter is too long and was not read; shorten it."


class _Loader(yaml.BaseLoader):
    """Takes every value as it is written, and refuses what can grow beyond its own length."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent) or self.depth > _DEPTH:
            raise yaml.YAMLError("aliases and deep nesting are refused")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def front_matter(content: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The values as "front:<key>" → text, and notes when they could not be read.

    A date or a number stays as it was typed.
    """
    if len(content) > _LIMIT:
        return {}, (_TOO_LONG,)
    try:
        values = yaml.load(content, _Loader)  # noqa: S506  # it makes only text, lists and mappings
    except (yaml.YAMLError, ValueError, OverflowError):
        return {}, (_BROKEN,)
    if not isinstance(values, dict):
        return {}, (_BROKEN,) if values else ()
    return {f"front:{key}": str(value) for key, value in values.items()}, ()
