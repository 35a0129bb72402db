"""``skplint rules new``: a rule file to begin with, and what to do with it."""

from __future__ import annotations

import argparse
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.engine import Rule
from linter.io.data import walk
from linter.io.files import make_folder, mode_of
from linter.model import Said, UserError
from linter.report.layout import BLANK, Line


def new(options: argparse.Namespace, shell: Shell) -> int:
    """Write a new rule file and say what comes next.

    Raises UserError for a code or name that is taken, for sentences that no rule can be made of, and where the file
    cannot be written.
    """
    from linter.app.resources import load_resources
    from linter.app.scaffold import Draft, new_rule
    from linter.io.atomic import write_atomic

    code, folder = options.code.upper(), options.folder
    draft = Draft(code, options.name, folder, options.part, tuple(options.bad), tuple(options.good))
    below, text = new_rule(draft, year=time.localtime().tm_year, lang=shell.lang)
    rules = load_resources((), plugins=False).rules.rules
    _refuse_taken(code, options.name, Path(folder), rules.values())
    path = Path(folder, below)
    make_folder(path.parent)
    write_atomic(path, text.encode())
    say = shell.say
    lines: list[Line] = [((say(f"Dibuat: {path}", f"Written: {path}"), "strong"),)]
    if code in rules:
        name = rules[code].file.name
        lines += [
            ((say(f"Aturan ini mengganti aturan bawaan {code} {name}.",
                  f"This rule replaces the built-in rule {code} {name}."), "warning"),),
            ((say("Selama status: preview, di luar profil reviu keduanya tidak berlaku.",
                  "As long as it says status: preview, neither of them holds outside the profile reviu."), "warning"),),
        ]  # fmt: skip
    edit = say("  1. Sunting pesan, alasan dan contohnya.", "  1. Edit its message, its reason and its examples.")
    lines += [
        BLANK,
        ((say("Langkah berikutnya:", "What comes next:"), ""),),
        ((edit, ""),),
        ((f"  2. skplint rules test {code} --rules {folder}", ""),),
        ((f"  3. skplint rules export {code} --rules {folder}", ""),),
        ((f"  4. skplint rules impact bawaan {folder} --select {code}", ""),),
    ]
    shell.show(lines)
    return OK


def _refuse_taken(code: str, name: str, folder: Path, built_in: Iterable[Rule]) -> None:
    """Raise UserError where the folder has the code already, or another rule there or among the built-in has the name."""
    found = walk(folder, (".yaml", ".yml")) if stat.S_ISDIR(mode_of(folder)) else ()
    own = [(Path(path).stem.partition("-"), str(folder / path)) for path, _ in found]
    for (other, _, _), path in own:
        if other == code:
            raise UserError(Said(f"aturan {code} sudah ada", f"there is a rule {code} already"), path=path)
    taken = [(other, path) for (other, _, of), path in own if of == name]
    taken += [(rule.file.code, rule.path) for rule in built_in if rule.file.name == name and rule.file.code != code]
    for other, path in taken:
        message = Said(f"nama '{name}' sudah dipakai {other}", f"the name '{name}' is already used by {other}")
        raise UserError(message, path=path, hint=Said("pilih nama lain", "choose another name"))
