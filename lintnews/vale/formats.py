"""The name of a file in, the format that Vale reads it in out."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lintnews.vale.globs import Glob

#: Formats by the endings of files' names; any other ending is read as plain lines.
FORMATS = {
    "md": "md", "markdown": "md", "mdown": "md", "markdn": "md", "Rmd": "md", "rmd": "md", "mdx": "mdx", "html": "html", "htm": "html",
    "shtml": "html", "xhtml": "html", "txt": "txt", "rst": "rst", "rest": "rst", "adoc": "adoc", "asciidoc": "adoc", "asc": "adoc",
}  # fmt: skip
#: Endings of which Vale reads only the comments, or what another program makes of the file.
CODE = frozenset(
    "bsh c c++ cc cjs clj cljc cljd cljs cp cpp cs css csx cts cxx ex exs gemspec go h h++ hpp hs java jl js jsx kt kts less lua mjs mts"
    " php pl pm pod proto ps1 psd1 psm1 py py3 pyi pyw qml r R rake rb rpy rs sass sbt scala scss swift ts tsx".split()
)
_CONVERTED = {
    "dita": "DITA", "xml": "XML", "typ": "Typst", "xsd": "XML", "ipynb": "notebooks", "org": "Org",
    "qdoc": "QDoc", "qdocinc": "QDoc", "qmd": "Quarto", "myst": "MyST",
}  # fmt: skip


def format_of(name: str, formats: Mapping[str, str]) -> str:
    """The format of a file: as `[formats]` says of its name, of a glob or of its ending, else by its ending; `` is plain lines."""
    base = os.path.basename(name)
    ending = os.path.splitext(base)[1][1:]
    said = formats.get(base) or formats.get(ending) or _by_glob(name, formats) or ending
    return FORMATS.get(said, said if said in CODE or said in _CONVERTED else "")


def _by_glob(name: str, formats: Mapping[str, str]) -> str:
    path = name.replace(os.sep, "/")
    return next((said for glob, said in formats.items() if any(mark in glob for mark in "*?[{") and Glob(glob).fits(path)), "")


def unread(format_: str) -> str:
    """Why files of a format are not read, nothing when they are."""
    if format_ in CODE:
        return "source code, of which Vale reads the comments and LintNews nothing"
    if format_ in _CONVERTED:
        return f"{_CONVERTED[format_]}, which LintNews does not read"
    return ""
