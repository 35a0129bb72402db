"""What starts fast must stay light."""

import subprocess
import sys

import pytest

HEAVY = {"spacy", "lark", "yaml", "rich", "msgspec", "rapidfuzz"}
COMMANDS = (
    "check",
    "explain",
    "parse",
    "rules",
    "rules list",
    "rules check",
    "rules test",
    "config show",
    "init",
    "fix",
    "serve",
)


def loaded_by(*arguments: str) -> tuple[int, str, set[str]]:
    program = (
        "import sys\nfrom linter.cli import main\n"
        f"code = main({list(arguments)!r})\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout, set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], *[[*c.split(), "--help"] for c in COMMANDS]])
def test_version_and_help_import_nothing_heavy(arguments):
    code, out, modules = loaded_by(*arguments)
    assert code == 0 and out
    assert not modules & HEAVY


def test_version_does_not_even_need_argparse():
    _, out, modules = loaded_by("--version")
    assert out.startswith("skplint 0.")
    assert "argparse" not in modules


def test_it_runs_as_a_module_and_writes_utf8_in_any_locale():
    program = (
        f"import runpy, sys\nsys.path[:] = {sys.path!r}\nsys.argv = ['skplint', 'check', '--help']\n"
        "runpy.run_module('linter', run_name='__main__')"
    )
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert "[BERKAS …]" in done.stdout.decode("utf-8")
