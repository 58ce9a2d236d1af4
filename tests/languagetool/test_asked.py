"""What may stand under `languagetool`, and what it means."""

from __future__ import annotations

from typing import Any

import pytest

from lintnews.languagetool.asked import Asked, Mode, read
from lintnews.model import OptionError


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        (True, Asked(Mode.ON)),
        ("on", Asked(Mode.ON)),
        (False, Asked()),
        ("off", Asked()),
        ("auto", Asked(Mode.AUTO)),
        ("http://localhost:8081", Asked(Mode.REMOTE, "http://localhost:8081/")),
        ("http://localhost:8081/v2/check", Asked(Mode.REMOTE, "http://localhost:8081/")),
        ("https://lt.example.org/desk/v2", Asked(Mode.REMOTE, "https://lt.example.org/desk/")),
        ({}, Asked(Mode.ON)),
        ({"language": "en-GB", "picky": True, "timeout": 5, "memory": 512}, Asked(Mode.ON, "", "en-GB", True, 5, 512)),
        ("all", Asked(Mode.ON, all=True)),
        ({"server": "all"}, Asked(Mode.ON, all=True)),
        ({"server": "auto", "all": True}, Asked(Mode.AUTO, all=True)),
        ({"server": "auto", "language": "de"}, Asked(Mode.AUTO, language="de")),
    ],
)
def test_a_word_an_address_or_a_mapping_says_what_is_asked(value: Any, asked: Asked) -> None:
    assert read(value) == asked


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("maybe", "`on`, `off`, `auto`, `all` or a server"),
        ("ftp://localhost/", "`on`, `off`, `auto`, `all` or a server"),
        ("http://", "or a server"),
        ("http://a b/", "or a server"),
        ("http://localhost:99999/", "or a server"),
        (7, "or a server"),
        ({"sever": "on"}, "unknown key `sever`; did you mean `server`"),
        ({"language": 5}, "`language` must be the code of a language"),
        ({"language": "english please"}, "`language` must be the code of a language"),
        ({"picky": "very"}, "`picky` must be true or false"),
        ({"all": "some"}, "`all` must be true or false"),
        ({"timeout": 0}, "`timeout` must be a whole number"),
        ({"timeout": True}, "`timeout` must be a whole number"),
        ({"memory": 100}, "`memory` must be a number of megabytes"),
    ],
)
def test_anything_else_is_refused_with_a_remedy(value: Any, words: str) -> None:
    with pytest.raises(OptionError, match=words):
        read(value)


@pytest.mark.parametrize(
    ("server", "far"),
    [
        ("http://localhost:8081/", False),
        ("http://127.0.0.1/", False),
        ("http://127.9.9.9:1/", False),
        ("http://[::1]:8081/", False),
        ("http://127.0.0.1.example.org/", True),
        ("https://lt.example.org/", True),
        ("http://10.0.0.1/", True),
    ],
)
def test_only_another_machine_is_far(server: str, far: bool) -> None:
    assert read(server).is_far is far


def test_a_bare_word_keeps_what_was_said_before_of_the_rest() -> None:
    british = read({"server": "http://localhost:1/", "language": "en-GB"})
    assert Asked(Mode.ON, by_hand=True).over(british) == british
    assert Asked(Mode.REMOTE, "http://localhost:2/", by_hand=True).over(british) == Asked(
        Mode.REMOTE, "http://localhost:2/", "en-GB", by_hand=True
    )
    assert Asked(Mode.OFF).over(british).mode is Mode.OFF
    assert read({"language": "en-AU"}).over(british) == read({"language": "en-AU"})
