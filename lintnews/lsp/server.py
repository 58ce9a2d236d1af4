"""An editor's messages in, answers out: the wiring of the language server."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path
from pygls.workspace import TextDocument

from lintnews import profiles
from lintnews.lsp import actions, desk, files, findings, schema
from lintnews.lsp.actions import Shown
from lintnews.lsp.desk import Desk
from lintnews.lsp.positions import Positions
from lintnews.model import Finding, LintNewsError, Report, Source, Span
from lintnews.version import __version__

#: Seconds that typing must rest before a story is checked.
_REST = 0.03
_WATCHED = ("**/lintnews.yaml", "**/.vale.ini", "**/*.yml", "**/*.txt")


class Server(LanguageServer):
    """The language server: what is open, and what was last said of it."""

    def __init__(self) -> None:
        super().__init__("lintnews", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Incremental)
        self.desk = Desk()
        self._shown: dict[str, Shown] = {}
        self._changed: set[str] = set()
        self._at_work: dict[str, asyncio.Task[None]] = {}
        self._told: set[str] = set()
        self._faulty: set[str] = set()

    def document(self, uri: str) -> tuple[TextDocument, str]:
        """A document, and its path; one that is not saved lies in the folder that is open."""
        document = self.workspace.get_text_document(uri)
        name = to_fs_path(uri) if uri.startswith("file:") else None
        return document, name or os.path.join(self.desk.root, "untitled")

    def look(self, uri: str) -> None:
        """Check a document soon, once, however often it changes until then."""
        self._changed.add(uri)
        if uri not in self._at_work:
            self._at_work[uri] = asyncio.create_task(self._work(uri))

    def forget(self, uri: str) -> None:
        """A document was closed: take back what was said of it."""
        self._changed.discard(uri)
        self._shown.pop(uri, None)
        self._publish(uri, None, [])

    def look_anew(self) -> None:
        """Rules or configuration have changed: check all that is open."""
        self.desk.reload()
        self._told.clear()
        for uri in self._faulty - self.workspace.text_documents.keys():
            self._publish(uri, None, [])
        self._faulty.clear()
        for uri in list(self.workspace.text_documents):
            self.look(uri)

    async def _work(self, uri: str) -> None:
        try:
            while uri in self._changed:
                while uri in self._changed:
                    self._changed.discard(uri)
                    await asyncio.sleep(_REST)
                if uri in self.workspace.text_documents:
                    await self.check(uri)
        finally:
            del self._at_work[uri]

    async def check(self, uri: str) -> Shown | None:
        """Check a document and publish what was found, unless it has changed meanwhile."""
        document, path = self.document(uri)
        version, text = document.version, document.source
        if desk.is_config(path):
            self._publish_faults(uri, version, text, await asyncio.to_thread(files.of_config, text, path))
            return None
        if desk.is_rule(path, document.lines):
            self._publish_faults(uri, version, text, await asyncio.to_thread(files.of_rule, text, path, self.desk))
            return None
        source = self.desk.source(path, text, document.language_id or "")
        if source is None:
            return None
        report = await asyncio.to_thread(self._report, path, source)
        if isinstance(report, LintNewsError):
            self._tell(report)
            report = Report(source, ())
        elif faults := self.desk.faults(path):
            self._tell(LintNewsError("\n".join(faults)))
        if uri not in self.workspace.text_documents or document.version != version:
            return None
        shown = self._shown[uri] = Shown(uri, version, report, self.positions(source))
        self._publish(uri, version, [findings.diagnostic(each, shown.at, uri) for each in report.findings])
        return shown

    def _report(self, path: str, source: Source) -> Report | LintNewsError:
        try:
            return self.desk.report(path, source)
        except LintNewsError as error:
            return error

    async def shown(self, uri: str) -> Shown | None:
        """The report on a document as it is now."""
        document, _ = self.document(uri)
        known = self._shown.get(uri)
        return known if known and known.version == document.version else await self.check(uri)

    def positions(self, source: Source) -> Positions:
        """The positions of a source, in the units that were agreed on."""
        return Positions(source, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    def _publish(self, uri: str, version: int | None, diagnostics: Sequence[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(diagnostics), version))

    def _publish_faults(self, uri: str, version: int | None, text: str, faults: list[files.Fault]) -> None:
        at = self.positions(Source(uri, text))
        self._publish(uri, version, [findings.fault(words, at.whole_line(line)) for line, words in faults])

    def _tell(self, error: LintNewsError) -> None:
        """Say once what is wrong with a configuration or a story, and mark it in its file."""
        if str(error) not in self._told:
            self._told.add(str(error))
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
        by_file: dict[str, list[files.Fault]] = {}
        for path, fault in files.elsewhere(error):
            by_file.setdefault(path, []).append(fault)
        for path, faults in by_file.items():
            uri = from_fs_path(path)
            if uri and os.path.isfile(path) and uri not in self.workspace.text_documents:
                self._faulty.add(uri)
                self._publish_faults(uri, None, Path(path).read_text(encoding="utf-8", errors="replace"), faults)

    def finding(self, shown: Shown, rule: str, start: int) -> Finding | None:
        """A finding that an action spoke of."""
        return next((each for each in shown.report.findings if each.rule == rule and each.span.start == start), None)

    def names(self, uri: str, key: str) -> list[str]:
        """The names that a key of a configuration may hold."""
        try:
            linter = self.desk.linter(os.path.join(os.path.dirname(self.document(uri)[1]), "story.txt"))
        except LintNewsError:
            linter = None
        if linter is None:
            from lintnews.linter import Linter

            linter = Linter()
        return profiles.names(linter.folders) if key == "profile" else sorted(linter.names)

    def watch(self) -> None:
        """Ask to be told when a file changes that findings hang on."""
        watched = self.client_capabilities.workspace and self.client_capabilities.workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in _WATCHED])
            registration = types.Registration("lintnews.watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self.client_register_capability(types.RegistrationParams([registration]))


def build() -> Server:
    """The server with what it answers; its commands are in `commands`."""
    server = Server()
    _lifecycle(server)
    _documents(server)
    _answers(server)
    return server


def _lifecycle(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    async def ready(params: types.InitializedParams) -> None:
        folders = list(server.workspace.folders.values())
        root = to_fs_path(folders[0].uri) if folders else server.workspace.root_path
        if root and os.path.isdir(root):
            server.desk.root = root
            os.chdir(root)
        server.watch()
        await asyncio.to_thread(_warm, server.desk)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(params: types.DidChangeWatchedFilesParams) -> None:
        if any(desk.concerns(to_fs_path(change.uri) or "") for change in params.changes):
            server.look_anew()


def _warm(warmed: Desk) -> None:
    """Load the rules before the first story comes."""
    try:
        if linter := warmed.linter(os.path.join(warmed.root, "story.txt")):
            linter.check(Source("story.txt", "Good morning\n\nIt is Monday.\n"))
    except LintNewsError:
        return  # it is told with the first story


def _documents(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.look(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.look(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        document, path = server.document(params.text_document.uri)
        if desk.is_config(path) or desk.is_rule(path, document.lines):
            server.look_anew()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _answers(server: Server) -> None:
    kinds = [types.CodeActionKind.QuickFix, actions.FIX_ALL]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    async def act(params: types.CodeActionParams) -> list[types.CodeAction]:
        shown = await server.shown(params.text_document.uri)
        if shown is None:
            return []
        here = findings.touching(shown.report.findings, shown.at.span(params.range))
        rules = {rule.id: rule for each in here if (rule := server.desk.rule(server.document(shown.uri)[1], each.rule))}
        return actions.of(shown, here, rules, params.context.only)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        document, path = server.document(params.text_document.uri)
        if name := _schema_of(document, path):
            words = schema.about(name, document.lines, params.position.line)
            return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words)) if words else None
        shown = await server.shown(params.text_document.uri)
        offset = shown.at.offset(params.position) if shown else 0
        here = findings.touching(shown.report.findings, Span(offset, offset)) if shown else []
        if not shown or not here:
            return None
        words = "\n\n---\n\n".join(findings.told(each, server.desk.rule(path, each.rule), shown.at) for each in here)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, words), shown.at.range(here[0].span))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[":", " ", "-"]))
    async def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        document, path = server.document(params.text_document.uri)
        if not (name := _schema_of(document, path)):
            return []
        at = server.positions(Source(path, document.source))
        line = params.position.line
        column = at.offset(params.position) - at.source.line(min(line + 1, at.lines)).start
        offers = schema.offers(name, document.lines, line, column, lambda key: server.names(params.text_document.uri, key))
        return [_item(offer) for offer in offers]


def _schema_of(document: TextDocument, path: str) -> str:
    """The schema by which a document is written, empty for a story."""
    return "config" if desk.is_config(path) else "rule" if desk.is_rule(path, document.lines) else ""


def _item(offer: schema.Offer) -> types.CompletionItem:
    kind = types.CompletionItemKind.Property if offer.is_key else types.CompletionItemKind.Value
    return types.CompletionItem(
        offer.text, kind=kind, documentation=offer.about or None, insert_text=f"{offer.text}: " if offer.is_key else offer.text
    )
