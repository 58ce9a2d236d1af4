"""`lintnews update`: a source of facts in, its fact pack brought up to date; what was read, and under what licence, out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lintnews import cache, updates
from lintnews.cli import screen
from lintnews.cli.options import Values, names
from lintnews.config_file import shown
from lintnews.folders import built_in
from lintnews.model import LintNewsError
from lintnews.reporters import Page, Style
from lintnews.updates import fact_pack
from lintnews.updates.fetch import Limits
from lintnews.updates.update import Updated, Wanted, update

#: Terms that ended before are of no use for news, and their names would only be near those of the living.
_SINCE = "1990-01-01"


def run(values: Values) -> int:
    """Update one source, or list them all; raises LintNewsError, and then the facts in place stay as they are."""
    page, asked = screen.page(), tuple(values["source"] or ())
    root = Path(values["into"]) if values["into"] else updates.folder()
    if values["list"]:
        page.put("\n".join(line for name in asked or updates.names() for line in _listed(name, root, page)) + "\n")
        return 0
    if not asked:
        raise LintNewsError(f"update: name one source; known: {', '.join(updates.names())}")
    loader = updates.find(asked[0])
    done = update(loader, root, _wanted({**values, "given": (*(values["given"] or ()), *asked[1:])}))
    page.put("\n".join(_told(done, loader.name, page)) + "\n")
    return 0


def _wanted(values: Values) -> Wanted:
    posts = cache.compiled([built_in()]).facts.every("post")
    return Wanted(
        given=values["given"] or (),
        sums=names(values["sha256"] or ()),
        since=_day("since", values["since"] or _SINCE),
        day=_day("as-of", values["as_of"] or _read_on(values["given"] or ())),
        items=names(values["items"] or ()),
        posts=posts,
        limits=_limits(values),
    )


def _limits(values: Values) -> Limits:
    usual = Limits()
    wait = _number("timeout", values["timeout"], usual.wait)
    return Limits(wait=wait, size=int(_number("max-size", values["max_size"], usual.size / (1 << 20)) * (1 << 20)))


def _number(option: str, value: str | None, usual: float) -> float:
    try:
        number = float(value) if value else usual
        if 0 < number < 1e7:
            return number
    except ValueError:
        pass
    raise LintNewsError(f"--{option}: `{value}` is no number above 0")


def _day(option: str, value: str) -> str:
    try:
        if value <= date.today().isoformat():
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise LintNewsError(f"--{option}: `{value}` is no day up to today; write it as YYYY-MM-DD, for instance 2020-01-06")


def _read_on(given: tuple[str, ...]) -> str:
    """The day on which the oldest of the files was written; today for what comes from an address."""
    written = [date.fromtimestamp(path.stat().st_mtime) for path in map(Path, given) if path.exists()]
    return min(written, default=date.today()).isoformat()


def _told(done: Updated, name: str, page: Page) -> Iterator[str]:
    rows = done.header.rows
    before = "new" if done.before is None else f"{done.before:,} before"
    out = (done.faulty, "without name, post or sound days"), (done.older, "ended long ago")
    left = [f"{number:,} {why}" for number, why in out if number]
    yield f"{page.paint(name, Style.BOLD)}: {rows:,} facts ({before}) in {page.paint(shown(str(done.path)), Style.PLACE)}"
    yield from _header(done.header, page)
    if left:
        yield f"  {page.paint('left out', Style.DIM)}  {', '.join(left)}"


def _header(header: fact_pack.Header, page: Page) -> Iterator[str]:
    for address, digest in zip(header.addresses, header.sums, strict=True):
        yield f"  {page.paint('address ', Style.DIM)}  {address}"
        yield f"  {page.paint('sha256  ', Style.DIM)}  {digest}"
    yield f"  {page.paint('licence ', Style.DIM)}  {header.licence}"
    yield f"  {page.paint('read    ', Style.DIM)}  {header.day}"
    yield f"  {page.paint('rows    ', Style.DIM)}  {header.rows:,}"


def _listed(name: str, root: Path, page: Page) -> Iterator[str]:
    loader, path = updates.find(name), updates.pack(root, name)
    header = fact_pack.header(path)
    yield f"{page.paint(name, Style.BOLD)}: {loader.about}"
    yield f"  {page.paint('page    ', Style.DIM)}  {loader.page}"
    if header is None:
        for address in loader.home:
            yield f"  {page.paint('address ', Style.DIM)}  {address}"
        yield f"  {page.paint('licence ', Style.DIM)}  {loader.licence}"
        yield f"  {page.paint('read    ', Style.DIM)}  never"
    else:
        yield from _header(header, page)
        yield f"  {page.paint('pack    ', Style.DIM)}  {shown(str(path))}"
