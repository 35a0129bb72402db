"""``skplint rules new`` and ``rules export``: a rule file to begin with, and the pages of rules."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.model import RuleInfo, Said, UserError
from linter.report.layout import BLANK, Line


def new(options: argparse.Namespace, shell: Shell) -> int:
    """Write a new rule file and say what comes next. Raises UserError where it exists or cannot be written."""
    from linter.app import Analyser, Settings
    from linter.app.scaffold import new_rule
    from linter.io.atomic import write_atomic

    code, folder = options.code.upper(), options.folder
    below, text = new_rule(
        code,
        options.name,
        folder=folder,
        part=options.part,
        bad=options.bad,
        good=options.good,
        year=time.localtime().tm_year,
    )
    path = Path(folder, below)
    taken = list(Path(folder).rglob(f"{code}-*.yaml"))
    if taken:
        raise UserError(Said(f"aturan {code} sudah ada", f"there is a rule {code} already"), path=str(taken[0]))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, text.encode())
    say = shell.say
    built_in = next((rule for rule in Analyser(Settings(plugins=False)).rules if rule.code == code), None)
    lines: list[Line] = [((say(f"Dibuat: {path}", f"Written: {path}"), "strong"),)]
    if built_in:
        lines.append(((say(f"Aturan ini mengganti aturan bawaan {code} {built_in.name}.",
                           f"This rule replaces the built-in rule {code} {built_in.name}."), "warning"),))  # fmt: skip
    lines += [
        BLANK,
        ((say("Langkah berikutnya:", "What comes next:"), ""),),
        (
            (
                say("  1. Sunting pesan, alasan dan contohnya.", "  1. Edit its message, its reason and its examples."),
                "",
            ),
        ),
        ((f"  2. skplint rules test {code} --rules {folder}", ""),),
        ((f"  3. skplint rules export {code} --rules {folder}", ""),),
        ((f"  4. skplint rules impact bawaan {folder} --select {code}", ""),),
    ]
    shell.show(lines)
    return OK


def export(options: argparse.Namespace, shell: Shell) -> int:
    """Write the pages of the rules that are named, all of them where none is. Raises UserError."""
    from linter.app import Analyser
    from linter.cli.settings import settings

    analyser = Analyser(settings(options))
    codes = analyser.codes([code for listed in options.codes for code in listed])
    infos = [info for info in analyser.rules if not codes or info.code in codes]
    if options.format == "json":
        return _put(_json(infos), options.output, shell)
    from linter.report.rulepage import index, markdown

    if options.output is None:
        return _put("\n".join(markdown(info, shell.words) for info in infos), None, shell)
    folder = Path(options.output)
    if folder.exists() and not folder.is_dir():
        raise UserError(Said("ini berkas, bukan folder", "this is a file and no folder"), path=options.output)
    folder.mkdir(parents=True, exist_ok=True)
    for info in infos:
        _put(markdown(info, shell.words), str(folder / f"{info.code}-{info.name}.md"), shell)
    _put(index(infos, shell.words), str(folder / "README.md"), shell)
    written = f"{len(infos)} + 1"
    shell.write(shell.say(f"{written} berkas ditulis ke {folder}\n", f"{written} files written to {folder}\n"))
    return OK


def _json(infos: list[RuleInfo]) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(infos), indent=2).decode() + "\n"


def _put(text: str, path: str | None, shell: Shell) -> int:
    if path is None:
        shell.write(text)
    else:
        from linter.io.atomic import write_atomic

        write_atomic(path, text.encode())
    return OK
