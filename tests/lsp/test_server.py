"""What the server answers, to each editor in the units that it counts in."""

from __future__ import annotations

import pytest
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

pytestmark = pytest.mark.asyncio(loop_scope="module")

UNITS = {"utf-8": lambda s: len(s.encode()), "utf-16": lambda s: len(s.encode("utf-16-le")) // 2, "utf-32": len}


def units(client: LanguageClient, text: str) -> int:
    """Return how many units of the client *text* is."""
    general = client.capabilities.general
    encodings = (general.position_encodings if general else None) or ["utf-16"]
    first = encodings[0]
    return UNITS[str(getattr(first, "value", first))](text)


async def opened(
    client: LanguageClient, name: str, text: str, language: str = "skp"
) -> tuple[str, list[lsp.Diagnostic]]:
    """Open a document; return its URI and the notes that come, pushed or pulled."""
    uri = (client.folder / name).as_uri()
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri=uri, language_id=language, version=1, text=text))
    )
    return uri, await notes(client, uri)


async def notes(client: LanguageClient, uri: str) -> list[lsp.Diagnostic]:
    """Return the notes that answer what the server was told last: those that it sends, else those that are asked for."""
    if client.capabilities.text_document.diagnostic is None:
        client.diagnostics.pop(uri, None)
        while uri not in client.diagnostics:  # several documents may be told of before this one is waited for again
            await client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(client.diagnostics[uri])
    asked = lsp.DocumentDiagnosticParams(lsp.TextDocumentIdentifier(uri))
    return list((await client.text_document_diagnostic_async(asked)).items)


async def test_notes_stand_where_the_text_does(client: LanguageClient) -> None:
    text = "Laporan kas tersusun tepat waktu\n😀 Menyusun laporan kas dengan baik\n"
    _, found = await opened(client, "a.skp", text)
    act = next(d for d in found if d.code == "C001")
    assert act.severity == lsp.DiagnosticSeverity.Error
    assert act.source == "skplint"
    assert (act.range.start.line, act.range.start.character) == (1, units(client, "😀 "))
    assert act.range.end.character == units(client, "😀 Menyusun")


DRAFT = """pegawai: {jabatan: Analis Kebijakan, unit_kerja: Bagian Organisasi}
utama:
  - rhk: Menyusun laporan kas
    indikator:
      - teks: Jumlah laporan kas
        aspek: kuantitas
        target: 12 laporan
"""


def document(uri: str) -> lsp.TextDocumentIdentifier:
    return lsp.TextDocumentIdentifier(uri)


async def changed(client: LanguageClient, uri: str, text: str, version: int) -> list[lsp.Diagnostic]:
    """Send another version; return the notes."""
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(version, uri), [lsp.TextDocumentContentChangeWholeDocument(text)]
        )
    )
    return await notes(client, uri)


def codes(found: list[lsp.Diagnostic]) -> list[str]:
    return [str(d.code) for d in found]


def applied(text: str, client: LanguageClient, action: lsp.CodeAction) -> str:
    """Return *text* with the edits of *action* made, as an editor of that client makes them."""
    assert action.edit is not None and action.edit.document_changes
    edits = sorted(
        (e for change in action.edit.document_changes for e in change.edits),
        key=lambda e: (e.range.start.line, e.range.start.character),
        reverse=True,
    )
    for edit in edits:
        start, end = (offset(client, text, p) for p in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def offset(client: LanguageClient, text: str, position: lsp.Position) -> int:
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position.line])
    line = lines[position.line]
    return before + next(n for n in range(len(line) + 1) if units(client, line[:n]) >= position.character)


async def actions(
    client: LanguageClient, uri: str, where: lsp.Range, only: list[str] | None = None
) -> list[lsp.CodeAction]:
    context = lsp.CodeActionContext(diagnostics=[], only=only)
    found = await client.text_document_code_action_async(lsp.CodeActionParams(document(uri), where, context))
    return list(found or ())


async def test_lines_are_those_of_the_protocol(client: LanguageClient) -> None:
    text = "Judul\x0bdan\u2028lanjutan\x85 tersusun tepat waktu\r\nMenyusun laporan kas\rMenyusun daftar aset\n"
    uri, found = await opened(client, "garis.skp", text)
    assert [d.range.start.line for d in found if d.code == "C001"] == [1, 2]
    found = await changed(client, uri, f"\n{text}", 2)
    assert [d.range.start.line for d in found if d.code == "C001"] == [2, 3]


async def test_an_edit_at_every_position(client: LanguageClient) -> None:
    line = "😀 Menyusun laporan kas"
    uri, _ = await opened(client, "titik.skp", line)
    for n in range(len(line) + 1):
        text = f"{line[:n]}\n{line[n:]}"
        found = await changed(client, uri, text, n + 2)
        for d in found:
            at = [offset(client, text, p) for p in (d.range.start, d.range.end)]
            assert 0 <= at[0] <= at[1] <= len(text)
    assert codes(await changed(client, uri, line, 99)) == ["C001"]


async def test_hover_says_why(client: LanguageClient) -> None:
    uri, _ = await opened(client, "arahkan.skp", "😀 Menyusun laporan kas\nLaporan kas tersusun tepat waktu\n")
    at = lsp.Position(0, units(client, "😀 Menyu"))
    said = await client.text_document_hover_async(lsp.HoverParams(document(uri), at))
    assert said is not None
    for piece in ("C001", "Mengapa", "Dasar", "pedoman", "✗", "✓"):
        assert piece in said.contents.value, piece
    said = await client.text_document_hover_async(lsp.HoverParams(document(uri), lsp.Position(1, 3)))
    assert said is not None
    assert "PENCAPAIAN" in said.contents.value
    assert await client.text_document_hover_async(lsp.HoverParams(document(uri), lsp.Position(2, 0))) is None


async def test_fixes_by_how_safe_they_are(client: LanguageClient) -> None:
    text = "Laporan kas tersusun sesuai jadual\nMenyusun laporan kas\n"
    uri, found = await opened(client, "perbaiki.skp", text)
    spelling = next(d for d in found if d.code == "E001")
    quick = await actions(client, uri, spelling.range)
    assert quick[0].is_preferred
    assert applied(text, client, quick[0]).startswith("Laporan kas tersusun sesuai jadwal\n")
    every = await actions(client, uri, spelling.range, ["source.fixAll"])
    assert [a.kind for a in every] == ["source.fixAll.skplint"]
    assert applied(text, client, every[0]).startswith("Laporan kas tersusun sesuai jadwal\n")


async def test_steps_to_a_better_sentence(client: LanguageClient) -> None:
    text = "2. Menyusun laporan kas bulanan\n"
    uri, found = await opened(client, "tangga.skp", text)
    act = next(d for d in found if d.code == "C001")
    better = [a for a in await actions(client, uri, act.range) if a.kind == lsp.CodeActionKind.RefactorRewrite]
    assert better
    assert {applied(text, client, a)[:3] for a in better} == {"2. "}
    assert any("Laporan kas bulanan" in applied(text, client, a) for a in better)
    assert all("Menyusun" not in applied(text, client, a) for a in better)


async def test_a_silence_with_a_reason(client: LanguageClient) -> None:
    text = "Menyusun laporan kas\n"
    uri, found = await opened(client, "diam.skp", text)
    silence = next(a for a in await actions(client, uri, found[0].range, ["quickfix"]) if "Abaikan" in a.title)
    after = applied(text, client, silence)
    assert after == "# skplint: abaikan C001 -- ‹alasannya›\nMenyusun laporan kas\n"
    assert codes(await changed(client, uri, after, 2)) == []
    uri, found = await opened(client, "diam.yaml", DRAFT, "yaml")
    act = next(d for d in found if d.code == "C001")
    silence = next(
        a for a in await actions(client, uri, act.range, ["quickfix"]) if "C001" in a.title and "Abaikan" in a.title
    )
    after = applied(DRAFT, client, silence)
    assert '\n    abaikan: {C001: "‹alasannya›"}\n' in after
    assert "C001" not in codes(await changed(client, uri, after, 2))


async def test_what_is_typed_in_ends_as_the_other_lines_do(client: LanguageClient) -> None:
    text = "\ufeffLaporan kas tersusun sesuai jadual\r\nMenyusun laporan kas\r\n"
    uri, found = await opened(client, "windows.skp", text)
    spelling, act = (next(d for d in found if d.code == code) for code in ("E001", "C001"))
    silence = next(a for a in await actions(client, uri, act.range, ["quickfix"]) if "Abaikan" in a.title)
    assert applied(text, client, silence).endswith(
        "\r\n# skplint: abaikan C001 -- ‹alasannya›\r\nMenyusun laporan kas\r\n"
    )
    every = await actions(client, uri, spelling.range, ["source.fixAll"])
    assert applied(text, client, every[0]) == text.replace("jadual", "jadwal")


async def test_colours_are_the_parts(client: LanguageClient) -> None:
    text = "😀 Menyusun laporan kas tepat waktu\n\nMonitoring\n"
    uri, _ = await opened(client, "warna.skp", text)
    found = await client.text_document_semantic_tokens_full_async(lsp.SemanticTokensParams(document(uri)))
    assert found is not None
    data, line, at, seen = list(found.data), 0, 0, []
    for n in range(0, len(data), 5):
        down, along, width, kind, _ = data[n : n + 5]
        line, at = line + down, along if down else at + along
        body = text.split("\n")[line]
        start = next(k for k in range(len(body) + 1) if units(client, body[:k]) >= at)
        end = next(k for k in range(len(body) + 1) if units(client, body[:k]) >= at + width)
        seen.append((body[start:end], kind))
    assert ("Menyusun", 1) in seen
    assert ("laporan kas", 2) in seen
    assert any(said == "tepat waktu" for said, _ in seen)


async def test_the_class_stands_behind_the_statement(client: LanguageClient) -> None:
    uri, _ = await opened(client, "kelas.skp", "Menyusun laporan kas\nLaporan kas tersusun tepat waktu\n")
    everything = lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0))
    found = await client.text_document_inlay_hint_async(lsp.InlayHintParams(document(uri), everything))
    assert [(h.position.line, h.label) for h in found or ()] == [(0, "aktivitas"), (1, "pencapaian")]
    first = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 99))
    found = await client.text_document_inlay_hint_async(lsp.InlayHintParams(document(uri), first))
    assert len(found or ()) == 1


async def test_the_headline_stands_above(client: LanguageClient) -> None:
    uri, _ = await opened(client, "kepala.skp", "Menyusun laporan kas\nLaporan kas tersusun tepat waktu\n")
    found = await client.text_document_code_lens_async(lsp.CodeLensParams(document(uri)))
    assert found and found[0].command
    assert "1 dari 2 rumusan" in found[0].command.title
    assert "1 aktivitas" in found[0].command.title
    command = lsp.ExecuteCommandParams(found[0].command.command, arguments=found[0].command.arguments)
    await client.workspace_execute_command_async(command)
    assert any("1 dari 2" in message.message for message in client.messages)


@pytest.mark.parametrize(
    ("name", "text", "line", "wanted"),
    [
        ("isi.skp", "# skplint: abaikan ", 0, "C001"),
        ("isi1.yaml", f"{DRAFT}    abaikan: {{", 7, "C001"),
        ("isi2.yaml", f"{DRAFT}    abaikan:\n      ", 8, "C001"),
        ("isi3.yaml", DRAFT.replace("kuantitas", ""), 5, "kualitas"),
        ("isi4.yaml", DRAFT.replace("12 laporan", "12 "), 6, "orang"),
        ("isi5.yaml", DRAFT.replace("Jumlah laporan kas", ""), 4, "Persentase"),
    ],
)
async def test_what_can_be_typed(client: LanguageClient, name: str, text: str, line: int, wanted: str) -> None:
    uri, _ = await opened(client, name, text, "yaml" if name.endswith("yaml") else "skp")
    at = lsp.Position(line, len(text.split("\n")[line]))
    found = await client.text_document_completion_async(lsp.CompletionParams(document(uri), at))
    items = found.items if isinstance(found, lsp.CompletionList) else found or ()
    assert wanted in [item.label for item in items]


async def test_markdown_and_what_is_not_ours(client: LanguageClient) -> None:
    table = "| No | Rencana Hasil Kerja |\n|---|---|\n| 1 | Menyusun laporan kas |\n"
    _, found = await opened(client, "tabel.md", table, "markdown")
    assert [(d.code, d.range.start.line) for d in found if d.code == "C001"] == [("C001", 2)]
    _, found = await opened(client, "lain.yaml", "nama: layanan\nport: 80\n", "yaml")
    assert found == []
    _, found = await opened(client, "kode.py", "Menyusun laporan kas\n", "python")
    assert found == []


async def test_what_cannot_be_read_is_told(client: LanguageClient) -> None:
    _, found = await opened(client, "rusak.yaml", "utama:\n  - rhk: Menyusun\n    rkh: salah\n", "yaml")
    assert [d.range.start.line for d in found] == [2]
    assert found[0].severity == lsp.DiagnosticSeverity.Error


async def test_the_workspace(client: LanguageClient) -> None:
    (client.folder / "tertutup.skp").write_text("Menyusun laporan kas\n", "utf-8")
    found = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams([]))
    told = {report.uri.rpartition("/")[2]: codes(report.items) for report in found.items}
    assert told["tertutup.skp"] == ["C001"]


async def test_another_configuration(client: LanguageClient) -> None:
    uri, found = await opened(client, "atur.skp", "Menyusun laporan kas\n")
    assert codes(found) == ["C001"]
    setup = client.folder / "skplint.toml"
    setup.write_text('ignore = ["C001"]\n', "utf-8")
    try:
        told = lsp.FileEvent(setup.as_uri(), lsp.FileChangeType.Created)
        client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([told]))
        assert codes(await notes(client, uri)) == []
        setup.write_text('ignor = ["C001"]\n', "utf-8")
        client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([told]))
        found = await notes(client, uri)
        assert "ignor" in found[0].message
        assert "C001" in codes(found)
    finally:
        setup.unlink()
        client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([told]))
        await notes(client, uri)


RULE = """code: P930
name: kata-contoh
kind: flag
part: [rencana_kinerja]
severity: info
status: stable
since: "2026"
basis: [{source: "Kaidah skplint", place: "uji", force: saran}]
when: {phrase: [peta]}
message: {id: "'{match}'"}
why: {id: "Untuk mencoba"}
examples:
  bad:
    - text: "[[Peta]] desa tersusun"
    - text: "Laporan desa tersusun"
  good:
    - text: "Laporan kas tersusun"
"""


async def test_a_rule_under_edit(client: LanguageClient) -> None:
    uri, found = await opened(client, "P930-kata-contoh.yaml", RULE, "yaml")
    assert [d.range.start.line for d in found] == [14]
    assert "contoh" in found[0].message
    lens = await client.text_document_code_lens_async(lsp.CodeLensParams(document(uri)))
    assert lens and lens[0].command and lens[0].command.title.startswith("skplint P930: berbunyi pada ")
    right = RULE.replace("Laporan desa tersusun", "Nilai [[peta]] desa")
    assert await changed(client, uri, right, 2) == []
    found = await changed(client, uri, right.replace("severity:", "severty:"), 3)
    assert [(d.range.start.line, "severity" in d.message) for d in found] == [(4, True)]
    found = await changed(client, uri, right.replace("phrase: [peta]", "fact: bentuk, is: a"), 4)
    assert [d.range.start.line for d in found] == [8]
