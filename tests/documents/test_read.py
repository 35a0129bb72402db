"""What is read of the files and folders that the user names, and what is said of the rest."""

import os
from pathlib import Path

import pytest

from linter.documents.layouts import default_layouts, load_layouts
from linter.documents.read import read_data, read_path
from linter.io.yamlsafe import load_tree
from linter.model import Document, NotChecked, UserError


def outcomes(path: Path | str) -> list[tuple[str, str]]:
    """Read *path*; give for each outcome its path and "dibaca", "gagal" or "dilewati"."""
    return [
        (outcome.path, "dibaca" if isinstance(outcome, Document) else "gagal" if outcome.fatal else "dilewati")
        for outcome in read_path(str(path))
    ]


def refused(path: Path | str) -> str:
    (outcome,) = read_path(str(path))
    assert isinstance(outcome, NotChecked), outcome
    assert outcome.fatal
    assert "\n" not in outcome.reason.id
    return outcome.reason.id


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.txt", "Arsip tertata", "text"),
        ("a.SKP", "Arsip tertata", "text"),
        ("a.yml", "utama: [{rhk: Arsip tertata}]", "yaml"),
        ("a.json", '{"utama": [{"rhk": "Arsip tertata"}]}', "json"),
        ("a.csv", "RHK;IKI\nArsip tertata;", "csv"),
        ("a.TSV", "RHK\tIKI\nArsip tertata\t", "tsv"),
    ],
)
def test_the_extension_says_how_a_file_is_read(tmp_path: Path, name: str, text: str, kind: str) -> None:
    (tmp_path / name).write_text(text)
    (document,) = read_path(str(tmp_path / name))
    assert isinstance(document, Document)
    assert document.format == kind
    assert [item.text for item in document.items] == ["Arsip tertata"]


def test_an_unknown_type_is_told_with_those_that_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.foo").write_text("x")
    (tmp_path / "Makefile").write_text("x")
    assert "'.foo'" in refused(tmp_path / "a.foo")
    assert ".yaml" in refused(tmp_path / "Makefile")


@pytest.mark.parametrize("name", ["tak-ada.txt", "tak-ada.xlsx", "tak-ada.foo", "tak-ada", "a\0b.txt", "x" * 300])
def test_what_does_not_exist_is_told(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name)


def test_an_empty_name_is_no_folder() -> None:
    assert refused("")


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04")
    assert "ZIP" in refused(tmp_path / "a.txt")


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/10.txt", "a.txt", "c.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("RHK;IKI\n")
    found = [Path(path).relative_to(tmp_path).as_posix() for path, _ in outcomes(tmp_path)]
    assert found == ["a.txt", "b/10.txt", "b/2.txt", "c.csv"]


def test_a_folder_tells_what_it_passes_over(tmp_path: Path) -> None:
    files = {
        "a.txt": "Arsip tertata",
        "draf.yaml": "utama: []",
        "lain.yaml": "a: 1",
        "chart.yaml": "{{ nilai }}: [",
        "kosong.yaml": "",
        "rusak.yaml": "utama: [",
        "lain.json": "[1, 2",
        "README.md": "# Halo\n\n| a | b |\n",
        "skp.md": "| NO | RENCANA KINERJA |\n|---|---|\n",
        "daftar.xlsx": "",
        "siswa.csv": "NAMA;KELAS\nMelati;1\n",
        "foto.png": "",
        "LICENSE": "",
        "~$daftar.xlsx": "",
        ".git/a.txt": "",
        ".venv/a.txt": "",
        "node_modules/a.txt": "",
        "__pycache__/a.txt": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = {Path(path).name: how for path, how in outcomes(tmp_path)}
    assert found == {
        "a.txt": "dibaca",
        "draf.yaml": "dibaca",
        "lain.yaml": "dilewati",
        "chart.yaml": "dilewati",
        "kosong.yaml": "dilewati",
        "rusak.yaml": "gagal",
        "lain.json": "dilewati",
        "README.md": "dilewati",
        "skp.md": "dibaca",
        "daftar.xlsx": "gagal",
        "siswa.csv": "gagal",
        "foto.png": "dilewati",
        "LICENSE": "dilewati",
    }


def test_a_folder_with_nothing_to_check_is_not_checked(tmp_path: Path) -> None:
    assert outcomes(tmp_path) == [(str(tmp_path), "gagal")]
    (tmp_path / "foto.png").write_bytes(b"")
    assert [how for _, how in outcomes(tmp_path)] == ["dilewati", "gagal"]


def test_linked_folders_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Arsip tertata")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "putar").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "sub" / "sendiri.txt").symlink_to("sendiri.txt")
    (tmp_path / "z.txt").symlink_to("a.txt")
    assert [(Path(path).name, how) for path, how in outcomes(tmp_path)] == [
        ("a.txt", "dibaca"),
        ("putar", "dilewati"),
        ("sendiri.txt", "gagal"),
        ("z.txt", "dibaca"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [how for _, how in outcomes(tmp_path)] == ["gagal"]


def test_the_current_folder_gives_plain_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Arsip tertata")
    monkeypatch.chdir(tmp_path)
    assert outcomes(".") == [("a.txt", "dibaca")]


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/draf\xff.txt"
    try:
        with open(name, "wb") as out:  # noqa: PTH123 – a name in bytes
            out.write(b"Arsip tertata")
    except OSError:
        pytest.skip("this system has no such names")
    ((path, how),) = outcomes(tmp_path)
    assert (path.endswith("draf\ufffd.txt"), how) == (True, "dibaca")


def test_documents_can_be_read_after_all_of_them_were_asked_for(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Arsip tertata\n" * 100_000)
    found = list(read_path(str(tmp_path)))
    assert [sum(1 for _ in one.items) for one in found if isinstance(one, Document)] == [100_000, 100_000]


def test_a_file_that_goes_away_meanwhile_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Arsip tertata\n" * 100_000)
    (document,) = read_path(str(file))
    assert isinstance(document, Document)
    file.unlink()
    with pytest.raises(UserError, match="tidak ditemukan"):
        list(document.items)


def test_standard_input_is_text_unless_its_name_says_otherwise() -> None:
    (text,) = read_data(b"NO;RHK\n1;Arsip\n")
    (table,) = read_data(b"NO;RHK\n1;Arsip\n", "x.csv")
    assert isinstance(text, Document)
    assert isinstance(table, Document)
    assert (text.path, text.format, len(list(text.items))) == ("-", "text", 2)
    assert (table.path, table.format, len(list(table.items))) == ("x.csv", "csv", 1)


def test_the_layouts_can_be_given() -> None:
    tree = load_tree(
        "columns: {rk: [Butir], target: [Ukuran]}\nsuperior_words: []\naspects: {}\nsections: {}\nsub_headings: []\n"
        "kinds: {}\nidentity: {}\npersons: {}\ntitles: {}\ntails: []\nmatrix: {}\nworkload: {}\nsums: []\n"
        "annex: {}\nfillers: []\nnotes: []\n"
        "regimes: []\n",
        "a.yaml",
    )
    (document,) = read_data(b"Butir;Ukuran\nArsip;12\n", "x.csv", layouts=load_layouts(tree))
    assert isinstance(document, Document)
    assert [item.part for item in document.items] == ["rencana_kinerja", "target"]


def test_a_layout_with_an_unknown_role_is_told() -> None:
    text = "columns: {rkk: [Butir]}\nsuperior_words: []\naspects: {}\nsections: {}\nsub_headings: []\nkinds: {}\n"
    tree = load_tree(
        text + "identity: {}\npersons: {}\ntitles: {}\ntails: []\nmatrix: {}\nworkload: {}\nsums: []\n"
        "annex: {}\nfillers: []\nnotes: []\nregimes: []\n",
        "a.yaml",
    )
    with pytest.raises(UserError, match="'rkk' tidak dikenal"):
        load_layouts(tree)


def test_no_title_has_two_meanings() -> None:
    tree = load_tree(
        (Path(__file__).parents[2] / "rules/layouts/headings.yaml").read_text(encoding="utf-8"), "headings.yaml"
    )
    titles = [title for aliases in tree.data["columns"].values() for title in aliases]
    assert len(titles) == len(set(titles))
    layouts = default_layouts()
    assert not set(layouts.superior) & set(layouts.columns)
