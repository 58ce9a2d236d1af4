"""A folder with the server in, the command that starts it out; the log of a server that would not start in, the reason out."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from lintnews.languagetool import home
from lintnews.model import LintNewsError

REMEDY = "install Java 17 or newer (Debian: apt install default-jre-headless), or name a server with --languagetool-server"
#: A class file of version 61 is Java 17's.
_TOO_OLD = re.compile(r"up to (\d+)\.\d+")
_CAUSE = re.compile(
    r"^(?:Exception in thread \S+ |Caused by: |Error: )?((?:[\w.$]+(?:Exception|Error)|Error|Could not|Invalid)\b.*)", re.MULTILINE
)


def found() -> str:
    """The program `java`: that of `JAVA_HOME`, or the first of the path; raises LintNewsError where there is none."""
    named = os.environ.get("JAVA_HOME")
    path = os.pathsep.join(filter(None, (os.path.join(named, "bin") if named else "", os.environ.get("PATH", ""))))
    if java := shutil.which("java", path=path):
        return java
    raise LintNewsError(f"LanguageTool needs Java, and there is none here; {REMEDY}")


def command(folder: Path, port: int, memory: int) -> list[str]:
    """The command of a server that answers on this machine only.

    One run is short: the quick compiler and the small collector halve what the start costs. Without `nodelay` each answer on
    a kept connection waits 40 ms.
    """
    options = ("-XX:+UseSerialGC", f"-Xmx{memory}m", "-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true")
    return [found(), *options, "-cp", str(folder / home.JAR), "org.languagetool.server.HTTPServer", "-p", str(port)]


def reason(log: str) -> str:
    """Why a server ended, as far as its log tells, on one line."""
    if "UnsupportedClassVersionError" in log and (old := _TOO_OLD.search(log)):
        return f"this Java is version {int(old[1]) - 44}, too old for it; {REMEDY}"
    if "OutOfMemoryError" in log:
        return "it ran out of memory; give it more with `memory` under `languagetool`"
    causes = _CAUSE.findall(log)
    return " ".join(causes[-1].split())[:200] if causes else ""
