"""The pages in docs for facilitators and offices: what they link to is there, and what they tell to type is understood."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from linter.cli.arguments import parse_arguments

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("fasilitator.md", "pasang.md")


def typed(page: str) -> list[list[str]]:
    """Return the arguments of every command of ours in the blocks of *page*."""
    blocks = re.findall(r"```(?:sh|bat)\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    lines = "\n".join(blocks).replace("\\\n", " ").replace("%USERPROFILE%\\skplint\\Scripts\\", "").splitlines()
    return [shlex.split(line.replace("~/skplint/bin/", "")) for line in lines if line.strip()]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_linked_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (DOCS / page).read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (DOCS / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_is_understood(page: str) -> None:
    commands = [arguments for program, *arguments in typed(page) if program == "skplint"]
    assert len(commands) >= 2
    for arguments in commands:
        if arguments != ["--version"]:
            assert parse_arguments(arguments) is not None, arguments


def test_what_is_installed_is_an_extra() -> None:
    from importlib.metadata import metadata

    extras = set(metadata("skplint").get_all("Provides-Extra") or ())
    for page in PAGES:
        for named in re.findall(r"(?:skplint|\.)\[([\w,]+)\]", (DOCS / page).read_text("utf-8")):
            assert set(named.split(",")) <= extras
