"""A PDF in, its text out, by pypdf, which is imported only where a source is a PDF. Words that a line's end divides are joined."""

from __future__ import annotations

import logging
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lintnews import files, lazily
from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from pypdf import PdfReader

#: The largest file in bytes, the most pages, the most seconds of work.
LARGEST, PAGES, SECONDS = 100_000_000, 3_000, 60.0
_DIVIDED = lazily.pattern(r"(?<=\p{Ll})[-\u00ad]\n(?=\p{Ll})")


def text(path: str, name: str) -> str:
    """The text of a PDF, page by page; raises LintNewsError where there is none to be had."""
    if not find_spec("pypdf"):
        raise LintNewsError(f"{name}: a PDF is read by pypdf; install it with: pip install 'lintnews[pdf]'")
    data = files.content(path, name, LARGEST, "give the pages that are quoted")
    found = _DIVIDED.sub("", "\n".join(_pages(data, name)))
    if not found.strip():
        raise LintNewsError(f"{name}: there is no text in this PDF, as in a scan; run text recognition over it first")
    return found


def _pages(data: bytes, name: str) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _texts(_reader(data), name)
    except LintNewsError:
        raise
    except Exception as error:  # pypdf has errors of a dozen kinds for what is no sound PDF
        raise LintNewsError(f"{name}: cannot be read as PDF: {' '.join(str(error).split()) or type(error).__name__}") from None


def _reader(data: bytes) -> PdfReader:
    from io import BytesIO

    from pypdf import PdfReader

    return PdfReader(BytesIO(data))


def _texts(reader: PdfReader, name: str) -> list[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise LintNewsError(f"{name}: this PDF is locked with a password; save a copy without")
    if len(reader.pages) > PAGES:
        raise LintNewsError(f"{name}: has {len(reader.pages):,} pages, more than {PAGES:,}; give those that are quoted")
    out, begun = [], time.process_time()
    for page in reader.pages:
        out.append(page.extract_text())
        if time.process_time() - begun > SECONDS:
            raise LintNewsError(f"{name}: page {len(out)} was reached after {SECONDS:.0f} seconds; give the pages that are quoted")
    return out
