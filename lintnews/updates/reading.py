"""Fetched files in, texts, rows, lines and values out: packed or plain, one file, a folder or an archive.

Never more than one text, or one line, is in memory. What comes from strangers is kept in bounds, and nothing is unpacked to disk.
"""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from lintnews.model import LintNewsError
from lintnews.updates.loader import Fetched

#: The most that one text may hold, in bytes, and one line of a file that is read by lines.
MAX_TEXT = 128 << 20
MAX_LINE = 64 << 20
_PACKED: dict[bytes, Any] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
_BROKEN = (EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, gzip.BadGzipFile)


@contextmanager
def stream(fetched: Fetched) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked; raises LintNewsError when they are cut off."""
    try:
        with fetched.path.open("rb") as file:
            start = file.read(8)
        unpack = next((how for magic, how in _PACKED.items() if start.startswith(magic)), open)
        with unpack(fetched.path, "rb") as opened:
            yield opened
    except _BROKEN as error:
        raise fetched.fault(f"cut off or damaged: {error}") from None
    except OSError as error:
        raise fetched.fault(f"cannot be read: {error.strerror or error}") from None


def lines(fetched: Fetched) -> Iterator[bytes]:
    """The lines of a file, one at a time, without their ends."""
    with stream(fetched) as file:
        while line := file.readline(MAX_LINE + 1):
            if len(line) > MAX_LINE:
                raise fetched.fault(f"a line of more than {MAX_LINE >> 20} MB, so not the right file")
            yield line.rstrip(b"\r\n")


def texts(fetched: Fetched, *endings: str) -> Iterator[tuple[str, str]]:
    """The name and text of the file; of a folder or an archive (tar, zip), of every file in it with one of these endings."""
    try:
        if fetched.path.is_dir():
            yield from _of_folder(fetched, endings)
        elif zipfile.is_zipfile(fetched.path):
            yield from _of_zip(fetched, endings)
        else:
            with stream(fetched) as file:
                start = file.read(512)
            yield from _of_tar(fetched, endings) if start[257:262] == b"ustar" else _of_file(fetched)
    except _BROKEN as error:
        raise fetched.fault(f"cut off or damaged: {error}") from None
    except OSError as error:
        raise fetched.fault(f"cannot be read: {error.strerror or error}") from None


def _of_file(fetched: Fetched) -> Iterator[tuple[str, str]]:
    with stream(fetched) as file:
        yield fetched.name, _text(file, fetched.name)


def _of_folder(fetched: Fetched, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path in sorted(fetched.path.rglob("*")):
        if path.name.endswith(endings) and path.is_file():
            with path.open("rb") as file:
                yield str(path), _text(file, str(path))


def _of_zip(fetched: Fetched, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(fetched.path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(endings):
                with archive.open(name) as file:
                    yield f"{fetched.name}, {name}", _text(file, f"{fetched.name}, {name}")


def _of_tar(fetched: Fetched, endings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    with stream(fetched) as opened, tarfile.open(fileobj=opened, mode="r|") as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(endings) and (file := archive.extractfile(member)):
                yield f"{fetched.name}, {member.name}", _text(file, f"{fetched.name}, {member.name}")
        while opened.read(1 << 16):  # to the end, where a checksum tells whether it is whole
            pass


def _text(file: IO[bytes], name: str) -> str:
    data = file.read(MAX_TEXT + 1)
    if len(data) > MAX_TEXT:
        raise LintNewsError(f"{name}: a text of more than {MAX_TEXT >> 20} MB, so not the right file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LintNewsError(f"{name}: not UTF-8 at byte {error.start}") from None


def json_value(text: str | bytes, name: str) -> Any:
    """The value of a JSON text; raises LintNewsError."""
    try:
        return json.loads(text)
    except RecursionError:
        raise LintNewsError(f"{name}: not valid JSON: nested too deep") from None
    except UnicodeDecodeError as error:
        raise LintNewsError(f"{name}: not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        cut = " (cut off?)" if error.pos >= len(error.doc.rstrip()) else ""
        raise LintNewsError(f"{name}: not valid JSON: {error.msg}, line {error.lineno}{cut}") from None
    except ValueError:
        raise LintNewsError(f"{name}: not valid JSON: a number with too many digits") from None


def value(text: str, name: str) -> Any:
    """The value of a text that is JSON or YAML; raises LintNewsError."""
    if text.lstrip()[:1] in ("{", "["):
        return json_value(text, name)
    from lintnews import yaml_file

    return yaml_file.load(text, name).value


def rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows of a CSV text by their columns, of which these must be there; raises LintNewsError for a row that is cut off.

    Cells are divided by commas, or by what the first line has more of: semicolons, tabs.
    """
    head = text[: text.find("\n")] if "\n" in text else text
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=max(",;\t", key=head.count))
    try:
        if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
            raise LintNewsError(f"{name}: not the form of this source: no column `{missing[0]}`")
        for row in reader:
            if None in row.values() or None in row:
                raise LintNewsError(f"{name}: line {reader.line_num} has not as many cells as the first; cut off?")
            yield row
    except csv.Error as error:
        raise LintNewsError(f"{name}: not valid CSV: {error}, line {reader.line_num}") from None


def records(found: Any, name: str) -> list[dict[str, Any]]:
    """A value that must be a list of mappings; raises LintNewsError."""
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise LintNewsError(f"{name}: not the form of this source: expected a list of records")
    return found


def text_at(found: Any, *path: str) -> str:
    """The text at a path of keys, without white space around it or doubled; empty when there is none."""
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return " ".join(str(found).split()) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def list_at(found: Any, key: str) -> list[dict[str, Any]]:
    """The mappings of the list under a key."""
    inner = found.get(key) if isinstance(found, dict) else None
    return [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []
