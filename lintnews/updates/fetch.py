"""Addresses in, files out: fetched over HTTP or found on disk, whole, within bounds, their checksums taken.

The one room that knows the HTTP library. Nothing here looks at what a file says.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from lintnews.model import LintNewsError
from lintnews.record import record
from lintnews.updates.loader import Fetched, brief
from lintnews.version import __version__

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

_CHUNK = 1 << 16
#: Types that say nothing of what a file holds.
_ANY = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream"})
_REDIRECTS = 5


@record
class Limits:
    """How long to wait for an answer and for each piece of it (seconds), for the whole of it, and how much to take (bytes)."""

    wait: float = 30
    whole: float = 3600
    size: int = 512 << 20


def fetch(address: str, to: Path, accept: Iterable[str], limits: Limits) -> Fetched:
    """What stands at an address, over HTTP in the file `to`, on disk where it is; raises LintNewsError when it is not all there."""
    scheme = address.partition("://")[0].lower() if "://" in address else ""
    if scheme in ("http", "https"):
        return _download(address, to, frozenset(accept), limits)
    if scheme:
        raise LintNewsError(f"{address}: cannot be read; give an address that begins with http:// or https://, or a file")
    return _found(address)


def answer(address: str, wait: float) -> tuple[str, str]:
    """What a server answers, as a number and its words, and where it leads when that is elsewhere; never more than the head is read."""
    import urllib3

    retries = urllib3.Retry(total=_REDIRECTS, connect=0, read=0, status=0, other=0, redirect=_REDIRECTS, raise_on_status=False)
    headers = {"User-Agent": f"lintnews/{__version__}", "Accept": "*/*"}
    with urllib3.PoolManager(timeout=urllib3.Timeout(connect=wait, read=wait), retries=retries) as pool:
        try:
            for method in ("HEAD", "GET"):
                response = pool.request(method, address, headers=headers, preload_content=False)
                response.close()
                if response.status < 400 or response.status in (410, 429):
                    break
        except urllib3.exceptions.HTTPError as error:
            return _words(error, Limits(wait=wait)), ""
    place = response.geturl() or address
    return f"{response.status} {response.reason or ''}".rstrip(), "" if place == address else _whole(address, place)


def _whole(address: str, place: str) -> str:
    """Where an answer came from, with its host: a redirect may name a path alone."""
    from urllib.parse import urljoin

    return shown(urljoin(address, place))


def shown(address: str) -> str:
    """An address as it may be written down: on one line, without a password."""
    scheme, joined, rest = " ".join(address.split()).rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{joined}{host.rpartition('@')[2] if joined else host}{slash}{path}"


def _found(address: str) -> Fetched:
    path, digest, size = Path(address), hashlib.sha256(), 0
    try:
        if not address or not path.exists():
            raise LintNewsError(f"{address}: there is no such file or folder")
        if not path.is_dir() and not path.is_file():
            raise LintNewsError(f"{address}: not a plain file; write it to one first")
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if not file.is_file():
                continue
            if path.is_dir():
                digest.update(f"{file.relative_to(path).as_posix()}\0".encode())
            with file.open("rb") as stream:
                for chunk in _chunks(stream):
                    digest.update(chunk)
                    size += len(chunk)
    except OSError as error:
        raise LintNewsError(f"{address}: cannot be read: {error.strerror}") from None
    return Fetched(shown(address), path, digest.hexdigest(), size)


def _download(address: str, to: Path, accept: frozenset[str], limits: Limits) -> Fetched:
    name = brief(shown(address))
    with _response(address, name, accept, limits) as response:
        packed = _encoding(response, name)
        raw = to.with_suffix(".raw") if packed else to
        digest, size = _keep(_pieces(response, name, limits), raw, name, limits.size)
    if packed:
        digest, size = _keep(_unpacked(raw, name), to, name, limits.size)
        raw.unlink()
    return Fetched(shown(address), to, digest, size)


@contextmanager
def _response(address: str, name: str, accept: frozenset[str], limits: Limits) -> Iterator[BaseHTTPResponse]:
    """An answer whose status and type are right, its body unread."""
    import urllib3

    retries = urllib3.Retry(
        total=_REDIRECTS, connect=0, read=0, status=0, other=0, redirect=_REDIRECTS, raise_on_status=False, respect_retry_after_header=False
    )
    headers = {"User-Agent": f"lintnews/{__version__}", "Accept": ", ".join((*sorted(accept), "*/*;q=0.1")), "Accept-Encoding": "gzip"}
    with urllib3.PoolManager(timeout=urllib3.Timeout(connect=limits.wait, read=limits.wait), retries=retries) as pool:
        try:
            response = pool.request("GET", address, headers=headers, preload_content=False)
            try:
                _check(response, name, accept, limits)
                yield response
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as error:
            raise LintNewsError(f"{name}: {_words(error, limits)}") from None


def _check(response: BaseHTTPResponse, name: str, accept: frozenset[str], limits: Limits) -> None:
    if response.status != 200:
        raise LintNewsError(f"{name}: the server answers {response.status} {response.reason or ''}".rstrip())
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in _ANY | accept:
        raise LintNewsError(f"{name}: of the wrong type, `{kind}`; expected {' or '.join(sorted(accept))}")
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > limits.size:
        raise _too_large(name, limits.size)


def _encoding(response: BaseHTTPResponse, name: str) -> bool:
    """Whether the body is packed on its way. It is unpacked here, because the library takes half a packed body for a whole one."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise LintNewsError(f"{name}: packed as `{encoding}`, which was not asked for")
    return encoding.endswith("gzip")


def _pieces(response: BaseHTTPResponse, name: str, limits: Limits) -> Iterator[bytes]:
    end = time.monotonic() + limits.whole
    for chunk in response.stream(_CHUNK, decode_content=False):
        if time.monotonic() > end:
            raise LintNewsError(f"{name}: not all there after {limits.whole:g} seconds; try again later")
        yield chunk


def _unpacked(raw: Path, name: str) -> Iterator[bytes]:
    try:
        with gzip.open(raw) as stream:
            yield from _chunks(stream)
    except EOFError:
        raise LintNewsError(f"{name}: cut off; try again") from None
    except (gzip.BadGzipFile, zlib.error):
        raise LintNewsError(f"{name}: said to be packed with gzip, and is not") from None


def _keep(pieces: Iterable[bytes], to: Path, name: str, limit: int) -> tuple[str, int]:
    """Write the pieces to a file; their checksum and size."""
    digest, size = hashlib.sha256(), 0
    with to.open("wb") as file:
        for piece in pieces:
            size += len(piece)
            if size > limit:
                raise _too_large(name, limit)
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest(), size


def _chunks(stream: BinaryIO | gzip.GzipFile) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk


def _too_large(name: str, limit: int) -> LintNewsError:
    return LintNewsError(f"{name}: larger than {limit / (1 << 20):g} MB; raise `--max-size` if it may be")


def _words(error: Exception, limits: Limits) -> str:
    """What went wrong on the way, in a few words."""
    import ssl

    from urllib3 import exceptions as faults

    reason: Any = getattr(error, "reason", None)
    cause = reason if isinstance(error, faults.MaxRetryError) and isinstance(reason, Exception) else error
    if isinstance(cause, faults.NameResolutionError):
        return "there is no such host, or no network"
    if isinstance(cause, faults.NewConnectionError):
        return f"cannot be reached: {_plain(cause)}"
    if isinstance(cause, faults.TimeoutError):  # of which the two above are kinds
        return f"no answer for {limits.wait:g} seconds; try again later"
    if isinstance(cause, faults.LocationValueError):
        return "leads to no address on the web, http or https"
    if isinstance(cause, faults.SSLError | ssl.SSLError):
        return f"the secure connection failed: {_plain(cause)}"
    if isinstance(error, faults.MaxRetryError) and "redirect" in str(cause):
        return f"redirects more than {_REDIRECTS} times"
    return f"cut off; try again ({_plain(cause)})"


def _plain(error: Exception) -> str:
    """The last words of an error, on one line."""
    inner = next((arg for arg in reversed(error.args) if isinstance(arg, OSError) and arg.strerror), None) or error.__cause__
    words = os.strerror(inner.errno) if isinstance(inner, OSError) and inner.errno else str(error)
    return " ".join(words.rpartition("> ")[2].split())
