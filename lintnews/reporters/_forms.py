"""What pages and arrays have in common in, their text out: the head of a page that stands alone, an array written row by row."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps

from lintnews.reporters import Page

#: What a page that we write says of itself, so that nobody checks it as a story.
OURS = "<!-- lintnews ignore-file: written by LintNews -->\n"


def head(title: str, style: str) -> str:
    """The start of a page up to its `main`: no script, nothing fetched."""
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{OURS}<main>
"""


def array(rows: Iterable[object], page: Page) -> None:
    """Write one JSON array row by row; it is closed even when the run is cut short."""
    before = "[\n"
    try:
        for row in rows:
            page.put(before + dumps(row, ensure_ascii=False))
            before = ",\n"
    finally:
        page.put("[]\n" if before == "[\n" else "\n]\n")
