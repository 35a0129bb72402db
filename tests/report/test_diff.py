"""Unified diffs of texts whose lines were changed in place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report.diff import unified

TEN = [f"baris {n}\n" for n in range(1, 11)]


def diff(before: str, after: str) -> str:
    return "".join(text for text, _ in unified("a.txt", before, after))


def test_lines_around_a_change_are_shown() -> None:
    new = [*TEN]
    new[4] = "lain\n"
    assert diff("".join(TEN), "".join(new)) == (
        "--- a.txt\n+++ a.txt\n@@ -2,7 +2,7 @@\n baris 2\n baris 3\n baris 4\n-baris 5\n+lain\n baris 6\n baris 7\n baris 8\n"
    )


def test_changes_far_apart_are_two_hunks_and_neighbours_one() -> None:
    new = ["satu\n", *TEN[1:8], "sembilan\n", "sepuluh\n"]
    out = diff("".join(TEN), "".join(new))
    assert out.count("@@ -") == 2
    assert out.endswith("-baris 9\n-baris 10\n+sembilan\n+sepuluh\n")


def test_nothing_changed_is_no_diff() -> None:
    assert diff("a\n", "a\n") == diff("", "") == ""


def test_a_missing_end_of_line_is_said() -> None:
    assert diff("a", "b").endswith("-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")


def test_every_line_has_a_role_of_its_own() -> None:
    assert [role for _, role in unified("a", "a\nb\n", "a\nc\n")] == ["strong", "strong", "info", "", "error", "ok"]


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch here")
@given(st.lists(st.sampled_from(["a", "b", " ", "-", "+x"]), min_size=1, max_size=25), st.data())
def test_patch_makes_of_the_old_text_the_new_one(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    changed = [line + data.draw(st.sampled_from(["", "", "!"])) for line in lines]
    end, last = data.draw(st.sampled_from(["\n", "\r\n", "\r"])), data.draw(st.sampled_from(["", "\n"]))
    before, after = (end.join(some) + last for some in (lines, changed))
    path: Path = tmp_path_factory.mktemp("patch") / "a.txt"
    path.write_bytes(before.encode())
    if before != after:
        command = ["patch", "--binary", "-s", "-f", str(path)]
        subprocess.run(command, input=diff(before, after).encode(), check=True, capture_output=True)
    assert path.read_bytes() == after.encode()


def test_only_a_line_feed_ends_a_line() -> None:
    assert (
        diff("a\rb\nc\r\n", "a\rx\nc\r\n").splitlines(keepends=False)[2:]
        == "@@ -1,2 +1,2 @@\n-a\rb\n+a\rx\n c\r".splitlines()
    )


def test_a_name_with_a_space_ends_with_a_tab() -> None:
    assert [text for text, _ in unified("a b.txt", "a", "b")][:2] == ["--- a b.txt\t\n", "+++ a b.txt\t\n"]
