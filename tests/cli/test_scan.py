from __future__ import annotations

import pytest

from lintnews.cli import options


def test_plain_arguments_are_read_without_typer():
    values = options.scan(["a.txt", "--select", "x,y", "-s", "z", "--format=json", "--no-cache", "-"])
    assert values is not None
    assert values["paths"] == ("a.txt", "-")
    assert options.names(values["select"]) == ("x", "y", "z")
    assert (values["format"], values["no_cache"], values["profile"]) == ("json", True, None)


def test_what_follows_two_dashes_is_a_path():
    values = options.scan(["--", "--help"])
    assert values is not None
    assert values["paths"] == ("--help",)


@pytest.mark.parametrize("args", [["--help"], ["--sele", "x"], ["--select"], ["--select", "--no-cache"], ["--no-cache=1"], ["-x"], ["-sx"]])
def test_whatever_is_not_plain_is_left_to_typer(args):
    assert options.scan(args) is None


def test_typer_and_the_scan_read_the_same(monkeypatch):
    from typer.testing import CliRunner

    from lintnews.cli import app, check

    seen = []
    monkeypatch.setattr(check, "run", lambda values: seen.append(dict(values)) or 0)
    args = ["a.txt", "--select", "x", "-s", "y", "--date", "2020-01-06", "--profile", "ap", "--no-cache"]
    assert CliRunner().invoke(app.build(), ["check", *args]).exit_code == 0
    scanned = options.scan(args)
    assert scanned is not None
    assert {key: value or None for key, value in seen[0].items()} == {key: value or None for key, value in scanned.items()}


def test_every_option_is_in_the_help():
    from typer.testing import CliRunner

    from lintnews.cli import app

    told = CliRunner().invoke(app.build(), ["check", "--help"]).output
    for option in options.CHECK:
        assert option.flags[0] in told
