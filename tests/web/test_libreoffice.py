"""LibreOffice's own client of LanguageTool against the service: real LibreOffice, without its windows."""

from __future__ import annotations

import json
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_ASK = Path(__file__).with_name("libreoffice.py")
#: The Python that has `uno` is the system's.
_PYTHON = "/usr/bin/python3"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a LibreOffice with a profile of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    profile = tmp_path_factory.mktemp("office").as_uri()
    accept = f"--accept=socket,host=127.0.0.1,port={port};urp"
    process = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile}", accept], process_group=0)
    yield port
    subprocess.run(["kill", "--", f"-{process.pid}"], check=False)
    process.wait(30)


def test_libreoffice_is_told_what_is_found_and_where(office: int, service: Any) -> None:
    texts = ("The mayor of of Ludgrave ate a apple.", "😀 She met the Royal Saudi Navel Forces.", "It rained.")
    command = [_PYTHON, _ASK, str(office), f"{service.address}/v2", *texts]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, timeout=180, check=True).stdout)
    places = [[(start, length, fixes[0]) for start, length, _, fixes in each] for each in told]
    assert places == [[(10, 5, "of"), (29, 1, "an")], [(15, 24, "Royal Saudi Naval Forces")], []]
    assert told[1][0][2].startswith("“Royal Saudi Navel Forces” is not the name of the force")
