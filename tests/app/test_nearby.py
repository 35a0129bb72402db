"""Good statements that are about the same as a text."""

from __future__ import annotations

import pytest

from linter.app import Analyser
from linter.app.nearby import near
from linter.cli import main


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.mark.parametrize(
    "text", ["verifikasi berkas", "Memverifikasi berkas", "Terverifikasinya berkas", "BERKAS diverifikasi"]
)
def test_affixes_and_order_do_not_count(analyser, text):
    found = near(analyser, text)
    assert len(found) == 5
    assert found[0].shared == {"verifikasi", "berkas"}
    assert [one.nearness for one in found] == sorted((one.nearness for one in found), reverse=True)


def test_what_is_shown_is_good(analyser):
    for one in near(analyser, "laporan keuangan", most=20):
        assert one.checked.verdict is not None
        assert one.checked.verdict.class_ == "pencapaian"
        assert {finding.severity for finding in one.checked.findings} <= {"info"}


def test_a_rare_root_weighs_more(analyser):
    found = near(analyser, "laporan pupuk")
    assert "pupuk" in found[0].shared


@pytest.mark.parametrize("text", ["", "xyzzy", "dan di ke"])
def test_nothing_is_near(analyser, text):
    assert near(analyser, text) == []


@pytest.mark.parametrize("flag", ["--contoh", "--examples"])
def test_the_command(flag, capfd):
    assert main(["explain", flag, "verifikasi berkas", "--no-config"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("Rumusan baik yang dekat dengan: verifikasi berkas\n  ✓ ")
    assert "    sama: berkas, verifikasi\n" in out
    assert main(["explain", flag, "xyzzy", "--lang", "en", "--no-config"]) == 0
    assert capfd.readouterr().out == "No statement of the corpus is about: xyzzy\n"
