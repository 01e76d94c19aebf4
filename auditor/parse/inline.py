"""Where the inline marks of Markdown stand in their line.

markdown-it keeps no columns. Its inline parser, made to note from where to where each rule read,
gives them; tokens are not joined afterwards, so that each keeps its own place.
"""

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

PLACE = "place"  # in a token's meta: (start, end) in the content of its block


class PlacedInline(ParserInline):
    """markdown-it's inline parser, noting the place of every token."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler2.disable(["fragments_join"])

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Read `src` into `tokens`."""
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Read from `state.pos` to `state.posMax`; links call it again for their own text."""
        rules = self.ruler.getRules("")
        while state.pos < state.posMax:
            start, known = state.pos, len(state.tokens)
            if isinstance(state, _PlacedState) and not state.pending:
                state.pending_from = start
            within = state.level < state.md.options["maxNesting"]
            if within and any(rule(state, False) for rule in rules):
                _place(state, known, start)
            else:
                state.append_pending(state.src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()


class _PlacedState(StateInline):
    pending_from = 0

    def pushPending(self) -> Token:  # noqa: N802  # markdown-it's name
        token = super().pushPending()
        token.meta[PLACE] = (self.pending_from, self.pending_from + len(token.content))
        return token


def _place(state: StateInline, known: int, start: int) -> None:
    """Note the places of the tokens that a rule made between `start` and `state.pos`."""
    fresh = [token for token in state.tokens[known:] if PLACE not in token.meta]
    if all(token.type == "text" for token in fresh):  # marks that may turn out to be emphasis
        for token in fresh:
            token.meta[PLACE] = (start, start + len(token.content))
            start += len(token.content)
        return
    for token in fresh:
        inside = token.type == "text"  # the address of an autolink, in angle brackets
        token.meta[PLACE] = (start + inside, state.pos - inside)
