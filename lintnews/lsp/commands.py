"""What an editor sends when somebody takes an action in, edits and pages out."""

from __future__ import annotations

import asyncio
import os
from typing import Any

from lsprotocol import types
from pygls.uris import from_fs_path

from lintnews import quiet
from lintnews.fixes import Edit
from lintnews.lsp import actions, vocabulary
from lintnews.lsp.server import Server
from lintnews.model import LintNewsError, Source, Span


def add_to(server: Server) -> None:
    """Let the server answer the commands of its code actions."""

    @server.command(actions.QUIET)
    async def quieten(*arguments: Any) -> None:
        uri, rule, start, *reason = arguments
        shown = await server.shown(str(uri))
        finding = server.finding(shown, str(rule), int(start)) if shown else None
        if shown and finding:
            _, path = server.document(shown.uri)
            why = str(reason[0]) if reason and reason[0] else ""
            at, text = await asyncio.to_thread(
                quiet.note, shown.report.source, finding, lambda source: server.desk.report(path, source), why
            )
            await _apply(server, actions.edit(shown, [Edit(Span(at, at), text, finding.rule)]), "Quiet the rule here")

    @server.command(actions.VOCABULARY)
    async def add(*arguments: Any) -> None:
        uri, term = map(str, arguments[:2])
        _, path = server.document(uri)
        try:
            changed = _with_term(server, path, term)
        except LintNewsError as error:
            changed = None
            server.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
        if changed:
            await _apply(server, changed, f"Add “{term}” to the vocabulary")

    @server.command(actions.OPEN_RULE)
    async def open_rule(*arguments: Any) -> None:
        uri, name = map(str, arguments[:2])
        rule = server.desk.rule(server.document(uri)[1], name)
        page = rule and (rule.link if rule.link.startswith(("http://", "https://")) else from_fs_path(rule.origin))
        if page:
            await server.window_show_document_async(types.ShowDocumentParams(page, external=page.startswith("http"), take_focus=True))


async def _apply(server: Server, changed: types.WorkspaceEdit, label: str) -> None:
    await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(changed, label))


def _with_term(server: Server, path: str, term: str) -> types.WorkspaceEdit:
    """The change to the configuration that holds for a story, or to a new one in the folder that is open; raises LintNewsError."""
    file = server.desk.config_path(path)
    uri = from_fs_path(file) or ""
    text = server.workspace.get_text_document(uri).source if os.path.exists(file) else ""
    made = vocabulary.added(text, term)
    if made is None:
        raise LintNewsError(f"{file}: its `vocabulary` is no plain list; add “{term}” to it by hand")
    at = server.positions(Source(file, text))
    start = _alike(text, made)
    stop = _alike(text[start:][::-1], made[start:][::-1])
    change = types.TextEdit(at.range(Span(start, len(text) - stop)), made[start : len(made) - stop])
    document = types.OptionalVersionedTextDocumentIdentifier(uri, None)
    new: list[Any] = [] if os.path.exists(file) else [types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))]
    return types.WorkspaceEdit(document_changes=[*new, types.TextDocumentEdit(document, [change])])


def _alike(one: str, other: str) -> int:
    """How far two texts begin alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
