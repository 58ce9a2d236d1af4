"""The service with LanguageTool behind it: clients are told what its own server says, in its words, and what we say besides."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import language_tool_python
import pytest

from lintnews.languagetool import state
from lintnews.languagetool.service import VARIABLE
from lintnews.web.languagetool import together

TEXT = "A line with a error, and 😀 a freind. It rained on on Monday."


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [match["rule"]["id"] for match in found]


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory, begun: Any, _languagetool_server: Path) -> Iterator[httpx.Client]:
    """A client of a service that was started with `--languagetool`."""
    folder, server = tmp_path_factory.mktemp("behind"), {VARIABLE: str(_languagetool_server)}
    with begun(folder, ["--languagetool"], **server) as service, httpx.Client(base_url=service.address, timeout=60) as made:
        yield made


@pytest.fixture(scope="module")
def itself(behind: httpx.Client, _languagetool_server: Path) -> Iterator[httpx.Client]:
    """A client of that LanguageTool server."""
    now = state.read(_languagetool_server)
    assert now
    with httpx.Client(base_url=now.url, timeout=60) as made:
        yield made


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"level": "picky"},
        {"language": "auto", "preferredVariants": "en-GB"},
        {"disabledRules": "EN_A_VS_AN"},
        {"disabledCategories": "TYPOS"},
        {"enabledRules": "EN_A_VS_AN", "enabledOnly": "true"},
        {"enabledCategories": "TYPOS", "enabledOnly": "yes"},
        {"mode": "textLevelOnly"},
        {"c": "1"},
        {"language": "es"},
        {"data": json.dumps({"annotation": [{"text": "A "}, {"markup": "<b>"}, {"text": "error"}, {"markup": "</b>"}]})},
    ],
)
def test_what_its_server_says_is_told_word_for_word(behind: httpx.Client, itself: httpx.Client, parameters: dict[str, str]) -> None:
    asked = {"language": "en-US", **({} if "data" in parameters else {"text": TEXT}), **parameters}
    theirs, told = (client.post("/v2/check", data=asked).json() for client in (itself, behind))
    assert [match for match in told["matches"] if "subId" not in match["rule"] or "." not in match["rule"]["subId"]] == theirs["matches"]
    assert {**told, "matches": 0, "software": 0} == {**theirs, "matches": 0, "software": 0} | ({"software": 0} if "c" in parameters else {})


@pytest.mark.parametrize(
    "parameters",
    [
        {"language": "xx"},
        {"language": "en_US"},
        {"level": "high"},
        {"mode": "some"},
        {"motherTongue": "qq"},
        {"preferredVariants": "en-GB"},
        {"language": "auto", "preferredVariants": "en"},
        {"altLanguages": "xx"},
        {"enabledOnly": "true"},
        {"autodetect": "1"},
        {"preferredvariants": "en-GB"},
        {"username": "ada"},
        {"text": None, "data": "{}"},
        {"text": None, "data": '{"annotation": [{"text": "a", "markup": "b"}]}'},
    ],
)
def test_a_request_is_refused_as_its_server_refuses_it(behind: httpx.Client, itself: httpx.Client, parameters: dict[str, Any]) -> None:
    asked = {name: value for name, value in {"language": "en-US", "text": "a", **parameters}.items() if value is not None}
    theirs, told = (client.post("/v2/check", data=asked) for client in (itself, behind))
    assert (told.status_code, told.text) == (theirs.status_code, theirs.text)
    assert told.status_code == 400


def test_all_its_languages_and_rules_are_there(behind: httpx.Client, itself: httpx.Client) -> None:
    assert behind.get("/v2/languages").json() == itself.get("/v2/languages").json()
    listed = {rule["ruleId"] for rule in behind.get("/v2/configinfo?language=en-US").json()["rules"]}
    assert {"names.near-miss", "YOUR_YOU_RE"} <= listed
    assert "names.near-miss" not in {rule["ruleId"] for rule in behind.get("/v2/configinfo?language=es").json()["rules"]}


def test_language_tool_python_corrects_as_with_languagetool_itself(behind: httpx.Client, itself: httpx.Client) -> None:
    text = "Wat is wrong with teh spll chker?"
    texts = []
    for client in (behind, itself):
        with language_tool_python.LanguageTool("en-GB", remote_server=str(client.base_url)) as tool:
            texts.append(tool.correct(text))
            tool.disable_spellchecking()
            assert tool.correct(text) == text
    assert texts[0] == texts[1] != text


def test_our_own_findings_stand_among_its_matches(behind: httpx.Client) -> None:
    text = "He said your wrong. The show runs for three days, from Monday, Jan. 6, 2020, to Thursday, Jan. 8, 2020."
    rules = [match["rule"] for match in behind.post("/v2/check", data={"language": "en-US", "text": text}).json()["matches"]]
    assert "YOUR_YOU_2" in [rule["id"] for rule in rules]
    assert "dates.weekday" in [rule.get("subId") for rule in rules]


def test_an_accepted_word_is_not_told_of(behind: httpx.Client) -> None:
    asked = {"language": "en-US", "text": "They praised the 😀 florbing."}
    assert ids(behind.post("/v2/check", data=asked).json()["matches"]) == ["MORFOLOGIK_RULE_EN_US"]
    behind.post("/v2/words/add", data={"word": "florbing"})
    assert ids(behind.post("/v2/check", data=asked).json()["matches"]) == []
    behind.post("/v2/words/delete", data={"word": "florbing"})


def test_the_page_is_told_what_is_of_use_for_news(behind: httpx.Client) -> None:
    text = "Now I has a problem, said Margarethe Quillonsen of Ostermoor."
    found = behind.post("/v1/check", json={"text": text, "ignore": ["grammar", "spelling"]}).json()
    assert [finding["rule"] for finding in found if finding["rule"].startswith("languagetool.")] == ["languagetool.NON3PRS_VERB"]


def test_a_server_that_cannot_be_asked_makes_the_answer_incomplete(tmp_path: Path, begun: Any) -> None:
    with begun(tmp_path, ["--languagetool-server", "http://127.0.0.1:9/"]) as service, httpx.Client(base_url=service.address) as client:
        answer = client.post("/v2/check", data={"language": "en-US", "text": "He ate a apple."}).json()
        assert ids(answer["matches"]) == ["EN_A_VS_AN"]
        assert answer["warnings"]["incompleteResults"]
        assert "http://127.0.0.1:9/ does not answer" in answer["warnings"]["incompleteResultsReason"]
        assert client.get("/v2/languages").json()[0]["code"] == "en"
        assert "LanguageTool cannot be asked" in service.log.read_text()


def match(start: int, end: int, category: str, *fixes: str) -> dict[str, Any]:
    return {"offset": start, "length": end - start, "rule": {"category": {"id": category}}, "replacements": list(fixes)}


def test_no_two_matches_change_the_same_words() -> None:
    spelling, name, typo, long = match(0, 4, "TYPOS", "a"), match(2, 9, "NAMES", "b"), match(12, 15, "TYPOS", "c"), match(0, 60, "STYLE")
    ours = match(13, 15, "GRAMMAR", "d")
    assert together.merged([spelling, long], [name]) == [long, name], "ours stands on a name"
    assert together.merged([typo], [ours]) == [typo], "its word stands on all else"
    assert together.merged([long], [ours]) == [long, ours], "a remark on a whole sentence is in nobody's way"
    unknown = match(13, 15, "TYPOS")
    assert together.merged([unknown], [ours]) == [unknown], "a word is told of once"
