"""The template of a package of rules: it is built, installed, and its rules, measures, lists and profile are there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

TEMPLATE = Path(__file__).parents[2] / "docs" / "paket-aturan"

pytestmark = pytest.mark.slow
Run = Callable[..., str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Mapping[str, str]:
    """The environment in which the package is installed beside this skplint."""
    folder = tmp_path_factory.mktemp("paket")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", TEMPLATE, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    run(*pip, "install", "--no-deps", "--no-index", "--target", folder / "lib", wheel, cwd=folder)
    return {"PYTHONPATH": str(folder / "lib"), "COLUMNS": "100"}


def test_its_own_tests_pass(installed: Mapping[str, str], run: Run) -> None:
    out = run(sys.executable, "-m", "pytest", "-q", TEMPLATE / "tests", cwd=TEMPLATE, environment=installed)
    assert "2 passed" in out


def test_its_rules_speak_as_those_that_are_built_in(installed: Mapping[str, str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "draf.txt").write_text("Piket loket pelayanan\nDATA PENERIMA BANTUAN MUTAKHIR\n", "utf-8")
    skplint = (sys.executable, "-m", "linter")
    check = (*skplint, "check", "draf.txt", "--format", "ringkas", "--fail-on", "never")
    out = run(*check, cwd=tmp_path, environment=installed)
    assert "draf.txt:1:1: warning C900 piket-harian" in out
    assert "draf.txt:2:1: info P900 huruf-kapital" in out
    assert "C900" not in run(*check, "--no-plugins", cwd=tmp_path, environment=installed)
    assert "E001" not in run(*check, "--profile", "instansi", cwd=tmp_path, environment=installed)
    assert "piket-harian" in run(*check, "--regime", "dinas-2026", cwd=tmp_path, environment=installed)
    assert "giliran jaga" in run(*skplint, "explain", "C900", cwd=tmp_path, environment=installed)
    assert "# C900 piket-harian" in run(*skplint, "rules", "export", "C900", cwd=tmp_path, environment=installed)
    assert "contoh/kelas/C900-piket-harian.yaml" in run(
        *skplint, "explain", "C900", cwd=tmp_path, environment=installed
    )


def test_what_it_changes_is_shown_beside_the_built_in_rules(
    installed: Mapping[str, str], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "piket.txt").write_text("Piket loket pelayanan\n", "utf-8")
    impact = (sys.executable, "-m", "linter", "rules", "impact", "bawaan", "paket", "piket.txt")
    for more in ((), ("--select", "C900"), ("--profile", "instansi"), ("--regime", "dinas-2026")):
        out = run(*impact, *more, cwd=tmp_path, environment=installed, code=1)
        assert "+ C900 Sebaiknya diperbaiki" in out, more
