"""Files mended in place: what changes, what stays, and what no edit may do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.app import Analyser, Fixed, Fixer, Settings
from linter.app.mending import standing
from linter.config import load
from linter.engine.lists import ListFile, read_lists
from linter.io.lines import LINE_END
from linter.model import NotChecked

ROOT = Path(__file__).parents[2]
NONSTANDARD = ListFile((ROOT / "rules/lists/kata-tidak-baku.txt").read_text("utf-8"), "kata-tidak-baku.txt")
WORDS = sorted(read_lists({"kata-tidak-baku": NONSTANDARD})[1]["kata-tidak-baku"])
GOLD = [
    json.loads(line)["text"]
    for file in sorted((ROOT / "corpus/gold").glob("statements-*.jsonl"))
    for line in file.read_text("utf-8").splitlines()
]
SAMPLES = [line for line in (ROOT / "corpus/contoh/staf-kepegawaian.txt").read_text("utf-8").splitlines() if line]
CHECKER = Analyser()
SAFE = Fixer(CHECKER)
PREVIEW = Fixer(CHECKER, preview=True)
FIXERS = {"aman": SAFE, "pratinjau": PREVIEW}


def fixed(fixer: Fixer, data: str | bytes, name: str) -> Fixed:
    found = fixer.fixed(data.encode() if isinstance(data, str) else data, name, name)
    assert isinstance(found, Fixed), found
    return found


@pytest.mark.table("fixing.yaml")
def test_a_file_is_mended_in_place(
    file: str, before: str, after: str, tangan: dict[str, str] | None, tahan: dict[str, str] | None
) -> None:
    result = fixed(SAFE, before, file)
    assert result.after.data.decode() == after
    for due, expected in ((True, tangan), (False, tahan)):
        held = {h.step.old: h.reason.id for h in result.held if h.due is due}
        assert held.keys() == (expected or {}).keys()
        assert all(expected is not None and expected[word] in reason for word, reason in held.items())


def test_what_wants_a_look_is_counted_and_made_on_request() -> None:
    text = "Aplikasi RESIKO terpasang di dua unit dengan ijin\n"
    safe, preview = fixed(SAFE, text, "d.txt"), fixed(PREVIEW, text, "d.txt")
    assert (safe.after.text, safe.offered) == ("Aplikasi RESIKO terpasang di dua unit dengan izin\n", 1)
    assert (preview.after.text, preview.offered) == ("Aplikasi RISIKO terpasang di dua unit dengan izin\n", 0)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_stays(codec: str) -> None:
    data = "Ijin – terbit\r\n".encode(codec)
    assert fixed(SAFE, data, "d.txt").after.data == "Izin – terbit\r\n".encode(codec)


def test_big_endian_stays_big_endian() -> None:
    data = b"\xfe\xff" + "Ijin terbit".encode("utf-16-be")
    assert fixed(SAFE, data, "d.txt").after.data == b"\xfe\xff" + "Izin terbit".encode("utf-16-be")


def with_rules(folder: Path, pairs: str, rule: str = "") -> Fixer:
    (folder / "lists").mkdir()
    (folder / "lists" / "kata-tidak-baku.txt").write_text(pairs, "utf-8")
    if rule:
        (folder / "M901-uji.yaml").write_text(rule, "utf-8")
    return Fixer(Analyser(Settings(rule_dirs=(str(folder),))))


@pytest.fixture
def own(tmp_path: Path) -> Fixer:
    """A fixer with a list of pairs of its own."""
    return with_rules(tmp_path, "laporan\tlapor≥an\nijin\tizin\nperijinan\tijin\n")


@pytest.mark.parametrize(
    ("keys", "mended"),
    [("", True), ('ignore = ["E001"]', False), ('asal = "pk"', False), ('asal = "katalog"', False)],
)
def test_what_the_configuration_says_of_a_file_holds_for_its_fixes(tmp_path: Path, keys: str, mended: bool) -> None:
    (tmp_path / "skplint.toml").write_text(f'[[per-path]]\nmatch = ["lama/**"]\n{keys}\n', "utf-8")
    (tmp_path / "lama").mkdir()
    path = str(tmp_path / "lama" / "d.txt")
    fixer = Fixer(CHECKER, config=load(str(tmp_path / "skplint.toml")))
    result = fixer.fixed(b"Ijin terbit", path, path)
    assert isinstance(result, Fixed)
    assert result.changed is mended


def test_a_character_that_the_encoding_lacks_is_not_written(own: Fixer) -> None:
    result = fixed(own, "Jumlah – laporan\nJumlah ijin\n".encode("cp1252"), "d.txt")
    assert result.after.text == "Jumlah – laporan\nJumlah izin\n"
    assert [(h.step.new, h.due) for h in result.held] == [("lapor≥an", True)]
    assert "penyandian" in result.held[0].reason.id


def test_an_edit_may_open_another_one(own: Fixer) -> None:
    assert fixed(own, "Layanan perijinan terbit\n", "d.txt").after.text == "Layanan izin terbit\n"


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("d.csv", "RHK,Indikator\nArsip tertata,Jumlah ijin\n", "izin, surat"),
        ("d.csv", 'RHK,Indikator\nArsip tertata,"Jumlah; ijin"\n', 'izin"'),
        ("d.yaml", "utama:\n- rhk: Arsip ijin tertata\n", "izin: surat"),
        ("d.yaml", "utama:\n- rhk: Arsip ijin tertata\n", "izin #1"),
        ("d.yaml", "utama:\n- rhk: 'Arsip ijin tertata'\n", "jum'at"),
        ("d.json", '{"utama": [{"rhk": "Arsip ijin tertata"}]}', 'izin "a"'),
        ("d.json", '{"utama": [{"rhk": "Arsip ijin tertata"}]}', "izin\\u0041"),
    ],
)
def test_a_file_that_would_be_read_otherwise_is_left_alone(tmp_path: Path, name: str, text: str, new: str) -> None:
    result = fixed(with_rules(tmp_path, f"ijin\t{new}\n"), text, name)
    assert result.after.data == text.encode()
    assert [(h.due, h.reason.id[:14]) for h in result.held] == [(True, "sesudah diubah")]


ON_DENAH = """\
code: M901
name: uji
kind: flag
part: indikator
severity: warning
status: stable
since: "0.1"
when: {fact: rk_words, is: denah}
message: {id: "Catatan."}
why: {id: "Sebab."}
examples:
  bad: [{text: "[[Jumlah]] peta", rk: Denah terbit}]
  good: [{text: Jumlah peta, rk: Peta terbit}]
"""


def test_an_edit_that_spoils_another_text_is_taken_back(tmp_path: Path) -> None:
    fixer = with_rules(tmp_path, "peta\tdenah\nijin\tizin\n", ON_DENAH)
    text = "RHK,Indikator\nCetak peta terbit,Jumlah lembar\nPeta wilayah ijin,\nBerkas ijin terbit,Jumlah berkas\n"
    result = fixed(fixer, text, "d.csv")
    assert result.after.text == (
        "RHK,Indikator\nCetak peta terbit,Jumlah lembar\nDenah wilayah izin,\nBerkas izin terbit,Jumlah berkas\n"
    )
    assert [(h.step.old, h.reason.id, h.due) for h in result.held] == [
        ("peta", "perubahan ini menimbulkan catatan M901", False)
    ]
    assert fixed(fixer, result.after.data, "d.csv").after.data == result.after.data


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("d.csv", 'RHK,Indikator\nIjin,"x\n', "tanda kutip ganda dibuka"),
        ("d.yaml", "utama: [", "baris 1"),
        ("d.yaml", "regime: p9\nutama: [{rhk: Ijin terbit}]\n", "rezim 'p9' tidak dikenal"),
        ("d.rtf", "Ijin", "tidak dikenal"),
        ("d.txt", b"\x00\x01", "biner"),
    ],
)
def test_what_cannot_be_read_is_not_touched(name: str, data: str | bytes, says: str) -> None:
    found = SAFE.fixed(data.encode() if isinstance(data, str) else data, name, name)
    assert isinstance(found, NotChecked)
    assert says in found.reason.id


# -- whatever the file

SPOILT = st.builds(
    lambda text, words, at: " ".join([*text.split(" ")[:at], *words, *text.split(" ")[at:]]),
    st.sampled_from([*GOLD, *SAMPLES]),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.capitalize)), min_size=1, max_size=3),
    st.integers(0, 6),
)
END = st.sampled_from(["\n", "\r\n", "\r"])


def in_csv(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file name and the bytes of a draft with nonstandard words in it."""
    texts, end = draw(st.lists(SPOILT, min_size=1, max_size=4)), draw(END)
    kind = draw(st.sampled_from(["d.txt", "d.csv", "d.yaml", "d.json"]))
    if kind == "d.txt":
        lines = [part for text in texts for part in (text, draw(st.sampled_from(["", "# resiko", " \t"])))]
        return kind, (draw(END).join(lines) + draw(st.sampled_from(["", end]))).encode(
            draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
        )
    if kind == "d.csv":
        rows = ["No,RHK,Indikator", *(f"{n},{in_csv(text)},Jumlah resiko" for n, text in enumerate(texts, 1))]
        return kind, (end.join(rows) + end).encode()
    if kind == "d.json":
        return kind, json.dumps({"utama": [{"rhk": text} for text in texts]}, ensure_ascii=draw(st.booleans())).encode()
    styles = (
        lambda text: "'" + text.replace("'", "''") + "'",
        json.dumps,
        lambda text: f"|-{end}     {text}",
        lambda text: ">" + end + "     " + text.replace(" ", end + "     ", 1),
    )
    written = [f"- rhk: {draw(st.sampled_from(styles))(' '.join(text.split()))}  {end}" for text in texts]
    return kind, (f"utama:{end}" + "".join(written)).encode()


@given(files(), st.sampled_from(sorted(FIXERS)))
@settings(max_examples=150)
def test_a_fix_keeps_what_it_promises(file: tuple[str, bytes], level: str) -> None:
    """Twice is once; all else stays; no item has a new error, a new warning or another class."""
    name, data = file
    fixer = FIXERS[level]
    first = fixed(fixer, data, name)
    assert fixed(fixer, first.after.data, name).after.data == first.after.data
    assert LINE_END.findall(first.before.text) == LINE_END.findall(first.after.text)
    pairs = {made.step.old: made.step.new for made in first.made}
    if "" not in pairs:  # a suffix that is added is compared by no word
        assert replaced(first.before.text, pairs) == replaced(first.after.text, pairs)
    for old, new in zip(first.before.items, first.after.items, strict=True):
        was, now = (
            standing(CHECKER.check(item, source.header)) for item, source in ((old, first.before), (new, first.after))
        )
        assert (was.class_, was.semu) == (now.class_, now.semu)
        assert {c for c, rank in now.notes.items() if rank > 1} <= {c for c, rank in was.notes.items() if rank > 1}


def replaced(text: str, pairs: dict[str, str]) -> str:
    """Return the letters of *text*, small, with every word of *pairs* replaced, whether a fix may do so or not."""
    text = re.sub(r"\w+", lambda word: pairs.get(word[0], word[0]), text)
    for old, new in pairs.items():
        text = text if re.fullmatch(r"\w+", old) else text.replace(old, new)
    return re.sub(r"\W+", "", text).casefold()


@pytest.mark.parametrize("path", sorted((ROOT / "corpus" / "contoh").iterdir()), ids=lambda path: path.name)
def test_the_sample_drafts_stay_what_they_are_where_nothing_is_wrong(path: Path) -> None:
    data = path.read_bytes()
    spoilt = re.sub(rb"\b(risiko|izin|analisis)\b", b"resiko", data)
    once = fixed(SAFE, spoilt, path.name)
    assert fixed(SAFE, once.after.data, path.name).after.data == once.after.data
    assert fixed(SAFE, data, path.name).after.data == data


def test_nonstandard_words_in_good_statements_are_mended_nearly_always() -> None:
    """The guard against new notes holds back few: what it holds back must be rare to be worth reading."""
    lines = [f"{text.rstrip('. ')} sesuai jadual" for text in GOLD[::9]]
    result = fixed(SAFE, "\n".join(lines), "d.txt")
    assert len(result.held) * 50 < len(result.made)
