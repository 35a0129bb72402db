"""The state of the server: the open documents, who checks them, and which of them wait to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from linter import __version__
from linter.documents.walk import suffix_of, walk
from linter.io.files import read_bytes, text_of
from linter.lsp.colours import headline
from linter.lsp.diagnostics import SOURCE, Notes, unchecked
from linter.lsp.drafts import DRAFTS, Draft
from linter.lsp.inbox import Inbox
from linter.lsp.rulefiles import is_rule_file, rule_notes, rule_record
from linter.lsp.shelf import Shelf
from linter.model import Said, UserError

HEADLINE = "skplint.ringkasan"
"""The command that shows the headline of a draft."""
_MOST_FILES = 2_000
_MOST_PENDING = 100
_LARGEST = 5_000_000
"""Bytes of a draft that is looked at while it is not open."""
_MORE = Said(
    "lebih dari {most} draf dalam folder ini; selebihnya belum diperiksa, pakai skplint check",
    "more than {most} drafts in this folder; the rest was not checked, use skplint check",
)


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
        self._records: dict[str, str | None] = {}
        self._closed: dict[str, tuple[tuple[int, int], list[lsp.Diagnostic]]] = {}
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
        for kept in (self.drafts, self._notes, self._records, self._due):
            kept.pop(uri, None)
        if not self.pulls:
            self._publish(uri, None, [])

    def draft(self, uri: str) -> Draft | None:
        """Return an open document."""
        return self.drafts.get(uri)

    def start_over(self) -> None:
        """Check everything anew, since configuration or rules have changed."""
        self.shelf.forget()
        self._closed.clear()
        self._records.clear()
        for draft in self.drafts.values():
            draft.forget()
        self._due.update(dict.fromkeys(self.drafts))
        self._ask_to_refresh()

    def lenses(self, draft: Draft) -> list[lsp.CodeLens]:
        """Return what stands above the first line: of a draft its headline, of a rule how it does on the corpus.

        The latter takes longer than a key, so it is that of the text when it was opened or saved.
        """
        said = self.headline(draft)
        top = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        return [lsp.CodeLens(top, lsp.Command(said, HEADLINE, arguments=[draft.uri]))] if said else []

    def headline(self, draft: Draft) -> str | None:
        """Return what its lens says; None where there is nothing to say."""
        if not is_rule_file(draft):
            return headline(draft, self.shelf)
        if draft.uri not in self._records:
            self._records[draft.uri] = rule_record(draft, self.shelf)
        return self._records[draft.uri]

    def save_draft(self, uri: str) -> None:
        """Take note that a document was saved: a rule is counted anew, and by others it may be what they are judged by."""
        self._records.pop(uri, None)
        self.note_changes([uri])

    def note_changes(self, uris_: Iterable[str]) -> None:
        """Start over where one of some files that have changed says how drafts are checked."""
        paths = (uris.to_fs_path(uri) for uri in uris_)
        if any(path and self.shelf.concerns(path) for path in paths):
            self.start_over()

    # -- notes

    def notes(self, draft: Draft) -> list[lsp.Diagnostic]:
        """Return what is said of the newest version of a document."""
        if is_rule_file(draft):
            return rule_notes(draft, self.shelf)
        draft.checker(self.shelf)  # who checks it knows which files are no drafts
        if self.shelf.concerns(draft.path):  # a word list
            return []
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

    def closed_files(self) -> Iterator[tuple[Draft, list[lsp.Diagnostic]]]:
        """Yield the drafts in the folders of the workspace that are not open, with their notes, or why there are none.

        The notes of a file that was not written since they were made are those that were made. Beyond _MOST_FILES the user
        is told that there are more.
        """
        opened = {uris.to_fs_path(uri) for uri in self.drafts}
        before, self._closed = self._closed, {}
        for n, path in enumerate(self._draft_files()):
            if n == _MOST_FILES:
                self._tell(_MORE.said(self.shelf.checker(path).lang).format(most=_MOST_FILES))
                return
            uri = uris.from_fs_path(path)
            if uri is None or path in opened or self.shelf.concerns(path):
                continue
            draft = Draft(uri, "", "", None, self.workspace.position_codec)
            state = _state(path)
            known = before.get(path)
            if known is None or known[0] != state:
                known = state, self._notes_of_file(path, draft)
            self._closed[path] = known
            yield draft, known[1]

    def _notes_of_file(self, path: str, draft: Draft) -> list[lsp.Diagnostic]:
        try:
            draft.change(text_of(read_bytes(path, max_bytes=_LARGEST), path).read(), None)
        except UserError as error:
            return [unchecked(draft, error, self.shelf)]
        return Notes().of(draft, self.shelf)

    def _tell(self, message: str) -> None:
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Warning, message))

    def _draft_files(self) -> Iterator[str]:
        for folder in filter(None, (uris.to_fs_path(one.uri) for one in self.workspace.folders.values())):
            skip = self.shelf.checker(folder).by_path.left_out
            yield from (one for one in walk(folder, skip) if isinstance(one, str) and suffix_of(one) in DRAFTS)


def _state(path: str) -> tuple[int, int]:
    """Return when a file was written last and its size; zeros for one that is gone."""
    try:
        status = Path(path).stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size
