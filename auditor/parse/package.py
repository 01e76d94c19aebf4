"""A zipped document (Word, OpenDocument) opened with limits: nothing is unpacked without end."""

import io
import zipfile
import zlib

from auditor.errors import DocumentError

MOST_ENTRIES = 10_000
MOST_PART = 32 << 20  # bytes, unpacked
MOST_RATIO = 400  # packed to unpacked; text packs to about a tenth
_SMALL = 1 << 20  # bytes, unpacked; below this no ratio is asked for

_CORRUPT = "the file is damaged and cannot be opened; save it again in the program that made it"
_LOCKED = "the file is protected with a password; save a copy without one"


class Package:
    """The parts of a zipped file by name. Raises DocumentError when it is none."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise DocumentError(_CORRUPT) from error
        self._infos = {info.filename: info for info in self._zip.infolist()[: MOST_ENTRIES + 1]}
        if len(self._infos) > MOST_ENTRIES:
            raise DocumentError("the file holds too many parts to be a document; save it again")

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def infos(self) -> list[zipfile.ZipInfo]:
        """What is known of each part, in the file's own order."""
        return list(self._infos.values())

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises DocumentError when they cannot be had within the limits."""
        info = self._infos.get(name)
        if info is None:
            raise DocumentError(_CORRUPT)
        if info.flag_bits & 1:
            raise DocumentError(_LOCKED)
        try:
            with self._zip.open(info) as part:
                data = part.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                RuntimeError, ValueError) as error:  # fmt: skip
            raise DocumentError(_CORRUPT) from error
        swollen = len(data) > max(_SMALL, MOST_RATIO * max(1, info.compress_size))
        if len(data) > MOST_PART or swollen:
            raise DocumentError(
                "the file unpacks to far more than a document holds; it was not read"
            )
        return data

    def get(self, name: str) -> bytes | None:
        """The bytes of a part, or None when the file has none of that name."""
        return self.read(name) if name in self else None
