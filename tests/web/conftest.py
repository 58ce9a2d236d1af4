"""The service as people start it: one process for the tests of this folder, its address and its lines of record."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

expect.set_options(timeout=20_000)
_SAID = re.compile(r"is at (http://\S+?)/ ")


class Service(NamedTuple):
    """A running service."""

    address: str
    process: subprocess.Popen[bytes]
    log: Path
    token: str = ""

    def lines(self) -> list[dict[str, Any]]:
        """Its lines of record, of the requests that were answered."""
        return [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]


@contextmanager
def serving(folder: Path, args: Sequence[str] = (), **env: str) -> Iterator[Service]:
    """Start a service and end it."""
    log = folder / "serve.log"
    command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--jobs", "1", *args]
    with log.open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors, cwd=folder, env=os.environ | {"LINTNEWS_DATA": str(folder)} | env)
    try:
        yield Service(_address(process, log), process, log, env.get("LINTNEWS_TOKEN", ""))
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(2400):
        if said := _SAID.search(log.read_text()):
            return said[1]
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def begun() -> Callable[..., Any]:
    """A function that starts one more service, in a folder."""
    return serving


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service that the tests share; what they leave in it is accepted words of their own."""
    with serving(tmp_path_factory.mktemp("service")) as made:
        yield made


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Another, with a token and narrow limits."""
    args = [
        "--max-size",
        "64",
        "--timeout",
        "4",
        "--rate",
        "100000",
        "--allow-origin",
        "https://desk.example",
        "--allow-host",
        "desk.example",
    ]
    with serving(tmp_path_factory.mktemp("strict"), args, LINTNEWS_TOKEN="harbour-7") as made:
        yield made


@pytest.fixture(scope="session")
def client(service: Service) -> Iterator[httpx.Client]:
    """Something that asks it."""
    with httpx.Client(base_url=service.address, timeout=30) as made:
        yield made


@pytest.fixture
def matches(client: httpx.Client) -> Callable[..., list[dict[str, Any]]]:
    """A function: parameters of LanguageTool's in, the matches out."""

    def ask(**parameters: str) -> list[dict[str, Any]]:
        answer = client.post("/v2/check", data={"language": "en-US", **parameters})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["matches"])

    return ask


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as made:
        chromium = made.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, service: Any) -> Callable[..., AbstractContextManager[Page]]:
    """A function that opens the page; what the page may not do (errors, requests to others) fails the test."""

    @contextmanager
    def open_page(story: str = "", address: str = service.address, **context: Any) -> Iterator[Page]:
        with browser.new_context(**context) as made:
            page, faults = made.new_page(), []

            def asked(request: Request) -> None:
                if not request.url.startswith((address, "blob:")):
                    faults.append(request.url)

            def said(message: ConsoleMessage) -> None:
                if message.type in ("error", "warning"):
                    faults.append(message.text)

            page.on("request", asked)
            page.on("console", said)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.goto(address)
            expect(page.locator("#profile option")).not_to_have_count(1)
            if story:
                page.locator("#copy").fill(story)
                page.locator(".finding").first.wait_for()
            yield page
            assert faults == []

    return open_page
