"""The terms on which the service answers: who may ask, how much, how long."""

from __future__ import annotations

import hmac
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from lintnews.model import LintNewsError
from lintnews.record import replace

#: What a page of an extension calls itself; it is the user who put it there.
_EXTENSIONS = ("chrome-extension", "moz-extension", "safari-web-extension")

#: How many times as long as others a request with a word processor's file may be.
_PAPERS = 16


@dataclass(frozen=True)
class Terms:
    """`body` in bytes, `seconds` for one check, `waiting` requests at most, `rate` requests a minute of one client (0: any).

    `hosts` are further names that the service goes by, `origins` the pages of others that may ask; `beyond` says that
    LanguageTool's clients are told what its own server says too.
    """

    host: str = "127.0.0.1"
    token: str = ""
    body: int = 1 << 20
    seconds: float = 20.0
    waiting: int = 256
    rate: int = 0
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    beyond: bool = False

    def __post_init__(self) -> None:
        if not self.loopback and not self.token:
            raise LintNewsError(
                f"--host: `{self.host}` can be reached from other machines, so a token is needed: "
                "write one into a file and name it with --token-file, or set LINTNEWS_TOKEN"
            )

    def most(self, path: str) -> int:
        """The most bytes of a request; a word processor's file has pictures in it."""
        return self.body * _PAPERS if path in ("/v1/read", "/v1/rewrite") else self.body

    def rated(self, rate: int) -> Terms:
        """The same terms with another rate."""
        return replace(self, rate=rate)

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the service."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def knows(self, host: str) -> bool:
        """Whether the service goes by the name of a `Host` header. An address is no name that somebody could have rebound."""
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        if name in ("localhost", self.host, *self.hosts):
            return True
        try:
            return bool(ipaddress.ip_address(name))
        except ValueError:
            return False

    def takes(self, origin: str, host: str) -> bool:
        """Whether a page of this origin may ask the service that was asked as `host`."""
        if self.opens(origin):
            return True
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        return parts.scheme in ("http", "https") and parts.netloc == host

    def opens(self, origin: str) -> bool:
        """Whether the answers are open to pages of this origin: it was allowed by name, or is an add-on of the browser."""
        return origin in self.origins or "*" in self.origins or origin.partition("://")[0] in _EXTENSIONS

    def admits(self, token: str) -> bool:
        """Whether this token lets one in."""
        return not self.token or hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode("utf-8", "replace"))
