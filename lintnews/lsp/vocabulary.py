"""The text of a lintnews.yaml and a term in, the text with the term in its vocabulary out."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from lintnews import yaml_file
from lintnews.model import LintNewsError


def added(text: str, term: str, name: str = "lintnews.yaml") -> str | None:
    """The file with one more term; None where its vocabulary is written in a way that is better left to its author."""
    try:
        loaded = yaml_file.load(text, name)
        before = (loaded.value or {}).get("vocabulary")
        lines = text.splitlines(keepends=True)
        if before is None and "vocabulary" not in (loaded.value or {}):
            made = text + ("" if not text or text.endswith("\n") else "\n") + f"vocabulary:\n  - {_quoted(term)}\n"
        elif isinstance(before, list) and before:
            made = _in_list(lines, loaded.line("vocabulary"), [loaded.line("vocabulary", i) for i in range(len(before))], term)
        else:
            return None
        after = (yaml_file.load(made, name).value or {}).get("vocabulary")
    except (LintNewsError, AttributeError):
        return None
    return made if after == [*(before or []), term] else None


def _in_list(lines: Sequence[str], key: int, items: Sequence[int], term: str) -> str:
    """The lines with one more item: after the last one of a list in lines, or before the bracket of a list in one line."""
    out = list(lines)
    if items[0] == key:
        at = key - 1
        out[at] = re.sub(r"\](?=[^\]]*$)", lambda _: f", {_quoted(term)}]", out[at], count=1)
        return "".join(out)
    at = items[-1] - 1
    indent = out[items[0] - 1][: len(out[items[0] - 1]) - len(out[items[0] - 1].lstrip())]
    if not out[at].endswith("\n"):
        out[at] += "\n"
    out.insert(at + 1, f"{indent}- {_quoted(term)}\n")
    return "".join(out)


def _quoted(term: str) -> str:
    """A term as YAML: as it is when it is plainly a word, else between quotation marks."""
    plain = re.fullmatch(r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+)*", term)
    return term if plain and yaml_file.load(term, "").value == term else json.dumps(term, ensure_ascii=False)
