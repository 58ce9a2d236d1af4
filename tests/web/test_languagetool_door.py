"""LanguageTool's addresses, asked as its clients ask them."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import httpx
import language_tool_python
import pytest

from lintnews.languagetool.service import VARIABLE
from lintnews.model import Finding, Report, Severity, Source, Span
from lintnews.rule import FAULT
from lintnews.web.languagetool import answer

STORY = "The mayor of of 😀 Ludgrave ate a apple  on Monday. She left."
Matches = Callable[..., list[dict[str, Any]]]


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [match["rule"]["id"] for match in found]


@pytest.fixture(scope="module")
def tool(service: Any) -> Iterator[language_tool_python.LanguageTool]:
    with language_tool_python.LanguageTool("en-US", remote_server=service.address) as made:
        yield made


def test_language_tool_python_finds_and_corrects(tool: language_tool_python.LanguageTool) -> None:
    found = tool.check(STORY)
    assert [match.rule_id for match in found] == ["ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN", "CONSECUTIVE_SPACES"]
    assert [STORY[match.offset : match.offset + match.error_length] for match in found] == ["of of", "a", "  "]
    assert tool.correct(STORY) == "The mayor of 😀 Ludgrave ate an apple on Monday. She left."


def test_language_tool_python_switches_rules(tool: language_tool_python.LanguageTool) -> None:
    tool.disabled_rules = {"EN_A_VS_AN"}
    assert "EN_A_VS_AN" not in [match.rule_id for match in tool.check(STORY)]
    tool.disabled_rules = set()
    tool.enabled_rules, tool.enabled_rules_only = {"copy.double-space"}, True
    assert [match.rule_id for match in tool.check(STORY)] == ["CONSECUTIVE_SPACES"]
    tool.enabled_rules, tool.enabled_rules_only = set(), False


def test_language_tool_python_is_told_that_a_language_is_not_known(service: Any) -> None:
    with pytest.raises(ValueError, match="unsupported language"):
        language_tool_python.LanguageTool("de-DE", remote_server=service.address)


def test_offsets_are_utf16_code_units(matches: Matches) -> None:
    wide = STORY.encode("utf-16-le")
    found = matches(text=STORY)
    texts = [wide[2 * m["offset"] : 2 * (m["offset"] + m["length"])].decode("utf-16-le") for m in found]
    assert texts == ["of of", "a", "  "]


def test_a_match_has_its_sentence_and_the_letters_around_it(matches: Matches) -> None:
    match = next(m for m in matches(text=STORY) if m["rule"]["id"] == "EN_A_VS_AN")
    shown = match["context"]["text"].encode("utf-16-le")[2 * match["context"]["offset"] :][: 2 * match["context"]["length"]]
    assert shown.decode("utf-16-le") == "a"
    assert match["sentence"] == "The mayor of of 😀 Ludgrave ate a apple  on Monday."
    assert match["replacements"] == [{"value": "an"}]
    assert match["rule"]["category"] == {"id": "MISC", "name": "Miscellaneous"}


def test_markup_counts_in_offsets_and_is_not_read(matches: Matches) -> None:
    nodes = [{"markup": "<b>"}, {"text": "The mayor of "}, {"markup": "</b>"}, {"text": "of Ludgrave ate a apple."}]
    whole = "<b>The mayor of </b>of Ludgrave ate a apple."
    found = matches(data=json.dumps({"annotation": nodes}))
    assert [whole[m["offset"] : m["offset"] + m["length"]] for m in found] == ["of </b>of", "a"]
    assert [m["replacements"] for m in found] == [[], [{"value": "an"}]], "a fix must not eat markup"


def test_markup_is_read_as_what_it_stands_for(matches: Matches) -> None:
    nodes = [{"text": "He came and"}, {"markup": "<p>", "interpretAs": "\n\n"}, {"text": "and left on Monday.", "offset": 3}]
    assert ids(matches(data=json.dumps({"annotation": nodes}))) == []
    assert ids(matches(data=json.dumps({"annotation": [nodes[0], {"text": " and left on Monday."}]}))) == ["ENGLISH_WORD_REPEAT_RULE"]


def test_data_may_hold_plain_text(matches: Matches) -> None:
    assert ids(matches(data=json.dumps({"text": "He ate a apple."}))) == ["EN_A_VS_AN"]


@pytest.mark.parametrize(
    ("parameters", "left"),
    [
        ({"disabledRules": "EN_A_VS_AN,WHITESPACE_RULE"}, ["ENGLISH_WORD_REPEAT_RULE"]),
        ({"disabledRules": "copy"}, []),
        ({"disabledCategories": "MISC"}, ["CONSECUTIVE_SPACES"]),
        ({"disabledCategories": "MISC", "enabledRules": "EN_A_VS_AN"}, ["EN_A_VS_AN", "CONSECUTIVE_SPACES"]),
        ({"enabledCategories": "TYPOGRAPHY", "enabledOnly": "true"}, ["CONSECUTIVE_SPACES"]),
        ({"enabledRules": "EN_A_VS_AN", "enabledOnly": "yes"}, ["EN_A_VS_AN"]),
        ({"enabledRules": "NO_SUCH_RULE", "enabledOnly": "true"}, []),
        ({"disabledRules": ""}, ["ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN", "CONSECUTIVE_SPACES"]),
    ],
)
def test_rules_and_categories_are_chosen(matches: Matches, parameters: dict[str, str], left: list[str]) -> None:
    assert ids(matches(text=STORY, **parameters)) == left


def test_a_rule_that_is_off_can_be_enabled(matches: Matches) -> None:
    story = "The clerk told Mr. Ito to wait at the gate."
    assert ids(matches(text=story, level="picky")) == []
    assert ids(matches(text=story, level="picky", enabledRules="ap.courtesy-title")) == ["ap.courtesy-title"]


def test_suggestions_are_for_the_picky(matches: Matches) -> None:
    story = "A spokesman for the RLSO, which runs the county's libraries, said no branch would close."
    assert ids(matches(text=story)) == []
    assert ids(matches(text=story, level="picky")) == ["acronyms.undefined"]


def test_an_add_on_asks_for_what_spans_paragraphs_and_for_the_rest_apart(matches: Matches) -> None:
    text = "Anna Lindqvist opened the the bridge.\n\nAnna Lindqvist left.\n\nThen Anna Lindqwist spoke, and Anna Lindqvist sang.\n"
    modes = {mode: ids(matches(text=text, mode=mode)) for mode in ("all", "textLevelOnly", "allButTextLevelOnly")}
    assert modes["textLevelOnly"]
    assert "ENGLISH_WORD_REPEAT_RULE" not in modes["textLevelOnly"]
    assert modes["allButTextLevelOnly"] == ["ENGLISH_WORD_REPEAT_RULE"]
    assert sorted(modes["all"]) == sorted(modes["textLevelOnly"] + modes["allButTextLevelOnly"])


def test_what_is_missing_can_be_marked(matches: Matches) -> None:
    found = matches(text="The bridge was closed by the county last week It was built in 1931.")
    assert [(m["rule"]["subId"], m["offset"], m["length"]) for m in found] == [("copy.missing-full-stop", 44, 1)]
    assert found[0]["replacements"] == [{"value": "k."}]


def test_a_word_once_added_is_accepted_until_it_is_deleted(client: httpx.Client, matches: Matches) -> None:
    story = "The RLSO told us that it would close the branch."
    assert ids(matches(text=story, level="picky")) == ["acronyms.undefined"]
    assert client.post("/v2/words/add", data={"word": "RLSO"}).json() == {"added": True}
    assert client.post("/v2/words/add", data={"word": "RLSO"}).json() == {"added": False}
    assert client.get("/v2/words").json() == {"words": ["RLSO"]}
    assert ids(matches(text=story, level="picky")) == []
    assert client.post("/v2/words/delete", data={"word": "RLSO"}).json() == {"deleted": True}
    assert ids(matches(text=story, level="picky")) == ["acronyms.undefined"]


def test_a_compact_answer_leaves_out_what_is_not_needed(client: httpx.Client) -> None:
    answer = client.post("/v2/check", data={"language": "en", "text": STORY, "c": "1"}).json()
    assert answer.keys() == {"language", "matches"}
    assert "context" not in answer["matches"][0]


def test_a_check_may_be_a_long_get(service: Any) -> None:
    text = "The mayor of of Ludgrave slept.\n\n" * 4000
    with urlopen(f"{service.address}/v2/check?language=en-US&text={quote(text)}") as answer:
        assert len(json.load(answer)["matches"]) == 4000


@pytest.mark.parametrize("kind", ["text/json", "application/json", "application/x-www-form-urlencoded", ""])
def test_the_body_is_a_form_whatever_it_says_it_is(client: httpx.Client, kind: str) -> None:
    answer = client.post("/v2/check", content=b"language=en-US&text=He+ate a apple.\n", headers={"Content-Type": kind} if kind else {})
    assert ids(answer.json()["matches"]) == ["EN_A_VS_AN"]
    assert answer.headers["content-type"] == "application/json"


def test_a_client_may_close_its_side_before_it_hears(service: Any) -> None:
    place = urlsplit(service.address)
    body = b"language=en-US&text=He+ate+a+apple."
    with socket.create_connection((place.hostname, place.port), timeout=20) as line:
        line.sendall(b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
        line.shutdown(socket.SHUT_WR)
        heard = b""
        while b"EN_A_VS_AN" not in heard and (part := line.recv(65_536)):
            heard += part
    assert b"EN_A_VS_AN" in heard


@pytest.mark.parametrize(
    ("parameters", "status", "words"),
    [
        ({"text": "a"}, 400, "Error: Missing 'language' parameter, e.g. 'language=en-US' for American English"),
        ({"language": "en"}, 400, "Error: Missing 'text' or 'data' parameter"),
        ({"language": "en", "text": "a", "data": "{}"}, 400, "Error: Set only 'text' or 'data' parameter, not both"),
        ({"language": "en", "data": "{"}, 400, "Error: Could not parse JSON from 'data' parameter"),
        ({"language": "en", "data": "[" * 50_000}, 400, "Error: Could not parse JSON from 'data' parameter"),
        ({"language": "en", "data": "{}"}, 400, "Error: 'data' key in JSON requires 'text' or 'annotation' key"),
        ({"language": "en", "data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, 400, "Error: Only either 'text' or 'markup' are"),
        ({"language": "en", "data": '{"annotation": [{}]}'}, 400, "Error: Only 'text' and 'markup' are supported in 'annotation' list: {}"),
        ({"language": "en", "text": "a", "apiKey": "k"}, 400, "Error: apiKey was set, but username was not"),
        ({"language": "en", "data": '{"annotation": 1}'}, 400, "Error: 'annotation' in 'data' must be a list"),
        ({"language": "en_US", "text": "a"}, 400, "Error: 'en_US' is not a language code known to LanguageTool. Supported language codes"),
        ({"language": "en", "text": "a", "motherTongue": ""}, 400, "Error: langCode cannot be empty"),
        ({"language": "en", "text": "a", "level": "high"}, 400, "Error: Unknown value 'high' for parameter 'level'"),
        ({"language": "en", "text": "a", "mode": "some"}, 400, "Error: Mode must be one of"),
        ({"language": "en", "text": "a", "enabledOnly": "true"}, 400, "Error: You must specify enabled rules or categories"),
        (
            {"language": "en", "text": "a", "enabledOnly": "true", "disabledRules": "A", "enabledRules": "B"},
            400,
            "Error: You cannot specify disabled rules or categories using enabledOnly=true",
        ),
        ({"language": "en", "text": "a", "preferredVariants": "en-GB"}, 400, "Error: You specified 'preferredVariants' but you didn't"),
        ({"language": "en", "text": "a", "disabled": "A"}, 400, "Error: You specified 'disabled' but the parameter is now called"),
        ({"language": "en", "text": "a", "username": "ada"}, 400, "Error: With 'username' set, you also need"),
        ({"language": "en", "text": "a" * (1 << 20)}, 413, "Error: the request is longer than the 1048576 bytes"),
    ],
)
def test_what_is_wrong_is_told_in_plain_text(client: httpx.Client, parameters: dict[str, str], status: int, words: str) -> None:
    answer = client.post("/v2/check", data=parameters)
    assert (answer.status_code, answer.text[: len(words)]) == (status, words)
    assert "content-type" not in answer.headers


def test_the_small_addresses_answer(client: httpx.Client) -> None:
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/maxtextlength").text == "1048576"
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in client.get("/v2/languages").json()
    assert client.get("/v2/info").json()["software"]["name"] == "LintNews"
    assert client.get("/v2/nothing").status_code == 404
    listed = {rule["ruleId"]: rule for rule in client.get("/v2/configinfo?language=en-US").json()["rules"]}
    assert listed["ap.courtesy-title"]["isDefaultOff"] == "yes"
    assert listed["EN_DATE_WEEKDAY"]["categoryName"] == "Semantics"


@pytest.mark.parametrize("path", ["/v2/words/add", "/v2/words/delete"])
def test_words_are_changed_by_post_alone(client: httpx.Client, path: str) -> None:
    answer = client.get(path, params={"word": "Ludgrave"})
    assert (answer.status_code, answer.text) == (405, f"Error: {path[3:]} needs to be called with POST")
    assert answer.headers["allow"] == "POST"


def test_a_language_left_to_the_server_is_the_preferred_english(client: httpx.Client) -> None:
    parameters = {"language": "auto", "text": "It rains.", "preferredVariants": "de-DE,en-GB"}
    assert client.post("/v2/check", data=parameters).json()["language"]["code"] == "en-GB"


def test_an_empty_text_has_no_matches(client: httpx.Client) -> None:
    answer = client.post("/v2/check", data={"language": "en-US", "text": ""}).json()
    assert (answer["matches"], answer["sentenceRanges"]) == ([], [])


def test_a_rule_that_could_not_be_run_makes_the_answer_incomplete() -> None:
    fault = Finding(FAULT, Severity.WARNING, "copy.slow: a pattern took too long; simplify it", Span(0, 0))
    source = Source("story.txt", "It rains.")
    assert answer.warnings(Report(source, (fault,))) == {"incompleteResults": True, "incompleteResultsReason": fault.message}
    assert answer.warnings(Report(source, ())) == {"incompleteResults": False}


def test_a_named_variety_is_held_to_its_spelling(client: httpx.Client) -> None:
    def said(language: str) -> list[str]:
        found = client.post("/v2/check", data={"language": language, "text": "The color of the theatre was odd."}).json()["matches"]
        return [match["replacements"][0]["value"] for match in found if match["rule"]["issueType"] == "locale-violation"]

    assert (said("en-US"), said("en-GB"), said("en-AU")) == (["theater"], ["colour"], ["colour"])


def test_a_suggestion_is_told_where_languagetool_tells_it(matches: Matches) -> None:
    assert ids(matches(text="The council has voted , and it is done.")) == ["COMMA_PARENTHESIS_WHITESPACE"]


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory, begun: Any, _languagetool_server: Path) -> Iterator[httpx.Client]:
    """A client of a service whose configuration asks LanguageTool for what is of use for news."""
    folder = tmp_path_factory.mktemp("beside")
    (folder / "lintnews.yaml").write_text("languagetool: on\nignore: [grammar, spelling]\n")  # ours would speak of the same words
    with begun(folder, **{VARIABLE: str(_languagetool_server)}) as service, httpx.Client(base_url=service.address, timeout=60) as made:
        yield made


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({}, [("ADMIT_ENJOY_VB", "GRAMMAR", "grammar")]),
        ({"disabledRules": "ADMIT_ENJOY_VB"}, []),
        ({"disabledCategories": "GRAMMAR"}, []),
        ({"disabledCategories": "GRAMMAR", "enabledRules": "ADMIT_ENJOY_VB"}, [("ADMIT_ENJOY_VB", "GRAMMAR", "grammar")]),
        ({"enabledRules": "ADMIT_ENJOY_VB", "enabledOnly": "true"}, [("ADMIT_ENJOY_VB", "GRAMMAR", "grammar")]),
        ({"enabledRules": "EN_A_VS_AN", "enabledOnly": "true"}, []),
        ({"enabledCategories": "GRAMMAR", "enabledOnly": "true"}, [("ADMIT_ENJOY_VB", "GRAMMAR", "grammar")]),
    ],
)
def test_languagetool_s_own_matches_keep_their_names(beside: httpx.Client, parameters: dict[str, str], told: list[tuple[str, ...]]) -> None:
    asked = {"language": "en-US", "text": "He suggested to go home.", **parameters}
    rules = [match["rule"] for match in beside.post("/v2/check", data=asked).json()["matches"]]
    assert [(rule["id"], rule["category"]["id"], rule["issueType"]) for rule in rules] == told


def test_languagetool_is_asked_in_the_variety_of_the_client(beside: httpx.Client) -> None:
    found = beside.post("/v2/check", data={"language": "en-GB", "text": "Then the spll was broken."}).json()["matches"]
    assert ids(found) == ["MORFOLOGIK_RULE_EN_GB"]
