from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.languagetool import home, java
from lintnews.model import LintNewsError


@pytest.mark.parametrize(
    ("log", "reason"),
    [
        ("Error: LinkageError occurred while loading main class\n\tjava.lang.UnsupportedClassVersionError: ... (class file version 61.0), "
         "this version of the Java Runtime only recognizes class file versions up to 55.0\n", "this Java is version 11, too old"),
        ("x\nException in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n", "ran out of memory"),
        ("Error: Could not find or load main class org.languagetool.server.HTTPServer\nCaused by: java.lang.ClassNotFoundException: "
         "org.languagetool.server.HTTPServer\n", "java.lang.ClassNotFoundException: org.languagetool.server.HTTPServer"),
        ("Starting\n\tat a.b.c(D.java:5)\n", ""),
    ],
)  # fmt: skip
def test_a_log_tells_the_reason_in_one_line(log: str, reason: str) -> None:
    said = java.reason(log)
    assert reason in said
    assert "\n" not in said
    assert bool(said) is bool(reason)


def test_java_home_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert java.found() == str(program)


def test_without_java_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LintNewsError, match="needs Java, and there is none here; install Java 17 or newer"):
        java.found()


def test_what_the_client_installed_counts_where_no_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for release in ("6.7", "6.10", "6.8"):
        (tmp_path / f"LanguageTool-{release}").mkdir()
        (tmp_path / f"LanguageTool-{release}" / home.JAR).touch()
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("LINTNEWS_LANGUAGETOOL")
    assert home.found() == tmp_path / "LanguageTool-6.10"
    monkeypatch.setenv("LINTNEWS_LANGUAGETOOL", str(tmp_path / "nowhere"))
    with pytest.raises(LintNewsError, match=r"not installed .*run `lintnews languagetool install`"):
        home.found()
