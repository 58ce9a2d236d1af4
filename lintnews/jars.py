"""Where LanguageTool is to come from in, a folder with its server out: from Maven Central, a mirror, an archive or a folder.

What comes from Maven is held against the checksums in `languagetool/jars.txt`. The folder is there whole or not at all.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from lintnews.languagetool import home
from lintnews.model import LintNewsError
from lintnews.record import record
from lintnews.updates.fetch import Limits, fetch, shown

CENTRAL = "https://repo1.maven.org/maven2/"
_LIST = Path(__file__).parent / "languagetool" / "jars.txt"
_TYPES = ("application/java-archive", "application/zip", "application/x-zip-compressed")
_AT_ONCE = 8
#: What an archive may unpack to, in bytes.
_MOST = 2 << 30


@record
class Jar:
    """One file of a Maven repository."""

    group: str
    name: str
    version: str
    size: int
    sum: str

    @property
    def path(self) -> str:
        return f"{self.group.replace('.', '/')}/{self.name}/{self.version}/{self.name}-{self.version}.jar"

    @property
    def place(self) -> str:
        """Where the server looks for it: its manifest names the others without their versions."""
        return home.JAR if f"{self.name}.jar" == home.JAR else f"libs/{self.name}.jar"


def listed() -> tuple[Jar, ...]:
    """The files that make a server for English."""
    rows = (line.split() for line in _LIST.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return tuple(Jar(group, name, version, int(size), digest) for group, name, version, size, digest in rows)


def install(into: Path, source: str = "", limits: Limits | None = None) -> None:
    """Bring a server into a folder, in the place of what stands there; raises LintNewsError, and then the folder is as it was."""
    if into.exists() and not (into / home.JAR).is_file() and (not into.is_dir() or any(into.iterdir())):
        raise LintNewsError(f"{into}: holds something else; name another folder with --into")
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{into.name}-", dir=into.parent, ignore_cleanup_errors=True) as draft:
            made = _made(Path(draft), source, limits or Limits())
            if into.exists():
                os.replace(into, Path(draft) / "old")
            os.replace(made, into)
    except OSError as error:
        raise LintNewsError(f"{into}: cannot be written: {error.strerror or error}") from None


def _made(draft: Path, source: str, limits: Limits) -> Path:
    path = Path(source)
    if "://" in source and not source.endswith(".zip"):
        return _from_maven(draft, source.rstrip("/") + "/", limits)
    if "://" in source:
        path = fetch(source, draft / "archive", _TYPES, limits).path
    if not source:
        return _from_maven(draft, CENTRAL, limits)
    if path.is_dir():
        return Path(shutil.copytree(_server_in(path, source), draft / "copy"))
    return _unpacked(path, draft / "unpacked", source)


def _from_maven(draft: Path, base: str, limits: Limits) -> Path:
    folder = draft / "jars"
    (folder / "libs").mkdir(parents=True)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(partial(_bring, folder, base, limits), listed()):
            pass
    return folder


def _bring(folder: Path, base: str, limits: Limits, jar: Jar) -> None:
    got = fetch(base + jar.path, folder / jar.place, _TYPES, limits)
    if got.sha256 != jar.sum:
        raise LintNewsError(f"{shown(base + jar.path)}: not the file that was expected (SHA-256 {got.sha256}, not {jar.sum})")


def _unpacked(path: Path, to: Path, source: str) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > _MOST:
                raise LintNewsError(f"{shown(source)}: unpacks to more than {_MOST >> 30} GB")
            archive.extractall(to)  # which keeps every member below the folder
    except FileNotFoundError:
        raise LintNewsError(f"{source}: there is no such file or folder") from None
    except (zipfile.BadZipFile, NotImplementedError, EOFError):
        raise LintNewsError(f"{shown(source)}: no archive that can be unpacked") from None
    return _server_in(to, source)


def _server_in(folder: Path, source: str) -> Path:
    """The folder that holds the server: this one, or one in it."""
    for place in _near(folder):
        if (place / home.JAR).is_file():
            return place
    raise LintNewsError(f"{shown(source)}: holds no {home.JAR}; give a release of LanguageTool as it is unpacked")


def _near(folder: Path) -> Iterator[Path]:
    yield folder
    yield from sorted(entry for entry in folder.iterdir() if entry.is_dir())
