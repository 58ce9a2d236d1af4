"""Bytes in, a seal out that only this user can make: what lies in a cache is trusted where its seal is right.

A cache folder may come to stand where strangers write (a pipeline that keeps it in the repository); the secret does not: it
stands among the user's data, readable by nobody else.
"""

from __future__ import annotations

import os
import stat
from functools import lru_cache

from lintnews import places

try:  # the one part of hashlib that is wanted: the whole loads OpenSSL, which takes milliseconds
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

#: Bytes of a seal, and of the secret.
LENGTH, _SECRET = 20, 32


def of(*parts: bytes) -> bytes | None:
    """The seal of these parts, one after another; None where this user can keep no secret."""
    key = _secret(str(places.data() / "secret"))
    if key is None:
        return None
    made = blake2b(key=key, digest_size=LENGTH)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.digest()


@lru_cache(maxsize=4)
def _secret(path: str) -> bytes | None:
    """The secret of this user, made at first; two runs that make it at once may keep either."""
    return _read(path) or (_read(path) if _written(path) else None)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            known = os.fstat(file.fileno())
            key = file.read(_SECRET + 1)
    except OSError:
        return None
    return key if len(key) == _SECRET and _own(known) else None


def _own(known: os.stat_result) -> bool:
    """Whether a file is this user's and nobody else's to read, where the system says so."""
    return not hasattr(os, "getuid") or (known.st_uid == os.getuid() and not stat.S_IMODE(known.st_mode) & 0o077)


def _written(path: str) -> bool:
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(os.urandom(_SECRET))
        os.replace(draft, path)
    except OSError:
        return False
    return True
