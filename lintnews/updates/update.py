"""A loader and what is asked of it in, a fact pack in its place out: all is fetched, read and checked before the old pack is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lintnews import updates
from lintnews.model import Fact, LintNewsError
from lintnews.record import field, record
from lintnews.updates import fact_pack
from lintnews.updates.fetch import Limits, fetch, shown
from lintnews.updates.loader import Ask, Fetched, Loader
from lintnews.updates.tidy import tidy

_KEPT = "; the facts in place stay as they are"


@record
class Wanted:
    """What an update is asked for.

    `given`: addresses or files in place of the source's own. `sums`: their SHA-256 in the same order, or none. `since`:
    terms that ended before this day are left out. `day`: the day on which the source was true. `posts`: the posts that are known.
    """

    given: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    since: str = ""
    day: str = ""
    items: tuple[str, ...] = ()
    posts: tuple[Fact, ...] = ()
    limits: Limits = field(default_factory=Limits)


@record
class Updated:
    """What an update did: the pack, its header, the rows before (None: no pack), rows left out as faulty and as over long ago."""

    path: Path
    header: fact_pack.Header
    before: int | None
    faulty: int
    older: int


def update(loader: Loader, root: Path, wanted: Wanted) -> Updated:
    """Bring the pack of a source up to date; raises LintNewsError, and then the pack is as it was."""
    try:
        return _update(loader, root, wanted)
    except LintNewsError as error:
        raise LintNewsError(" ".join(str(error).split("\n")) + _KEPT) from None


def _update(loader: Loader, root: Path, wanted: Wanted) -> Updated:
    items = wanted.items or loader.items
    addresses = loader.ask(wanted.given or loader.home, items)
    if wanted.sums and len(wanted.sums) != len(addresses):
        raise LintNewsError(f"--sha256: {len(addresses)} are read, so give as many checksums, not {len(wanted.sums)}")
    with TemporaryDirectory(prefix="lintnews-") as scratch:
        read = list(_fetched(loader, addresses, Path(scratch), wanted))
        own = not wanted.given
        found = [fact for one in read for fact in _facts(loader, one, _ask(loader, one, wanted, items, own=own))]
    tidied = tidy(found, wanted.since)
    if not tidied.facts:
        raise LintNewsError(f"{loader.name}: none of {len(found)} rows can be used")
    header = fact_pack.header_of(tidied.facts, read, loader.licence, wanted.day)
    path = updates.pack(root, loader.name)
    old = fact_pack.header(path)
    fact_pack.write(path, fact_pack.text(f"{loader.about}, from {loader.page}", header, tidied.facts), tidied.facts)
    return Updated(path, header, old.rows if old else None, tidied.faulty, tidied.older)


def _fetched(loader: Loader, addresses: Sequence[str], scratch: Path, wanted: Wanted) -> Iterator[Fetched]:
    sums: Iterable[str] = wanted.sums or [""] * len(addresses)
    for number, (address, expected) in enumerate(zip(addresses, sums, strict=True)):
        one = fetch(address, scratch / str(number), loader.accept, wanted.limits)
        if expected and one.sha256 != expected.strip().lower():
            raise one.fault(f"its SHA-256 is {one.sha256}, not the one that was given")
        yield one


def _ask(loader: Loader, one: Fetched, wanted: Wanted, items: tuple[str, ...], *, own: bool) -> Ask:
    """What is asked of one file; a file of the user's own is cited with its name, another address with itself."""
    name = shown(one.address.partition("?")[0])
    cited = loader.page if own else name if "://" in name else f"{loader.page} ({Path(name).name})"
    return Ask(wanted.day, cited, wanted.posts, items)


def _facts(loader: Loader, one: Fetched, ask: Ask) -> list[Fact]:
    if facts := list(loader.read(one, ask)):
        return facts
    raise one.fault(f"no row in it that `{loader.name}` knows")
