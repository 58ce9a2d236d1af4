"""English text in, its sentences out."""

from __future__ import annotations

from lintnews.words import sentences

__all__ = ["sentences"]
