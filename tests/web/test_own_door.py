"""The service's own answers: what the command line prints, from the same linter."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import httpx
import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
OFFICE = Path(__file__).parents[1] / "office" / "data"
#: No schema can say which bytes are the file of a word processor.
PAPERS = "".join(
    f'[[operations]]\ninclude-operation-id = "{name}"\nchecks.positive_data_acceptance.enabled = false\n' for name in ("read", "rewrite")
)
WRONG = "The mayor of of Ludgrave slept."


def check(client: httpx.Client, **values: Any) -> Any:
    answer = client.post("/v1/check", json=values)
    assert answer.status_code == 200, answer.text
    return answer.json()


def rules(found: list[dict[str, Any]]) -> list[str]:
    return [finding["rule"] for finding in found]


def test_findings_are_those_of_the_command_line(client: httpx.Client) -> None:
    names = ["strait.txt", "barracks.md", "coalition.html"]
    command = [sys.executable, "-m", "lintnews", "check", "--jobs", "1", "--format", "json", *names]
    printed = json.loads(subprocess.run(command, cwd=SEEDS, capture_output=True, check=False).stdout)
    texts = {name: (SEEDS / name).read_bytes().decode() for name in names}
    assert [finding for name in names for finding in check(client, text=texts[name], name=name)] == printed
    plain = {"Content-Type": "text/plain"}
    bodies = [client.post("/v1/check", params={"name": name}, content=texts[name].encode(), headers=plain).json() for name in names]
    assert [finding for found in bodies for finding in found] == printed


def test_options_do_what_they_do_on_the_command_line(client: httpx.Client) -> None:
    story = "The clerk told Mr. Ito to wait at the the gate."
    assert rules(check(client, text=story)) == ["copy.doubled-word"]
    assert rules(check(client, text=story, profile="ap")) == ["ap.courtesy-title", "copy.doubled-word"]
    assert rules(check(client, text=story, profile="ap", min_level="error")) == ["copy.doubled-word"]
    assert rules(check(client, text=story, profile="ap", ignore=["copy"])) == ["ap.courtesy-title"]
    assert rules(check(client, text=story, select=["ap.courtesy-title"])) == ["ap.courtesy-title"]
    assert rules(check(client, text=story, vocabulary=["the the"])) == []


def test_the_day_of_a_request_is_the_day_of_the_story(client: httpx.Client) -> None:
    story = "The subject did not come up, Secretary of State Mike Pompeo said."
    assert rules(check(client, text=story, date="2019-10-01")) == []
    assert rules(check(client, text=story, date="2016-10-01")) == ["posts.at-date"]


def test_names_are_listed_with_words(client: httpx.Client) -> None:
    roll = client.post("/v1/names", json={"text": "The Royal Saudi Navel Forces sent a boat."}).json()
    assert roll["names"][0]["name"] == "Royal Saudi Navel Forces"
    assert roll["names"][0]["said"][0]["alarm"] is True


def test_a_word_processors_file_is_read_and_written_again(client: httpx.Client) -> None:
    data = (OFFICE / "story.odt").read_bytes()
    text = client.post("/v1/read", params={"name": "story.odt"}, content=data).json()["text"]
    assert "We saw teh boat" in text
    asked = {"name": "story.odt", "file": base64.b64encode(data).decode(), "text": text.replace("teh", "the")}
    made = base64.b64decode(client.post("/v1/rewrite", json=asked).json()["file"])
    assert client.post("/v1/read", params={"name": "b.odt"}, content=made).json()["text"] == text.replace("teh", "the")


@pytest.mark.parametrize(
    ("path", "options", "words"),
    [
        ("/v1/read", {"params": {"name": "a.pages"}, "content": b"x"}, "`name` must be that of a word processor's file"),
        ("/v1/read", {"params": {"name": "a.docx", "nam": "b"}, "content": b"x"}, "there is no option `nam`; did you mean `name`?"),
        ("/v1/read", {"params": {"name": "a.docx"}, "content": b"x"}, "a.docx: cannot be unpacked"),
        ("/v1/rewrite", {"json": {"name": "a.docx"}}, "the body must be a JSON object of three strings"),
        ("/v1/rewrite", {"json": {"name": "a.docx", "file": "?", "text": ""}}, "`file` is not in base64"),
        ("/v1/rewrite", {"content": b'{"name": "a.docx", "file": "", "text": "\\ud800"}'}, "`text` holds half a character"),
    ],
)
def test_what_is_no_such_file_is_told(client: httpx.Client, path: str, options: dict[str, Any], words: str) -> None:
    answer = client.post(path, **options)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(words)


def test_rules_and_profiles_are_listed(client: httpx.Client) -> None:
    listed = client.get("/v1/rules").json()
    by_id = {rule["id"]: rule for rule in listed["rules"]}
    assert by_id["copy.doubled-word"]["on"]
    assert by_id["copy.doubled-word"]["why"]
    assert not by_id["ap.courtesy-title"]["on"]
    assert "ap" in listed["profiles"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "the body is no JSON"),
        (b"[" * 60_000, "the body is no JSON"),
        (b"[]", "the body must be a JSON object"),
        (b"{}", "`text` is missing"),
        (b'{"text": 1}', "`text` must be a string"),
        (b'{"text": "\\ud800"}', "half a character"),
        (b'{"text": "a", "profil": "ap"}', "there is no option `profil`; did you mean `profile`?"),
        (b'{"text": "a", "profile": "../../etc"}', "profile: there is no `../../etc`"),
        (b'{"text": "a", "select": ["copy.doubled-wrd"]}', "did you mean `copy.doubled-word`?"),
        (b'{"text": "a", "select": "copy"}', "`select` must be a list"),
        (b'{"text": "a", "date": "monday"}', "`date`: `monday` is no day"),
        (b'{"text": "a", "min_level": "grave"}', "there is no `grave`"),
        (b'{"text": "a", "name": "' + b"a" * 300 + b'"}', "`name` has at most 255 characters"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(client: httpx.Client, body: bytes, words: str) -> None:
    answer = client.post("/v1/check", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert words in answer.json()["error"]


def test_the_copy_itself_must_say_that_it_is_text(client: httpx.Client) -> None:
    answer = client.post("/v1/check", content=b"a", headers={"Content-Type": "image/png"})
    assert (answer.status_code, "text/plain" in answer.json()["error"]) == (400, True)
    assert client.post("/v1/check", content=b"\xff", headers={"Content-Type": "text/plain"}).json() == {"error": "the body must be UTF-8"}


@pytest.mark.parametrize("path", ["/etc/passwd", "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/v1", "/nothing"])
def test_no_path_leaves_the_folder_of_the_page(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_name_of_a_story_is_never_opened(client: httpx.Client) -> None:
    assert check(client, text=WRONG, name="/etc/passwd.md")[0]["path"] == "/etc/passwd.md"
    assert rules(check(client, text=WRONG, name="../../lintnews.yaml")) == ["copy.doubled-word"]


def test_a_story_that_is_sent_opens_no_file_that_it_names(tmp_path: Path, begun: Any) -> None:
    (tmp_path / "said.txt").write_text("“We will close the weir in June,” she said.\n", encoding="utf-8")
    story = tmp_path / "story.txt"
    story.write_text("---\nsources: [said.txt]\n---\nA headline\n\n“We will close the weir in May,” she said.\n", encoding="utf-8")
    with begun(tmp_path) as service, httpx.Client(base_url=service.address, timeout=60) as client:
        assert rules(check(client, text=story.read_text(encoding="utf-8"), name=str(story))) == []


def test_records_hold_no_word_of_the_copy(client: httpx.Client, service: Any) -> None:
    check(client, text="Zanzarella said said so.", name="zanzarella.txt")
    client.get("/v2/check?language=en&text=Zanzarella+again")
    client.get("/zanzarella")
    lines = service.lines()
    assert lines[-1].keys() == {"time", "method", "route", "status", "ms", "bytes_in", "bytes_out"}
    assert [(line["route"], line["status"]) for line in lines[-3:]] == [("/v1/check", 200), ("/v2/check", 200), ("other", 404)]
    assert "zanzarella" not in service.log.read_text().lower()


def test_metrics_count_what_was_done(client: httpx.Client) -> None:
    def total(name: str) -> float:
        lines = client.get("/metrics").text.splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))

    before = total("lintnews_words_total"), total('lintnews_findings_total{severity="error"}')
    check(client, text=WRONG)
    assert (total("lintnews_words_total"), total('lintnews_findings_total{severity="error"}')) == (before[0] + 6, before[1] + 1)
    assert total('lintnews_requests_total{route="/v1/check"') > 0


def test_under_64_clients_every_answer_comes_and_is_the_right_one(service: Any) -> None:
    def ask(i: int) -> tuple[int, int]:
        story = json.dumps({"text": "The mayor of of Ludgrave slept. " * i}).encode()
        with urlopen(Request(f"{service.address}/v1/check", story, {"Content-Type": "application/json"}), timeout=60) as answer:
            return i, len(json.load(answer))

    with ThreadPoolExecutor(64) as pool:
        assert list(pool.map(ask, range(64))) == [(i, i) for i in range(64)]


def test_what_openapi_says_is_what_the_service_does(service: Any, tmp_path: Path) -> None:
    (tmp_path / "schemathesis.toml").write_text(PAPERS)
    program = Path(sys.executable).with_name("schemathesis")
    args = [program, "run", f"{service.address}/openapi.json", "--max-examples", "3", "--phases", "fuzzing", "--seed", "7"]
    run = subprocess.run(args, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout
    assert "22 / 22" in run.stdout or "22/22" in run.stdout
