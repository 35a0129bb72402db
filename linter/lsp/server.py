"""The language server: what the editor tells and asks, handed on to those who know; nothing but the protocol on stdout."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import Event
from typing import Any, BinaryIO

from lsprotocol import types as lsp
from pygls.io_ import StdoutWriter, run_async

from linter.lsp.actions import KINDS, actions
from linter.lsp.colours import LEGEND, hints, tokens
from linter.lsp.completions import TRIGGERS, completions
from linter.lsp.diagnostics import SOURCE
from linter.lsp.hovers import hover
from linter.lsp.inbox import Inbox
from linter.lsp.shelf import OPTIONS
from linter.lsp.state import HEADLINE, SkplintServer
from linter.model import Said

_RARELY = (50_000, 50, 100)
"""When the garbage collector looks for circles; there are hardly any, and a look at everything takes as long as an edit."""
_WATCHED = ("**/skplint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml", "**/*.txt")
_UNKNOWN_OPTION = Said("pengaturan editor tidak dikenal: {keys}", "editor settings that are not known: {keys}")


def make_server() -> SkplintServer:
    """Return a server that knows what to do with every message."""
    server = SkplintServer()
    _register_documents(server)
    _register_notes(server)
    _register_views(server)
    _register_setup(server)
    return server


def _register_documents(server: SkplintServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: SkplintServer, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.open_draft(params.text_document)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: SkplintServer, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.change_draft(params.text_document.uri, params.text_document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: SkplintServer, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.close_draft(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: SkplintServer, params: lsp.DidSaveTextDocumentParams) -> None:
        ls.save_draft(params.text_document.uri)


def _register_notes(server: SkplintServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_DIAGNOSTIC,
        lsp.DiagnosticOptions(identifier=SOURCE, inter_file_dependencies=False, workspace_diagnostics=True),
    )
    def pull(ls: SkplintServer, params: lsp.DocumentDiagnosticParams) -> lsp.DocumentDiagnosticReport:
        draft = ls.draft(params.text_document.uri)
        found = ls.notes(draft) if draft is not None else []
        return lsp.RelatedFullDocumentDiagnosticReport(found)

    @server.feature(lsp.WORKSPACE_DIAGNOSTIC)
    def pull_all(ls: SkplintServer, params: lsp.WorkspaceDiagnosticParams) -> lsp.WorkspaceDiagnosticReport:
        found = [(draft, ls.notes(draft)) for draft in ls.drafts.values()]
        found += ls.closed_files()
        reports = [
            lsp.WorkspaceFullDocumentDiagnosticReport(draft.uri, notes, version=draft.version) for draft, notes in found
        ]
        return lsp.WorkspaceDiagnosticReport(reports)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=KINDS))
    def act(ls: SkplintServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        draft = ls.draft(params.text_document.uri)
        return actions(draft, ls.shelf, params.range, params.context) if draft is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def show(ls: SkplintServer, params: lsp.HoverParams) -> lsp.Hover | None:
        draft = ls.draft(params.text_document.uri)
        return hover(draft, ls.shelf, params.position) if draft is not None else None


def _register_views(server: SkplintServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    def colour(ls: SkplintServer, params: lsp.SemanticTokensParams) -> lsp.SemanticTokens | None:
        draft = ls.draft(params.text_document.uri)
        return tokens(draft, ls.shelf) if draft is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    def hint(ls: SkplintServer, params: lsp.InlayHintParams) -> list[lsp.InlayHint] | None:
        draft = ls.draft(params.text_document.uri)
        return hints(draft, ls.shelf, params.range) if draft is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def lens(ls: SkplintServer, params: lsp.CodeLensParams) -> list[lsp.CodeLens] | None:
        draft = ls.draft(params.text_document.uri)
        return ls.lenses(draft) if draft is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=TRIGGERS))
    def complete(ls: SkplintServer, params: lsp.CompletionParams) -> list[lsp.CompletionItem] | None:
        draft = ls.draft(params.text_document.uri)
        return completions(draft, ls.shelf, params.position) if draft is not None else None

    @server.command(HEADLINE)
    def told(ls: SkplintServer, uri: str) -> None:
        draft = ls.draft(uri)
        message = ls.headline(draft) if draft is not None else None
        if message:
            ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, message))


def _register_setup(server: SkplintServer) -> None:
    @server.feature(lsp.INITIALIZE)
    def begin(ls: SkplintServer, params: lsp.InitializeParams) -> None:
        _take_options(ls, params.initialization_options)

    @server.feature(lsp.INITIALIZED)
    def begun(ls: SkplintServer, params: lsp.InitializedParams) -> None:
        ls.shelf.checker(ls.workspace.root_path or ".")  # loaded now, the first draft need not wait for it
        known = ls.client_capabilities.workspace
        watched = known.did_change_watched_files if known else None
        if watched and watched.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            registration = lsp.Registration("skplint-files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            ls.client_register_capability(lsp.RegistrationParams([registration]))

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(ls: SkplintServer, params: lsp.DidChangeWatchedFilesParams) -> None:
        ls.note_changes([change.uri for change in params.changes])

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(ls: SkplintServer, params: lsp.DidChangeConfigurationParams) -> None:
        said = _plain(params.settings)
        if SOURCE in said or not said.keys().isdisjoint(OPTIONS):  # others send theirs too, or nothing
            _take_options(ls, params.settings)
            ls.start_over()


def _take_options(ls: SkplintServer, given: object) -> None:
    """Take what the client sets, by itself or under "skplint", and say which of it is not known."""
    said = _plain(given)
    said = _plain(said.get(SOURCE, said))
    unknown = ls.shelf.set_options(
        {key: value for key, value in said.items() if key not in ("path", "trace", "interpreter")}
    )
    if unknown:
        message = _UNKNOWN_OPTION.said(str(said.get("lang", "id"))).format(keys=", ".join(sorted(unknown)))
        ls.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, message))


def _plain(given: object) -> Mapping[str, Any]:
    """Return the settings of a client as a mapping, whatever they came as."""
    if isinstance(given, Mapping):
        return given
    fields: Iterable[str] = getattr(given, "_fields", ())  # what pygls makes of an object without a type
    return {name: getattr(given, name) for name in fields}


def serve() -> int:
    """Serve one client over the standard streams until it ends; return the exit code."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may be written to it
    try:
        gc.set_threshold(*_RARELY)
        asyncio.run(_converse(partial(os.read, sys.stdin.fileno()), out))
    except SystemExit as ended:  # how pygls leaves, 0 where the client has asked to shut down before
        return int(ended.code or 0)
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


async def _converse(read: Callable[[int], bytes], out: BinaryIO) -> None:
    server = make_server()
    server.inbox = Inbox(read, asyncio.get_running_loop())
    server.protocol.set_writer(StdoutWriter(out))
    await run_async(Event(), server.inbox, server.protocol, error_handler=server.report_server_error)
