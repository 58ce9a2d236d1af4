"""Shared fixtures: a small fact base of invented people and bodies, stories read against it, checks run over them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from records import StoryOf, fact

from lintnews import cache, checks, options, readers
from lintnews.facts import FactBase
from lintnews.folders import built_in
from lintnews.languagetool import home, service
from lintnews.ledger import Story
from lintnews.linter import Linter
from lintnews.model import Match, Source

# A test tries the same examples each time; HYPOTHESIS_PROFILE=default looks for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

FACTS = (
    fact("Minister of Rivers", "post", "Department of Rivers", "", "", "Rivers Minister", "Vellish Minister of Rivers"),
    fact("Minister of Rivers", "holders", "one"),
    fact("Harbour Warden", "post", "Harbour Board", "", "", "Warden of the Harbour"),
    fact("Harbour Warden", "holders", "one"),
    fact("Director of the Tide Survey", "post", "Tide Survey", "", "", "Tide Survey Director", "Director of the TSV"),
    fact("Director of the Tide Survey", "holders", "one"),
    fact("Deputy Director of the Tide Survey", "post", "Tide Survey", "", "", "Tide Survey Deputy Director"),
    fact("Deputy Director of the Tide Survey", "holders", "one"),
    fact("Council Majority Leader", "post", "Council"),
    fact("Council Majority Whip", "post", "Council"),
    fact("Tide Survey", "head", "Director", "", "", "TSV"),
    fact("Harbour Board", "head", "Chairman"),
    fact("Guild of Master Bakers", "head", "Chairman"),
    fact("Tide Survey", "named", "agency", "", "", "TSV"),
    fact("Guild of Master Bakers", "named", "body"),
    fact("Heron Force", "named", "force"),
    fact("Coastal Watch Command", "named", "military command", "", "", "COASTCOM"),
    fact("Vellish Broadcasting", "named", "outlet", "", "", "VBC"),
    fact("Ludgrave", "named", "city"),
    fact("Marta Quillon", "holds", "Minister of Rivers", "2019-03-01", "2021-06-30"),
    fact("Oskar Brandt", "holds", "Minister of Rivers", "2021-07-01", "2023-12-31", "Oskar J. Brandt"),
    fact("Oskar Brandt", "holds", "Harbour Warden", "2015", "2018"),
    fact("Ines Carroway", "holds", "Harbour Warden", "2019-01-01", "2023-12-31"),
    fact("Hugh Penrose", "holds", "Director of the Tide Survey", "2018-01-01", "2022-12-31", "Hugh T. Penrose", "Hugh Penrose Jr."),
    fact("Nils Aubrey", "holds", "Deputy Director of the Tide Survey", "2018-01-01", "2022-12-31"),
    fact("Ada Lindqvist", "holds", "Acting Director of the Tide Survey", "2023-01-01", "2023-12-31"),
    fact("Ruth Ollery", "rank", "brigadier general, Vellish Army", "2018-01-01", "2020-12-31", "Ruth M. Ollery"),
    fact("Ruth Ollery", "rank", "major general, Vellish Army", "2021-01-01"),
    fact("Piet Saunders", "rank", "captain, Royal Navy", "2016", "2022"),
    fact("José Ángel Íñiguez", "holds", "Harbour Warden", "2010", "2014"),
)  # fmt: skip
LISTS = {
    "english": (
        "force forces the a of and in on at said council heron watch prime vice deputy harbour river bridge update not never bread baker "
        "herring executive chief"
    ).split(),
    "first-names-sex": ["Hugh m", "Ada f", "Marta f", "Oskar m"],
    "given-names": "Marta Marla Oskar Ines Hugh Ada Ruth Piet José Anna Karl Mary Jean".split(),
    "surnames": "Quillon Brandt Carroway Penrose Lindqvist Ollery Saunders Baker Novak Petrov Smith Herring".split(),
    "proper": "Vellish Italian Ludgrave".split(),
}


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled packs go to a folder of this run, and never to the user's; nor are the user's updated facts read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LINTNEWS_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("LINTNEWS_DATA", str(tmp_path_factory.mktemp("data")))
        if "LINTNEWS_LANGUAGETOOL" not in os.environ:
            patch.setenv("LINTNEWS_LANGUAGETOOL", str(Path(__file__).parent.parent / ".cache" / "languagetool"))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def shipped(_own_cache: None) -> tuple[Path, ...]:
    """The compiled form of the shipped packs, which takes seconds to make."""
    key = cache.compiled([built_in()]).key
    return tuple(path for path in cache.folder().iterdir() if path.stem == key)


@pytest.fixture
def new_cache(shipped: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, which knows the shipped packs and nothing else."""
    folder = tmp_path_factory.mktemp("own") / "cache"
    folder.mkdir()
    for path in shipped:
        shutil.copy(path, folder)
    monkeypatch.setenv("LINTNEWS_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def facts() -> FactBase:
    """The small fact base."""
    return FactBase.of(FACTS, LISTS)


@pytest.fixture(scope="session")
def _languagetool_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The state of a LanguageTool server for the whole run, started when the first test asks for it."""
    path = tmp_path_factory.mktemp("languagetool") / "state.json"
    keeper = service.launched(path, home.found(), 512, stay=False)
    yield path
    assert keeper.stdin
    keeper.stdin.close()
    keeper.wait()


@pytest.fixture
def languagetool(_languagetool_server: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A LanguageTool server, which every run in the test takes for its own; its state."""
    monkeypatch.setenv(service.VARIABLE, str(_languagetool_server))
    yield _languagetool_server
    service.close()


@pytest.fixture(scope="session")
def story(facts: FactBase) -> StoryOf:
    """A function: text in, story out. With `day`, the text gets front matter that dates it."""

    def read(text: str, day: str = "", name: str = "story.txt", base: FactBase = facts) -> Story:
        dated = f"---\ndate: {day}\n---\n{text}" if day else text
        return Story(readers.read(Source(name, dated)), base)

    return read


@pytest.fixture(scope="session")
def matches(story: StoryOf) -> Callable[..., list[Match]]:
    """A function: kind and text in, the matches of that kind in reading order out; further keywords are the kind's options."""

    def find(kind: str, text: str, day: str = "", **values: Any) -> list[Match]:
        made = checks.kind(kind)
        assert made is not None
        found = options.build(made, values).find(story(text, day))
        return sorted(found, key=lambda match: match.block.in_source(match.span))

    return find


@pytest.fixture(scope="session")
def spotted(matches: Callable[..., list[Match]]) -> Callable[..., list[str]]:
    """A function: kind and text in, the texts of the matched spans out."""

    def find(kind: str, text: str, day: str = "", **values: Any) -> list[str]:
        return [shown(match) for match in matches(kind, text, day, **values)]

    return find


def shown(match: Match) -> str:
    return match.block.text[match.span.start : match.span.end]


@pytest.fixture(scope="session")
def linter() -> Linter:
    """A linter with the built-in rules, warm for the whole run."""
    return Linter()


@pytest.fixture
def rules_folder(tmp_path: Path) -> Path:
    """A folder with one pack, for a test that changes it: one rule, one file of facts, one word list."""
    return _write_pack(tmp_path / "rules")


@pytest.fixture(scope="session")
def desk_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder for tests that leave it as it is, so that it is compiled once."""
    return _write_pack(tmp_path_factory.mktemp("desk") / "rules")


def _write_pack(folder: Path) -> Path:
    pack = folder / "desk"
    (pack / "facts").mkdir(parents=True)
    (pack / "lists").mkdir()
    (pack / "utilise.yml").write_text(
        "extends: existence\nmessage: \"say ‘use’, not ‘{match}’\"\nlevel: error\ntokens: ['utili[sz]e']\n"
        "examples:\n  bad:\n    - |\n      We utilise it.\n         ^^^^^^^\n  good:\n    - We use it.\n",
        encoding="utf-8",
    )
    (pack / "facts" / "bodies.yml").write_text(
        "relation: named\nvalue: body\nsource: https://example.org\nas_of: 2024-01-01\nfacts:\n  - {subject: Guild of Master Bakers}\n",
        encoding="utf-8",
    )
    (pack / "lists" / "towns.txt").write_text("Ludgrave\nOstermoor\n", encoding="utf-8")
    return folder
