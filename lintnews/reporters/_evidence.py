"""Evidence in, one line of words out, for the forms that have no place of its own for it."""

from __future__ import annotations

from lintnews.model import Evidence


def told(evidence: Evidence) -> str:
    """The fact with its source and date, or the words and the link."""
    if fact := evidence.fact:
        words = f"{evidence.text} — " if evidence.text not in ("", fact.sentence()) else ""
        return f"{words}{fact.sentence()} — {fact.source} (as of {fact.as_of})"
    return f"{evidence.text} {evidence.link}".strip()
