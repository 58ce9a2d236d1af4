"""A story and another linter in, what the linter saw of the story out.

The program is started without a shell, in the folder of the file that names it. It gets the story as it is now, on its standard
input or, where its command says `{file}`, in a file of the story's name.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from pathlib import Path

from lintnews.external.asked import Program
from lintnews.external.forms import READERS
from lintnews.external.seen import Places, Seen
from lintnews.model import LintNewsError, Source

FILE = "{file}"
#: What may be read of what it prints, in bytes.
_MOST = 32 << 20


class Missing(LintNewsError):  # noqa: N818  (it is the program that is)
    """There is no such program: it need not be asked again."""


def seen(program: Program, source: Source) -> list[Seen]:
    """What a program sees in a story; raises LintNewsError when it cannot be run, or prints something else than it should."""
    printed, said, code = _run(program, source)
    if not printed.strip():
        if code == 0:
            return []
        raise LintNewsError(f"{program.name} ended with code {code} and printed nothing{said}")
    try:
        return list(READERS[program.form](printed, Places(source), program))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        words = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
        raise LintNewsError(
            f"what {program.name} prints is not of the form `{program.form}`: {' '.join(words.split())[:120]}{said}"
        ) from None


def _run(program: Program, source: Source) -> tuple[str, str, int]:
    """What it prints, the first words of what it says besides, its exit code."""
    if not any(FILE in word for word in program.command):
        return _called(program, list(program.command), source.text)
    with tempfile.TemporaryDirectory(prefix="lintnews-") as folder:
        path = Path(folder) / (os.path.basename(source.name) or "story.txt")
        path.write_bytes(source.text.encode("utf-8", "surrogatepass"))
        return _called(program, [word.replace(FILE, str(path)) for word in program.command], "")


def _called(program: Program, command: list[str], given: str) -> tuple[str, str, int]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=out, stderr=err, cwd=program.folder or None, start_new_session=True
            )
        except FileNotFoundError:
            raise Missing(f"there is no program `{command[0]}`; install it, or mend `command` under `external`") from None
        except OSError as error:
            raise Missing(f"`{command[0]}` cannot be run: {error.strerror}") from None
        try:
            process.communicate(given.encode("utf-8", "surrogatepass"), timeout=program.timeout)
        except subprocess.TimeoutExpired:
            raise LintNewsError(f"{program.name} gave no answer for {program.timeout} seconds") from None
        finally:
            _end(process)
        sizes = [file.seek(0, os.SEEK_END) for file in (out, err)]
        if sizes[0] > _MOST:
            raise LintNewsError(f"{program.name} prints more than {_MOST >> 20} MB")
        out.seek(0)
        err.seek(0)
        said = " ".join(err.read(2000).decode("utf-8", "replace").split())[:200]
        return out.read().decode("utf-8", "replace"), f" ({said})" if said else "", process.returncode


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that is still running, and what it has started."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()
