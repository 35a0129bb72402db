"""Loading rules: each fault is one error with its file, line and column, and with what was probably meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.app.resources import load_resources
from linter.engine import RuleSet
from linter.model import UserError

Build = Callable[..., RuleSet]
Change = Callable[..., str]


def fault(build: Build, files: object, **options: object) -> UserError:
    with pytest.raises(UserError) as caught:
        build(files, **options)
    assert "\n" not in str(caught.value)
    return caught.value


def test_the_sound_rule_loads(build: Build, rule: Change) -> None:
    loaded = build(rule()).rules["C900"]
    assert (loaded.file.name, loaded.file.priority, loaded.file.parts) == ("uji", 950, ("rencana_kinerja",))


@pytest.mark.table("faults.yaml")
def test_fault(
    build: Build, rule: Change, fault: str, old: str, new: str, at: str, says: str, hint: str | None, remove: str | None
) -> None:
    text = rule(old, new).replace(remove or "\0", "")
    with pytest.raises(UserError) as caught:
        build(text)
    error = caught.value
    assert (error.path, f"{error.line}:{error.column}") == ("aturan/C900-uji.yaml", at)
    assert says in error.message.id
    assert (hint or "") in (error.hint.id if error.hint else "")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4", "jangkar"),
        ("[" * 100_000, "1:41", "terlalu dalam"),
        ("{a: " * 100_000, "1:161", "terlalu dalam"),
        ("", "1:1", "bukan kosong"),
        ("- a\n- b\n", "1:1", "bukan daftar"),
        ("halo", "1:1", "bukan teks"),
        ("code: C900\n---\ncode: C901\n", "2:1", "beberapa dokumen"),
        ("code: C\u0000900\n", "1:8", "U+0000"),
    ],
    ids=["alias bomb", "deep list", "deep mapping", "empty", "list", "text", "two documents", "control character"],
)
def test_hostile_file(build: Build, text: str, place: str, says: str) -> None:
    error = fault(build, text)
    assert f"{error.line}:{error.column}" == place
    assert says in error.message.id


def test_the_name_of_the_file_is_code_and_name(build: Build, rule: Change) -> None:
    error = fault(build, {"aturan/C900-lain.yaml": rule()})
    assert str(error) == "aturan/C900-lain.yaml:1:7: nama berkas seharusnya C900-uji.yaml"


def test_a_family_has_its_letter(build: Build, rule: Change) -> None:
    error = fault(build, {"aturan/Z900-uji.yaml": rule("code: C900", "code: Z900")})
    assert "huruf keluarga 'Z' tidak dikenal" in str(error)


def test_two_class_rules_of_equal_priority_must_agree(build: Build, rule: Change) -> None:
    other = rule("code: C900\nname: uji", "code: C901\nname: uji-dua")
    agreeing = {"a/C900-uji.yaml": rule(), "a/C901-uji-dua.yaml": other}
    assert set(build(agreeing).rules) == {"C900", "C901"}
    elsewhere = other.replace("class: aktivitas", "class: kategori").replace("part: rencana_kinerja", "part: sasaran")
    assert set(build({**agreeing, "a/C901-uji-dua.yaml": elsewhere}).rules) == {"C900", "C901"}
    for disagreement in ("class: kategori", "class: aktivitas\nsemu: true"):
        error = fault(build, {**agreeing, "a/C901-uji-dua.yaml": other.replace("class: aktivitas", disagreement)})
        assert "prioritas 950 sudah dipakai C900" in str(error)
        assert (error.path, error.column) == ("a/C901-uji-dua.yaml", 11)


def test_a_name_belongs_to_one_code(build: Build, rule: Change) -> None:
    other = rule("code: C900", "code: C901").replace("priority: 950", "priority: 951")
    error = fault(build, {"a/C900-uji.yaml": rule(), "a/C901-uji.yaml": other})
    assert str(error) == "a/C901-uji.yaml:2:7: nama 'uji' sudah dipakai C900 (a/C900-uji.yaml)"


@pytest.mark.parametrize("word", ["no", "on", "yes", "12:30", "0123", "1_000", "2026-01-31"])
def test_words_stay_words(build: Build, rule: Change, word: str) -> None:
    text = rule("{fact: form, is: verba_aktif}", f"{{pattern: [{{LOWER: {word}}}, {{LEMMA: {{IN: [{word}]}}}}]}}")
    condition = (build(text).rules["C900"].file.when.all or ())[0]
    first, second = condition.pattern or ()
    assert first.lower == word
    assert getattr(second.lemma, "in_", None) == (word,)


def test_a_later_rule_of_the_same_code_replaces_the_earlier(build: Build, rule: Change) -> None:
    later = rule("priority: 950", "priority: 10")
    assert build({"rules/C900-uji.yaml": rule(), "sendiri/C900-uji.yaml": later}).rules["C900"].file.priority == 10


def test_a_rewrite_is_never_applied_and_says_so(build: Build, rule: Change) -> None:
    with pytest.raises(UserError, match="'rewrite' selalu 'saran'"):
        build(rule("examples:", "fix: {kind: rewrite, safety: aman}\nexamples:"))


def test_a_folder_of_rules_is_named_in_the_error(tmp_path: Path, rule: Change) -> None:
    (tmp_path / "kelas").mkdir()
    (tmp_path / "kelas" / "C900-uji.yaml").write_text(rule("fact: form", "fact: from"), "utf-8")
    with pytest.raises(UserError) as caught:
        load_resources((str(tmp_path),))
    assert str(caught.value).startswith(f"{tmp_path}/kelas/C900-uji.yaml:15:14: fakta 'from' tidak dikenal")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\x00", "C900-uji.yaml"),
        (b"\x00" * 40, "C900-uji.yaml"),
        (b"code: " + b"x" * (2 << 20), "terlalu besar"),
    ],
    ids=["half a UTF-16", "zeros", "two megabytes"],
)
def test_a_rule_file_that_is_no_text(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "C900-uji.yaml").write_bytes(data)
    with pytest.raises(UserError) as caught:
        load_resources((str(tmp_path),))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder atau berkas aturan"):
        load_resources((str(tmp_path / "tidak-ada"),))
