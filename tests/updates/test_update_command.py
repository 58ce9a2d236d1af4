from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from serving import DATA, Site, archive, sample

from lintnews import updates
from lintnews.cli import main
from lintnews.updates import fact_pack, pack


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """A function: arguments in; exit code, output and errors out. The data of the user is a folder of this test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINTNEWS_DATA", str(tmp_path / "data"))

    def call(*args: object):
        code = main(["update", *map(str, args)])
        return code, *capsys.readouterr()

    return call


def test_an_update_tells_what_was_read_and_under_what_licence(run, site: Site, tmp_path: Path):
    url = site.gives("/people.tar.gz", archive(DATA / "openstates"), "application/x-gzip")
    code, out, err = run("openstates", "--from", url)
    kept = fact_pack.header(pack(tmp_path / "data" / "rules", "openstates"))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"openstates: 6 facts (new) in {Path('data/rules/updates/facts/openstates.yml')}",
        f"  address   {url}",
        f"  sha256    {kept.sums[0]}",
        "  licence   CC0-1.0 (dedicated to the public domain by Open States)",
        f"  read      {date.today().isoformat()}",
        "  rows      6",
    ]


def test_a_second_update_tells_the_rows_before_and_those_left_out(run):
    given = ("congress-legislators", "--from", DATA / "executive.json", "--from", DATA / "legislators-current.yaml")
    assert run(*given)[0] == 0
    _, out, _ = run(*given, "--since", "2010-01-01")
    assert "facts (9 before) in" in out
    assert "  left out  2 ended long ago" in out


def test_what_fails_is_one_line_and_two(run, site: Site):
    assert run("openstates", "--from", site.address + "/none.tar.gz") == (
        2, "", f"{site.address}/none.tar.gz: the server answers 404 Not Found; the facts in place stay as they are\n",
    )  # fmt: skip


def test_the_pack_may_go_to_another_folder(run, tmp_path: Path):
    assert run("congress-legislators", "--from", DATA / "executive.json", "--into", tmp_path / "house")[0] == 0
    assert pack(tmp_path / "house", "congress-legislators").is_file()
    assert not (tmp_path / "data").exists()


def test_the_sources_are_listed_with_what_was_read(run):
    run("congress-legislators", "--from", DATA / "executive.json")
    code, out, _ = run("--list")
    assert code == 0
    assert "wikidata: Holders of posts" in out
    assert out.count("  read      never") == len(updates.names()) - 1
    assert f"  address   {DATA / 'executive.json'}" in out


def test_a_file_is_as_old_as_it_was_written_unless_its_day_is_told(run, tmp_path: Path):
    file = tmp_path / "executive.json"
    file.write_bytes(sample("executive.json"))
    os.utime(file, (1_500_000_000, 1_500_000_000))
    assert f"  read      {date.fromtimestamp(1_500_000_000)}" in run("congress-legislators", "--from", file)[1]
    assert "  read      2020-02-03" in run("congress-legislators", "--from", file, "--as-of", "2020-02-03")[1]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((), "update: name one source; known: claims, congress-legislators"),
        (("openstates", "factbook"), "factbook: there is no such file or folder"),
        (("openstate",), "there is no source `openstate`; did you mean `openstates`?"),
        (("openstates", "--since", "June"), "--since: `June` is no day"),
        (("openstates", "--as-of", (date.today() + timedelta(days=2)).isoformat()), "is no day up to today"),
        (("openstates", "--timeout", "0"), "--timeout: `0` is no number above 0"),
        (("openstates", "--max-size", "nan"), "--max-size: `nan` is no number above 0"),
        (("wikidata", "--post", "president"), "--post: `president` is no item of Wikidata"),
    ],
)
def test_a_wrong_argument_ends_with_two(run, args, words):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1


def test_facts_check_passes_over_what_an_update_wrote_unless_it_is_named(run, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    run("congress-legislators", "--from", DATA / "executive.json")
    main(["facts", "check"])
    assert str(Path("data/rules/updates")) not in capsys.readouterr().out
    main(["facts", "check", str(tmp_path / "data" / "rules")])
    assert "2 facts in 1 file" in capsys.readouterr().out
