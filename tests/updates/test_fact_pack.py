from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import DATA, Desk, Site, sample

from lintnews import packs
from lintnews.linter import Linter
from lintnews.model import Fact
from lintnews.updates import fact_pack
from lintnews.updates.loader import Fetched
from lintnews.updates.tidy import tidy

WORDS = st.text(max_size=30)
DAYS = st.sampled_from(["", "2019", "2019-03", "2019-03-01", "2020-11-30", "1987-01-01", "no day", "2019-13-01", "-5"])
FACTS = st.builds(
    Fact,
    subject=WORDS,
    relation=st.sampled_from(packs.RELATIONS),
    value=WORDS,
    source=WORDS,
    as_of=st.just("2024-01-01"),
    since=DAYS,
    until=DAYS,
    aliases=st.lists(WORDS, max_size=3).map(tuple),
    note=WORDS,
)


@given(st.lists(FACTS, max_size=8))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_what_packs_reads(found: list[Fact]):
    facts = tidy(found).facts
    if facts:
        header = fact_pack.header_of(facts, [Fetched("https://example.org/a", Path("a"), "0" * 64, 1)], "CC0-1.0", "2024-01-01")
        assert tuple(packs.facts(fact_pack.text("Facts", header, facts), "a.yml")) == facts


@given(st.lists(FACTS, max_size=8), st.randoms())
@settings(max_examples=50, deadline=None)
def test_the_order_in_which_a_source_gives_its_rows_does_not_matter(found: list[Fact], random):
    other = list(found)
    random.shuffle(other)
    assert tidy(found) == tidy(other)


@given(st.lists(FACTS, max_size=8))
@settings(max_examples=50, deadline=None)
def test_what_is_tidy_stays_as_it_is(found: list[Fact]):
    once = tidy(found)
    assert tidy(once.facts).facts == once.facts


@pytest.mark.parametrize(
    "words", ["null", "True", "~", "12", "2019-03", "a: b", "# a", "- a", "[a]", "“a”", 'a"b', "a\\b", "É", "a\x85b", "😀", "a,b"]
)
def test_every_text_comes_back_as_it_was(words: str):
    facts = tidy([Fact(words, "named", words, words, "2024-01-01", aliases=(words + " x",))]).facts
    header = fact_pack.header_of(facts, [], "CC0-1.0", "2024-01-01")
    assert tuple(packs.facts(fact_pack.text("Facts", header, facts), "a.yml")) == facts


def test_an_update_made_twice_gives_the_same_bytes(desk: Desk, site: Site):
    url = site.gives("/executive.json", sample("executive.json"), "application/json")
    desk.update("congress-legislators", url, DATA / "legislators-current.yaml")
    first = desk.path("congress-legislators").read_bytes()
    done = desk.update("congress-legislators", url, DATA / "legislators-current.yaml")
    assert desk.path("congress-legislators").read_bytes() == first
    assert done.before == done.header.rows


def test_an_update_made_on_another_day_differs_by_the_day_alone(desk: Desk):
    texts = []
    for day in ("2026-06-15", "2026-06-16"):
        desk.update("congress-legislators", DATA / "legislators-current.yaml", day=day)
        texts.append(desk.path("congress-legislators").read_text(encoding="utf-8").replace(day, "DAY"))
    assert texts[0] == texts[1]


def test_the_header_keeps_where_the_facts_come_from(desk: Desk, site: Site):
    body = sample("executive.json")
    url = site.gives("/executive.json", body, "application/json")
    done = desk.update("congress-legislators", url)
    kept = fact_pack.header(done.path)
    assert kept == done.header
    assert kept.addresses == (url,)
    assert kept.sums == (hashlib.sha256(body).hexdigest(),)
    assert (kept.day, kept.rows) == ("2026-06-15", 2)
    assert kept.licence.startswith("CC0-1.0")


def test_a_checksum_that_is_right_is_accepted(desk: Desk):
    done = desk.update(
        "congress-legislators", DATA / "executive.json", sums=(hashlib.sha256(sample("executive.json")).hexdigest().upper(),)
    )
    assert done.header.rows == 2


def test_a_fact_is_cited_with_the_address_that_it_was_read_from(desk: Desk, site: Site):
    desk.update("congress-legislators", site.gives("/mirror/executive.json", sample("executive.json")))
    assert {fact.source for fact in desk.facts("congress-legislators")} == {f"{site.address}/mirror/executive.json"}
    desk.update("congress-legislators", DATA / "executive.json")
    assert {fact.source for fact in desk.facts("congress-legislators")} == {
        "https://github.com/unitedstates/congress-legislators (executive.json)"
    }


def test_a_file_that_is_no_pack_has_no_header(tmp_path: Path):
    assert fact_pack.header(tmp_path / "none.yml") is None
    (tmp_path / "own.yml").write_text("# my own\nfacts: []\n", encoding="utf-8")
    assert fact_pack.header(tmp_path / "own.yml") is None


def test_the_linter_knows_updated_facts_without_being_told(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    assert not [fact for fact in Linter().packs.facts.about("Nancy Dahlstrom", "holds") if "Alaska" in fact.value]
    monkeypatch.setenv("LINTNEWS_DATA", str(desk.root.parent))
    desk.update("openstates", DATA / "openstates")
    linter = Linter()
    assert linter.folders[1] == desk.root
    assert linter.packs.faults == ()
    assert [fact.value for fact in linter.packs.facts.about("Nancy Dahlstrom", "holds")] == ["Lieutenant Governor of Alaska"]


def test_the_http_library_is_imported_by_an_update_alone():
    code = "import sys, lintnews.linter, lintnews.cli.update; print('urllib3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
