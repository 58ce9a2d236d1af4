"""links: the links of stories, each asked for once: what its server answers, where it leads; or a list of addresses and answers, CSV."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from lintnews import readers
from lintnews.ledger.links import links
from lintnews.model import Fact, LintNewsError, Source
from lintnews.updates.fetch import answer
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.reading import rows, texts

_COLUMNS = ("url", "status")
#: Hosts that are asked at the same time; the links of one host are asked for one after another.
_AT_ONCE = 8
_WAIT = 15.0


def read(fetched: Fetched, ask: Ask) -> Iterator[Fact]:
    """A fact for every address: `alive`, `gone`, `moved` to another page, or `unclear` where the server did not say."""
    if fetched.path.suffix.lower() == ".csv":
        listed = (row for name, text in texts(fetched, ".csv") for row in rows(text, name, _COLUMNS))
        told = [(row["url"].strip(), row["status"].strip(), "") for row in listed]
    else:
        told = list(_asked(_addresses(fetched)))
    for address, status, place in told:
        if address.startswith(("http://", "https://")):
            note = f"{status}, leads to {place}" if place else status
            yield ask.fact(address, "link", _word(address, status, place), ask.day, source=address, note=note)


def _addresses(fetched: Fetched) -> list[str]:
    """The links of a story, or of every story in a folder, each once."""
    found: dict[str, None] = {}
    for name, text in texts(fetched, *readers.endings()):
        document = readers.read(Source(Path(name).name, text))
        found.update(dict.fromkeys(link.address for link in links(document) if link.address.lower().startswith("http")))
    return list(found)


def _asked(addresses: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc.lower()].append(address)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for answers in pool.map(lambda group: [(address, *answer(address, _WAIT)) for address in group], hosts.values()):
            yield from answers


def _word(address: str, status: str, place: str) -> str:
    """One word for an answer. A deep link that leads to the front page leads to nothing that was cited."""
    number = status[:3]
    if number in ("404", "410") or status.startswith("there is no such host"):
        return "gone"
    if place and urlsplit(address).path.strip("/") and not urlsplit(place).path.strip("/"):
        return "moved"
    return "alive" if number.isdigit() and number < "400" else "unclear"


def _stories(given: tuple[str, ...], _: tuple[str, ...]) -> tuple[str, ...]:
    if not given:
        raise LintNewsError("links: name the stories whose links are to be checked, files or folders, or a CSV file with url and status")
    return given


LOADER = Loader(
    name="links",
    about="What the links of your stories answered",
    page="https://www.rfc-editor.org/rfc/rfc9110#section-15",
    licence="CC0-1.0 (what a server answered is nobody’s work)",
    home=(),
    accept=("text/csv", "text/plain", "text/markdown", "text/html"),
    read=read,
    ask=_stories,
)
