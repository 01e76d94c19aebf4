"""LanguageTool's answers by block, so that a changed draft costs only its changed blocks.

A key is a digest of the block's text, the language, LanguageTool's version and our use of it; no
text is a key. Values hold places, rules and replacements. They are kept as long as drafts are, in
the data folder or in Redis where that is the broker, and never more than a fixed number.
"""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from cachelib import FileSystemCache, RedisCache
from cachelib.base import BaseCache

from auditor.settings import Settings

_MOST = 20_000  # blocks
_DAY = 86_400  # seconds


class BlockMatch(NamedTuple):
    """One match inside a block; `start` and `end` in code points from the block's start."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class GrammarCache:
    """What LanguageTool said of blocks."""

    def __init__(
        self, backend: BaseCache, failures: tuple[type[Exception], ...] = (OSError,)
    ) -> None:
        """`failures` are what the backend raises when it is down: that costs time, never an audit."""
        self._backend, self._failures = backend, failures

    @staticmethod
    def keys(texts: Iterable[str], about: str) -> list[str]:
        """A key for each block; `about` names all that the answer depends on besides its text."""
        return [hashlib.sha256(f"{about}\0{text}".encode()).hexdigest() for text in texts]

    def get(self, keys: Sequence[str]) -> dict[str, tuple[BlockMatch, ...]]:
        """The answers that are known."""
        if not keys:
            return {}
        try:
            found = self._backend.get_many(*keys)
        except self._failures:
            return {}
        return {
            key: tuple(BlockMatch(*match) for match in value)
            for key, value in zip(keys, found, strict=True)
            if value is not None
        }

    def put(self, answers: dict[str, tuple[BlockMatch, ...]]) -> None:
        """Keep answers."""
        if answers:
            plain = {key: [tuple(match) for match in value] for key, value in answers.items()}
            with suppress(*self._failures):
                self._backend.set_many(plain)


def grammar_cache(settings: Settings) -> GrammarCache:
    """The cache of this installation."""
    seconds = settings.retention_days * _DAY
    if settings.broker_url.startswith(("redis://", "rediss://")):
        from redis import Redis, RedisError  # a tenth of a second, for those who need it

        client = Redis.from_url(settings.broker_url)
        cache = RedisCache(host=client, default_timeout=seconds, key_prefix="auditor-grammar:")
        return GrammarCache(cache, (OSError, RedisError))
    folder = settings.data_dir / "grammar_cache"
    return GrammarCache(FileSystemCache(str(folder), threshold=_MOST, default_timeout=seconds))
