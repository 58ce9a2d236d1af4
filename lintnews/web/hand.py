"""The standard input in, a line for each request; its answer out, a line of counts and the JSON: one process of the crew."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from lintnews import lazily
from lintnews.config import Configs
from lintnews.languagetool import asked as languagetool
from lintnews.model import LintNewsError
from lintnews.web.desk import Desk
from lintnews.web.languagetool.refusal import Refusal
from lintnews.web.said import Said

Asked = Mapping[str, Any]
Door = Callable[[Desk, Asked], Said]

#: A story of some length, by which a process reads what the first one would have to wait for.
_EXAMPLE = Path(__file__).parent / "static" / "example.txt"
_WARM = {"name": "story.txt", "text": "Seven herons came back on Monday.", "settings": {}}


def main() -> None:
    """Serve until the input ends; what anything else writes to the standard output goes to the other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 50)  # what is made for a request is hardly ever in circles
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, out)


def serve(asked: BinaryIO, out: BinaryIO) -> None:
    """Answer every line; the first names the configuration, and is answered when the rules are warm. One process tells their faults."""
    head = json.loads(asked.readline())
    desk: Desk | None = None
    try:
        desk = Desk(Configs(_flags(head), head["config"]))
        if head["tell"]:
            for fault in (*desk.faults(), *_warmed(desk)):
                print(fault, file=sys.stderr, flush=True)
        _check(desk, {**_WARM, "text": _EXAMPLE.read_text(encoding="utf-8")})
        _put(out, "=", _check(desk, _WARM))
    except LintNewsError as error:
        _put(out, "2", Said(str(error)))
        return
    for line in asked:
        try:
            request = json.loads(line)
            _put(out, "=", _DOORS[request["door"]](desk, request))
        except Refusal as error:
            _put(out, "2", Said(str(error)), status=error.status)
        except LintNewsError as error:
            _put(out, "2", Said(str(error)))
        except Exception as error:
            _put(out, "3", Said(_fault(error)))
    lazily.save()


def _flags(head: Mapping[str, Any]) -> dict[str, Any]:
    """What was said on the command line, as a configuration has it."""
    flags: dict[str, Any] = {"cache": head["cache"]}
    if head["trust"]:
        flags["trust"] = True
    if head["languagetool"]:
        flags["languagetool"] = languagetool.by_hand(head["languagetool"])
    return flags


def _warmed(desk: Desk) -> tuple[str, ...]:
    """Have LanguageTool's own server read its rules, where it stands behind; why not, if it cannot be asked."""
    from lintnews.web.languagetool import beyond

    behind = desk.plain().settings.languagetool
    try:
        if beyond.speaks(behind):
            beyond.check(behind, {"language": "en-US", "text": str(_WARM["text"])})
    except (beyond.Silent, Refusal) as error:
        return (f"LanguageTool cannot be asked: {error}",)
    return ()


def _put(out: BinaryIO, sort: str, said: Said, **more: int) -> None:
    body = json.dumps(said.values, ensure_ascii=False).encode("utf-8", "backslashreplace")
    head = {"sort": sort, "size": len(body), "counts": dict(said.counts), "lasting": said.lasting, **more}
    out.write(json.dumps(head).encode() + b"\n" + body)
    out.flush()


def _fault(error: Exception) -> str:
    """What went wrong and where, without a word of the copy."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f" at {os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}" if at else ""
    return f"our fault, not yours: {type(error).__name__}{place}; please report it with `lintnews version`"


def _check(desk: Desk, asked: Asked) -> Said:
    from lintnews.web import answers

    return answers.check(desk, asked)


def _names(desk: Desk, asked: Asked) -> Said:
    from lintnews.web import answers

    return answers.names(desk, asked)


def _rules(desk: Desk, asked: Asked) -> Said:
    from lintnews.web import answers

    return Said(answers.rules(desk))


def _read(desk: Desk, asked: Asked) -> Said:
    from lintnews.web import papers

    return Said(papers.read(asked))


def _rewritten(desk: Desk, asked: Asked) -> Said:
    from lintnews.web import papers

    return Said(papers.rewritten(asked))


def _languagetool(desk: Desk, asked: Asked) -> Said:
    from lintnews.web.languagetool import together

    return together.check(desk, asked)


def _languagetool_languages(desk: Desk, asked: Asked) -> Said:
    from lintnews.web.languagetool import together

    return Said(together.listed(desk))


def _languagetool_rules(desk: Desk, asked: Asked) -> Said:
    from lintnews.web.languagetool import together

    return Said(together.rules(desk, asked["language"]))


_DOORS: Mapping[str, Door] = {
    "check": _check,
    "names": _names,
    "rules": _rules,
    "read": _read,
    "rewrite": _rewritten,
    "languagetool": _languagetool,
    "languagetool-languages": _languagetool_languages,
    "languagetool-rules": _languagetool_rules,
}
