"""The language server: what the editor tells and asks, handed on to those who know; nothing but the protocol on stdout."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, BinaryIO

from lsprotocol import types as lsp
from pygls import uris
from pygls.io_ import StdoutWriter, run_async
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from linter import __version__
from linter.documents.walk import walk
from linter.lsp.actions import KINDS, actions
from linter.lsp.colours import LEGEND, headline, hints, lenses, tokens
from linter.lsp.completions import TRIGGERS, completions
from linter.lsp.diagnostics import SOURCE, Notes
from linter.lsp.drafts import Draft
from linter.lsp.hovers import hover
from linter.lsp.inbox import Inbox
from linter.lsp.shelf import Shelf, is_setup
from linter.model import Said

HEADLINE = "skplint.ringkasan"
"""The command that shows the headline of a draft."""
_MOST_FILES = 2_000
_MOST_PENDING = 100
_RARELY = (50_000, 50, 100)
"""When the garbage collector looks for circles; there are hardly any, and a look at everything takes as long as an edit."""
_WATCHED = ("**/skplint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.yml", "**/*.txt")
_UNKNOWN_OPTION = Said("pengaturan editor tidak dikenal: {keys}", "editor settings that are not known: {keys}")


class _Protocol(LanguageServerProtocol):
    """The protocol, which lets the server know when a message was handled."""

    def handle_message(self, message: Any) -> None:
        super().handle_message(message)
        if len(self._request_futures) > _MOST_PENDING:  # pygls 2.1 keeps those of notifications when they are done
            for number in [number for number, future in self._request_futures.items() if future.done()]:
                del self._request_futures[number]
        if isinstance(self._server, SkplintServer):
            self._server.settle()


class SkplintServer(LanguageServer):
    """The open drafts, who checks them, and which of them wait to be checked.

    A change is checked at once, unless another message has come already: then when that, and all behind it, is handled.
    So a version is passed over only where a newer one is there.
    """

    def __init__(self) -> None:
        super().__init__(
            SOURCE,
            __version__,
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
            protocol_cls=_Protocol,
        )
        self.shelf = Shelf()
        self.drafts: dict[str, Draft] = {}
        self.inbox: Inbox | None = None
        self._notes: dict[str, Notes] = {}
        self._due: dict[str, None] = {}

    # -- drafts

    def open_draft(self, document: lsp.TextDocumentItem) -> None:
        """Take a document that was opened."""
        codec = self.workspace.position_codec
        self.drafts[document.uri] = Draft(document.uri, document.language_id, document.text, document.version, codec)
        self._due[document.uri] = None

    def change_draft(self, uri: str, version: int | None) -> None:
        """Take the newest text of a document."""
        draft = self.drafts.get(uri)
        if draft is not None:
            draft.change(self.workspace.get_text_document(uri).source, version)
            self._due[uri] = None

    def close_draft(self, uri: str) -> None:
        """Forget a document, and take its notes away."""
        for kept in (self.drafts, self._notes, self._due):
            kept.pop(uri, None)
        if not self.pulls:
            self._publish(uri, None, [])

    def draft(self, uri: str) -> Draft | None:
        """Return an open document."""
        return self.drafts.get(uri)

    def start_over(self) -> None:
        """Check everything anew, since configuration or rules have changed."""
        self.shelf.forget()
        for draft in self.drafts.values():
            draft.forget()
        self._due.update(dict.fromkeys(self.drafts))
        self._ask_to_refresh()

    # -- notes

    def notes(self, draft: Draft) -> list[lsp.Diagnostic]:
        """Return what is said of the newest version of a document."""
        return self._notes.setdefault(draft.uri, Notes()).of(draft, self.shelf)

    @property
    def pulls(self) -> bool:
        """Whether the client asks for notes; else they are sent to it."""
        known = self.client_capabilities.text_document
        return known is not None and known.diagnostic is not None

    def settle(self) -> None:
        """Check what is due, where nothing else has come meanwhile."""
        if self.inbox is not None and self.inbox.waiting:
            return
        due, self._due = self._due, {}
        for uri in due:
            draft = self.drafts.get(uri)
            if draft is not None and not self.pulls:
                self._publish(uri, draft.version, self.notes(draft))

    def _publish(self, uri: str, version: int | None, found: list[lsp.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _ask_to_refresh(self) -> None:
        """Ask the client to ask again, for each thing that it can be asked to."""
        known = self.client_capabilities.workspace
        if known is None:
            return
        if known.diagnostics and known.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)
        if known.semantic_tokens and known.semantic_tokens.refresh_support:
            self.workspace_semantic_tokens_refresh(None)
        if known.inlay_hint and known.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)
        if known.code_lens and known.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)

    def closed_files(self) -> Iterator[Draft]:
        """Yield the drafts in the folders of the workspace that are not open, at most _MOST_FILES."""
        folders = [uris.to_fs_path(folder.uri) for folder in self.workspace.folders.values()]
        found = (entry for folder in folders if folder for entry in walk(folder, None) if isinstance(entry, str))
        for n, path in enumerate(found):
            uri = uris.from_fs_path(path)
            if n >= _MOST_FILES:
                return
            if uri is None or uri in self.drafts:
                continue
            draft = Draft(uri, "", "", None, self.workspace.position_codec)
            if draft.is_checked and (source := _read(path)) is not None:
                draft.change(source, None)
                yield draft


def _read(path: str) -> str | None:
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeError):
        return None


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
        path = uris.to_fs_path(params.text_document.uri)
        if path and is_setup(path) and not _is_draft(ls, params.text_document.uri):
            ls.start_over()


def _is_draft(ls: SkplintServer, uri: str) -> bool:
    draft = ls.draft(uri)
    return draft is not None and draft.is_checked and bool(draft.checkup(ls.shelf).checked)


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
        found += ((draft, Notes().of(draft, ls.shelf)) for draft in ls.closed_files())
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
        return lenses(draft, ls.shelf, HEADLINE) if draft is not None else None

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=TRIGGERS))
    def complete(ls: SkplintServer, params: lsp.CompletionParams) -> list[lsp.CompletionItem] | None:
        draft = ls.draft(params.text_document.uri)
        return completions(draft, ls.shelf, params.position) if draft is not None else None

    @server.command(HEADLINE)
    def told(ls: SkplintServer, uri: str) -> None:
        draft = ls.draft(uri)
        if draft is not None and draft.is_checked:
            message = headline(draft, ls.shelf)
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
        paths = (uris.to_fs_path(change.uri) for change in params.changes if change.uri not in ls.drafts)
        if any(path and is_setup(path) for path in paths):
            ls.start_over()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(ls: SkplintServer, params: lsp.DidChangeConfigurationParams) -> None:
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
