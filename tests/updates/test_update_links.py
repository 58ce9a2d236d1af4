"""`lintnews update links`: what servers answer to the links of stories."""

from __future__ import annotations

from pathlib import Path

import pytest
from serving import Site

from lintnews.cli import main
from lintnews.updates import pack

STORY = (
    "# Pier sold\n\nSee [the plan]({0}/plan), [the deed]({0}/deed), [the map]({0}/old/map), [the fee]({0}/fee) and http://a.invalid/x.\n"
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINTNEWS_DATA", str(tmp_path / "data"))
    return pack(tmp_path / "data" / "rules", "links")


def test_every_link_of_the_stories_is_asked_for_and_the_dead_ones_are_told(
    site: Site, tmp_path: Path, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.gives("/plan", b"here", "text/html")
    site.gives("/old/map", b"", status=301, Location="/")
    site.gives("/", b"front", "text/html")
    site.gives("/fee", b"no", status=403)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "pier.md").write_text(STORY.format(site.address), encoding="utf-8")
    assert main(["update", "links", "stories"]) == 0
    assert "links: 5 facts (new)" in capsys.readouterr().out
    rows = kept.read_text(encoding="utf-8")
    for path, value in (("/plan", "alive"), ("/deed", "gone"), ("/old/map", "moved"), ("/fee", "unclear")):
        assert f"{{subject: {site.address}{path}, value: {value}," in rows.replace('"', "")
    main(["check", "--format", "concise", "--select", "sources.dead-link", "stories"])
    told = capsys.readouterr().out
    assert told.count("sources.dead-link") == 3
    assert "404 Not Found" in told
    assert "led to the front page" in told


def test_a_list_of_addresses_and_answers_is_read_without_the_network(tmp_path: Path, kept: Path) -> None:
    (tmp_path / "checked.csv").write_text("url,status\nhttps://a.example/x,404\nhttps://a.example/y,200\nnone,404\n", encoding="utf-8")
    assert main(["update", "links", "checked.csv"]) == 0
    rows = [line for line in kept.read_text(encoding="utf-8").splitlines() if "value: " in line]
    assert ["/x" in row for row in rows] == ["gone" in row for row in rows]
    assert len(rows) == 2


def test_without_stories_one_line_says_what_to_name(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update", "links"]) == 2
    assert "name the stories whose links are to be checked" in capsys.readouterr().err
    assert not kept.exists()
