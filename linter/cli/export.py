"""``skplint rules export``: the pages of rules, or what is known of them as JSON; a file of someone else is never replaced."""

from __future__ import annotations

import argparse
import stat
from collections.abc import Sequence
from pathlib import Path

from linter.cli import OK
from linter.cli.shell import Shell
from linter.io.atomic import write_atomic
from linter.io.files import make_folder, mode_of, read_bytes
from linter.model import RuleInfo, Said, UserError

MARK = "<!-- skplint rules export -->"
"""The first line of a page that this command wrote; only such a page is replaced."""


def run(options: argparse.Namespace, shell: Shell) -> int:
    """Write what the options ask for, all rules where none is named; the index stands only beside all. Raises UserError."""
    from linter.app import Analyser
    from linter.cli.settings import settings
    from linter.report.rulepage import index, markdown

    analyser = Analyser(settings(options))
    codes = analyser.codes([code for listed in options.codes for code in listed])
    infos = [info for info in analyser.rules if not codes or info.code in codes]
    if options.output is None:
        pages = (markdown(info, shell.words) for info in infos)
        shell.write(_json(infos) if options.format == "json" else "\n".join(pages))
        return OK
    output = Path(options.output)
    if options.format == "json":
        files = {output: _json(infos)}
    elif output.suffix == ".md":
        if len(infos) > 1:
            message = Said(
                f"{len(infos)} halaman memerlukan folder, bukan satu berkas .md",
                f"{len(infos)} pages need a folder, not one file .md",
            )
            raise UserError(message, path=options.output)
        files = {output: _marked(markdown(infos[0], shell.words))}
    else:
        files = {output / f"{info.code}-{info.name}.md": _marked(markdown(info, shell.words)) for info in infos}
        if not codes:
            files[output / "README.md"] = _marked(index(infos, shell.words))
    _write(files)
    number = len(files)
    shell.write(shell.say(f"{number} berkas ditulis ke {output}\n", f"files written to {output}: {number}\n"))
    return OK


def _json(infos: Sequence[RuleInfo]) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(infos), indent=2).decode() + "\n"


def _marked(page: str) -> str:
    return f"{MARK}\n\n{page}"


def _write(files: dict[Path, str]) -> None:
    """Write every file, or none where one of them is there already and is not ours."""
    for path in files:
        if stat.S_ISREG(mode_of(path)) and not _is_ours(path):
            raise UserError(
                Said(
                    "berkas ini bukan tulisan rules export dan tidak ditimpa",
                    "rules export did not write this file and does not replace it",
                ),
                path=str(path),
                hint=Said(
                    "pindahkan berkas ini, atau pilih --output lain", "move this file, or choose another --output"
                ),
            )
    for path, text in files.items():
        make_folder(path.parent)
        write_atomic(path, text.encode())


def _is_ours(path: Path) -> bool:
    """Tell whether this command wrote the file: a page with our mark, or JSON that is a list of rules."""
    import msgspec

    data = read_bytes(str(path))
    if data.startswith(MARK.encode()):
        return True
    try:
        return bool(msgspec.json.decode(data, type=tuple[RuleInfo, ...]))
    except (msgspec.DecodeError, RecursionError):
        return False
