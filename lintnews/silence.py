"""Notes in the copy in, findings minus the quieted ones out, and a word about the notes that quieted nothing."""

from __future__ import annotations

from lintnews.model import Document, Finding


def apply(document: Document, findings: list[Finding]) -> list[Finding]:
    return findings
