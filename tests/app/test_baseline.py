"""Old notes: silenced wherever their text stands, counted, and never more than that."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.app import Analyser, check_inputs
from linter.app.baseline import Baseline, read_baseline
from linter.cli import main
from linter.model import UserError
from linter.report import make

FAULTY = (
    "Menyusun jadwal piket", "Merekap kehadiran", "Sosialisasi", "Menata arsip", "Ijin usaha terbit dalam lima hari",
    "Terlaksananya rapat dengan baik", "Pembinaan kader", "Data penduduk mutakhir setiap triwulan", "Rapat bulanan",
)  # fmt: skip


class Run(NamedTuple):
    code: int
    items: list[dict[str, Any]]
    baseline: Baseline


Check = Callable[..., Run]


@pytest.fixture
def check(analyser: Analyser) -> Check:
    """Check a text under a name with a baseline, and give the exit code, the items of jsonl, and what was seen."""

    def run(text: str, baseline: Baseline | None = None, name: str = "draf.txt") -> Run:
        old, out = baseline or Baseline(), list[str]()
        code = check_inputs(
            ["-"],
            analyser,
            [make("jsonl", out.append)],
            stdin=text.encode,
            stdin_name=name,
            fail_on="info",
            baseline=old,
        )
        return Run(code, [json.loads(line) for line in "".join(out).splitlines()], old)

    return run


def again(run: Run, tmp_path: Path) -> Baseline:
    """Return what was seen in a run, written and read."""
    path = tmp_path / "baseline.json"
    run.baseline.write(str(path))
    return read_baseline(str(path))


def active(run: Run) -> list[str]:
    return [f["code"] for item in run.items for f in item["findings"] if f["suppressed"] is None]


def test_old_notes_are_silenced_and_say_why(check: Check, tmp_path: Path) -> None:
    first = check("\n".join(FAULTY))
    assert (first.code, len(active(first)) > 6) == (1, True)
    second = check("\n".join(FAULTY), again(first, tmp_path))
    assert (second.code, active(second)) == (0, [])
    assert {f["suppressed"] for item in second.items for f in item["findings"]} == {"catatan lama (baseline)"}


def test_a_new_note_is_not_silenced(check: Check, tmp_path: Path) -> None:
    old = again(check("Menyusun jadwal piket"), tmp_path)
    assert active(check("Menyusun jadwal piket\nMerekap kehadiran", old)) == ["C001"]


def test_another_note_on_an_old_text_is_not_silenced(check: Check, tmp_path: Path) -> None:
    old = again(check("# skplint: abaikan E001 -- x\nMenyusun jadual piket"), tmp_path)
    assert active(check("Menyusun jadual piket", old)) == ["E001"]


def test_equal_texts_are_counted(check: Check, tmp_path: Path) -> None:
    old = again(check("Merekap kehadiran\nMerekap kehadiran"), tmp_path)
    assert active(check("Merekap kehadiran\n" * 3, old)) == ["C001"]


def test_old_notes_that_are_no_more_are_counted(check: Check, tmp_path: Path) -> None:
    old = again(check("Merekap kehadiran\nMenata arsip"), tmp_path)
    check("Menata arsip", old)
    assert old.stale == 1


def test_what_is_silenced_in_the_draft_is_no_part_of_the_baseline(check: Check, tmp_path: Path) -> None:
    silenced = check("# skplint: abaikan C001 -- dari direktif\nMerekap kehadiran")
    assert active(check("Merekap kehadiran", again(silenced, tmp_path))) == ["C001"]


def numbered(texts: list[str]) -> tuple[str, str]:
    return "".join(f"{n}. {text}\r\n" for n, text in enumerate(texts, 1)), "draf.txt"


def spaced(texts: list[str]) -> tuple[str, str]:
    return "\n\n".join("  " + text.replace(" ", "  ").upper() + ".  " for text in texts), "draf.txt"


def commented(texts: list[str]) -> tuple[str, str]:
    return "".join(f"# catatan\n{text}\n" for text in texts), "lain/nama.skp"


def tabled(texts: list[str]) -> tuple[str, str]:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([("NO", "RENCANA HASIL KERJA"), *enumerate(texts, 1)])
    return out.getvalue(), "skp.csv"


def drafted(texts: list[str]) -> tuple[str, str]:
    return json.dumps({"utama": [{"rhk": text} for text in texts]}), "skp.json"


@given(
    st.lists(st.sampled_from(FAULTY), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False), st.data()
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_survives_another_order_and_another_form(
    check: Check, tmp_path: Path, texts: list[str], choose: Any, data: st.DataObject
) -> None:
    old = again(check("\n".join(texts)), tmp_path)
    choose.shuffle(texts)
    written, name = data.draw(st.sampled_from([numbered, commented, tabled, drafted]))(texts)
    assert active(check(written, old, name)) == []
    assert old.stale == 0


def test_capitals_and_spaces_do_not_make_a_text_another(check: Check, tmp_path: Path) -> None:
    old = again(check("Merekap kehadiran\nMenata arsip"), tmp_path)
    found = active(check(spaced(["Merekap kehadiran", "Menata arsip"])[0], old))
    assert [code for code in found if code[0] != "E"] == []


def test_another_target_makes_another_text(check: Check, tmp_path: Path) -> None:
    table = "RHK;Indikator;Target\nData lengkap paling lambat Maret;Jumlah data;{}\n"
    old = again(check(table.format("90 %"), name="a.csv"), tmp_path)
    assert active(check(table.format("90 %"), old, "b.csv")) == []
    assert active(check(table.format("80%"), old, "b.csv")) == ["X003", "X012"]


def test_the_file_holds_no_text(check: Check, tmp_path: Path) -> None:
    again(check("Merekap kehadiran Budiwanto 198001012005011001"), tmp_path)
    stored = (tmp_path / "baseline.json").read_text("utf-8")
    assert "C001" in stored
    assert not any(word in stored.lower() for word in ("merekap", "budiwanto", "198001012005011001"))


@pytest.mark.parametrize(
    "data", [
        b"", b"{}", b"[]", b'{"version": 2, "notes": {}}', b'{"version": 1, "notes": [1]}', b"\xff\x00",
        b'{"version": 1, "notes": {"a": {"C001": 0}}}', b'{"version": 1, "notes": {"a": {"C001": -1}}}',
    ],
)  # fmt: skip
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "lain.json"
    path.write_bytes(data)
    with pytest.raises(UserError, match="bukan berkas baseline skplint"):
        read_baseline(str(path))


def test_a_byte_order_mark_does_no_harm(check: Check, tmp_path: Path) -> None:
    again(check("Merekap kehadiran"), tmp_path)
    path = tmp_path / "baseline.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert active(check("Merekap kehadiran", read_baseline(str(path)))) == []


class Cli(NamedTuple):
    code: int
    err: str


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Cli]:
    """Check draf.txt, a faulty statement, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    Path("draf.txt").write_text("Merekap kehadiran\n", "utf-8")

    def run(*arguments: str) -> Cli:
        code = main(["check", "draf.txt", *arguments, "--format", "ringkas", "--no-plugins"])
        return Cli(code, capfd.readouterr().err)

    return run


RENEW = ("--baseline", "lama.json", "--update-baseline")


def test_on_the_command_line(cli: Callable[..., Cli]) -> None:
    assert "buat dengan --update-baseline" in cli("--baseline", "lama.json").err
    assert "--update-baseline perlu --baseline BERKAS" in cli("--update-baseline").err
    assert cli(*RENEW) == (0, "skplint: 1 catatan ditulis ke lama.json; 0 catatan lama dihapus\n")
    assert cli("--baseline", "lama.json") == (0, "")
    Path("draf.txt").write_text("Data lengkap pada akhir triwulan\n", "utf-8")
    assert "1 catatan lama tidak muncul lagi" in cli("--baseline", "lama.json").err
    assert cli(*RENEW) == (0, "skplint: 0 catatan ditulis ke lama.json; 1 catatan lama dihapus\n")
    Path("skplint.toml").write_text('baseline = "lama.json"\n', "utf-8")
    Path("draf.txt").write_text("Merekap kehadiran\n", "utf-8")
    assert (cli().code, cli("--update-baseline").code, cli().code) == (1, 0, 0)


@pytest.mark.parametrize("text", ["rahasia", "{}", "Merekap kehadiran", '{"version": 1, "notes": {}, "lain": 1}'])
def test_renewing_replaces_only_a_baseline(cli: Callable[..., Cli], text: str) -> None:
    Path("lama.json").write_text(text, "utf-8")
    result = cli(*RENEW)
    assert (result.code, Path("lama.json").read_text("utf-8")) == (2, text)
    assert "ini bukan berkas baseline skplint" in result.err
    Path("lama.json").write_text("", "utf-8")
    assert cli(*RENEW).code == 0


@pytest.mark.parametrize("more", [("--select", "C"), ("--ignore", "S001")])
def test_renewing_by_some_rules_only_is_refused(cli: Callable[..., Cli], more: tuple[str, str]) -> None:
    result = cli(*RENEW, *more)
    assert (result.code, Path("lama.json").exists()) == (2, False)
    assert "catatan lain akan hilang dari berkasnya" in result.err


def test_nothing_is_renewed_where_something_was_not_checked(cli: Callable[..., Cli]) -> None:
    assert cli(*RENEW).code == 0
    before = Path("lama.json").read_bytes()
    Path("draf.txt").write_text("Menata arsip\n", "utf-8")
    result = cli("tak-ada.txt", *RENEW)
    assert (result.code, Path("lama.json").read_bytes()) == (2, before)
    assert "lama.json tidak ditulis, karena ada yang tidak dapat diperiksa" in result.err


@pytest.mark.parametrize("more", [("--select", "S"), ("--ignore", "C"), ("tak-ada.txt",)])
def test_notes_that_were_not_looked_for_are_not_said_to_be_gone(cli: Callable[..., Cli], more: tuple[str, ...]) -> None:
    cli(*RENEW)
    Path("draf.txt").write_text("Data lengkap pada akhir triwulan\n", "utf-8")
    assert cli(*more, "--baseline", "lama.json").err == ""
