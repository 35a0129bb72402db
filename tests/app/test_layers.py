"""The layers of rules: what a folder, a file or a package may hold, and what is said where it does not."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from linter.app import Analyser, Settings, check_inputs, plugins
from linter.app.resources import load_resources
from linter.engine import Facts
from linter.model import UserError

RULE = """\
code: P901
name: sebutan
kind: flag
part: rencana_kinerja
severity: info
status: stable
since: "2026"
when: {pattern: [{LOWER: skpd}]}
message: {id: x}
why: {id: x}
examples: {bad: [{text: "[[SKPD]] tertib"}], good: [{text: Perangkat daerah tertib}]}
"""
Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file of a layer and give the folder of the layer."""

    def write(name: str, text: str = RULE) -> Path:
        path = tmp_path / "kami" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return tmp_path / "kami"

    return write


def refused(*layers: Path) -> str:
    with pytest.raises(UserError) as caught:
        load_resources([str(layer) for layer in layers], plugins=False)
    return str(caught.value)


@pytest.mark.parametrize("name", ["P901-sebutan.yaml", "rumusan/P901-sebutan.yaml", "lain/dalam/P901-sebutan.yml"])
def test_a_rule_may_stand_anywhere_in_its_folder_or_alone(put: Put, name: str) -> None:
    folder = put(name, RULE)
    for layer in (folder, folder / name):
        assert load_resources([str(layer)], plugins=False).rules.rules["P901"].file.name == "sebutan"


def test_a_layer_that_is_not_there_or_empty(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "catatan.txt").write_text("x", "utf-8")
    assert "tidak ditemukan" in refused(tmp_path / "tiada")
    assert "bukan folder dan bukan berkas aturan" in refused(tmp_path / "catatan.txt")
    assert "tidak berisi aturan atau daftar" in refused(tmp_path / "kosong")


def test_a_code_stands_in_a_folder_once(put: Put) -> None:
    put("a/P901-sebutan.yaml", RULE)
    said = refused(put("b/P901-lain.yaml", RULE.replace("sebutan", "lain")))
    assert "b/P901-lain.yaml:1:7: 'P901' sudah ditulis di" in said and "a/P901-sebutan.yaml" in said


@pytest.mark.parametrize(("folder", "meant"), [("measure", "measures"), ("profile", "profiles"), ("source", "sources")])
def test_a_folder_whose_name_is_nearly_right(put: Put, folder: str, meant: str) -> None:
    said = refused(put(f"{folder}/kami.yaml", "{name: kami.kata, about: {id: x}, kind: count, in: '@kata-kabur'}"))
    assert f"tanpa 'code', dalam folder '{folder}'" in said and f"'{meant}'" in said


def test_the_error_about_a_list_names_its_folder(put: Put) -> None:
    assert refused(put("lists/kosong.txt", "# belum ada\n")).startswith(str(put("P901-sebutan.yaml", RULE) / "lists"))


# -- packages


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install one package, as far as the program can see, whose entry point gives what the function gives."""

    def install(load: Callable[[], Any]) -> None:
        class Point(EntryPoint):
            def load(self) -> Any:
                return load()

        point = Point("dinas", "aturan_dinas:plugin", plugins.GROUP)
        monkeypatch.setattr(plugins, "entry_points", lambda group: (point,) if group == plugins.GROUP else ())

    return install


def raises(error: Exception) -> Callable[[], Any]:
    def load() -> Any:
        raise error

    return load


def measure(name: str, get: Callable[[Facts], Any] = lambda f: 1) -> plugins.Plugin:
    return plugins.Plugin(measures=(plugins.Measure(name, "x", (), get),))


@pytest.mark.parametrize(
    ("load", "says"),
    [
        (
            raises(ModuleNotFoundError("No module named 'x'")),
            "tidak dapat dimuat (ModuleNotFoundError: No module named 'x')",
        ),
        (raises(SyntaxError("invalid syntax")), "tidak dapat dimuat (SyntaxError: invalid syntax)"),
        (raises(ValueError("salah")), "tidak dapat dimuat (ValueError: salah)"),
        (lambda: "bukan plugin", "bukan linter.Plugin"),
        (lambda: measure("form"), "menamai ukuran 'form' tanpa titik"),
        (lambda: measure("kata_asing"), "menamai ukuran 'kata_asing' tanpa titik"),
    ],
)
def test_a_broken_package_is_one_error_that_names_it(package: Callable[..., None], load: Any, says: str) -> None:
    package(load)
    with pytest.raises(UserError) as caught:
        load_resources(())
    assert str(caught.value) == f"aturan_dinas:plugin: paket 'dinas' {says}"
    assert load_resources((), plugins=False).rules.rules


def test_a_measure_that_fails_is_an_error_that_names_its_package(package: Callable[..., None], put: Put) -> None:
    package(lambda: measure("dinas.bagi", lambda f: 1 / 0))
    rule = RULE.replace("{pattern: [{LOWER: skpd}]}", "{fact: dinas.bagi, at_least: 1}")
    analyser = Analyser(Settings(rule_dirs=(str(put("P901-sebutan.yaml", rule)),)))
    with pytest.raises(UserError, match=r"paket 'dinas' gagal menghitung 'dinas\.bagi' \(ZeroDivisionError"):
        analyser.check_text("SKPD tertib")
    assert check_inputs(["-"], analyser, (), stdin=lambda: b"SKPD tertib\n") == 2


def test_the_digest_of_the_rules_knows_the_packages(package: Callable[..., None]) -> None:
    without = load_resources((), plugins=False).digest
    package(lambda: measure("dinas.kata"))
    assert load_resources(()).digest != without
