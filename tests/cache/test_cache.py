"""The result cache: what is put in comes out, and whatever is wrong with the file there is only no cache."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from pathlib import Path

import pytest

from linter import cache as module
from linter.cache import ResultCache, default_folder

KEYS = [bytes([n]) * 16 for n in range(10)]


def filled(folder: Path) -> ResultCache:
    found = ResultCache(folder)
    found.put({key: key[:3] for key in KEYS})
    return found


def test_what_is_put_in_comes_out_also_in_the_next_run(tmp_path: Path) -> None:
    first = filled(tmp_path)
    assert first.get([*KEYS, b"x" * 16]) == {key: key[:3] for key in KEYS}
    first.close()
    assert ResultCache(tmp_path).get(KEYS[:2]) == {KEYS[0]: KEYS[0][:3], KEYS[1]: KEYS[1][:3]}


def test_many_keys_are_looked_up_in_pieces(tmp_path: Path) -> None:
    keys = [n.to_bytes(16, "big") for n in range(1_700)]
    found = ResultCache(tmp_path)
    found.put(dict.fromkeys(keys, b"v"))
    assert found.get(keys) == dict.fromkeys(keys, b"v")


def test_without_a_folder_there_is_no_cache() -> None:
    found = ResultCache(None)
    found.put({KEYS[0]: b"v"})
    assert (found.works, found.get(KEYS)) == (False, {})


@pytest.mark.parametrize("content", [b"", b"bukan basis data " * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_broken_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "hasil-1.sqlite").write_bytes(content)
    found = filled(tmp_path)
    assert found.works
    assert len(found.get(KEYS)) == 10


def test_a_file_that_breaks_while_it_is_used_is_no_failure(tmp_path: Path) -> None:
    found = filled(tmp_path)
    found.close()
    path = tmp_path / "hasil-1.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    again = ResultCache(tmp_path)
    again.put({KEYS[0]: b"v"})
    assert set(again.get(KEYS)) <= set(KEYS)
    again.close()
    assert ResultCache(tmp_path).works


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_home_that_is_read_only_is_no_failure(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    found = ResultCache(tmp_path / "x")
    found.put({KEYS[0]: b"v"})
    assert found.get(KEYS) == {}
    tmp_path.chmod(stat.S_IRWXU)


def test_a_place_that_cannot_be_a_folder_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "berkas" / "x", tmp_path / "nul\0"):
        assert not ResultCache(folder).works


def test_a_file_that_another_process_keeps_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.05)
    filled(tmp_path).close()
    other = sqlite3.connect(tmp_path / "hasil-1.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    found = ResultCache(tmp_path)
    found.put({b"n" * 16: b"v"})
    other.execute("ROLLBACK")
    assert ResultCache(tmp_path).get([b"n" * 16]) == {}
    assert len(ResultCache(tmp_path).get(KEYS)) == 10


def _write(folder: str, first: int) -> None:
    found = ResultCache(Path(folder))
    for n in range(first, first + 200):
        found.put({n.to_bytes(16, "big"): b"v" * 20})
    found.close()


@pytest.mark.slow
def test_several_processes_write_and_nothing_breaks(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(str(tmp_path), n * 200)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        assert worker.exitcode == 0
    keys = [n.to_bytes(16, "big") for n in range(600)]
    assert len(ResultCache(tmp_path).get(keys)) == 600


def test_a_file_that_grew_too_large_keeps_what_was_used_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    found = ResultCache(tmp_path)
    found._day = 10
    found.put(dict.fromkeys(KEYS[:6], b"v"))
    found._day = 20
    found.put(dict.fromkeys(KEYS[6:], b"v"))
    found.used(KEYS[:2])
    found.close()
    assert set(ResultCache(tmp_path).get(KEYS)) == {*KEYS[:2], *KEYS[6:]}


def test_where_caches_belong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SKPLINT_CACHE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.setenv("SKPLINT_CACHE", "")
    assert default_folder() is None
    monkeypatch.delenv("SKPLINT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    monkeypatch.setattr(module.sys, "platform", "linux")
    assert default_folder() == tmp_path / "c" / "skplint"
