"""Blocks of small files, for tests."""

from __future__ import annotations

from lintnews.model import Document, Source
from lintnews.vale.document import Reading, ScopedBlock
from lintnews.vale.documents import read


def document(text: str, ending: str = "md", **options: object) -> Document:
    known = ending if ending in ("md", "html", "txt", "rst", "adoc") else ""
    return read(Source(f"story.{ending}", text), Reading(known, ending, **options))  # type: ignore[arg-type]


def blocks(text: str, ending: str = "md", section: str = "", **options: object) -> list[tuple[str, str]]:
    """The scopes and texts of the blocks with a section in their scope; without one, of all but raw and summary."""
    found = [block for block in document(text, ending, **options).blocks if isinstance(block, ScopedBlock)]
    if section:
        return [(block.scope, block.text) for block in found if section in block.scope.split(".")]
    return [(block.scope, block.text) for block in found if block.scope.split(".")[0] not in ("raw", "summary")]


def texts(text: str, ending: str = "md", section: str = "text", **options: object) -> list[str]:
    return [words for _, words in blocks(text, ending, section, **options)]
