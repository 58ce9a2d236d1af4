"""A story in, the texts it quotes from out: those in its head, and the files that its head names, beside it or in folders below.

A source is a text, a page, a word processor's file or a PDF. A file is read only for a story that stands on disk as it was handed
in: what is sent to a server opens nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lintnews import files, readers
from lintnews.ledger.sources import Cited, inline
from lintnews.ledger.sources import files as named
from lintnews.model import Document, LintNewsError, Source

#: The most files that one story may name.
MOST = 50


def read(document: Document) -> Sequence[Cited]:
    """Every text that a story quotes from; raises LintNewsError for a file that is not there, or not beside the story."""
    names = named(document)
    if not names or not _on_disk(document.source):
        return inline(document)
    if len(names) > MOST:
        raise LintNewsError(f"{document.source.name}: `sources` names {len(names)} files; {MOST} are the most")
    return (*inline(document), *(_file(document.source.name, name) for name in names))


def _on_disk(source: Source) -> bool:
    try:
        return Path(source.name).is_file() and files.read(source.name).text == source.text
    except (OSError, ValueError, LintNewsError):
        return False


def _file(story: str, name: str) -> Cited:
    folder = Path(story).resolve().parent
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise LintNewsError(f"{story}: the source `{name}` is not in the folder of the story; put a copy there")
    if not path.is_file():
        raise LintNewsError(f"{story}: the source `{name}` is not there; `sources` names files beside the story or in folders below")
    return _read(str(path), name)


def given(path: str) -> Cited:
    """A text that was named on the command line, wherever it is; raises LintNewsError where it cannot be read."""
    try:
        return _read(path, path)
    except LintNewsError as error:
        raise LintNewsError(f"--source: {error}") from None


def _read(path: str, name: str) -> Cited:
    if name.lower().endswith(".pdf"):
        from lintnews.sources import pdf

        return Cited(name, pdf.text(path, name))
    document = readers.read(Source(name, files.read(path, name).text))
    return Cited(name, "\n".join(block.text for block in document.blocks))
