"""Patterns of files as in .gitignore, matched against paths below the folder of a configuration."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=64)
def patterns(listed: tuple[str, ...]) -> GitIgnoreSpec:
    """Return the patterns compiled; raises ValueError for one that is none."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(listed)


def names_files(pattern: str) -> bool:
    """Tell whether *pattern* can match anything: not one that is malformed, empty or a comment."""
    try:
        return any(one.include is not None for one in patterns((pattern,)).patterns)
    except ValueError:
        return False


def matches(listed: Sequence[str], path: str, folder: str, *, is_folder: bool = False) -> bool:
    """Tell whether one of the patterns names *path*, a file (or folder) under *folder*; what lies elsewhere never matches."""
    if not listed:
        return False
    try:
        inside = os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return False
    if inside == "." or inside.startswith("../") or inside == "..":
        return False
    return patterns(tuple(listed)).match_file(inside + "/" if is_folder else inside)
