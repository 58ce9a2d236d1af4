from __future__ import annotations

import io

import pytest

from lintnews.cli import screen


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_there_is_colour_where_somebody_looks():
    assert screen.coloured(_Terminal())
    assert not screen.coloured(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_there_is_none_where_it_is_not_wanted(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert not screen.coloured(_Terminal())


def test_colour_can_be_forced_but_not_against_no_color(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert screen.coloured(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not screen.coloured(io.StringIO())


def test_the_width_is_told_or_a_hundred(monkeypatch, capsys):
    assert screen.width() == 100
    monkeypatch.setenv("COLUMNS", "72")
    assert screen.width() == 72
