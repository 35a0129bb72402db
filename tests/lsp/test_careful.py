"""What the server must not do: break a draft, forget a setting, show what is old, or look at what is none of its business."""

from __future__ import annotations

import pytest
from lsprotocol import types as lsp
from wire import Wire

from linter.cli import main
from linter.lsp.actions import actions
from linter.lsp.colours import tokens
from linter.lsp.drafts import Draft
from linter.lsp.hovers import hover
from linter.lsp.shelf import Shelf

SHELF = Shelf()
EVERYWHERE = lsp.Range(lsp.Position(0, 0), lsp.Position(999, 0))
ANY = lsp.CodeActionContext(diagnostics=[])
CSV = "No,Rencana Hasil Kerja,Indikator Kinerja Individu,Target\n1,Menyusun laporan kas,Jumlah laporan kas,12 laporan\n"
YAML = "utama:\n  - rhk: Menyusun laporan kas\n    indikator:\n      - teks: Laporan kas\n        aspek: kuantitas\n"
FLOW = "utama:\n  - {\n    rhk: Menyusun laporan kas\n    }\n"
MD = "| No | Rencana Hasil Kerja | Target |\n|---|---|---|\n| 1 | Menyusun laporan kas | 12 laporan |\n"
PK = "perjanjian_kinerja:\n  - sasaran: Menyusun laporan kas\n"


@pytest.fixture
def wire() -> Wire:
    return opened_wire()


def opened_wire(**options: object) -> Wire:
    wire = Wire(**options)
    if not options:
        wire.server.shelf = SHELF
    return wire


def draft(wire: Wire, name: str, text: str) -> Draft:
    wire.open(f"file:///kerja/{name}", text)
    return wire.server.drafts[f"file:///kerja/{name}"]


def applied(text: str, action: lsp.CodeAction, held: Draft) -> str:
    assert action.edit is not None and action.edit.document_changes
    edits = [edit for change in action.edit.document_changes for edit in change.edits]
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        start, end = held.text.offset(edit.range.start), held.text.offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", CSV),
        ("a.yaml", YAML),
        ("alur.yaml", FLOW),
        ("a.md", MD),
        ("pk.yaml", PK),
        ("kutip.yaml", YAML.replace("Menyusun laporan kas", '"Menyusun laporan kas"')),
        ("crlf.csv", CSV.replace("\n", "\r\n")),
        ("bom.skp", "\ufeffMenyusun laporan kas\nLaporan kas tersusun sesuai jadual\n"),
    ],
)
def test_no_action_breaks_a_draft(wire: Wire, name: str, text: str) -> None:
    held = draft(wire, name, text)
    before = held.checkup(SHELF)
    offered = actions(held, SHELF, EVERYWHERE, ANY)
    for n, action in enumerate(offered):
        after = draft(wire, f"{n}-{name}", applied(text, action, held)).checkup(SHELF)
        assert after.unread == (), action.title
        assert len([c for c in after.checked if c.item.part not in ("dokumen", "baris")]) == len(
            [c for c in before.checked if c.item.part not in ("dokumen", "baris")]
        ), action.title
    assert offered or name in ("alur.yaml", "pk.yaml")


@pytest.mark.parametrize("text", ["Laporan kas tersusun secara optimal\n", "Laporan kas tersusun dengan baik\n"])
def test_advice_is_no_sentence(wire: Wire, text: str) -> None:
    held = draft(wire, "nasihat.skp", text)
    rewrites = [a for a in actions(held, SHELF, EVERYWHERE, ANY) if a.kind == lsp.CodeActionKind.RefactorRewrite]
    assert all("ganti '" not in applied(text, action, held) for action in rewrites)


def test_a_faulty_silence_is_not_silenced_by_another(wire: Wire) -> None:
    held = draft(wire, "diam.skp", "# skplint: abaikan X999 -- entah\nMenyusun laporan kas\n")
    titles = [a.title for a in actions(held, SHELF, EVERYWHERE, ANY)]
    assert any(f.code.startswith("D09") for _, f, _, _ in held.notes(SHELF))
    assert not any("D09" in title for title in titles)


def test_settings_of_others_change_nothing() -> None:
    wire = opened_wire(ignore=["C001"], lang="en")
    uri = "file:///kerja/a.skp"
    wire.open(uri, "Menyusun laporan kas\n")
    for settings in ({}, None, {"pylsp": {"a": 1}}):
        wire.send(lsp.DidChangeConfigurationNotification(lsp.DidChangeConfigurationParams(settings)))
        assert wire.published(uri)[1] == []
    wire.send(lsp.DidChangeConfigurationNotification(lsp.DidChangeConfigurationParams({"skplint": {"ignore": []}})))
    assert [one["code"] for one in wire.published(uri)[1]] == ["C001"]
    assert not any("tidak dikenal" in str(one.get("params")) for one in wire.written)


def test_other_files_that_change_are_not_our_business(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    started = list[str]()
    monkeypatch.setattr(type(wire.server), "start_over", lambda self: started.append("over"))
    for name in ("some/log.txt", "ci.yaml", "requirements.txt"):
        event = lsp.FileEvent(f"file:///kerja/{name}", lsp.FileChangeType.Changed)
        wire.send(lsp.DidChangeWatchedFilesNotification(lsp.DidChangeWatchedFilesParams([event])))
    assert started == []
    event = lsp.FileEvent("file:///kerja/skplint.toml", lsp.FileChangeType.Created)
    wire.send(lsp.DidChangeWatchedFilesNotification(lsp.DidChangeWatchedFilesParams([event])))
    assert started == ["over"]


def test_an_end_that_moved_is_not_kept(wire: Wire) -> None:
    uri, text = "file:///kerja/kutip.yaml", 'utama:\n  - rhk: "Menyusun \\"laporan\\" kas"'
    wire.open(uri, f"{text}\n")
    wire.change(uri, 2, f"{text}  # sebuah keterangan\n")
    now = wire.published(uri)[1]
    wire.open("file:///kerja/segar.yaml", f"{text}  # sebuah keterangan\n")
    assert [one["range"] for one in now] == [one["range"] for one in wire.published("file:///kerja/segar.yaml")[1]]


def test_colours_do_not_overlap(wire: Wire) -> None:
    plain = "  - rhk: Laporan kas tersusun lengkap dan tepat waktu\n"
    held = draft(wire, "warna.yaml", YAML.replace("Menyusun laporan kas", '"Menyusun \\"laporan\\" kas"') + plain)
    assert tokens(held, SHELF).data
    data, line, at, behind = tokens(held, SHELF).data, 0, 0, (0, 0)
    for n in range(0, len(data), 5):
        down, along, width = data[n : n + 3]
        line, at = line + down, along if down else at + along
        assert (line, at) >= behind
        behind = (line, at + width)


def test_examples_keep_their_blanks(wire: Wire) -> None:
    held = draft(wire, "arahkan.skp", "Menyusun laporan kas\n")
    shown = hover(held, SHELF, lsp.Position(0, 2))
    assert shown is not None and isinstance(shown.contents, lsp.MarkupContent)
    examples = [line for line in shown.contents.value.splitlines() if line.startswith("- ✗")]
    assert examples and all("** " in line for line in examples)


@pytest.mark.parametrize("format_", ["json", "jsonl", "sarif", "ringkas", "csv"])
def test_a_report_of_ours_is_no_draft(wire: Wire, tmp_path, format_: str) -> None:
    source = tmp_path / "draf.skp"
    source.write_text("Menyusun laporan kas\n", "utf-8")
    name = {"ringkas": "r.txt", "csv": "r.csv"}.get(format_, "r.json")
    assert main(["check", str(source), "--no-config", "--format", f"{format_}={tmp_path / name}"]) == 1
    held = draft(wire, f"{format_}-{name}", (tmp_path / name).read_text("utf-8"))
    assert wire.published(held.uri)[1] == []


def test_a_broken_configuration_is_told_and_loaded_once(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "skplint.toml").write_text('ignor = ["C001"]\n', "utf-8")
    shelf = Shelf()
    made = list[int]()
    make = Shelf._made
    monkeypatch.setattr(Shelf, "_made", lambda self, *given: made.append(1) or make(self, *given))
    checkers = [shelf.checker(str(tmp_path / f"{n}.skp")) for n in range(5)]
    assert len(made) == 1
    assert all(checker.fault is not None for checker in checkers)


def test_what_is_left_out_of_a_check_is_left_out_of_the_workspace(tmp_path) -> None:
    (tmp_path / "skplint.toml").write_text('exclude = ["arsip"]\n', "utf-8")
    for name in ("arsip/lama.skp", "baru.skp", "gambar.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Menyusun laporan kas\n", "utf-8")
    wire = Wire(folder=tmp_path)
    asked = lsp.WorkspaceDiagnosticRequest(7, lsp.WorkspaceDiagnosticParams([]))
    first = wire.ask(asked)["items"]
    assert [item["uri"].rpartition("/")[2] for item in first] == ["baru.skp"]
    assert wire.ask(lsp.WorkspaceDiagnosticRequest(8, lsp.WorkspaceDiagnosticParams([])))["items"] == first


def test_what_was_not_looked_at_is_told(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "besar.skp").write_text("Menyusun laporan kas\n" * 400, "utf-8")
    (tmp_path / "biner.txt").write_bytes(b"\x00\x01\x02\x81" * 50)
    (tmp_path / "lama.txt").write_bytes("Menyusun laporan kas \u2013 bulanan\n".encode("cp1252"))
    monkeypatch.setattr("linter.lsp.state._LARGEST", 4_000)
    wire = Wire(folder=tmp_path)
    asked = lsp.WorkspaceDiagnosticRequest(7, lsp.WorkspaceDiagnosticParams([]))
    found = {item["uri"].rpartition("/")[2]: item["items"] for item in wire.ask(asked)["items"]}
    assert found["besar.skp"][0]["message"].startswith("Tidak diperiksa: ")
    assert found["biner.txt"][0]["message"].startswith("Tidak diperiksa: ")
    assert [one["code"] for one in found["lama.txt"]] == ["C001"]
    monkeypatch.setattr("linter.lsp.state._MOST_FILES", 1)
    assert len(wire.ask(lsp.WorkspaceDiagnosticRequest(8, lsp.WorkspaceDiagnosticParams([])))["items"]) == 1
    assert any("belum diperiksa" in str(one.get("params")) for one in wire.written)


def test_a_rule_that_was_broken_and_mended_is_read_again(tmp_path) -> None:
    rule = tmp_path / "aturan" / "ejaan" / "E930-kata-contoh.yaml"
    rule.parent.mkdir(parents=True)
    right = (
        'code: E930\nname: kata-contoh\nkind: flag\npart: [rencana_kinerja]\nseverity: info\nstatus: stable\nsince: "2026"\n'
        "when: {phrase: [kas]}\nmessage: {id: ya}\nwhy: {id: ya}\n"
        'examples: {bad: [{text: "Buku [[kas]]"}], good: [{text: "Buku tamu"}]}\n'
    )
    (tmp_path / "skplint.toml").write_text('rules = ["aturan"]\nselect = ["E930"]\n', "utf-8")
    uri, wire = (tmp_path / "a.skp").as_uri(), Wire()
    saved = lsp.FileEvent(rule.as_uri(), lsp.FileChangeType.Changed)
    told = lsp.DidChangeWatchedFilesNotification(lsp.DidChangeWatchedFilesParams([saved]))
    rule.write_text(right, "utf-8")
    wire.open(uri, "Menyusun laporan kas\n")
    assert [one["code"] for one in wire.published(uri)[1]] == ["E930"]
    for text, wanted in ((right.replace("phrase", "frasa"), None), (right.replace("[kas]", "[laporan]"), "E930")):
        rule.write_text(text, "utf-8")
        wire.send(told)
        assert wire.published(uri)[1][0].get("code") == wanted
    assert wire.published(uri)[1][0]["range"]["start"]["character"] == len("Menyusun ")
