"""An editor that speaks the protocol as it stands on the wire, with a `lintnews lsp` of its own at the other end."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
#: Seconds that an answer may take on a machine with much to do.
PATIENCE = 240


class Editor:
    """A folder that is open, the documents in it, and what the server says."""

    def __init__(self, folder: Path, *, encodings: list[str] | None = None, watches: bool = True) -> None:
        self.folder = folder
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "lintnews", "lsp", "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=env)
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._diagnostics: queue.Queue[dict[str, Any]] = queue.Queue()
        self.edits: queue.Queue[dict[str, Any]] = queue.Queue()
        self.messages: queue.Queue[str] = queue.Queue()
        self.pages: queue.Queue[str] = queue.Queue()
        self.watched: list[str] = []
        self._next, self._versions = 0, dict[str, int]()
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities: dict[str, Any] = {"general": {"positionEncodings": encodings}} if encodings else {}
        capabilities["workspace"] = {"didChangeWatchedFiles": {"dynamicRegistration": watches}}
        root = {"uri": self.uri(), "name": "desk"}
        params = {"processId": None, "rootUri": root["uri"], "workspaceFolders": [root], "capabilities": capabilities}
        self.capabilities = self.ask("initialize", params)["capabilities"]
        self.say("initialized", {})

    def uri(self, name: str = "") -> str:
        return (self.folder / name).as_uri()

    def ask(self, method: str, params: object) -> Any:
        """The answer to a request; an error is raised."""
        answer = self.begin(method, params)[1].get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def begin(self, method: str, params: object) -> tuple[int, queue.Queue[dict[str, Any]]]:
        """Send a request whose answer is taken later."""
        self._next += 1
        waiting = self._answers[self._next] = queue.Queue()
        self._send({"jsonrpc": "2.0", "id": self._next, "method": method, "params": params})
        return self._next, waiting

    def say(self, method: str, params: object) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def open(self, name: str, text: str, language: str = "plaintext") -> list[dict[str, Any]]:
        """Open a document; its diagnostics."""
        self._versions[name] = 1
        item = {"uri": self.uri(name), "languageId": language, "version": 1, "text": text}
        self.say("textDocument/didOpen", {"textDocument": item})
        return self.diagnostics(name)

    def type(self, name: str, line: int, column: int, words: str, *, until: int | None = None) -> list[dict[str, Any]]:
        """Type words at a place, over what stands there until another column; the diagnostics then."""
        self.type_on(name, line, column, words, until=until)
        return self.diagnostics(name)

    def type_on(self, name: str, line: int, column: int, words: str, *, until: int | None = None) -> None:
        self._send(self._typed(name, line, column, words, until))

    def _typed(self, name: str, line: int, column: int, words: str, until: int | None = None) -> dict[str, Any]:
        self._versions[name] += 1
        span = {"start": {"line": line, "character": column}, "end": {"line": line, "character": column if until is None else until}}
        document = {"uri": self.uri(name), "version": self._versions[name]}
        params = {"textDocument": document, "contentChanges": [{"range": span, "text": words}]}
        return {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": params}

    def close(self, name: str) -> None:
        self.say("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def diagnostics(self, name: str) -> list[dict[str, Any]]:
        """What is next published of a document as it is now."""
        while True:
            said = self._diagnostics.get(timeout=PATIENCE)
            if said["uri"] == self.uri(name) and said.get("version", self._versions.get(name)) == self._versions.get(name):
                found: list[dict[str, Any]] = said["diagnostics"]
                return found

    def actions(self, name: str, diagnostic: dict[str, Any], only: list[str] | None = None) -> dict[str, dict[str, Any]]:
        """The code actions at a diagnostic, by their titles."""
        said = [diagnostic] if "message" in diagnostic else []
        context: dict[str, Any] = {"diagnostics": said, **({"only": only} if only else {})}
        params = {"textDocument": {"uri": self.uri(name)}, "range": diagnostic["range"], "context": context}
        return {action["title"]: action for action in self.ask("textDocument/codeAction", params)}

    def at(self, method: str, name: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, "position": position})

    def take(self, action: dict[str, Any]) -> dict[str, Any]:
        """Take an action that is a command; the edit that the server asks for."""
        command = action["command"]
        self.ask("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
        return self.edits.get(timeout=PATIENCE)

    def end(self) -> int:
        """End the server as editors do; its exit code."""
        self.ask("shutdown", None)
        self.say("exit", None)
        code = self._process.wait(timeout=PATIENCE)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe
            pipe.close()
        return code

    def type_ask_and_cancel(self, name: str, words: str, method: str, params: object) -> queue.Queue[dict[str, Any]]:
        """Send a change, a request and its cancellation at once: the server has all before it can have read the story again."""
        self._next += 1
        waiting = self._answers[self._next] = queue.Queue()
        request = {"jsonrpc": "2.0", "id": self._next, "method": method, "params": params}
        self._send(self._typed(name, 0, 0, words), request, {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": self._next}})
        return waiting

    def _send(self, *messages: dict[str, Any]) -> None:
        assert self._process.stdin
        made = [json.dumps(message).encode() for message in messages]
        self._process.stdin.write(b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(data), data) for data in made))
        self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout
        out = self._process.stdout
        while head := out.readline():
            length = int(head.split(b":")[1])
            while out.readline().strip():
                pass
            self._take(json.loads(out.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params")
        if method is None:
            self._answers.pop(message["id"]).put(message)
            return
        result: Any = None
        if method == "textDocument/publishDiagnostics":
            self._diagnostics.put(params or {})
        elif method == "window/showMessage":
            self.messages.put((params or {})["message"])
        elif method == "workspace/applyEdit":
            self.edits.put((params or {})["edit"])
            result = {"applied": True}
        elif method == "window/showDocument":
            self.pages.put((params or {})["uri"])
            result = {"success": True}
        elif method == "client/registerCapability":
            self.watched += [w["globPattern"] for r in (params or {})["registrations"] for w in r["registerOptions"]["watchers"]]
        if "id" in message:
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})


def applied(text: str, edit: dict[str, Any], uri: str) -> str:
    """A text with an edit made as an editor makes it, in units of UTF-16."""
    changes = [
        change for document in edit["documentChanges"] if document.get("textDocument", {}).get("uri") == uri for change in document["edits"]
    ]
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    starts = [sum(len(line) // 2 + 1 for line in lines[:i]) for i in range(len(lines))]
    units = text.encode("utf-16-le")
    for change in sorted(changes, key=lambda change: -starts[change["range"]["start"]["line"]] - change["range"]["start"]["character"]):
        start, end = (2 * (starts[at["line"]] + at["character"]) for at in (change["range"]["start"], change["range"]["end"]))
        units = units[:start] + change["newText"].encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")
