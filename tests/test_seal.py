from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import seal


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the secret of a new user will stand."""
    monkeypatch.setattr("lintnews.places.data", lambda: tmp_path / "data")
    return tmp_path / "data" / "secret"


def test_the_seal_of_the_same_is_the_same_and_of_anything_else_another(secret: Path) -> None:
    assert seal.of(b"a", b"b") == seal.of(b"a", b"b")
    assert len({seal.of(b"a", b"b"), seal.of(b"ab"), seal.of(b"ab", b""), seal.of(b"b", b"a"), seal.of()}) == 5


def test_another_user_has_other_seals(secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = seal.of(b"a")
    monkeypatch.setattr("lintnews.places.data", lambda: tmp_path / "others")
    assert seal.of(b"a") not in (mine, None)


def test_the_secret_outlives_the_run_and_nobody_else_may_read_it(secret: Path) -> None:
    mine = seal.of(b"a")
    seal._secret.cache_clear()
    assert seal.of(b"a") == mine
    if os.name == "posix":
        assert secret.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", [b"", b"short", b"x" * 33])
def test_a_secret_that_is_none_is_made_anew(secret: Path, text: bytes) -> None:
    secret.parent.mkdir()
    secret.write_bytes(text)
    secret.chmod(0o600)
    assert seal.of(b"a")
    assert len(secret.read_bytes()) == 32


@pytest.mark.skipif(os.name != "posix", reason="there are no such rights there")
def test_a_secret_that_others_may_read_is_none(secret: Path) -> None:
    secret.parent.mkdir()
    secret.write_bytes(b"k" * 32)
    secret.chmod(0o644)
    assert seal.of(b"a")
    assert secret.read_bytes() != b"k" * 32
    assert secret.stat().st_mode & 0o777 == 0o600


def test_where_no_secret_can_be_kept_there_is_no_seal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr("lintnews.places.data", lambda: tmp_path / "file" / "data")
    assert seal.of(b"a") is None
