"""A client in this process: messages go in as the protocol has them, and what is written comes out as plain data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pytest_lsp import client_capabilities

from linter.lsp.server import SkplintServer, make_server


class Wire:
    """A server and what it has written; by default for an editor to which notes are sent."""

    def __init__(self, editor: str = "emacs", folder: Path | None = None, **options: object) -> None:
        self.server: SkplintServer = make_server()
        self.written: list[dict[str, Any]] = []
        self.server.protocol.set_writer(self, include_headers=False)
        capabilities = client_capabilities(editor)
        self.answer = self.ask(
            lsp.InitializeRequest(
                1,
                lsp.InitializeParams(
                    capabilities=capabilities,
                    initialization_options=options or None,
                    workspace_folders=[lsp.WorkspaceFolder(folder.as_uri(), "kerja")] if folder else None,
                ),
            )
        )
        self.send(lsp.InitializedNotification(lsp.InitializedParams()))

    def write(self, data: bytes) -> None:
        """Take what the server writes."""
        self.written.append(json.loads(data))

    def close(self) -> None:
        """Take nothing more."""

    def send(self, message: Any) -> None:
        """Hand a notification to the server."""
        self.server.protocol.handle_message(message)

    def ask(self, request: Any) -> Any:
        """Return the answer to a request."""
        self.send(request)
        answer = next(one for one in reversed(self.written) if one.get("id") == request.id)
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, uri: str, text: str, language: str = "skp") -> None:
        """Open a document."""
        self.send(
            lsp.DidOpenTextDocumentNotification(
                lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, language, 1, text))
            )
        )

    def change(self, uri: str, version: int, text: str) -> None:
        """Send the whole text of another version."""
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(version, uri)
        self.send(lsp.DidChangeTextDocumentNotification(lsp.DidChangeTextDocumentParams(document, [change])))

    def published(self, uri: str) -> tuple[int | None, list[dict[str, Any]]]:
        """Return the version and the notes that were sent last for a document."""
        sent = [one["params"] for one in self.written if one.get("method") == lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]
        last = next(one for one in reversed(sent) if one["uri"] == uri)
        return last.get("version"), last["diagnostics"]
