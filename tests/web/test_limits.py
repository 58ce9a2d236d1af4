"""Who may ask, how much and how long: what is beyond it is refused, and the service goes on."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from uvicorn.server import ServerState

from lintnews.model import LintNewsError
from lintnews.web.guard import _Rate
from lintnews.web.server import Protocol
from lintnews.web.terms import Terms
from lintnews.web.words import Words

STORY = {"text": "The mayor of of Ludgrave slept."}


@pytest.fixture(scope="module")
def client(strict: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=strict.address, headers={"Authorization": f"Bearer {strict.token}"}, timeout=30) as made:
        yield made


@pytest.mark.parametrize("path", ["/v1/rules", "/metrics", "/openapi.json", "/v1/nothing"])
def test_without_the_token_nothing_is_answered(strict: Any, path: str) -> None:
    assert httpx.get(strict.address + path).status_code == 401
    assert httpx.get(strict.address + path, headers={"Authorization": "Bearer harbour-8"}).status_code == 401


def test_languagetools_clients_give_the_token_as_their_key(strict: Any) -> None:
    asked = {"language": "en-US", "text": "It rains."}
    address = f"{strict.address}/v2/check"
    assert httpx.post(address, data=asked).text.startswith("Error: a token is needed")
    assert httpx.post(address, data={**asked, "username": "ada", "apiKey": "wrong"}).status_code == 403
    assert httpx.post(address, data={**asked, "username": "ada", "apiKey": strict.token}).status_code == 200


def test_the_page_and_the_pulse_need_no_token(strict: Any) -> None:
    for path in ("/", "/static/page.js", "/healthz", "/v2/healthcheck"):
        assert httpx.get(strict.address + path).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "evil.example:8081", ""])
def test_a_name_that_is_not_ours_is_refused(client: httpx.Client, host: str) -> None:
    assert client.post("/v1/check", json=STORY, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:99", "[::1]:8081", "desk.example"])
def test_names_that_are_ours_are_taken(client: httpx.Client, host: str) -> None:
    assert client.post("/v1/check", json=STORY, headers={"Host": host}).status_code == 200


def test_pages_of_other_origins_may_not_ask(client: httpx.Client) -> None:
    answer = client.post("/v1/check", json=STORY, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.options("/v1/check", headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/v1/check", json=STORY, headers={"Origin": "null"}).status_code == 403


def test_pages_of_an_origin_that_was_named_may(client: httpx.Client) -> None:
    origin = {"Origin": "https://desk.example"}
    assert client.options("/v1/check", headers=origin).headers["access-control-allow-origin"] == "https://desk.example"
    private = client.options("/v1/check", headers={**origin, "Access-Control-Request-Private-Network": "true"})
    assert private.headers["access-control-allow-private-network"] == "true", "a page of the web that asks this machine must be let"
    assert client.post("/v1/check", json=STORY, headers=origin).headers["access-control-allow-origin"] == "https://desk.example"
    assert "access-control-allow-origin" not in client.post("/v1/check", json=STORY).headers


def test_add_ons_of_the_browser_may_ask(client: httpx.Client) -> None:
    origin = {"Origin": "moz-extension://0c0a7a3e-8a7e-4d43-9d1c-6d2f6a1e8f10"}
    assert client.options("/v2/check", headers=origin).headers["access-control-allow-origin"] == origin["Origin"]
    asked = {"language": "en-US", "text": "It rains."}
    assert client.post("/v2/check", data=asked, headers=origin).headers["access-control-allow-origin"] == origin["Origin"]


def test_every_answer_forbids_what_the_page_does_not_need(client: httpx.Client) -> None:
    for path in ("/", "/static/style.css", "/v1/rules", "/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_a_long_request_is_refused_whether_or_not_it_says_so(client: httpx.Client) -> None:
    long = json.dumps({"text": "a" * 70_000}).encode()
    headers = {"Content-Type": "application/json"}
    assert client.post("/v1/check", content=long, headers=headers).status_code == 413
    assert client.post("/v1/check", content=iter([long[:40_000], long[40_000:]]), headers=headers).status_code == 413
    assert client.post("/v1/check", json=STORY).status_code == 200


def test_a_check_that_takes_too_long_is_broken_off_and_the_next_is_answered(strict: Any, client: httpx.Client) -> None:
    hands = children(strict.process.pid)
    for hand in hands:
        subprocess.run(["kill", "-STOP", str(hand)], check=True)
    answer = client.post("/v1/check", json=another("slow"))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
    assert "longer than 4 seconds" in answer.json()["error"]
    assert [finding["rule"] for finding in client.post("/v1/check", json=another("slow")).json()] == ["copy.doubled-word"]
    assert children(strict.process.pid) != hands
    assert "lintnews_processes_replaced_total 1" in client.get("/metrics").text


def test_a_process_that_dies_takes_no_other_request_with_it(strict: Any, client: httpx.Client) -> None:
    for hand in children(strict.process.pid):
        subprocess.run(["kill", "-KILL", str(hand)], check=True)
    assert client.post("/v1/check", json=another("dead")).status_code == 500
    assert client.post("/v1/check", json=another("dead")).status_code == 200


def another(name: str) -> dict[str, str]:
    """A story that was not asked about before: what was answered is not worked on again."""
    return {**STORY, "name": f"{name}.txt"}


def children(pid: int) -> list[int]:
    """The processes of the crew."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_what_is_no_http_is_refused(strict: Any) -> None:
    place = urlsplit(strict.address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        line.sendall(b"\x16\x03\x01nonsense\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 400")


def test_a_connection_on_which_nothing_is_asked_is_closed() -> None:
    class Hasty(Protocol):
        patience = 0.05

    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError

    async def knock() -> bytes:
        config, state = uvicorn.Config(app, lifespan="off", log_config=None), ServerState()
        server = await asyncio.get_running_loop().create_server(lambda: Hasty(config, state, {}), "127.0.0.1", 0)
        async with server:
            reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
            writer.write(b"GET / HTTP/1.1\r\nHost: local")
            heard = await asyncio.wait_for(reader.read(), 20)
            writer.close()
            return heard

    assert asyncio.run(knock()) == b""


def test_a_service_for_others_needs_a_token() -> None:
    with pytest.raises(LintNewsError, match="a token is needed"):
        Terms("0.0.0.0")
    assert not Terms("0.0.0.0", "harbour-7").loopback
    assert Terms("::1").loopback
    assert Terms("127.8.0.1").loopback


def test_a_client_that_asks_too_often_has_to_wait() -> None:
    rate = _Rate(60)
    assert [rate.allows("a", 0.0) for _ in range(16)] == [True] * 15 + [False]
    assert rate.allows("b", 0.0)
    assert rate.allows("a", 1.0)
    assert not rate.allows("a", 1.0)


def test_accepted_words_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "words.txt"
    assert Words(path).add(" Ludgrave ", "Ostermoor")
    assert path.read_text() == "Ludgrave\nOstermoor\n"
    assert Words(path).remove("Ludgrave")
    assert Words(path).listed() == ["Ostermoor"]
    for word in ("", "two\nlines", "a" * 101):
        with pytest.raises(LintNewsError, match="a word has"):
            Words(path).add(word)


def test_a_list_of_words_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xff")
    with pytest.raises(LintNewsError, match="cannot be read"):
        Words(path)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--port", "eighty"], "--port: `eighty` will not do; write a whole number from 0 to 65535"),
        (["--host", "0.0.0.0"], "--host: `0.0.0.0` can be reached from other machines, so a token is needed"),
        (["--host", "no.such.host.example", "--token-file", "token"], "cannot be listened at"),
        (["--token-file", "nothing"], "--token-file: nothing cannot be read"),
        (["--config", "nothing.yaml"], "nothing.yaml"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(tmp_path: Path, args: list[str], words: str) -> None:
    (tmp_path / "token").write_text("harbour-7\n")
    command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "-j", "1", *args]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1), run.stderr
    assert words in run.stderr


def test_the_rules_are_those_of_the_folder_and_their_faults_are_told_once(tmp_path: Path, begun: Any) -> None:
    style = tmp_path / "styles" / "Desk"
    style.mkdir(parents=True)
    (tmp_path / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Desk\n")
    (style / "Utilise.yml").write_text("extends: existence\nmessage: Say use.\nlevel: error\ntokens: [utilise]\n")
    (style / "Bad.yml").write_text("extends: nothing\nmessage: Bad.\n")
    with begun(tmp_path, ["--jobs", "2"]) as service:
        found = httpx.post(f"{service.address}/v1/check", json={"text": "We utilise it."}).json()
        assert [finding["rule"] for finding in found] == ["Desk.Utilise"]
        assert service.log.read_text().count("Bad.yml") == 1


def test_a_service_that_is_ended_answers_what_it_was_asked(tmp_path_factory: pytest.TempPathFactory, begun: Any) -> None:
    with begun(tmp_path_factory.mktemp("ended")) as service:
        place = urlsplit(service.address)
        body = json.dumps({"text": "The mayor of of Ludgrave slept.\n\n" * 3000}).encode()
        head = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        with socket.create_connection((place.hostname, place.port), timeout=30) as line:
            line.sendall(head % len(body) + body)
            httpx.get(f"{service.address}/healthz")
            service.process.send_signal(signal.SIGTERM)
            heard = b"".join(iter(lambda: line.recv(65_536), b""))
        assert heard.startswith(b"HTTP/1.1 200")
        assert heard.count(b"copy.doubled-word") == 3000
        assert service.process.wait(20) == 0
