"""The wheel of this checkout, built once, and the ways to have it without the installer's help."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


def said_by(*command: str | Path, cwd: Path, environment: Mapping[str, str] | None = None, code: int = 0) -> str:
    """Return what *command* prints; its exit code must be *code*."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**_outside(), **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr[-2000:] + done.stdout[-2000:]
    return done.stdout


def _outside() -> dict[str, str]:
    """Return the environment without what could lead Python or pip to another skplint."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PIP_REQ", "SKPLINT"))}


def pip(*arguments: str | Path, cwd: Path) -> None:
    """Run pip of this environment, without the network."""
    said_by(sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """The function ``said_by``."""
    return said_by


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the hatchling of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", ROOT, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def names(wheel: Path) -> frozenset[str]:
    """The files in the wheel."""
    with ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


@pytest.fixture(scope="session")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Mapping[str, str]]:
    """A function from the name of a way to have skplint to the environment variables that lead Python there.

    The dependencies are those of this environment in every case; an editable install is this environment itself.
    """

    def lead(way: str) -> Mapping[str, str]:
        folder = tmp_path_factory.mktemp(way)
        match way:
            case "installed":
                pip("install", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
            case "zip":
                return {"PYTHONPATH": str(wheel)}
            case "checkout":
                for name in ("linter", "rules", "grammars", "corpus"):
                    shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
                shutil.copy(ROOT / "pyproject.toml", folder)
            case _:
                return {}
        return {"PYTHONPATH": str(folder)}

    return lead
