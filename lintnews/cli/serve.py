"""`lintnews serve`: options in; the page and the service, until they are told to end."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cli.crew import cores
from lintnews.cli.options import Values, names
from lintnews.model import LintNewsError

if TYPE_CHECKING:
    from lintnews.languagetool.asked import Asked

_PORT = 8081
#: Requests a minute of one client, where other machines can reach the service.
_RATE = 600


def run(values: Values) -> int:
    """Serve; 0 when told to end, 130 when interrupted, 2 when the address or the configuration will not do."""
    from lintnews.languagetool import service
    from lintnews.web import app, server
    from lintnews.web.crew import Crew
    from lintnews.web.languagetool import beyond
    from lintnews.web.terms import Terms
    from lintnews.web.words import Words, usual

    asked = (values["languagetool_server"] or "on") if values["languagetool"] or values["languagetool_server"] else ""
    trust = bool(values["trust"] or os.environ.get("LINTNEWS_TRUST"))
    behind = _behind(values["config"] or "", asked)
    host = values["host"] or "127.0.0.1"
    token = _token(values["token_file"])
    rate = _number("rate", values["rate"], 0, 1_000_000) if values["rate"] else None
    terms = Terms(
        host,
        token,
        body=_number("max_size", values["max_size"] or "1024", 1, 1 << 16) << 10,
        seconds=_number("timeout", values["timeout"] or "20", 1, 600),
        waiting=_number("queue", values["queue"] or "256", 1, 100_000),
        hosts=names(values["allow_host"] or ()),
        origins=names(values["allow_origin"] or ()),
        beyond=beyond.speaks(behind),
    )
    terms = terms.rated(rate if rate is not None else 0 if terms.loopback else _RATE)
    words = Words(Path(values["words"]) if values["words"] else usual())
    size = _number("jobs", values["jobs"], 1, 256) if values["jobs"] else cores()
    port = _number("port", values["port"] or str(_PORT), 0, 65_535)
    head = {"config": values["config"] or "", "cache": not values["no_cache"], "trust": trust, "languagetool": asked}
    crew = Crew(head, size, terms.seconds, terms.waiting)
    log = (lambda line: None) if values["quiet"] else app.to_stderr
    service.of(behind).begin()
    try:
        return server.serve(app.build(terms, crew, words, log), terms, port)
    finally:
        service.close()


def _behind(config: str, asked: str) -> Asked:
    """What is asked of LanguageTool, whose server all processes share; raises LintNewsError for a faulty configuration."""
    from lintnews.config import Configs, Settings
    from lintnews.languagetool.asked import by_hand

    flags = {"languagetool": by_hand(asked)} if asked else {}
    return (Configs(flags, config).settings("story.txt") or Settings()).languagetool


def _token(path: str | None) -> str:
    """The token that whoever asks must give: the first line of a file, or `LINTNEWS_TOKEN`; empty when there is none."""
    if not path:
        return os.environ.get("LINTNEWS_TOKEN", "").strip()
    try:
        token = Path(path).read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError) as error:
        raise LintNewsError(f"--token-file: {path} cannot be read: {error}") from None
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise LintNewsError(f"--token-file: {path} must hold one line, the token: letters, digits and signs without a blank")
    return token


def _number(name: str, value: str, least: int, most: int) -> int:
    if value.isascii() and value.isdecimal() and least <= int(value[:12]) <= most:
        return int(value)
    raise LintNewsError(f"--{name.replace('_', '-')}: `{value}` will not do; write a whole number from {least} to {most}")
