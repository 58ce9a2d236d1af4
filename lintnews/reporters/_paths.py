"""The name of a source in, the name by which a repository knows it out."""

from __future__ import annotations

import os


def from_here(name: str) -> str:
    """A path from the folder one is in, with forward slashes; as it is, when it is elsewhere."""
    near = os.path.relpath(name) if os.path.isabs(name) else os.path.normpath(name)
    return (name if near.startswith("..") else near).replace(os.sep, "/")
