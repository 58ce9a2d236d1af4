"""A site that gives what a test tells it to, a desk that updates its facts from it, and the samples of each source."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from lintnews import packs, updates
from lintnews.model import Fact
from lintnews.updates.fetch import Limits
from lintnews.updates.update import Updated, Wanted, update

DATA = Path(__file__).parent / "data"


def _post(subject: str, body: str, source: str, *aliases: str) -> Fact:
    return Fact(subject, "post", body, source, "2022-08-03", aliases=aliases)


_LISTS = "https://github.com/every-politician-scrapers"
#: Posts as the built-in facts know them.
POSTS = (
    _post("Secretary of Defense", "Department of Defense", f"{_LISTS}/us-cabinet", "Secretary of Defence"),
    _post("President of the United States", "United States", f"{_LISTS}/us-cabinet", "President"),
    _post(
        "International Trade Secretary", "United Kingdom", f"{_LISTS}/united-kingdom-cabinet", "Secretary of State for International Trade"
    ),
    _post("President of Ivory Coast", "Ivory Coast", "the desk", "President of Côte d'Ivoire"),
    _post("Deputy Secretary of Defense", "Department of Defense", "the desk", "United States Deputy Secretary of Defense"),
)
LIMITS = Limits(wait=5, whole=10, size=1 << 20)

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """The server: its address, and what it answers under each path. `asked` are the requests that came."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._answers: dict[str, Answer] = {}

    def gives(self, path: str, body: bytes, kind: str = "text/plain; charset=utf-8", status: int = 200, **headers: str) -> str:
        """Answer a path with a body; the address of it."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
                if value:
                    request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        return self.answers(path, answer)

    def answers(self, path: str, answer: Answer) -> str:
        """Answer a path as a function does; the address of it."""
        self._answers[path] = answer
        return self.address + path

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append((request.path, dict(request.headers)))
        found = self._answers.get(request.path.partition("?")[0])
        if found:
            found(request)
        else:
            request.send_error(404)


class Desk:
    """A folder of rules that updates write to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, source: str) -> Path:
        return updates.pack(self.root, source)

    def update(self, source: str, *given: str | Path, **wanted: object) -> Updated:
        values = {"day": "2026-06-15", "since": "1990-01-01", "posts": POSTS, "limits": LIMITS, **wanted}
        return update(updates.find(source), self.root, Wanted(given=tuple(map(str, given)), **values))  # type: ignore[arg-type]

    def facts(self, source: str) -> list[Fact]:
        """The facts of a pack, as the linter reads them: no fault may be in it."""
        loaded = packs.load([self.root])
        assert loaded.faults == ()
        return [fact for fact in loaded.facts if fact in set(packs.facts(self.path(source).read_text(encoding="utf-8"), source))]

    def terms(self, source: str, relation: str = "holds") -> set[tuple[str, str, str, str]]:
        """Who held what from when to when, or was of which party."""
        return {(fact.subject, fact.value, fact.since, fact.until) for fact in self.facts(source) if fact.relation == relation}


def archive(folder: Path, mode: str = "w:gz") -> bytes:
    """A folder of the samples as the archive that GitHub makes of a repository."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
        for path in sorted(folder.iterdir()):
            tar.add(path, arcname=path.name)
    return out.getvalue()


def sample(name: str) -> bytes:
    return (DATA / name).read_bytes()


def packed(name: str) -> bytes:
    return gzip.compress(sample(name))
