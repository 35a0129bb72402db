"""A client with the capabilities of an editor, and a server of its own for each."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_lsp
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

EDITORS = ("visual-studio-code", "neovim@v0.11", "emacs")


@pytest_lsp.fixture(
    scope="module",
    params=EDITORS,
    config=ClientServerConfig(server_command=[sys.executable, "-m", "linter", "lsp"]),
)
async def client(request: object, lsp_client: LanguageClient, tmp_path_factory: object) -> AsyncIterator[None]:
    folder: Path = tmp_path_factory.mktemp("kerja")  # type: ignore[attr-defined]
    lsp_client.editor = request.param  # type: ignore[attr-defined]
    lsp_client.folder = folder  # type: ignore[attr-defined]

    @lsp_client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def registered(params: lsp.RegistrationParams) -> None:
        lsp_client.registered = params  # type: ignore[attr-defined]

    for asked in (
        lsp.WORKSPACE_SEMANTIC_TOKENS_REFRESH,
        lsp.WORKSPACE_INLAY_HINT_REFRESH,
        lsp.WORKSPACE_CODE_LENS_REFRESH,
    ):
        lsp_client.feature(asked)(lambda params: None)
    await lsp_client.initialize_session(
        lsp.InitializeParams(
            capabilities=client_capabilities(request.param),  # type: ignore[attr-defined]
            workspace_folders=[lsp.WorkspaceFolder(uri=folder.as_uri(), name="kerja")],
        )
    )
    yield
    await lsp_client.shutdown_session()
